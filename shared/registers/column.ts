import type { Source } from '../standard/schema.ts';

/** What stands in a column: words, a day (ISO 8601), a number, one of some words. What is typed stays as it was typed. */
export const COLUMN_KINDS = ['text', 'long', 'day', 'count', 'choice'] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

/** What names a column of an office's table. */
export interface Heading {
  readonly text: string;
  /** 回访, above 日期 and 方式; '' for none. */
  readonly group: string;
  /** What stands below it, in its order. */
  readonly below?: () => readonly string[];
}

/** That a heading is of a column; or that it names it and is not of it, or only perhaps, and why in words. */
export type Named = true | { readonly why: string; readonly isPerhaps?: true };

/** One column of a register: a field of its form, a column of its list, its table and its files. */
export interface Column {
  readonly code: string;
  readonly label: string;
  readonly kind: ColumnKind;
  /** Of a choice, in their order. */
  readonly choices?: readonly string[];
  /** By the choice: what else tables say for it, and nothing else. */
  readonly alike?: Readonly<Record<string, readonly string[]>>;
  /** The same of what may mean another one as well. */
  readonly perhaps?: Readonly<Record<string, readonly string[]>>;
  /** Other headings under which an office's own table may have it. */
  readonly headings?: readonly string[];
  /** Headings of what it takes only where the table has no other one for it. */
  readonly otherwise?: readonly string[];
  /** Why a heading that names it is of something else, in words; '' where that need not be said; undefined: it is of it. */
  readonly whyNot?: (text: string, group: string) => string | undefined;
  /** Reads whole headings instead of their names, however long they are; undefined: it names something else. */
  readonly named?: (heading: Heading) => Named | undefined;
  /** What no heading says but of it: one with these words that is not taken is asked about, whatever stands below. */
  readonly akin?: RegExp;
  /** Of a cell in a column that is not taken what it says that belongs into this one, in words; '' for nothing. Asked about where this one is empty. */
  readonly saidBeside?: (text: string, heading: Heading) => string;
  /** The column that keeps such words where the row is registered. */
  readonly besideIn?: string;
  /** True for a text above or below the rows that says so; of what it names, these rows do not say it. */
  readonly saidAround?: (text: string, rows: readonly Readonly<Record<string, string>>[]) => boolean;
  /** Those of the headings that name what it lies in: where another one is taken, its words go before. */
  readonly within?: readonly string[];
  /** Telephone, number of an identity card: left out of what leaves the program unless it is asked for. */
  readonly personal?: true;
  /** Names places and no person: an office cannot mark it as personal, since what is made of it is those names. */
  readonly impersonal?: true;
  /** Of a number that tells one entry from another: by what it is the same, undefined of what is none; absent: as words are. */
  readonly keyed?: (text: string) => string | undefined;
  /** Shown in the list; the others in the form alone. */
  readonly listed?: true;
  /** Who asks for it, where a document does; absent: ours. */
  readonly source?: Source;
  /** Longer than the cell of a table: exported as a paper of its own instead. */
  readonly apart?: true;
  /** A day that is set ahead: one after today is as it should be. */
  readonly planned?: true;
  /** What is filled in of a new entry. */
  readonly first?: string;
  /** Holds the id of an entry of that register, which is chosen by its name. */
  readonly of?: 'projects';
  /** Of such a column: what the entries are called, by their ids. */
  readonly names?: Readonly<Record<string, string>>;
  /** The names that several of them have, once for each. */
  readonly shared?: readonly string[];
  /** Titles of that register are offered where it is typed. */
  readonly suggests?: 'cases';
}
