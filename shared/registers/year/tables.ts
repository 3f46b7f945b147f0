import * as z from 'zod';

/** How a line of a 统计表 gets its number: all entries, those with a word in a column, a column added up, by hand. */
export const LINE_WAYS = ['all', 'word', 'sum', 'typed'] as const;

export const MOST_TABLES = 200;
export const MOST_LINES = 100;
/** Longest title, name of a line, number that is typed. */
export const LONGEST_LINE = 100;

const words = (most: number) => z.string().trim().max(most).default('');

const statLineSchema = z.object({
  id: z.uuid(),
  label: words(LONGEST_LINE),
  by: z.enum(LINE_WAYS),
  /** Code of a column of the ledger; and what it was called, so that one that is gone can be named. */
  column: words(40),
  called: words(40),
  word: words(LONGEST_LINE),
  /** What was typed; counted numbers are stored nowhere. */
  value: words(LONGEST_LINE),
});
export type StatLine = z.output<typeof statLineSchema>;

/** A table of numbers over a period that the office has typed: no document of ours states one. */
export const statTableSchema = z.object({
  id: z.uuid(),
  /** Name of a ledger. */
  register: z.string().max(40),
  title: words(LONGEST_LINE),
  /** First and last day, both within; '' where none is said. */
  from: words(10),
  to: words(10),
  lines: z.array(statLineSchema).max(MOST_LINES),
});
export type StatTable = z.output<typeof statTableSchema>;
