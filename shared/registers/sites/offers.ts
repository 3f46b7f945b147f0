import { type Entry, fieldOf } from '../entry.ts';
import { isOnlyMore, type SameRow } from '../same-entry.ts';
import { bare, textKey } from '../text-key.ts';
import { filledEntries } from '../year/entries.ts';
import type { Year } from '../year/schema.ts';
import { likeness, RowIndex, SAME_NAME, shownName, tellsTheSame, unitsOf } from './units.ts';

export type Changes = SameRow['changes'];

/** A unit that could be taken into 示范点名录, beside what stands there of it. */
export interface SiteOffer {
  /** By which it is ticked. */
  readonly key: string;
  /** What would be put in. */
  readonly fields: Entry['fields'];
  /** The entry that it is likely of; absent: it is new. */
  readonly entry?: Entry;
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

/** Each unit beside the entry that counts for it. `saidOf`: what it may say otherwise there. */
export function offersOf<Of extends OfferedRow>(
  year: Year,
  rows: readonly Of[],
  saidOf: (entry: Entry, row: Of) => Said,
): Offered {
  const entries = filledEntries(year, 'sites');
  const units = unitsOf(rows);
  const index = new RowIndex(entries);
  const counted = new RowIndex(unitsOf(entries).kept);
  const pairs = pairsOf(units.kept, counted);
  const place = (entry: Entry): string => `第${entries.indexOf(entry) + 1}行`;
  const offers = units.kept.map((row): SiteOffer => {
    const entry = pairs.get(row);
    const twins = [...units.again].filter(([, first]) => first === row).map(([twin]) => twin);
    const near = index.near(row);
    const likely = near.filter((each) => likeness(each, row) !== 'other');
    const doubts = [
      ...(row.doubts ?? []),
      ...(twins.some((twin) => saysOther(twin, row)) ? ['同一单位后面还有一行，内容不同，请核对'] : []),
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
    return { key: row.key, fields: row.fields, ...(entry && { entry }), ...said, notes, doubts, isSure };
  });
  const left = [...units.again].map(
    ([row, first]) => `${nameWords(row)}：与前面的“${nameWords(first)}”是同一单位，用前面的一行`,
  );
  return { offers, left };
}

export const nameWords = (row: Pick<Entry, 'fields'>): string =>
  shownName(fieldOf(row, 'name').trim() || fieldOf(row, 'code').trim() || '（没有填单位名称）');

function saysOther(a: Pick<Entry, 'fields'>, b: Pick<Entry, 'fields'>): boolean {
  const codes = Object.keys({ ...a.fields, ...b.fields });
  return codes.some((code) => textKey(fieldOf(a, code)) !== textKey(fieldOf(b, code)));
}

function isNamedAlike(a: Pick<Entry, 'fields'>, b: Pick<Entry, 'fields'>): boolean {
  return bare(fieldOf(a, 'name')) === bare(fieldOf(b, 'name'));
}

/** Whoever is certainly the same comes first; an entry is one row's alone. */
function pairsOf<Of extends OfferedRow>(rows: readonly Of[], index: RowIndex<Entry>): ReadonlyMap<Of, Entry> {
  const pairs = new Map<Of, Entry>();
  const taken = new Set<Entry>();
  for (const how of ['equal', 'same', 'doubt'] as const)
    for (const row of rows) {
      const likes = pairs.has(row) ? [] : index.like(row, how === 'equal' ? 'same' : how);
      const entry = likes.find((each) => !taken.has(each) && (how !== 'equal' || tellsTheSame(each, row)));
      if (!entry) continue;
      taken.add(entry);
      pairs.set(row, entry);
    }
  return pairs;
}

/** Columns that the row fills in and that say something else; what it leaves empty changes nothing. */
function changesTo(entry: Entry, fields: Entry['fields']): Changes {
  return Object.entries(fields).flatMap(([code, to]) => changeOf(entry, code, to));
}

function changeOf(entry: Entry, code: string, to: string): Changes {
  const from = fieldOf(entry, code);
  return bare(from) === bare(to) ? [] : [{ code, from, to }];
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
  const said = keys.map((code) => [bare(fieldOf(entry, code)), bare(fields[code] ?? '')] as const);
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
