import { squeeze } from '../rule-text/compact.ts';
import type { ColumnMap } from '../column-map.ts';
import { saysHeader } from './column-facts.ts';
import type { Grid } from './grid.ts';
import { headerMeaning } from './header-names.ts';
import { readNumbering } from './numbering.ts';
import { readScoreText } from './score-text.ts';

/**
 * Rows that are the header of another table than the one that is read: at least three words, each a header's, one of
 * them of points or of how they are given; or a header whose words stand in it twice, of two tables side by side.
 */
export function otherTables(
  grid: Grid,
  { headerFrom, headerTo }: Pick<ColumnMap, 'headerFrom' | 'headerTo'>,
): { readonly rows: readonly number[]; readonly cause: 'apart' | 'beside' } {
  if (headerTo === headerFrom) return { rows: [], cause: 'apart' };
  const words = grid.cellsIn(headerFrom).map(({ text }) => squeeze(text));
  // 加分项 | 加分值 | 扣分项 | 扣分值: two as well.
  const kinds = words.map((word) => word.replace(/^加分/, '扣分'));
  const half = words.length / 2;
  const isTwice =
    words.length >= 4 && half % 1 === 0 && kinds.slice(0, half).join('|') === kinds.slice(half).join('|');
  if (isTwice && !new Set(words).has('')) return { rows: [headerFrom], cause: 'beside' };
  const rows: number[] = [];
  for (let row = 0; row < grid.rows; row += 1) {
    const isOwn = row >= headerFrom && row < headerTo;
    if (!isOwn && isHeader(grid, row) && !saysHeader(grid, row, headerFrom, headerTo)) rows.push(row);
  }
  return { rows, cause: 'apart' };
}

function isHeader(grid: Grid, row: number): boolean {
  const cells = grid.cellsIn(row);
  const meanings = cells.map(({ text }) => headerMeaning(text));
  return (
    cells.length >= 3 &&
    cells.every(
      ({ text, columnSpan }) =>
        squeeze(text).length <= 8 &&
        columnSpan <= 2 &&
        readScoreText(text).kind !== 'points' &&
        !readNumbering(text),
    ) &&
    meanings.every((meaning) => meaning !== undefined) &&
    meanings.some((meaning) => meaning === 'fullScore' || meaning === 'criterion')
  );
}
