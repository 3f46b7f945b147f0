import type { SourceCell, SourceTable } from '../source-table.ts';

/** A table as rows and columns again: each place holds the cell that covers it. */
export interface Grid {
  readonly rows: number;
  readonly columns: number;
  cellAt(row: number, column: number): SourceCell | undefined;
  /** Trimmed text of the covering cell; '' where there is none. */
  textAt(row: number, column: number): string;
  /** True where the cell begins in this row (not merged down into it). */
  startsAt(row: number, column: number): boolean;
  /** The cells that begin in this row and hold text, left to right. */
  cellsIn(row: number): SourceCell[];
}

/** Whether a cell says nothing: empty, or boxes that are to be ticked. */
export function isBlank(text: string): boolean {
  return /^[\s□☐]*$/.test(text);
}

export function gridOf(table: SourceTable): Grid {
  const places: (SourceCell | undefined)[][] = Array.from({ length: table.rows }, () => []);
  const beginning: SourceCell[][] = Array.from({ length: table.rows }, () => []);
  for (const each of table.cells) {
    const cell = isBlank(each.text) ? { ...each, text: '' } : each;
    if (cell.text !== '') beginning[cell.row]?.push(cell);
    const lastRow = Math.min(table.rows, cell.row + cell.rowSpan);
    const lastColumn = Math.min(table.columns, cell.column + cell.columnSpan);
    for (let row = cell.row; row < lastRow; row += 1) {
      for (let column = cell.column; column < lastColumn; column += 1) {
        const line = places[row];
        if (line) line[column] = cell;
      }
    }
  }
  for (const cells of beginning) cells.sort((a, b) => a.column - b.column);
  return {
    rows: table.rows,
    columns: table.columns,
    cellAt: (row, column) => places[row]?.[column],
    textAt: (row, column) => (places[row]?.[column]?.text ?? '').trim(),
    startsAt: (row, column) => places[row]?.[column]?.row === row,
    cellsIn: (row) => beginning[row] ?? [],
  };
}
