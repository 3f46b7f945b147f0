import { halfWidth } from '../../values/typed-number.ts';
import { squeeze } from '../rule-text/compact.ts';
import { saysOnlyLimits } from '../rule-text/limits.ts';
import type { Grid } from './grid.ts';
import { headerMeaning, type HeaderMeaning, headerWord } from './header-names.ts';
import { readNumbering } from './numbering.ts';
import { readScoreText, scoreSaid } from './score-text.ts';

const SCORING =
  /[扣得加减计记给奖]\s*[\d.一二三四五六七八九十半]+\s*[分、~至-]|不得分|扣分(?!项|事项|内容)|得满分|按.{0,8}比例|[（(][\d.]+分[）)]|否决|不合格/;
const UNITS =
  /^(?:%|％|‰|个|次|项|件|人|人次|户|家|份|篇|期|天|日|月|年|小时|分钟|万?元|亿元|亩|公里|米|平方米|吨|场|处|台|套|辆|起|例|分)$/;

/** 基本, 加分项, 定量指标, 否决. */
export const KIND =
  /^(?:基[本础]|常规|共性|个性|加分|扣分|减分|附加|奖励|(?:一票)?否决|约束|预期|定[量性]|必备|核心|关键|一般|重点|[正负逆]向)性?(?:项目?|指标|类|分)?$/;

const PLAIN = /^\d+(?:\.\d+)?\s*分?$/;

function isNone(text: string): boolean {
  return readScoreText(text).kind === 'blank';
}

const GIVES = /[\d.一二三四五六七八九十半]+\s*分(?![钟之类别])|不得分|满分/;

function isScoring(written: string): boolean {
  const text = halfWidth(written);
  const isName = text.length <= 12 && !/\d|[一二三四五六七八九十半]\s*分|不得分|满分|酌情|比例/.test(text);
  return !isName && SCORING.test(text);
}

function withoutScore(text: string): string {
  return text.replace(/[（(【[][^（()）]*?\d\s*分?[)）】\]]\s*$/, '');
}

/** What a column holds below the header; shares are of its filled cells, 0 to 1. */
export interface ColumnFacts {
  readonly filled: number;
  readonly averageLength: number;
  readonly scores: number;
  readonly scoring: number;
  readonly numbered: number;
  readonly isSequence: boolean;
  /** Most of its numbers are followed by 分 or begin with 加 or 扣. */
  readonly saysPoints: boolean;
  /** Share of texts that end in their points: 规范（10分）. */
  readonly ends: number;
  /** Share of texts that give or take a number of points. */
  readonly gives: number;
  /** Share of texts that limit points and say nothing else: 最高加5分. */
  readonly limits: number;
  /** Share of short amounts: 7%, ≥12次, 3500户. */
  readonly amounts: number;
  /** Holds what kind of item each is: 基本项, 加分项, 定量. */
  readonly isKinds: boolean;
  /** Holds units of counting: %, 个, 万元. */
  readonly isUnits: boolean;
  /** Holds plain numbers and nothing else, but signs for none. */
  readonly isPlain: boolean;
}

