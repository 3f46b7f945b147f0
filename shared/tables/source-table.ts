import * as z from 'zod';

const count = z.int().min(0);

/** One cell of a table as its file gives it; merged cells appear once, with their spans. Indexes from 0. */
const sourceCellSchema = z
  .strictObject({
    row: count,
    column: count,
    rowSpan: count,
    columnSpan: count,
    /** Text as shown, line breaks kept, never evaluated. */
    text: z.string(),
  })
  .readonly();
export type SourceCell = z.output<typeof sourceCellSchema>;

/** One sheet, Word table, HTML table or pasted table. */
export const sourceTableSchema = z
  .strictObject({
    /** Unique within the file: "1", "2", … in the file's order. */
    id: z.string(),
    /** Sheet name, or 表1, 表2, …; with the heading above it where there is one. */
    name: z.string(),
    rows: count,
    columns: count,
    cells: z.array(sourceCellSchema).readonly(),
    /** Paragraphs of a document or page before the table, down from the table before it; absent where none. */
    before: z.array(z.string()).readonly().optional(),
    /** Those after the last table of the file. */
    after: z.array(z.string()).readonly().optional(),
  })
  .readonly();
export type SourceTable = z.output<typeof sourceTableSchema>;
