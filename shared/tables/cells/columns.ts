import { type Grid, gridOf } from './grid.ts';
import { findHeader } from './header-rows.ts';
import { type HeaderMeaning, headerMeaning } from './header-names.ts';
import { readNumbering } from './numbering.ts';
import { squeeze } from '../rule-text/compact.ts';
import { readScoreText } from './score-text.ts';
import type { ColumnMap, ColumnRole } from '../column-map.ts';
import type { SourceTable } from '../source-table.ts';

const LONG_TEXT = 20;
const SCORING =
  /[扣得加减计记给奖]\s*[\d.一二三四五六七八九十半]+\s*[分、~至-]|不得分|扣分(?!项|事项|内容)|得满分|按.{0,8}比例|[（(][\d.]+分[）)]|否决|不合格/;

/**
 * Where the header stands and what each column means: first by its name, then, for open names (指标, 项目, 内容) and
 * for tables without a header, by what the column holds.
 */
export function guessColumns(table: SourceTable): ColumnMap {
  const grid = gridOf(table);
  const { headerFrom, headerTo } = findHeader(grid);
  const meanings = Array.from({ length: grid.columns }, (_, column) =>
    meaningOf(grid, column, headerFrom, headerTo),
  );
  const facts = meanings.map((_, column) => describe(grid, column, headerTo));
  return { headerFrom, headerTo, roles: resolve(meanings, facts, headerTo > headerFrom) };
}

function meaningOf(grid: Grid, column: number, from: number, to: number): HeaderMeaning | undefined {
  const words: string[] = [];
  for (let row = from; row < to; row += 1) words.push(grid.textAt(row, column));
  const [top = '', bottom = ''] = [words[0], words.findLast((word) => word !== '')];
  // 考核指标 over 一级 | 二级 says 一级考核指标; 得分 over 自评 | 复评 says 自评得分.
  return headerMeaning(bottom + top) &&
    bottom !== top &&
    /^(?:[一二三四]级|自评|复评|自查|考核|考评|评审)$/.test(squeeze(bottom))
    ? headerMeaning(bottom + (/^[一二三四]级$/.test(squeeze(bottom)) ? '指标' : '得分'))
    : (headerMeaning(bottom) ?? headerMeaning(top));
}

interface ColumnFacts {
  readonly filled: number;
  readonly averageLength: number;
  /** Shares of the filled cells, 0 to 1. */
  readonly scores: number;
  readonly scoring: number;
  readonly numbered: number;
  readonly isSequence: boolean;
}

function describe(grid: Grid, column: number, from: number): ColumnFacts {
  const texts: string[] = [];
  for (let row = from; row < grid.rows; row += 1) {
    const cell = grid.cellAt(row, column);
    // A cell that runs across the table says nothing about its columns.
    if (
      !cell ||
      cell.row !== row ||
      cell.column !== column ||
      cell.columnSpan > Math.max(2, grid.columns / 2)
    )
      continue;
    if (cell.text.trim() !== '') texts.push(cell.text.trim());
  }
  const share = (test: (text: string) => boolean) =>
    texts.length === 0 ? 0 : texts.filter(test).length / texts.length;
  const whole = texts.map((text) => Number(squeeze(text))).filter((number) => Number.isInteger(number));
  return {
    filled: texts.length,
    averageLength: texts.length === 0 ? 0 : texts.reduce((sum, text) => sum + text.length, 0) / texts.length,
    scores: share((text) => readScoreText(text).kind === 'points'),
    scoring: share((text) => SCORING.test(text)),
    numbered: share(
      (text) =>
        text.length <= 8 && (readNumbering(text)?.rest === '' || /^[一二三四五六七八九十]+、?$/.test(text)),
    ),
    isSequence:
      whole.length > 2 &&
      whole.every((number, i) => i === 0 || number === (whole[i - 1] ?? 0) + 1 || number === 1),
  };
}

const LEVELS = ['level1', 'level2', 'level3', 'level4'] as const;

