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
    /** Of a spreadsheet's cell that is a date: its day (ISO 8601), of which the text may show a part; absent of any other. */
    day: z.iso.date().optional(),
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
    /** What plain text does not say of a cell, or (row -1) of the whole: words struck through, a note, hidden text. Chinese. */
    doubts: z
      .array(z.strictObject({ row: z.int().min(-1), column: z.int().min(-1), text: z.string() }).readonly())
      .readonly()
      .optional(),
  })
  .readonly();
export type SourceTable = z.output<typeof sourceTableSchema>;
