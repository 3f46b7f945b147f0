import { type Grid } from '../cells/grid.ts';
import { type Numbering, readNumbering } from '../cells/numbering.ts';
import { readScoreText, type ScoreText } from '../cells/score-text.ts';
import type { ColumnMap, ColumnRole } from '../column-map.ts';

/** A level column's cell in a row. */
interface LevelText {
  /** 1 for 一级指标, … */
  readonly depth: number;
  /** Without its numbering. */
  readonly text: string;
  readonly numbering: Numbering | undefined;
  /** Rows that the merged cell covers; 1 where it is not merged. */
  readonly rowSpan: number;
}

/** What a row below the header says, by the roles of its columns. Cells merged down from above are not repeated. */
export interface RowFacts {
  readonly row: number;
  readonly text: string;
  /** Number column, or the numbering of the row's only text. */
  readonly numbering: Numbering | undefined;
  /** False where the number cell is merged over several rows: it numbers a group. */
  readonly numbersRow: boolean;
  readonly levels: readonly LevelText[];
  readonly content: string;
  readonly criterion: string;
  readonly score: ScoreText;
  /** Rows that the score cell covers. */
  readonly scoreSpan: number;
  /** True where a score cell is merged down into this row. */
  readonly scoreFromAbove: boolean;
  /** Scores of levels, by depth, in tables with several 分值 columns. */
  readonly levelScores: ReadonlyMap<number, ScoreText>;
  readonly weight: string;
  readonly methods: string;
  readonly evidence: string;
  readonly department: string;
  readonly deadline: string;
  readonly veto: string;
  readonly appliesTo: string;
  readonly note: string;
  /** The row's one text where no other cell says anything: a heading, a note, or a continuation. */
  readonly alone: { readonly text: string; readonly leads: boolean } | undefined;
}

const LEVEL_DEPTH: Partial<Record<ColumnRole, number>> = { level1: 1, level2: 2, level3: 3, level4: 4 };

/** Which 分值 column scores the items, and which levels the others score. */
export interface ScoreColumns {
  readonly item: number;
  readonly levels: ReadonlyMap<number, number>;
}

/** The 分值 column with most cells is the items' own; one right of a level column scores that level. */
export function scoreColumns(grid: Grid, map: ColumnMap): ScoreColumns {
  const columns = map.roles.flatMap((role, column) => (role === 'fullScore' ? [column] : []));
  const count = (column: number) => {
    let cells = 0;
    for (let row = map.headerTo; row < grid.rows; row += 1) {
      if (grid.startsAt(row, column) && readScoreText(grid.textAt(row, column)).kind === 'points') cells += 1;
    }
    return cells;
  };
  const item = [...columns].sort((a, b) => count(b) - count(a) || b - a)[0] ?? -1;
  const levels = new Map<number, number>();
  for (const column of columns) {
    if (column === item) continue;
    const depth = map.roles
      .slice(0, column)
      .map((role) => LEVEL_DEPTH[role] ?? 0)
      .findLast((level) => level > 0);
    if (depth !== undefined) levels.set(depth, column);
  }
  return { item, levels };
}

export function readRow(grid: Grid, map: ColumnMap, scores: ScoreColumns, row: number): RowFacts {
  const { roles } = map;
  const own = grid.cellsIn(row);
  const textOf = (role: ColumnRole) =>
    own
      .filter((cell) => roles[cell.column] === role)
      .map((cell) => cell.text.trim())
      .join('\n');
  const cellOf = (role: ColumnRole) => own.find((cell) => roles[cell.column] === role);

  const numberCell = cellOf('number');
  const levels = own.flatMap((cell): LevelText[] => {
    const depth = LEVEL_DEPTH[roles[cell.column] ?? 'ignore'];
    if (depth === undefined) return [];
    const numbering = readNumbering(cell.text);
    const named = numbering && numbering.rest !== '' ? numbering : undefined;
    return [{ depth, text: named?.rest ?? cell.text.trim(), numbering: named, rowSpan: cell.rowSpan }];
  });
  const alone = aloneText(grid, map, row);
  const scoreCell = scores.item < 0 ? undefined : grid.cellAt(row, scores.item);
  const ownScore = scoreCell?.row === row && scoreCell.column === scores.item;
  return {
    row,
    text: own.map((cell) => cell.text.trim()).join(' | '),
    numbering: numberCell ? readNumbering(numberCell.text) : alone ? readNumbering(alone.text) : undefined,
    numbersRow: (numberCell?.rowSpan ?? 1) === 1,
    levels,
    content: textOf('content'),
    criterion: textOf('criterion'),
    score: ownScore ? readScoreText(scoreCell.text) : { kind: 'blank' },
    scoreSpan: ownScore ? scoreCell.rowSpan : 1,
    scoreFromAbove: scoreCell !== undefined && scoreCell.row < row && scoreCell.text.trim() !== '',
    levelScores: new Map(
      [...scores.levels].flatMap(([depth, column]) =>
        grid.startsAt(row, column) ? [[depth, readScoreText(grid.textAt(row, column))] as const] : [],
      ),
    ),
    weight: textOf('weight'),
    methods: textOf('method'),
    evidence: textOf('evidence'),
    department: textOf('department'),
    deadline: textOf('deadline'),
    veto: textOf('veto'),
    appliesTo: textOf('appliesTo'),
    note: textOf('note'),
    alone,
  };
}

function aloneText(grid: Grid, { roles }: ColumnMap, row: number): RowFacts['alone'] {
  const own = grid.cellsIn(row);
  const [cell] = own;
  if (own.length !== 1 || !cell) return undefined;
  for (let column = 0; column < grid.columns; column += 1) {
    const other = grid.cellAt(row, column);
    if (other && other !== cell && other.text.trim() !== '') return undefined;
  }
  const role = roles[cell.column];
  const isText = role === 'content' || role === 'criterion' || role === 'evidence' || role === 'note';
  const leads = cell.columnSpan > 1 || !isText || cell.column === 0;
  return { text: cell.text.trim(), leads };
}
