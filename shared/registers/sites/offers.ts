import { type Entry, fieldOf } from '../entry.ts';
import { isOnlyMore, type SameRow } from '../same-entry.ts';
import { bare, codeKey, textKey } from '../text-key.ts';
import { filledEntries } from '../year/entries.ts';
import type { Year } from '../year/schema.ts';
import { documentKey } from './document-number.ts';
import {
  apartWords,
  likeness,
  placesIn,
  RowIndex,
  SAME_NAME,
  shownName,
  tellsTheSame,
  type Units,
  unitsOf,
} from './units.ts';

export type Changes = SameRow['changes'];

/** A unit that could be taken into 示范点名录, beside what stands there of it. */
export interface SiteOffer {
  /** By which it is ticked. */
  readonly key: string;
  /** What tells it from others of its name; ''. */
  readonly apart: string;
  /** What would be put in. */
  readonly fields: Entry['fields'];
  /** The entry that it is likely of; absent: it is new. */
  readonly entry?: Entry;
  /** 第2行“甲局”: which entry that is; '' where it is new. */
  readonly into: string;
  /** Of an entry that is there: in which columns it would say something else. */
  readonly changes: Changes;
  /** What the user should know of it. */
  readonly notes: readonly string[];
  /** What keeps it from being taken with all others. */
  readonly doubts: readonly string[];
  /** Why what it says otherwise is not put in; '' where nothing is held back. */
  readonly refused: string;
  /** Ticked until the user says otherwise: nothing that is typed is put away by it, and nothing is in doubt. */
  readonly isSure: boolean;
}

export interface OfferedRow {
  readonly key: string;
  /** What tells it from others of its name in the list that it comes from; absent: that is the list of all rows. */
  readonly apart?: string;
  /** 第9行 of that list; absent: it has no rows that a user could look at. */
  readonly place?: string;
  readonly fields: Entry['fields'];
  readonly notes?: readonly string[];
  readonly doubts?: readonly string[];
}

/** What a row may say otherwise of an entry that is there, and why the rest of it is not put in. */
interface Said {
  readonly changes: Changes;
  readonly refused: string;
}

/** Looked at one by one, and taken with no others. */
export const isDoubtful = ({ doubts, refused }: Pick<SiteOffer, 'doubts' | 'refused'>): boolean =>
  doubts.length > 0 || refused !== '';

export interface Offered {
  readonly offers: readonly SiteOffer[];
  /** Which rows are not among them, and why, a sentence each. */
  readonly left: readonly string[];
}

/**
 * Each unit beside the entry that counts for it, and further rows of one that say something else. `saidOf`: what one may say
 * otherwise there. `units`: of the rows, by more than is offered of them.
 */
export function offersOf<Of extends OfferedRow>(
  year: Year,
  rows: readonly Of[],
  saidOf: (entry: Entry, row: Of) => Said,
  units: Units<Of> = unitsOf(rows),
): Offered {
  const entries = filledEntries(year, 'sites');
  const index = new RowIndex(entries);
  const counted = new RowIndex(unitsOf(entries).kept);
  const place = placesIn(entries);
  const apart = apartWords(rows);
  const { twins, equal } = furtherRows(units);
  const firsts = new Set(twins.values());
  const offered = rows.filter((row) => twins.has(row) || !units.again.has(row));
  const pairs = pairsOf(units.kept, [...twins.keys()], { counted, index });
  const offers = offered.map((row): SiteOffer => {
    const entry = pairs.get(row);
    const near = index.near(row);
    const likely = near.filter((each) => likeness(each, row) !== 'other');
    const first = twins.get(row);
    const doubts = [
      ...(row.doubts ?? []),
      ...(first ? [`与${placeWords(first)}是同一单位，内容不同，请核对`] : []),
      ...(firsts.has(row) ? ['同一单位后面还有一行，内容不同，请核对'] : []),
      ...(units.doubtful.has(row) ||
      near.some((each) => likeness(each, row) === 'doubt') ||
      counted.like(row, 'same').length > 1
        ? [SAME_NAME]
        : []),
      ...(near.some((each) => likeness(each, row) === 'other' && isNamedAlike(each, row))
        ? ['名录里同名单位的统一社会信用代码不同，请核对是不是同一单位']
        : []),
    ];
    const notes = [
      ...(row.notes ?? []),
      ...(likely.length > 1
        ? [`名录里${likely.map(place).join('、')}可能都是它，${entry ? `填到${place(entry)}` : '另增一行'}`]
        : []),
    ];
    const said = entry ? saidOf(entry, row) : { changes: [], refused: '' };
    const isSure = !isDoubtful({ doubts, ...said }) && isOnlyMore(said);
    return {
      ...{
        key: row.key,
        apart: row.apart ?? apart(row),
        fields: row.fields,
        ...(entry && { entry }),
        into: entry ? `${place(entry)}“${nameWords(entry)}”` : '',
        ...said,
      },
      ...{ notes, doubts, isSure },
    };
  });
  const left = [...equal].map(
    ([row, to]) =>
      `${row.place ?? ''}${nameWords(row)}：与${placeWords(to)}是同一单位，内容相同，用前面的一行`,
  );
  return { offers, left };
}

