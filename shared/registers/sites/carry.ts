import { own } from '../../values/own.ts';
import { type Entry, fieldOf } from '../entry.ts';
import { isConfirmed } from '../kinds/sites.ts';
import { isOnlyMore, KnownEntries, type SameRow } from '../same-entry.ts';
import { allColumns } from '../year/columns.ts';
import { entriesOf, filledEntries } from '../year/entries.ts';
import type { Year } from '../year/schema.ts';
import { onceEach } from './once.ts';

/** What is said of a unit beyond one year; its steps begin anew with every year. */
const LASTING = ['name', 'code', 'region', 'industry', 'level', 'number', 'named', 'campaign'];

/** A unit that could be taken into 示范点名录, beside what stands there of it. */
export interface SiteOffer {
  /** By which it is ticked. */
  readonly key: string;
  /** What would be put in. */
  readonly fields: Entry['fields'];
  /** The entry that it is likely of; absent: it is new. */
  readonly entry?: Entry;
  /** Of an entry that is there: in which columns it would say something else. */
  readonly changes: SameRow['changes'];
  /** Ticked until the user says otherwise: nothing that is typed is put away by it. */
  readonly isSure: boolean;
}

/** The list of another year as it can be taken into this one. */
export function carriedOffers(year: Year, before: readonly Entry[]): SiteOffer[] {
  const rows = before.map((entry) => ({ key: entry.id, fields: lastingOf(entry) }));
  return offersOf(year, rows, (same) => same.changes);
}

/** Where nothing else is said, it was named by the document by which it was confirmed. */
function lastingOf(entry: Entry): Entry['fields'] {
  const named: Record<string, string> = isConfirmed(entry)
    ? { number: 'confirmNumber', named: 'confirmed' }
    : {};
  const said = LASTING.map((code) => {
    const text = fieldOf(entry, code);
    return [code, text.trim() === '' ? fieldOf(entry, own(named, code) ?? code) : text] as const;
  });
  return Object.fromEntries(said.filter(([, text]) => text.trim() !== ''));
}

/** Each row beside the entry that it is likely of. `changesOf`: what it may say otherwise. */
export function offersOf<Row extends { readonly key: string; readonly fields: Entry['fields'] }>(
  year: Year,
  rows: readonly Row[],
  changesOf: (same: SameRow, row: Row) => SameRow['changes'],
): SiteOffer[] {
  const known = new KnownEntries('sites', filledEntries(year, 'sites'), allColumns(year, 'sites'));
  const numbered = onceEach(rows).map((row, at) => ({ row: at, fields: row.fields, of: row }));
  const pairs = known.pair(numbered);
  return numbered.map((row): SiteOffer => {
    const { key, fields } = row.of;
    const same = pairs.get(row);
    if (!same) return { key, fields, changes: [], isSure: true };
    const changes = changesOf(same, row.of);
    return { key, fields, entry: same.entry, changes, isSure: isOnlyMore({ ...same, changes }) };
  });
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

/** Entries of a year that can be carried over. */
export function sitesToCarry(year: Year): readonly Entry[] {
  return entriesOf(year, 'sites').filter((entry) => fieldOf(entry, 'name').trim() !== '');
}
