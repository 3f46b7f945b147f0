import { type Entry, fieldOf } from './entry.ts';
import type { Column } from './column.ts';
import { countOf } from './count.ts';
import { keyIn } from './key-in.ts';
import { registerOf, type RegisterName } from './kinds.ts';
import { goesOn } from './parted.ts';
import { bare, textKey } from './text-key.ts';
import { dayOf } from './when.ts';

type Fields = Entry['fields'];

/** A column in which a row of a table says something else than the entry that it is likely of. */
interface ChangedField {
  readonly code: string;
  /** What is registered; '' where nothing is. */
  readonly from: string;
  readonly to: string;
}

/** A row of a table that is likely an entry already registered, and what it says otherwise. */
export interface SameRow {
  /** From 1, as a spreadsheet shows it. */
  readonly row: number;
  readonly entry: Entry;
  /** What the table says of it, in the columns that it fills in. */
  readonly fields: Fields;
  readonly changes: readonly ChangedField[];
}

/**
 * What it says in the columns of the group, or undefined where one of them says nothing. A stretch is known by its first
 * day.
 */
function keyBy(name: RegisterName, group: readonly string[], of: Pick<Entry, 'fields'>): string | undefined {
  const texts = group.map((code) => keyIn(name, code, dayOf(fieldOf(of, code)) || fieldOf(of, code)));
  return texts.includes(undefined) ? undefined : JSON.stringify([group, texts]);
}

/** Whether a change says no more than what was open: also up to which day, where only the first one was registered. */
const isMore = ({ from, to }: ChangedField): boolean =>
  from.trim() === '' || (from === dayOf(from) && to !== from && dayOf(to) === from);

/** True where the row only fills in what was open. */
export function isOnlyMore({ changes }: Pick<SameRow, 'changes'>): boolean {
  return changes.every(isMore);
}

/** Whether it may as well be another one of the same parties: no day that both say is the same. */
export function isPerhapsOther({ entry, fields, changes }: SameRow, columns: readonly Column[]): boolean {
  const said = columns
    .filter(({ kind }) => kind === 'day')
    .filter(({ code }) => fieldOf(entry, code) !== '' && fieldOf({ fields }, code) !== '');
  const differs = ({ code }: Column) => changes.some((change) => change.code === code && !isMore(change));
  return said.length > 0 && said.every(differs);
}

/** A row of a printed table holds more than that before it goes on in the next one. */
const PART = 28;

/** Whether it may be the first part alone of a row that went on below it: it only says less, of a long text. */
export function isCutShort({ changes }: Pick<SameRow, 'changes'>): boolean {
  return changes.some(
    ({ from, to }) =>
      to.length >= PART && from.length > to.length && bare(from).startsWith(bare(goesOn(to, ''))),
  );
}

/** Of entries that agree in the same columns, that many are held against a row. */
const COMPARED = 50;

/** What is filled in differs less than what is said otherwise. */
function distance({ changes }: Pick<SameRow, 'changes'>): number {
  return changes.reduce((sum, change) => sum + (isMore(change) ? 1 : 100), 0);
}

/**
 * The entries that rows of an office's growing table may be: those that agree with them in all columns of one of the
 * kind's `sameBy`. Each entry is one row's alone.
 */
export class KnownEntries {
  readonly #name: RegisterName;
  readonly #groups: readonly (readonly string[])[];
  readonly #unit: string;
  readonly #titled: string | undefined;
  /** Codes of the columns of numbers, of which 1,200 and 1200 are the same. */
  readonly #counts: ReadonlySet<string>;
  /** What the entries belong to: two of different ones are two. */
  readonly #owner: Column | undefined;
  readonly #byKey = new Map<string, Set<Entry>>();

  constructor(name: RegisterName, entries: readonly Entry[], columns: readonly Column[]) {
    this.#name = name;
    const { sameBy, unit, titled } = registerOf(name);
    [this.#groups, this.#unit, this.#titled] = [sameBy, unit, titled];
    this.#counts = new Set(columns.filter(({ kind }) => kind === 'count').map(({ code }) => code));
    this.#owner = columns.find(({ of }) => of !== undefined);
    for (const entry of entries) {
      for (const key of this.#keysOf(entry)) {
        const others = this.#byKey.get(key);
        if (others) others.add(entry);
        else this.#byKey.set(key, new Set([entry]));
      }
    }
  }

  /** That entry is no other row's any more. */
  take(entry: Entry): void {
    for (const key of this.#keysOf(entry)) this.#byKey.get(key)?.delete(entry);
  }

  /** One that says all that the row says. */
  findEqual(fields: Fields): Entry | undefined {
    return this.#alike(fields).find((entry) => this.#changesTo(entry, fields).length === 0);
  }

  /** Of each row the entry that it is likely of, the pairs that differ least first, whatever the order of the rows. */
  pair<Row extends { readonly row: number; readonly fields: Fields }>(
    rows: readonly Row[],
  ): Map<Row, SameRow> {
    const pairs = rows.flatMap((row) =>
      this.#alike(row.fields).map((entry) => {
        const same = { row: row.row, entry, fields: row.fields, changes: this.#changesTo(entry, row.fields) };
        return { row, same, distance: distance(same) };
      }),
    );
    const taken = new Set<Entry>();
    const found = new Map<Row, SameRow>();
    for (const { row, same } of pairs.sort((a, b) => a.distance - b.distance)) {
      if (found.has(row) || taken.has(same.entry)) continue;
      taken.add(same.entry);
      found.set(row, same);
    }
    return found;
  }

  /** Columns that the row fills in and that say something else; what the row leaves empty changes nothing. */
  #changesTo(entry: Entry, fields: Fields): ChangedField[] {
    return Object.entries(fields).flatMap(([code, to]) => {
      const from = fieldOf(entry, code);
      return this.#said(code, to) === this.#said(code, from) ? [] : [{ code, from, to }];
    });
  }

  #said(code: string, text: string): string {
    const count = this.#counts.has(code) ? countOf(text, this.#unit) : undefined;
    return count === undefined ? bare(text) : String(count);
  }

  #alike(fields: Fields): Entry[] {
    const found = new Set<Entry>();
    for (const key of this.#keysOf({ fields })) {
      for (const entry of this.#byKey.get(key) ?? []) {
        if (found.size === COMPARED) return [...found];
        if (!this.#isOfAnother(entry, fields)) found.add(entry);
      }
    }
    return [...found];
  }

  /** Where one of them names none, or one that is not there, nothing says that they are two. */
  #isOfAnother(entry: Entry, fields: Fields): boolean {
    if (!this.#owner) return false;
    const { code, choices = [] } = this.#owner;
    const [from, to] = [fieldOf(entry, code), fieldOf({ fields }, code)];
    if (from === '' || to === '' || choices.includes(from) !== choices.includes(to)) return false;
    return bare(from) !== bare(to);
  }

  #keysOf(of: Pick<Entry, 'fields'>): string[] {
    const titled = this.#titled;
    // The same 违法情形 may be that of several 风险点.
    const isTitled = titled !== undefined && textKey(fieldOf(of, titled)) !== undefined;
    const groups = isTitled ? this.#groups.filter((group) => group.includes(titled)) : this.#groups;
    return groups.flatMap((group) => keyBy(this.#name, group, of) ?? []);
  }
}
