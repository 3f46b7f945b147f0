import { KIND } from '../cells/column-facts.ts';
import type { Grid } from '../cells/grid.ts';
import { columnNumbering, numberFromDate, readNumbering } from '../cells/numbering.ts';
import { namesBlock } from '../cells/sides.ts';
import type { ColumnMap, ColumnRole } from '../column-map.ts';
import { squeeze } from '../rule-text/compact.ts';
import type { SourceCell } from '../source-table.ts';

export const LEVEL_DEPTH: Partial<Record<ColumnRole, number>> = {
  ...{ level1: 1, level2: 2, level3: 3, level4: 4, level5: 5, level6: 6 },
};

/** The lowest level that a table has a column for; 0 where it has none. */
export function deepestLevel(roles: readonly ColumnRole[]): number {
  return Math.max(0, ...roles.map((role) => LEVEL_DEPTH[role] ?? 0));
}

/** 扣分项 in the numbers' column, for each row that it stands for; '' for the others, and without such a column. */
export function blocksInNumbers(grid: Grid, { roles, headerTo }: ColumnMap): readonly string[] {
  const column = roles.indexOf('number');
  let block = '';
  return Array.from({ length: column < 0 ? 0 : grid.rows }, (_, row) => {
    const text = row < headerTo ? '' : grid.textAt(row, column);
    if (text !== '') block = namesBlock(text) ? text : '';
    return block;
  });
}

/** 加分项, 基本项: what a column says the row is, or `block` ({@link blocksInNumbers}) where texts stand beside it. */
export function kindOf(own: readonly SourceCell[], roles: readonly ColumnRole[], block: string): string {
  const told = own.find((cell) => roles[cell.column] === 'fact' && KIND.test(squeeze(cell.text)));
  if (told) return told.text.trim();
  const column = roles.indexOf('number');
  return column >= 0 && own.some((cell) => cell.column > column) ? block : '';
}

/** A numbered name and a score, and no word of the criterion or of another text: 一、分片包干 | | 35; 1 | 分片包干 | | 35. */
function bareName(own: readonly SourceCell[], roles: readonly ColumnRole[]): SourceCell | undefined {
  const [first, ...others] = own;
  if (!first) return undefined;
  const isNumber = roles[first.column] === 'number';
  const texts = roles.filter((role) => role === 'content' || (role === 'criterion' && !isNumber)).length;
  if (texts < 2) return undefined;
  const [name, ...beside] = isNumber ? others : own;
  const isNumbered = isNumber || (beside.length > 0 && readNumbering(first.text) !== undefined);
  const isBare = beside.every((cell) => roles[cell.column] === 'fullScore');
  return name && isNumbered && isBare && name.column === roles.indexOf('content') ? name : undefined;
}

/** The roles for a row: words in the number's column, over or before an empty name, are the name. `isHeld`: some cell of it is merged down from above. */
export function rolesIn(
  own: readonly SourceCell[],
  roles: readonly ColumnRole[],
  isHeld: boolean,
): readonly ColumnRole[] {
  const [first, second] = own;
  // Where names have no column of their own, a heading stands over the texts, or alone before its score.
  const over = first && first.columnSpan > 1 ? first : isHeld ? undefined : bareName(own, roles);
  if (over && roles[over.column] === 'content' && !roles.includes('level1'))
    return roles.map((role, column) => (column === over.column ? 'level1' : role));
  if (!first || roles[first.column] !== 'number') return roles;
  if (readNumbering(first.text)?.rest === '' || columnNumbering(first.text)?.rest === '') return roles;
  if (numberFromDate(first.text)) return roles;
  const after = first.column + Math.max(2, first.columnSpan);
  const name = roles
    .slice(first.column, after)
    .find((role) => LEVEL_DEPTH[role] !== undefined || role === 'content');
  if (name === undefined || (second && second.column < after)) return roles;
  // 一、秩序 | | 60 over 1, 2, 3: a number of headings, and nothing beside it but its score.
  const isHeading =
    (readNumbering(first.text)?.rank ?? Infinity) <= 20 &&
    own.slice(1).every((cell) => roles[cell.column] === 'fullScore');
  const isOver = name === 'content' && (first.columnSpan > 2 || isHeading) && !roles.includes('level1');
  return roles.map((role, column) => (column === first.column ? (isOver ? 'level1' : name) : role));
}