function resolve(
  meanings: readonly (HeaderMeaning | undefined)[],
  facts: readonly ColumnFacts[],
  hasHeader: boolean,
): ColumnRole[] {
  const roles = meanings.map((meaning, column) => meaningIn(meaning, facts[column], hasHeader));
  const at = (column: number): ColumnFacts | undefined => facts[column];
  const columns = roles.map((_, column) => column);

  if (!roles.includes('fullScore')) {
    const score = columns.find(
      (column) => isOpen(roles[column]) && (at(column)?.scores ?? 0) > 0.6 && !at(column)?.isSequence,
    );
    const weight = roles.indexOf('weight');
    if (score !== undefined) roles[score] = 'fullScore';
    else if (weight >= 0 && (at(weight)?.scores ?? 0) > 0.6) roles[weight] = 'fullScore';
  }
  if (!roles.includes('number')) {
    const number = columns.find(
      (column) => column < 2 && isOpen(roles[column]) && (at(column)?.numbered ?? 0) > 0.7,
    );
    if (number !== undefined) roles[number] = 'number';
  }

  // The column with most scoring words holds the criterion, whatever it is called (评分方法, 考核指标).
  const texts = columns.filter((column) => isText(roles[column]) && (at(column)?.filled ?? 0) > 0);
  const scoring = (column: number) => at(column)?.scoring ?? 0;
  const most = [...texts].sort(
    (a, b) => scoring(b) - scoring(a) || (at(b)?.averageLength ?? 0) - (at(a)?.averageLength ?? 0),
  )[0];
  const named = columns.filter((column) => roles[column] === 'criterion');
  if (most !== undefined && scoring(most) >= 0.15) {
    for (const column of named)
      if (column !== most && scoring(column) < 0.15 && (at(column)?.filled ?? 0) > 0) roles[column] = 'text';
    roles[most] = 'criterion';
  }
  const isLong = (column: number) => (at(column)?.averageLength ?? 0) > LONG_TEXT;
  for (const column of columns) {
    const meaning = roles[column];
    if (meaning === 'text') roles[column] = 'content';
    else if (meaning === 'name' || (meaning === undefined && !hasHeader)) {
      if ((at(column)?.filled ?? 0) === 0) roles[column] = undefined;
      else roles[column] = isLong(column) ? 'content' : 'name';
    }
  }
  if (!roles.includes('criterion') && !roles.includes('content')) {
    const longest = columns
      .filter((column) => roles[column] === 'name')
      .sort((a, b) => (at(b)?.averageLength ?? 0) - (at(a)?.averageLength ?? 0));
    // With one name column alone, the names are all that there is.
    const [first] = longest;
    if (first !== undefined && longest.length > 1) roles[first] = 'content';
  }
  return nameLevels(roles);
}

/** Open names become levels from the left, after the levels that are named as such. */
function nameLevels(roles: readonly (HeaderMeaning | undefined)[]): ColumnRole[] {
  const taken = new Set(roles);
  const free = LEVELS.filter((level) => !taken.has(level));
  return roles.map((meaning) => {
    if (meaning === 'name') return free.shift() ?? 'content';
    return meaning === undefined || meaning === 'text' ? 'ignore' : meaning;
  });
}

/** The meaning by name, unless the content cannot be that. */
function meaningIn(
  meaning: HeaderMeaning | undefined,
  facts: ColumnFacts | undefined,
  hasHeader: boolean,
): HeaderMeaning | undefined {
  if (!facts || facts.filled === 0) return meaning;
  if (meaning === 'fullScore' && facts.scores < 0.3 && facts.averageLength > 8) return 'text';
  if (meaning === 'method' && facts.scoring > 0.3) return 'criterion';
  if (meaning === 'number' && facts.averageLength > 12) return 'name';
  if (meaning === 'reviewScore' && facts.averageLength > LONG_TEXT) return 'text';
  if (!hasHeader && meaning === undefined && facts.scores > 0.6) return facts.isSequence ? 'number' : meaning;
  return meaning;
}

function isOpen(meaning: HeaderMeaning | undefined): boolean {
  return meaning === undefined || meaning === 'name' || meaning === 'text';
}

function isText(meaning: HeaderMeaning | undefined): boolean {
  return isOpen(meaning) || meaning === 'criterion' || meaning === 'content';
}
