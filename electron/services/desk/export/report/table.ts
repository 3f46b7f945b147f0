import { type Cell } from './cell.ts';

export interface ReportTable {
  readonly name: string;
  /** Widths in spreadsheet units; a page in portrait holds about 90. */
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  readonly rows: readonly (readonly Cell[])[];
  /** Short enough for the first page of the workbook: three columns, the first one wide. */
  readonly onCover?: true;
  /** Stands in place of the rows where there are none. */
  readonly empty: string;
}

/** A table whose columns say themselves what each line has in them. */
export function reportTable<Line>(
  { lines, ...table }: Pick<ReportTable, 'name' | 'empty' | 'onCover'> & { readonly lines: readonly Line[] },
  columns: readonly (ReportTable['columns'][number] & { readonly cell: (line: Line) => Cell })[],
): ReportTable {
  return { ...table, columns, rows: lines.map((line) => columns.map(({ cell }) => cell(line))) };
}
