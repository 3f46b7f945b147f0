/** One cell of a sheet that is being drawn up. */
export interface Cell {
  readonly text: string;
  /** Cells one above the other with the same key are one: merged, or written as `below` says. */
  readonly key?: string;
  /** How the rows below the first one show the same cell: part of it, left empty, or written again. */
  readonly below?: 'merged' | 'blank' | 'again';
  /** Columns that it covers to its right, itself included. */
  readonly span?: number;
}

/** Cells from left to right; a cell that spans is followed by the next free column's. */
export type Row = readonly Cell[];

export interface Sheet {
  readonly name: string;
  readonly columns: number;
  readonly rows: readonly Row[];
  /** Paragraphs above and below; a sheet that knows only cells writes them as rows across. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Rows with which a further table begins, where the form knows several tables of one sheet. */
  readonly parts: readonly number[];
  /** Columns whose numbers a spreadsheet keeps as numbers. */
  readonly numbers: ReadonlySet<number>;
  /** As text it is GB18030, not UTF-8. */
  readonly isOldText: boolean;
}

export interface Placed {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
}

/** Where each cell stands, merged ones once. Every place of the grid is covered by exactly one cell. */
export function placed({ rows, columns }: Pick<Sheet, 'rows' | 'columns'>): Placed[] {
  const cells: Placed[] = [];
  /** By column: the cell above that may go on. */
  let above = new Map<number, { key: string; at: number; span: number }>();
  rows.forEach((row, index) => {
    const current: typeof above = new Map();
    let column = 0;
    for (const { text, key, below = 'merged', span = 1 } of row) {
      const open = above.get(column);
      const goesOn = key !== undefined && open?.key === key && open.span === span;
      const cell = goesOn ? cells[open.at] : undefined;
      if (cell && open && below === 'merged') {
        cells[open.at] = { ...cell, rowSpan: cell.rowSpan + 1 };
        current.set(column, open);
      } else {
        const shown = cell && below === 'blank' ? '' : text;
        if (key !== undefined) current.set(column, { key, at: cells.length, span });
        cells.push({ row: index, column, rowSpan: 1, columnSpan: span, text: shown });
      }
      column += span;
    }
    if (column !== columns) throw new Error(`Row ${index} has ${column} columns instead of ${columns}`);
    above = current;
  });
  return cells;
}

/** Its tables one below the other. */
export function tablesOf({ rows, columns, parts }: Pick<Sheet, 'rows' | 'columns' | 'parts'>) {
  return [0, ...parts].map((from, index) => ({ columns, rows: rows.slice(from, parts[index]) }));
}

/** A row with one cell across all columns. */
export const across = (text: string, columns: number): Row => [{ text, span: columns }];

/** A row with these texts, the rest empty. */
export function texts(all: readonly string[], columns: number): Row {
  return Array.from({ length: columns }, (_, index) => ({ text: all[index] ?? '' }));
}