/** `apart`: rows that are no part of the standard's own. */
export function describeColumn(
  grid: Grid,
  column: number,
  from: number,
  apart: ReadonlySet<number>,
): ColumnFacts {
  const texts: string[] = [];
  for (let row = from; row < grid.rows; row += 1) {
    const cell = grid.cellAt(row, column);
    if (!cell || cell.row !== row || cell.column !== column || apart.has(row)) continue;
    // A cell that runs across the table says nothing about its columns.
    const isAcross = cell.columnSpan > 1 && cell.columnSpan === grid.columns;
    if (isAcross || cell.columnSpan > Math.max(2, grid.columns / 2)) continue;
    if (cell.text.trim() !== '') texts.push(cell.text.trim());
  }
  const share = (test: (text: string) => boolean) =>
    texts.length === 0 ? 0 : texts.filter(test).length / texts.length;
  const whole = texts.map((text) => Number(squeeze(text))).filter((number) => Number.isInteger(number));
  return {
    filled: texts.length,
    averageLength: texts.length === 0 ? 0 : texts.reduce((sum, text) => sum + text.length, 0) / texts.length,
    // 每处扣1分 in a whole column says how, not how much in all.
    scores: share((text) => readScoreText(text).kind === 'points' && !/^每/.test(text)),
    // A score at the end of a name says nothing of how it is given, nor does what a block is called.
    scoring: share((text) => isScoring(withoutScore(text))),
    numbered: share(
      (text) =>
        text.length <= 8 && (readNumbering(text)?.rest === '' || /^[一二三四五六七八九十]+、?$/.test(text)),
    ),
    isSequence:
      (whole.length > 2 || (column === 0 && whole.join() === '1,2')) &&
      whole.length * 5 >= texts.length * 4 &&
      whole.every((number, i) => i === 0 || number === (whole[i - 1] ?? 0) + 1 || number === 1),
    saysPoints: share((text) => /^(?:加|扣|奖|减|[+-])|分$/.test(squeeze(text))) > 0.5,
    ends: share((text) => scoreSaid(text)?.sign === ''),
    gives: share((text) => GIVES.test(withoutScore(text))),
    limits: share(saysOnlyLimits),
    amounts: share((text) => /^[≥≤<>＜＞不低高大小于]*[\d.,]+\s*[^\d\s]{0,4}(?:以[上下])?$/.test(text)),
    isKinds: texts.length > 1 && texts.every((text) => KIND.test(squeeze(text))) && new Set(texts).size > 1,
    isUnits: share((text) => UNITS.test(squeeze(text))) > 0.6,
    isPlain:
      texts.some((text) => PLAIN.test(text)) && texts.every((text) => PLAIN.test(text) || isNone(text)),
  };
}

/** Rows below the header with more than one cell of their own, none of them across the table. */
function dataRows(grid: Grid, from: number, apart: ReadonlySet<number>): number[] {
  const rows: number[] = [];
  for (let row = from; row < grid.rows; row += 1) {
    const own = grid.cellsIn(row);
    const isAcross = own.some(({ columnSpan }) => columnSpan > Math.max(2, grid.columns / 2));
    if (own.length > 0 && !isAcross && !apart.has(row)) rows.push(row);
  }
  return rows;
}

/**
 * True for a column whose cells stand for several rows: merged over them, blank below, or said again
 * in each, while a column further right says something of its own in each. However long its texts, it is a level.
 */
export function groupsRows(
  grid: Grid,
  column: number,
  from: number,
  roles: readonly (HeaderMeaning | undefined)[],
  apart: ReadonlySet<number>,
): boolean {
  const rows = dataRows(grid, from, apart);
  let carried = 0;
  let alone = 0;
  let again = 0;
  let before: { readonly row: number; readonly text: string } | undefined;
  for (const row of rows) {
    const cell = grid.cellAt(row, column);
    const text = cell?.text.trim() ?? '';
    if (!speaksRightOf(grid, row, column, roles)) {
      // A name with a row of its own, its parts in the rows below.
      if (cell && text !== '') before = { row: cell.row, text };
      continue;
    }
    const isMore =
      text === ''
        ? before !== undefined && !startsLeftOf(grid, row, column, roles)
        : cell?.row === before?.row || (text === before?.text && !startsLeftOf(grid, row, column, roles));
    if (isMore && text !== '' && cell?.row === row) again += 1;
    if (isMore) carried += 1;
    else if (text !== '') alone += 1;
    if (cell && text !== '') before = { row: cell.row, text };
  }
  if (carried === 0 || carried * 8 < carried + alone) return false;
  // 1 | 安全 | …, 2 | 安全 | …: of numbered rows with names that are their own, two may share one.
  const isShared = again === carried && carried < alone && namesNumbers(grid, rows, column, roles);
  return !isShared && dividesLeft(grid, rows, column, roles);
}