/** Of rows of units that came before: those that say something else, each with the first, and those that say the same as another. */
function furtherRows<Of extends OfferedRow>({ again }: Units<Of>) {
  const twins = new Map<Of, Of>();
  const equal = new Map<Of, Of>();
  for (const [row, first] of again) {
    const others = [...twins].filter(([, each]) => each === first).map(([twin]) => twin);
    const same = [first, ...others].find((other) => !saysOther(other, row));
    if (same) equal.set(row, same);
    else twins.set(row, first);
  }
  return { twins, equal };
}

/** 第3行“甲局”. */
const placeWords = (row: OfferedRow): string => `${row.place ?? '前面的'}“${nameWords(row)}”`;

export const nameWords = (row: Pick<Entry, 'fields'>): string =>
  shownName(fieldOf(row, 'name').trim() || fieldOf(row, 'code').trim() || '（没有填单位名称）');

function saysOther(a: Pick<Entry, 'fields'>, b: Pick<Entry, 'fields'>): boolean {
  const codes = Object.keys({ ...a.fields, ...b.fields });
  return codes.some((code) => textKey(fieldOf(a, code)) !== textKey(fieldOf(b, code)));
}

function isNamedAlike(a: Pick<Entry, 'fields'>, b: Pick<Entry, 'fields'>): boolean {
  return bare(fieldOf(a, 'name')) === bare(fieldOf(b, 'name'));
}

/** Whoever is certainly the same comes first; an entry is one row's alone, and for a further row of a unit whatever is left. */
function pairsOf<Of extends OfferedRow>(
  rows: readonly Of[],
  twins: readonly Of[],
  { counted, index }: { counted: RowIndex<Entry>; index: RowIndex<Entry> },
): ReadonlyMap<Of, Entry> {
  const pairs = new Map<Of, Entry>();
  const taken = new Set<Entry>();
  for (const [of, entries, how] of [
    [rows, counted, 'equal'],
    [rows, counted, 'same'],
    [rows, counted, 'doubt'],
    // Two that are told apart where they come from may stand here as two that are not.
    [rows, index, 'equal'],
    [rows, index, 'same'],
    [twins, index, 'equal'],
    [twins, index, 'same'],
    [twins, index, 'doubt'],
  ] as const)
    for (const row of of) {
      const likes = pairs.has(row) ? [] : entries.like(row, how === 'equal' ? 'same' : how);
      const entry = likes.find((each) => !taken.has(each) && (how !== 'equal' || tellsTheSame(each, row)));
      if (!entry) continue;
      taken.add(entry);
      pairs.set(row, entry);
    }
  return pairs;
}

/** A 文号 is the same in whichever brackets. */
const saidKey = (text: string): string => documentKey(text) ?? bare(text);

/** Columns that the row fills in and that say something else; what it leaves empty changes nothing. */
function changesTo(entry: Entry, fields: Entry['fields']): Changes {
  return Object.entries(fields).flatMap(([code, to]) => changeOf(entry, code, to));
}

function changeOf(entry: Entry, code: string, to: string): Changes {
  const from = fieldOf(entry, code);
  if (code === 'code' && codeKey(from) !== undefined && [undefined, codeKey(from)].includes(codeKey(to)))
    return [];
  return saidKey(from) === saidKey(to) ? [] : [{ code, from, to }];
}

/**
 * The same where these columns come from one source: what contradicts what stands there replaces all of it, also by nothing.
 * `isAlone`: it contradicts it as well where they share nothing in `keys`.
 */
export function changesAsOne(
  entry: Entry,
  fields: Entry['fields'],
  {
    codes,
    keys = codes,
    isAlone = false,
  }: { codes: readonly string[]; keys?: readonly string[]; isAlone?: boolean },
): Changes {
  const said = keys.map((code) => [saidKey(fieldOf(entry, code)), saidKey(fields[code] ?? '')] as const);
  const hasBoth = said.some(([from]) => from !== '') && said.some(([, to]) => to !== '');
  const isShared = said.some(([from, to]) => from !== '' && from === to);
  const isOther =
    said.some(([from, to]) => from !== '' && to !== '' && from !== to) || (isAlone && hasBoth && !isShared);
  const others = changesTo(entry, fields).filter(({ code }) => (isOther ? !codes.includes(code) : true));
  return [...others, ...(isOther ? codes.flatMap((code) => changeOf(entry, code, fields[code] ?? '')) : [])];
}

/** Of those that are ticked: what is added and what is changed, as one step of undo. */
export function takenOffers(
  offers: readonly SiteOffer[],
  newId: () => string,
): { entries: Entry[]; changed: { id: string; fields: Record<string, string> }[] } {
  return {
    entries: offers.filter(({ entry }) => !entry).map(({ fields }) => ({ id: newId(), fields, files: [] })),
    changed: offers.flatMap(({ entry, changes }) =>
      entry && changes.length > 0
        ? [{ id: entry.id, fields: Object.fromEntries(changes.map(({ code, to }) => [code, to])) }]
        : [],
    ),
  };
}
