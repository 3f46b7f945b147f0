import type { SourceCell, SourceTable } from '../../tables/source-table.ts';

/** A heading without blanks, brackets and colons. */
export const bare = (text: string): string => text.replace(/[\s（）()：:、*]/gu, '');

/** What stands in each place of a row. */
export type Line = readonly (SourceCell | undefined)[];

/** What stands in each place of a table: a merged cell in all rows and columns that it covers. */
export function placesOf({ cells, rows, columns }: SourceTable): readonly Line[] {
  const places = Array.from({ length: rows }, () =>
    Array.from({ length: columns }, (): SourceCell | undefined => undefined),
  );
  for (const cell of cells) {
    const { row, column, rowSpan, columnSpan, text } = cell;
    if (text.trim() === '') continue;
    for (let r = row; r < Math.min(rows, row + Math.max(1, rowSpan)); r += 1) {
      const line = places[r];
      if (!line) continue;
      for (let c = column; c < Math.min(columns, column + Math.max(1, columnSpan)); c += 1) line[c] = cell;
    }
  }
  return places;
}

export function textsOf(line: Line): readonly string[] {
  return line.map((cell) => cell?.text.trim() ?? '');
}
