import * as z from 'zod';
import { COLUMN_KINDS } from '../column.ts';

/** Longest name of a column, and longest word of a choice. */
export const LONGEST_NAME = 40;
/** Columns of a ledger, the own ones among them; words of a choice. */
export const MOST_COLUMNS = 100;

/** One column of a ledger as the office has it; what is absent is as the kind says. */
const columnFormSchema = z.object({
  /** Code of a column of the kind, or the id of an own one. */
  key: z.string().min(1).max(40),
  label: z.string().trim().min(1).max(LONGEST_NAME).optional(),
  /** What was typed in it stays in the entries. */
  hidden: z.boolean().optional(),
  listed: z.boolean().optional(),
  /** Of a choice: words besides those of the kind; of an own column all of them. */
  choices: z.array(z.string().trim().min(1).max(LONGEST_NAME)).max(MOST_COLUMNS).optional(),
  /** Of an own column, and of no other: by it own ones are known. */
  kind: z.enum(COLUMN_KINDS).optional(),
  /** Of an own column, and of one of words that the kind has. */
  personal: z.boolean().optional(),
});
export type ColumnForm = z.output<typeof columnFormSchema>;

/** All columns of a ledger, in the office's order. */
export const formSchema = z.array(columnFormSchema).max(MOST_COLUMNS);
