import { PART } from '../cells/cell-texts.ts';
import { type Grid } from '../cells/grid.ts';
import {
  columnNumbering,
  looseNumbering,
  numberFromDate,
  type Numbering,
  readNumbering,
} from '../cells/numbering.ts';
import { isCapHeading } from '../cells/header-names.ts';
import { readScoreText, type ScoreText } from '../cells/score-text.ts';
import { type UnitColumn, unitColumns, unitPoints } from '../cells/unit-columns.ts';
import type { Points } from '../../values/points.ts';
import type { ColumnMap, ColumnRole } from '../column-map.ts';
import type { SourceCell } from '../source-table.ts';
import { type GradeCell, gradesIn, pointsOfGrades } from './grade-cells.ts';
import { blocksInNumbers, deepestLevel, kindOf, LEVEL_DEPTH, rolesIn } from './row-roles.ts';
import { coveringCells, type ItemTexts, joinRole, textsOf } from './item-texts.ts';

/** A level column's cell in a row. */
export interface LevelText {
  /** 1 for 一级指标, … */
  readonly depth: number;
  /** Without its numbering. */
  readonly text: string;
  /** As it is written. */
  readonly written: string;
  readonly numbering: Numbering | undefined;
  /** Rows that the merged cell covers; 1 where it is not merged. */
  readonly rowSpan: number;
  /** Runs over all columns of levels right of its own, of which there are some. */
  readonly isWhole: boolean;
}

/** The most that a row may count, as a cell says it. */
export interface Most {
  readonly points: Points;
  /** Those that the cell is merged over. */
  readonly rows: number;
  /** The cell is the row's score. */
  readonly isScore: boolean;
}

/** What a row below the header says, by the roles of its columns. `texts`: of cells that begin in it. */
export interface RowFacts {
  readonly row: number;
  readonly text: string;
  /** Number column, or the numbering of the row's only text. */
  readonly numbering: Numbering | undefined;
  /** True where a spreadsheet has made a date of the number. */
  readonly isDate: boolean;
  /** False where the number cell is merged over several rows: it numbers a group. */
  readonly numbersRow: boolean;
  /** Rows that the number cell covers. */
  readonly numberSpan: number;
  readonly levels: readonly LevelText[];
  readonly texts: ItemTexts;
  /** The same with the cells that are merged down into the row. */
  readonly held: ItemTexts;
  /** The numbering that the content begins with. */
  readonly contentNumbering: Numbering | undefined;
  readonly score: ScoreText;
  /** The heading over it. */
  readonly scoreHeading: string;
  /** Rows that the score cell covers. */
  readonly scoreSpan: number;
  /** True where a score cell is merged down into this row. */
  readonly scoreFromAbove: boolean;
  /** The most that the row may count, where a cell says so. */
  readonly most: Most | undefined;
  /** Rows that the remark beside it is merged over. */
  readonly noteRows: number;
  /** Its number or its name is merged down from above. */
  readonly isHeldName: boolean;
  /** Scores of levels, by depth, in tables with several 分值 columns. */
  readonly levelScores: ReadonlyMap<number, ScoreText>;
  /** 优 | 良 | 中 | 差: the points of each grade. */
  readonly grades: readonly GradeCell[];
  /** 加分项, 基本项: what a column says the row is. */
  readonly itemKind: string;
  readonly weight: string;
  readonly veto: string;
  /** Some cell of the row runs over several columns. */
  readonly isAcross: boolean;
  /** The row's one text where no other cell says anything: a heading, a note, or a continuation. */
  readonly alone: { readonly text: string; readonly leads: boolean } | undefined;
}

/** Which 分值 column scores the items, and which levels the others score. */
interface ScoreColumns {
  readonly item: number;
  readonly levels: ReadonlyMap<number, number>;
  /** All 分值 columns, where each row has its score in one of them alone: 大项 | 分项 | 小项. */
  readonly staggered: readonly number[];
  /** All 分值 columns, where each is for one kind of unit: 乡镇 | 街道. */
  readonly units: readonly UnitColumn[];
  /** The column that says the most of each row; -1 where none does. */
  readonly most: number;
}

