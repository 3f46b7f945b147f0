import type { Points } from '../../values/points.ts';
import type { ColumnMap } from '../column-map.ts';
import type { SourceCell } from '../source-table.ts';
import { squeeze } from '../rule-text/compact.ts';
import { saysHeader } from './column-facts.ts';
import type { Grid } from './grid.ts';
import { readScoreText, scoreInName } from './score-text.ts';

/** A column of scores that is for one kind of unit. */
export interface UnitColumn {
  readonly column: number;
  /** The kind of unit, as its heading writes it. */
  readonly unit: string;
  /** What the heading says that its scores make: 乡镇（100分）. */
  readonly declared: Points | undefined;
}

const UNIT =
  /(?:局|委|办|厅|处|科|室|所|站|队|院|校|园|小学|中学|初中|高中|中心|公司|部门|单位|企业|机关|岗|乡|镇|街道|村|社区|县|市|区|政府|省直|市直|县直)(?:[（(][^（）()]*[)）])?$|^[A-E甲乙丙丁一二三四五]类$|^[省市县区乡镇]级$/;

/** 教育局, 幼儿园, A类村: what a kind of unit is called. */
export function namesUnit(text: string): boolean {
  return UNIT.test(text);
}

/** Who scores, or what part somebody has in each row: no kind of unit that is scored. */
const PART_IN_IT = /牵头|配合|主办|协办|责任|考[核评]|评[审分]|检查|主管/;

const SCORE = '(?:标准|考核|评分|基准)?(?:分值|标准分|基准分|满分|配分|赋分|分数|分)';
const BEFORE = new RegExp(`^(${SCORE})[（(](.+)[)）]$`);
const AFTER = new RegExp(`^(.+?)[（(]?(${SCORE})[)）]?$`);

/**
 * The columns of points where each is for one kind of unit, over the same rows: 分值 over 乡镇 | 街道, 幼儿园分值 | 小学分值.
 * None unless all of them are, with the same words beside the kinds, and the kinds come to the same total.
 */
export function unitColumns(grid: Grid, map: ColumnMap): readonly UnitColumn[] {
  const columns = map.roles.flatMap((role, column) => (role === 'fullScore' ? [column] : []));
  const isMixed = map.roles.some((role) => role === 'grade' || role === 'weight' || role === 'appliesTo');
  if (columns.length < 2 || isMixed) return [];
  const named = columns.map((column) => ({ column, ...headOf(grid, map, column) }));
  const areUnits = named.every(({ unit }) => namesUnit(unit) && !PART_IN_IT.test(unit));
  const areSame = new Set(named.map(({ word }) => word)).size === 1;
  const areApart = new Set(named.map(({ unit }) => unit)).size === named.length;
  if (!areUnits || !areSame || !areApart || !areParallel(grid, map, columns)) return [];
  return named.map(({ column, unit, declared }) => ({ column, unit, declared }));
}

/** 幼儿园分值, 分值（幼儿园）, 幼儿园（100分） as the kind of unit and what else is said of it. */
function headOf(grid: Grid, { headerFrom, headerTo }: ColumnMap, column: number) {
  let text = '';
  for (let row = headerTo - 1; row >= headerFrom && text === ''; row -= 1)
    text = squeeze(grid.textAt(row, column));
  const scored = scoreInName(text);
  const bare = (scored?.rest ?? text).trim();
  const [, before, inside] = BEFORE.exec(bare) ?? [];
  const [, outside, after] = AFTER.exec(bare) ?? [];
  return { unit: inside ?? outside ?? bare, word: before ?? after ?? '', declared: scored?.points };
}

/** What a cell gives one kind of unit: its points; 0 where the row is not for that kind; undefined: something else. */
export function unitPoints(cell: SourceCell | undefined): Points | undefined {
  const score = readScoreText(cell?.text ?? '');
  if (score.kind === 'blank') return 0;
  if (score.kind !== 'points' || score.sign !== '' || score.percent) return undefined;
  return score.isMost || score.isEach || score.vetoes ? undefined : score.points;
}

/** Plain points or nothing in every row, merged over the same rows, and the same in all: of all rows, or in their sum. */
function areParallel(grid: Grid, map: ColumnMap, columns: readonly number[]): boolean {
  const totals = columns.map(() => 0);
  let rows = 0;
  let sum: readonly Points[] | undefined;
  for (let row = map.headerTo; row < grid.rows; row += 1) {
    if (saysHeader(grid, row, map.headerFrom, map.headerTo)) continue;
    const cells = columns.map((column) => grid.cellAt(row, column));
    // What runs across the table is no score.
    const isScored = cells.some((cell) => cell && columns.includes(cell.column) && cell.text.trim() !== '');
    if (!isScored || cells.every((cell) => cell && cell.row < row)) continue;
    if (new Set(cells.map((cell) => `${cell?.row ?? row}:${cell?.rowSpan ?? 1}`)).size > 1) return false;
    const points = cells.map(unitPoints);
    const isAlike = new Set(cells.map((cell) => cell?.text.trim())).size === 1;
    if (points.some((each) => each === undefined)) {
      // 加5分 for each of them.
      if (!isAlike) return false;
      continue;
    }
    if (/^(?:合计|总计|总分)/.test(squeeze(grid.cellsIn(row)[0]?.text ?? ''))) {
      sum = points.map((each) => each ?? 0);
      continue;
    }
    rows += 1;
    points.forEach((each, at) => (totals[at] = (totals[at] ?? 0) + (each ?? 0)));
  }
  return rows > 1 && (areWholes(totals) || (sum !== undefined && areWholes(sum)));
}

/** The same total for each; 50 and 50 are the parts of 100. */
function areWholes([first = 0, ...others]: readonly Points[]): boolean {
  return first > 0 && others.every((each) => each === first) && first * (others.length + 1) !== 10_000;
}
