import { type Entry, fieldOf } from '../entry.ts';
import { labelIn } from '../year/columns.ts';
import type { Year } from '../year/schema.ts';
import type { SiteYear } from './confirmed.ts';
import { NAMING, namingOf } from './naming.ts';
import { changesAsOne, nameWords, type Offered, offersOf } from './offers.ts';
import { apartWords, isOpenIn, placesIn, unitsAs, unitsOf } from './units.ts';

/** What is said of a unit beyond one year; its steps begin anew with every year. */
const LASTING = ['name', 'code', 'region', 'industry', 'level'];

/** The list of another year (`of`) as it can be taken into this one. */
export function carriedOffers(year: Year, before: readonly Entry[], of: SiteYear): Offered {
  const isNamed = (entry: Entry) => fieldOf(entry, 'name').trim() !== '';
  const entries = before.filter(isNamed);
  const [apart, place] = [apartWords(entries, before), placesIn(before)];
  const rowOf = (entry: Entry) => {
    const { fields, notes, doubts } = namingOf(entry, of);
    const lasting = Object.fromEntries(LASTING.map((code) => [code, fieldOf(entry, code)]));
    const said = Object.entries({ ...lasting, ...fields }).filter(([, text]) => text.trim() !== '');
    return {
      ...{ key: entry.id, apart: apart(entry), place: place(entry) },
      ...{ fields: Object.fromEntries(said), notes, doubts },
    };
  };
  const rows = new Map(entries.map((entry) => [entry, rowOf(entry)]));
  const { offers, left } = offersOf(
    year,
    [...rows.values()],
    (entry, { fields }) => openIn(year, entry, fields),
    unitsAs(unitsOf(entries), (entry) => rows.get(entry) ?? rowOf(entry)),
  );
  const nameless = before.flatMap((entry) =>
    isNamed(entry) ? [] : [`${place(entry)}${nameWords(entry)}：没有填单位名称`],
  );
  return { offers, left: [...left, ...nameless] };
}

/** What this year says stays as it is, a naming as a whole: only what is open is filled in. */
function openIn(year: Year, entry: Entry, fields: Entry['fields']) {
  const changes = changesAsOne(entry, fields, { codes: NAMING, isAlone: true });
  const other = changes.filter(({ code }) => !isOpenIn(entry, code)).map(({ code }) => code);
  const isNaming = (code: string): boolean => NAMING.some((each) => each === code);
  const isKept = (code: string): boolean => other.includes(code) || (isNaming(code) && other.some(isNaming));
  const labels = [...new Set(other.map((code) => (isNaming(code) ? '命名' : labelIn(year, 'sites', code))))];
  return {
    changes: changes.filter(({ code }) => !isKept(code)),
    refused: labels.length === 0 ? '' : `今年的名录填的不同，不替换，请核对：${labels.join('、')}`,
  };
}