/** The one name between each row's own number and its only text. */
function namesNumbers(grid: Grid, rows: readonly number[], column: number, roles: Roles): boolean {
  const number = roles.indexOf('number');
  const texts = roles.filter(
    (role, other) => isTextRole(role) && rows.some((row) => grid.textAt(row, other) !== ''),
  );
  return (
    number >= 0 && number < column && texts.length === 2 && rows.every((row) => grid.startsAt(row, number))
  );
}

/** False for a column that begins just where one left of it does: one text for each name is the name's own text. */
function dividesLeft(grid: Grid, rows: readonly number[], column: number, roles: Roles): boolean {
  // The same text again in the next row goes on.
  const begins = (other: number) =>
    rows.filter((row, i) => {
      const text = grid.textAt(row, other);
      return grid.startsAt(row, other) && text !== '' && text !== grid.textAt(rows[i - 1] ?? -1, other);
    });
  const own = begins(column);
  return roles.every((role, other) => {
    if (other >= column || !isTextRole(role)) return true;
    const left = new Set(begins(other));
    return left.size === 0 || own.some((row) => !left.has(row));
  });
}

type Roles = readonly (HeaderMeaning | undefined)[];

function speaksRightOf(grid: Grid, row: number, column: number, roles: Roles): boolean {
  return roles.some(
    (role, other) =>
      other > column && isTextRole(role) && grid.startsAt(row, other) && grid.textAt(row, other) !== '',
  );
}

/** A text left of the column that is another than in the row above. */
function startsLeftOf(grid: Grid, row: number, column: number, roles: Roles): boolean {
  return roles.some(
    (role, other) =>
      other < column &&
      isTextRole(role) &&
      grid.startsAt(row, other) &&
      grid.textAt(row, other) !== '' &&
      grid.textAt(row, other) !== grid.textAt(row - 1, other),
  );
}

function isTextRole(role: HeaderMeaning | undefined): boolean {
  return role === undefined || /^(?:name|text|content|criterion|level\d)$/.test(role);
}

/** Rows below the header that say it again, as after a page break. */
export function repeatedHeaders(grid: Grid, from: number, to: number): ReadonlySet<number> {
  const rows = new Set<number>();
  for (let row = to; row < grid.rows; row += 1) {
    const { length } = grid.cellsIn(row);
    if (length > 0 && saysHeader(grid, row, from, to) && (length > 1 || rows.has(row - 1))) rows.add(row);
  }
  return rows;
}

/** A row has the words of some row of the header, in its columns. */
export function saysHeader(grid: Grid, row: number, from: number, to: number): boolean {
  const own = grid.cellsIn(row);
  for (let header = from; header < to; header += 1) {
    if (own.every(({ column, text }) => squeeze(grid.textAt(header, column)) === squeeze(text))) return true;
    if (own.length > 2 && own.every(({ column, text }) => isAlike(grid.textAt(header, column), text)))
      return true;
  }
  return false;
}

/** 标准 for 评分标准, 分值（50分） for 分值: the same column in other words. */
function isAlike(heading: string, text: string): boolean {
  if (headerWord(text).length > 8) return false;
  const [was, is] = [heading, text].map((each) => headerMeaning(each)?.replace(/^criterion$/, 'text'));
  return was !== undefined && was === is;
}

/** Some text below the header gives or takes points: numbers beside it can be scores. */
export function speaksOfScores(grid: Grid, from: number): boolean {
  for (let row = from; row < grid.rows; row += 1)
    if (grid.cellsIn(row).some(({ text }) => SCORED.test(text))) return true;
  return false;
}

const SCORED = /[扣得加减计记给]\s*[\d.]+\s*分|不得分|扣分|满分|[（(][\d.]+分[）)]|否决/;
