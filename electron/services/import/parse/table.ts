import type { SourceCell, SourceTable } from '../../../../shared/tables/source-table.ts';
import { importFailure } from '../import-failure.ts';
import { LIMITS } from '../limits.ts';

/** "表2", or "表2：考核细则" with the heading above it. */
export function tableName(number: number, heading = ''): string {
  const words = shorten(heading);
  return words === '' ? `表${number}` : `表${number}：${words}`;
}

/** A heading as part of a name: one line, not a paragraph. */
export function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= 60 ? line : `${line.slice(0, 60)}…`;
}

/** Text as shown: \n alone ends a line; no blanks at the ends, no control characters. */
export function cleanText(text: string): string {
  return (
    text
      .replace(/\r\n?|[\v\f\u2028\u2029]/g, '\n')
      .replace(/[\u00a0\t]/g, ' ')
      // eslint would have these as escapes only; they print nothing in any program.
      .replace(/[^\P{Cc}\n]|[\u200b\ufeff\ufffe\uffff]/gu, '')
      .replace(/ +\n/g, '\n')
      .trim()
  );
}

export type Doubt = NonNullable<SourceTable['doubts']>[number];
/** A table that is all struck through is told of often enough. */
const MOST_DOUBTS = 200;

/**
 * A table from cells in any order; undefined where it holds no text. Rows and columns end at the last text, so that
 * formatted blanks don't count, and spans with them. Empty cells that are not merged are left out.
 */
export function makeTable(
  id: string,
  name: string,
  cells: readonly SourceCell[],
  doubts: readonly Doubt[] = [],
): SourceTable | undefined {
  const filled = cells.filter(({ text }) => text !== '');
  if (filled.length === 0) return undefined;
  const rows = filled.reduce((most, { row }) => Math.max(most, row + 1), 0);
  const columns = filled.reduce((most, { column }) => Math.max(most, column + 1), 0);
  if (rows > LIMITS.rows || filled.length > LIMITS.cells) {
    throw importFailure(
      'import-too-many-rows',
      `“${name || '表格'}”超过 ${LIMITS.rows} 行或 ${LIMITS.cells} 个有内容的单元格，不像一张评分表。`,
    );
  }
  const kept = cells
    .filter((cell) => cell.row < rows && cell.column < columns)
    .map((cell) => ({
      ...cell,
      rowSpan: Math.min(cell.rowSpan, rows - cell.row),
      columnSpan: Math.min(cell.columnSpan, columns - cell.column),
    }))
    .filter(({ text, rowSpan, columnSpan }) => text !== '' || rowSpan > 1 || columnSpan > 1)
    .sort((a, b) => a.row - b.row || a.column - b.column);
  const odd = doubts.slice(0, MOST_DOUBTS);
  return { id, name, rows, columns, cells: kept, ...(odd.length > 0 && { doubts: odd }) };
}
