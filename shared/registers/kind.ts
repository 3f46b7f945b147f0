import type { Source } from '../standard/schema.ts';
import type { Column } from './column.ts';
import type { Entry } from './entry.ts';
import type { Figure } from './figure.ts';

/** Two counts for an item that is scored by a ratio, and how they came about. */
export interface Ratio {
  readonly code: string;
  /** 回访比例. */
  readonly label: string;
  readonly numerator: number;
  readonly denominator: number;
  /** What was counted, in the words of the register. */
  readonly counted: { readonly numerator: string; readonly denominator: string };
}

/** A kind of register: all that the program knows of it. Its columns are 参考格式 wherever no document states them. */
/** A row of a table, with what stands first in it. */
interface JudgedRow {
  readonly fields: Entry['fields'];
  readonly first: string;
  /** It would be left as a total in any table. */
  readonly isTotal: boolean;
}

/** Why it is no entry, or what is to be looked at in it; '' for nothing. */
interface Judgement {
  readonly left: string;
  readonly odd: string;
  /** What it says besides, where it is registered. */
  readonly added?: Entry['fields'];
}

export interface RegisterKind {
  /** 行政指导台账. */
  readonly label: string;
  /** Above its button: what the unit does itself, or what an office does for all of its place or system (本地本系统). */
  readonly group?: '本单位' | '本地本系统';
  /** The register that it belongs to, on whose screen it is shown: it has no button of its own, and comes right after it. */
  readonly within?: string;
  /** What the button of one says that others stand within; absent: its label. */
  readonly button?: string;
  /** Of a list that is handed on as .docx: the title of that paper. */
  readonly paper?: string;
  /** Which columns that paper has; absent: all in which something stands. */
  readonly paperColumns?: 'listed';
  /** As its entries are handed on, on paper and as a table, and what is said of them; absent: as they are. */
  readonly onPaper?: (
    entries: readonly Entry[],
    of: { readonly today: string; readonly year: number },
  ) => { readonly entries: readonly Entry[]; readonly notes: readonly string[] };
  /** What one entry is: 件, 次. */
  readonly unit: string;
  /** What it is for, in a sentence. */
  readonly about: string;
  /** Which documents ask for what it proves. */
  readonly sources: readonly Source[];
  readonly columns: readonly Column[];
  /** Columns that tell one entry from another, in groups: a row that agrees in all of one is likely an entry already known. */
  readonly sameBy: readonly (readonly string[])[];
  /**
   * The column that says what an entry is, of a list whose rows may say more of the same one: a row of a table without it is
   * told of, one with it comes to its likes, and by other columns only entries without it are the same.
   */
  readonly titled?: string;
  /** The column by whose month entries are counted. */
  readonly month: string;
  /**
   * Its entries are of the year that they stand in, and in the order of the office: nobody is asked for a day of each, and every
   * one counts, whatever its day.
   */
  readonly isOfTheYear?: true;
  /** Where not every day counts: the entries that months count, without the day where it does not. Absent: all as they are. */
  readonly inMonths?: (
    entries: readonly Entry[],
    of: { readonly today: string; readonly year: number },
  ) => readonly Entry[];
  /** What is said of those that are of no month; absent: that they have no day. */
  readonly noMonth?: string;
  /** Choices that are counted by month besides the number of entries, by the code of their column. */
  readonly counted?: readonly string[];
  /** By the code of a column: what the program makes of it besides, so that who hides it knows. `usesOf` adds the months. */
  readonly reads?: Readonly<Record<string, string>>;
  /** Days that cannot lie before another one of their entry, by their columns; `so`: what is not made of one that does. */
  readonly follows?: readonly { readonly code: string; readonly after: string; readonly so?: string }[];
  /** The column that tells one entry from all others by itself: of those that say the same in it one counts. */
  readonly onlyOnce?: string;
  /** The same where no column alone tells: entries that an earlier one is already, each with that one. */
  readonly again?: (entries: readonly Entry[]) => ReadonlyMap<Entry, Entry>;
  /** By which columns an entry is called in a sentence; absent: by the first two that hold words. */
  readonly called?: readonly string[];
  /** What is kept of an entry beside its columns, on a screen of its own: what a field is called; undefined for none of them. */
  readonly fieldLabel?: (code: string, fields: Entry['fields']) => string | undefined;
  /** Columns with a screen of their own: an office neither hides nor renames them. */
  readonly fixed?: readonly string[];
  /** Of each row of a table what it is; none of them is left as a total without being asked about. */
  readonly judged?: (rows: readonly JudgedRow[]) => readonly Judgement[];
  /** What it says of an item that is scored by a ratio. */
  readonly ratios?: (entries: readonly Entry[]) => readonly Ratio[];
  /** What it says of a year for the 数据 of a report, of the entries of that year; absent: how many, and by `counted`. */
  readonly figures?: (entries: readonly Entry[]) => readonly Figure[];
  /** What an entry asks for by this day (ISO 8601); '' for nothing. `year`: that of the register; absent: today's. */
  readonly due?: (entry: Entry, today: string, year?: number) => string;
}