/** The 分值 column with most cells is the items' own; one right of a level column scores that level. */
export function scoreColumns(grid: Grid, map: ColumnMap, headings: readonly string[]): ScoreColumns {
  const units = unitColumns(grid, map);
  const most = map.roles.findIndex(
    (role, column) => ['fullScore', 'fact'].includes(role) && isCapHeading(headings[column] ?? ''),
  );
  const [first] = units;
  if (first) return { item: first.column, levels: new Map(), staggered: [], units, most };
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
  return { item, levels, staggered: isStaggered(grid, map, columns, headings) ? columns : [], units, most };
}

const SIDE = /^(?:加|扣)分$/;

/** Three or more columns of scores, or 加分 and 扣分, no row with more than one of them. */
function isStaggered(
  grid: Grid,
  map: ColumnMap,
  columns: readonly number[],
  headings: readonly string[],
): boolean {
  const areSides = columns.length === 2 && columns.every((column) => SIDE.test(headings[column] ?? ''));
  if (columns.length < 3 && !areSides) return false;
  for (let row = map.headerTo; row < grid.rows; row += 1) {
    if (columns.filter((column) => grid.textAt(row, column) !== '').length > 1) return false;
  }
  return true;
}

/** Everything about a table that its rows are read by. */
export interface RowReader {
  readonly grid: Grid;
  readonly map: ColumnMap;
  readonly scores: ScoreColumns;
  /** The heading of each column. */
  readonly headings: readonly string[];
  /** Numbers without a sign, by the cell that begins with one: they are known from the cells around. */
  readonly loose: ReadonlyMap<SourceCell, Numbering>;
  /** 扣分项 in the numbers' column, by row. */
  readonly blocks: readonly string[];
  /** Columns of grades whose heading says what each is worth: 优秀（10分）. */
  readonly gradePoints: ReadonlyMap<number, Points>;
}

export function rowReader(grid: Grid, map: ColumnMap, headings: readonly string[]): RowReader {
  const loose = new Map<SourceCell, Numbering>();
  map.roles.forEach((role, column) => {
    if (LEVEL_DEPTH[role] === undefined && role !== 'content') return;
    const cells: SourceCell[] = [];
    for (let row = map.headerTo; row < grid.rows; row += 1) {
      const cell = grid.cellAt(row, column);
      if (cell?.row === row && cell.column === column && cell.text.trim() !== '') cells.push(cell);
    }
    // Said again in the next row, or after a page break, it is the same.
    const texts = [...new Set(cells.map(({ text }) => text))];
    const numberings = looseNumbering(texts);
    for (const cell of cells) {
      const numbering = numberings.get(texts.indexOf(cell.text));
      if (numbering) loose.set(cell, numbering);
    }
  });
  return {
    grid,
    map,
    scores: scoreColumns(grid, map, headings),
    headings,
    loose,
    blocks: blocksInNumbers(grid, map),
    gradePoints: pointsOfGrades(grid, map),
  };
}

