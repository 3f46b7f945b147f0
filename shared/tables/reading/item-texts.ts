import { headerMeaning } from '../cells/header-names.ts';
import type { Grid } from '../cells/grid.ts';
import type { ColumnRole } from '../column-map.ts';
import type { SourceCell } from '../source-table.ts';

/** Texts of an item's own: what its cells say, or the cells merged down over it. */
export interface ItemTexts {
  /** The first of the content's columns. */
  readonly title: string;
  /** The text furthest right of content and criterion. */
  readonly label: string;
  readonly content: string;
  readonly criterion: string;
  /** What a column 加分 beside the criterion gives on top. */
  readonly bonus: string;
  readonly methods: string;
  readonly evidence: string;
  readonly department: string;
  readonly deadline: string;
  readonly appliesTo: string;
  readonly note: string;
  /** 目标值：95% — with the column's heading. */
  readonly facts: string;
}

/** The cells that stand in a row, begun in it or merged down into it, left to right. */
export function coveringCells(grid: Grid, row: number): SourceCell[] {
  const cells = new Set<SourceCell>();
  for (let column = 0; column < grid.columns; column += 1) {
    const cell = grid.cellAt(row, column);
    if (cell && cell.text.trim() !== '') cells.add(cell);
  }
  return [...cells];
}

/** What the cells of a role say together. */
export function joinRole(
  cells: readonly SourceCell[],
  roles: readonly ColumnRole[],
  role: ColumnRole,
  between = '\n',
): string {
  return cells
    .filter((cell) => roles[cell.column] === role)
    .map((cell) => cell.text.trim())
    .join(between);
}

/** The item's own texts, out of these cells of its row. */
export function textsOf(
  cells: readonly SourceCell[],
  roles: readonly ColumnRole[],
  headings: readonly string[],
): ItemTexts {
  const of = (role: ColumnRole) => joinRole(cells, roles, role);
  const gained = cells.filter(
    ({ column }) => roles[column] === 'criterion' && isGain(column, roles, headings),
  );
  const scored = cells.filter((cell) => !gained.includes(cell));
  const title =
    cells.find((cell) => roles[cell.column] === 'content' && !isAside(cell, roles, headings))?.text.trim() ??
    '';
  const label = scored
    .filter((cell) => roles[cell.column] === 'content' || roles[cell.column] === 'criterion')
    .at(-1)
    ?.text.trim();
  const facts = cells
    .filter((cell) => roles[cell.column] === 'fact')
    .map((cell) => [headings[cell.column], cell.text.trim()].filter((part) => part !== '').join('：'));
  return {
    ...{
      title,
      label: label ?? '',
      content: contents(cells, roles, headings),
      criterion: joinRole(scored, roles, 'criterion'),
      bonus: gained.map((cell) => cell.text.trim()).join('\n'),
      methods: of('method'),
      evidence: of('evidence'),
    },
    ...{ department: of('department'), deadline: of('deadline'), appliesTo: of('appliesTo') },
    ...{ note: of('note'), facts: facts.join('；') },
  };
}

/** The content's columns; what a strange heading (易错点, A级标准) says of one beside others stays with it. */
function contents(
  cells: readonly SourceCell[],
  roles: readonly ColumnRole[],
  headings: readonly string[],
): string {
  return cells
    .filter((cell) => roles[cell.column] === 'content')
    .map((cell, i) => {
      const [heading = '', text] = [headings[cell.column], cell.text.trim()];
      const isGraded = /^[A-E]级|^[★☆]/.test(heading);
      const isStrange = isAside(cell, roles, headings) || (i > 0 && isUnknown(heading));
      return isGraded || isStrange ? `${heading}：${text}` : text;
    })
    .join('\n\n');
}

/** 加分标准 beside a column that says how points are lost. */
function isGain(at: number, roles: readonly ColumnRole[], headings: readonly string[]): boolean {
  const isBonus = (column: number) => /^(?:加分|奖励|奖分)/.test(headings[column] ?? '');
  return isBonus(at) && roles.some((role, column) => role === 'criterion' && !isBonus(column));
}

/** A strange column right of the criterion of items that levels name: none of it is their name. */
function isAside({ column }: SourceCell, roles: readonly ColumnRole[], headings: readonly string[]): boolean {
  const criterion = roles.indexOf('criterion');
  return (
    criterion >= 0 && criterion < column && roles.includes('level2') && isUnknown(headings[column] ?? '')
  );
}

function isUnknown(heading: string): boolean {
  return heading !== '' && headerMeaning(heading) === undefined;
}
