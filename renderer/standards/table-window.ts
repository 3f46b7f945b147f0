import type { SourceCell, SourceTable } from '../../shared/tables/source-table.ts';

export interface WindowRow {
  /** Row of the table, from 0. */
  readonly row: number;
  /** Cells that begin in this row of the window; a cell that began above is drawn in the window's first row. */
  readonly cells: readonly SourceCell[];
}

/** Rows `from` to before `to` as they are drawn, merged cells cut to the window, empty ones filled in. */
export function tableWindow(table: SourceTable, from: number, to: number): WindowRow[] {
  const end = Math.min(to, table.rows);
  const inside = table.cells
    .filter(({ row, rowSpan }) => row < end && row + rowSpan > from)
    .map((cell) => {
      const row = Math.max(cell.row, from);
      return { ...cell, row, rowSpan: Math.min(cell.row + cell.rowSpan, end) - row };
    });
  const taken = new Set<string>();
  for (const { row, column, rowSpan, columnSpan } of inside) {
    for (let r = row; r < row + rowSpan; r += 1) {
      for (let c = column; c < column + columnSpan; c += 1) taken.add(`${r}:${c}`);
    }
  }
  return Array.from({ length: Math.max(0, end - from) }, (_, index) => {
    const row = from + index;
    const blanks = Array.from({ length: table.columns }, (__, column) => column)
      .filter((column) => !taken.has(`${row}:${column}`))
      .map((column) => ({ row, column, rowSpan: 1, columnSpan: 1, text: '' }));
    const cells = [...inside.filter((cell) => cell.row === row), ...blanks];
    return { row, cells: cells.sort((a, b) => a.column - b.column) };
  });
}