export function readRow(reader: RowReader, row: number): RowFacts {
  const { grid, map, scores, headings } = reader;
  const own = grid.cellsIn(row);
  const covering = coveringCells(grid, row);
  const roles = rolesIn(own, map.roles, covering.length > own.length);
  const cellOf = (role: ColumnRole) => own.find((cell) => roles[cell.column] === role);
  const numberingOf = (cell: SourceCell | undefined) =>
    cell && (reader.loose.get(cell) ?? readNumbering(cell.text));

  const numberCell = cellOf('number');
  const date = numberCell && numberFromDate(numberCell.text);
  const deepest = deepestLevel(roles);
  const levels = own.flatMap((cell): LevelText[] => {
    const depth = LEVEL_DEPTH[roles[cell.column] ?? 'ignore'];
    if (depth === undefined) return [];
    const numbering = numberingOf(cell);
    const named = numbering && numbering.rest !== '' ? numbering : undefined;
    const written = cell.text.trim();
    return [
      {
        depth,
        written,
        text: (named?.rest ?? written).replace(PART, ''),
        numbering: named,
        rowSpan: cell.rowSpan,
        isWhole:
          depth < deepest && LEVEL_DEPTH[roles[cell.column + cell.columnSpan - 1] ?? 'ignore'] === deepest,
      },
    ];
  });
  const alone = aloneText(grid, map, row);
  const isAcross = own.some(({ columnSpan }) => columnSpan > 1);
  const scoreColumn =
    scores.staggered.find((column) => grid.startsAt(row, column) && grid.textAt(row, column) !== '') ??
    scores.units.find(({ column }) => (unitPoints(grid.cellAt(row, column)) ?? 0) > 0)?.column ??
    scores.item;
  const scoreCell = scoreColumn < 0 ? undefined : grid.cellAt(row, scoreColumn);
  const ownScore = scoreCell?.row === row && scoreCell.column === scoreColumn;
  const contentNumbering = numberingOf(cellOf('content'));
  const score: ScoreText = ownScore ? readScoreText(scoreCell.text) : { kind: 'blank' };
  return {
    row,
    text: own.map((cell) => cell.text.trim()).join(' | '),
    numbering: numberCell
      ? (date ?? columnNumbering(numberCell.text))
      : alone
        ? readNumbering(alone.text)
        : undefined,
    isDate: date !== undefined,
    numberSpan: numberCell?.rowSpan ?? 1,
    numbersRow: (numberCell?.rowSpan ?? 1) <= (ownScore ? scoreCell.rowSpan : 1),
    levels,
    texts: textsOf(own, roles, headings),
    held: textsOf(covering, roles, headings),
    contentNumbering: contentNumbering?.rest === '' ? undefined : contentNumbering,
    score,
    scoreHeading: headings[scoreColumn] ?? '',
    scoreSpan: ownScore ? scoreCell.rowSpan : 1,
    scoreFromAbove: scoreCell !== undefined && scoreCell.row < row && scoreCell.text.trim() !== '',
    most: mostIn(grid, row, scoreColumn, scores.most),
    noteRows: Math.max(1, ...covering.map((cell) => (roles[cell.column] === 'note' ? cell.rowSpan : 1))),
    isHeldName: covering.some((cell) => cell.row < row && isName(roles[cell.column] ?? 'ignore')),
    levelScores: new Map(
      [...scores.levels].flatMap(([depth, column]) =>
        grid.startsAt(row, column) ? [[depth, readScoreText(grid.textAt(row, column))] as const] : [],
      ),
    ),
    grades: own.length === 0 || alone ? [] : gradesIn(reader, row, isAcross),
    itemKind: kindOf(own, roles, reader.blocks[row] ?? ''),
    weight: joinRole(own, roles, 'weight'),
    veto: joinRole(own, roles, 'veto') || (score.kind === 'points' && score.vetoes ? '是' : ''),
    isAcross,
    alone,
  };
}

/** The most in a column of such, or as the row's score: 不超过5分; or of the rows that this is merged over. */
function mostIn(grid: Grid, row: number, scored: number, column: number): RowFacts['most'] {
  const isScore = column < 0 || column === scored;
  const cell = grid.cellAt(row, isScore ? scored : column);
  const said = cell && readScoreText(cell.text);
  if (!cell || said?.kind !== 'points') return undefined;
  const { points, isMost } = said;
  return column >= 0 || isMost || cell.rowSpan > 1 ? { points, rows: cell.rowSpan, isScore } : undefined;
}

function isName(role: ColumnRole): boolean {
  return role === 'number' || role === 'content' || LEVEL_DEPTH[role] !== undefined;
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
  // A name below the first level stands in its own column: it goes on from the rows above.
  const isText =
    ['content', 'criterion', 'evidence', 'note'].includes(role ?? '') ||
    (LEVEL_DEPTH[role ?? 'ignore'] ?? 0) > 1;
  const leads = cell.columnSpan > 1 || !isText || cell.column === 0;
  return { text: cell.text.trim(), leads };
}
