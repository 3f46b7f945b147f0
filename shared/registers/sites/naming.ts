import { type Entry, fieldOf } from '../entry.ts';
import { isWhollyBefore } from '../when.ts';
import { CULTIVATED, LEVEL_LEFT, type SiteYear, unconfirmedWords } from './confirmed.ts';
import { documentKey } from './document-number.ts';

/** What one document of naming says: always all of it from the same one. */
export const NAMING = ['number', 'named', 'campaign'] as const;
type NamingFields = Record<(typeof NAMING)[number], string>;

export interface Naming {
  readonly fields: NamingFields;
  /** What is told of it: where it comes from. */
  readonly notes: readonly string[];
  /** What keeps it from being sure. */
  readonly doubts: readonly string[];
}

/** By which document a unit is named at the end of its year: a 确认 that counts and is newer takes the place of the one before. */
export function namingOf(entry: Pick<Entry, 'fields'>, of: SiteYear): Naming {
  const [number, named, campaign] = NAMING.map((code) => fieldOf(entry, code).trim()) as [
    string,
    string,
    string,
  ];
  const own: Naming = { fields: { number, named, campaign }, notes: [], doubts: [] };
  const why = unconfirmedWords(entry, of);
  if (why === undefined) return own;
  if (why !== '') return { ...own, doubts: [`${why}，命名照原来的`] };
  const [day, by] = [fieldOf(entry, 'confirmed').trim(), fieldOf(entry, 'confirmNumber').trim()];
  const level = fieldOf(entry, 'level').trim();
  const doubts = level === CULTIVATED ? [LEVEL_LEFT] : [];
  const note = `命名按${of.year}年的确认（${day}，${by}），级别请核对`;
  const lost = campaign === '' ? '' : `；由哪次活动原来是“${campaign}”，请重新填`;
  const fields = { number: by, named: day, campaign: '' };
  if (number === '' && named === '') return { fields, notes: [note + lost], doubts };
  if (documentKey(number) === documentKey(by)) {
    const two = named !== '' && named !== day ? [`${by}的命名日期和确认日期（${day}）不同，请核对`] : [];
    return { fields: { number, named: named || day, campaign }, notes: [], doubts: [...doubts, ...two] };
  }
  // A level that stands there is that of the naming before.
  if (isWhollyBefore(named, day))
    return level === '' || level === CULTIVATED
      ? { fields, notes: [note + lost], doubts }
      : { fields, notes: [], doubts: [note + lost] };
  if (isWhollyBefore(day, named)) return { ...own, doubts };
  return { ...own, doubts: [...doubts, `看不出原来的命名和确认（${day}，${by}）哪个在后，命名照原来的`] };
}
