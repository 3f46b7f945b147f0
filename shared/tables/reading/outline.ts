import { scoreInName } from '../cells/score-text.ts';
import { PART } from '../cells/cell-texts.ts';
import type { Points } from '../../values/points.ts';
import { namesBlock, saysEntryAfterName } from '../cells/sides.ts';
import { saysEntry } from './block-rows.ts';
import type { RowFacts } from './row-facts.ts';

/** Rank of a heading without numbering: below 一、, above （一）. */
const UNNUMBERED = 15;

/** No heading is further from what it heads; keeps huge tables linear. */
const LOOKAHEAD = 500;

/** A row's place in the outline. */
export interface HeadingRank {
  /** The smaller, the higher. */
  readonly rank: number;
  /** The numbers of the rows below are none of its kind: 1 | 分类指导 over 1, 2, 3. */
  readonly countsApart: boolean;
  /** The last row that it heads (its place in the table), where its parts make up its score; else Infinity. */
  readonly last: number;
}

/** Below every heading that has a number. */
const PARTS = 99;

/** Rank of a row in the outline if it heads the rows below it, or undefined. */
export function headingRank(rows: readonly RowFacts[], at: number): HeadingRank | undefined {
  const parts = partsOf(rows, at);
  if (parts !== undefined) return { rank: PARTS, countsApart: true, last: parts };
  const rank = rankOf(rows, at);
  if (rank === undefined) return undefined;
  const facts = rows[at];
  const below = firstAfter(rows, at, hasOwnText);
  const first = below && outlineRank(below);
  const isBare = facts !== undefined && !hasOwnText(facts) && first !== undefined && first <= rank;
  return { rank, countsApart: facts?.alone !== undefined || isBare, last: Infinity };
}

/** 群众满意度 | 40 over 其中：服务态度 | 20 and 办事效率 | 20: the row of the last part. */
function partsOf(rows: readonly RowFacts[], at: number): number | undefined {
  const [facts, first] = [rows[at], rows[at + 1]];
  const all = facts && pointsOf(facts);
  if (all === undefined || facts?.score.kind !== 'points' || isPart(facts) || !first || !isPart(first))
    return undefined;
  let sum = 0;
  for (let i = at + 1; sum < all && i < Math.min(rows.length, at + LOOKAHEAD); i += 1) {
    const row = rows[i];
    sum += (row && pointsOf(row)) ?? 0;
    if (row && sum === all) return row.row;
  }
  return undefined;
}

/** 其中：服务态度: it shares the score of the row above. */
export function isPart(facts: RowFacts): boolean {
  return PART.test(nameIn(facts));
}

function nameIn({ levels, alone, texts }: RowFacts): string {
  return (levels.at(-1)?.written ?? alone?.text ?? texts.title) || texts.criterion;
}

function rankOf(rows: readonly RowFacts[], at: number): number | undefined {
  const facts = rows[at];
  if (!facts || facts.score.kind === 'veto' || facts.scoreFromAbove) return undefined;
  // 承办现场观摩会的，加3分 is an entry of the block, not a heading of what comes below.
  if (facts.alone && !facts.isAcross && (scoreInName(facts.alone.text)?.sign ?? '') !== '') return undefined;
  if (facts.alone && saysEntryAfterName(facts.alone.text)) return undefined;
  const rank = outlineRank(facts);
  const following = firstAfter(
    rows,
    at,
    (row) => outlineRank(row) !== undefined || hasOwnText(row) || row.levels.length > 0,
  );
  if (!following) return undefined;
  const next = outlineRank(following);
  const hasText = hasOwnText(facts);
  if (isBlock(facts)) return rank ?? UNNUMBERED;

  if (rank === undefined) {
    const isTitle =
      !hasText && facts.levels.length === 1 && facts.levels[0]?.depth === 1 && facts.levels[0].rowSpan === 1;
    if (!isTitle || !hasOwnText(following)) return undefined;
    // 统计反馈（5分） over names that have their scores as well is one of them, unless it is their sum.
    const isOneOfThem = nameScore(facts) !== undefined && following.score.kind !== 'points';
    return sumsWhatFollows(rows, at) ||
      (facts.score.kind === 'blank' && !isOneOfThem && facts.levels[0]?.text !== '' && isScored(following))
      ? UNNUMBERED
      : undefined;
  }
  if (facts.alone?.leads) {
    // The numbers of rows below it count on their own: only a heading as high as it leaves it without any.
    const below = rows[at + 1];
    if (!below) return undefined;
    if (!below.alone?.leads) return rank;
    if (namesBlock(facts.alone.text) && saysEntry(below.alone.text)) return rank;
    // One cell without a number above a heading is what the last heading is about.
    const isBare = !facts.isAcross && facts.numbering === undefined && below.isAcross;
    const isOver = facts.isAcross && !below.isAcross && below.numbering === undefined;
    return isOver || (!isBare && (outlineRank(below) ?? 0) > rank) ? rank : undefined;
  }
  if (!facts.numbersRow || facts.levels.length > 1 || isLeft(facts, following)) return undefined;
  if (!hasText && next !== undefined && next > rank) return rank;
  // Numbers that count on over all sections say nothing of their rank: 1 | 分类指导（59分）, 1 | 公示反馈, …
  const isNext = countsOn(numbersOf(rows, at), numberOf(following));
  const goesOn = nameScore(facts) !== undefined && isNext;
  if (!hasText && ((isBanner(facts) && !goesOn) || isOverNumbers(facts, following) || isSumOfTexts(rows, at)))
    return rank;
  if (!hasText) return next === undefined && !isNext && isScored(following) ? rank : undefined;
  // It says something itself: a heading only by its numbering, or by its sum; never where each row says its level again.
  if (isSaidAround(rows, at)) return undefined;
  const isCounted = next !== undefined && (!following.alone || following.numbering !== undefined);
  return isCounted && next > rank && (rank <= 20 || (hasOwnText(following) && sumsWhatFollows(rows, at)))
    ? rank
    : undefined;
}

/** 4 | 加分项目: the name of a block where an item's text would stand, and nothing else in its row. */
function isBlock({ text, numbering, score, texts }: RowFacts): boolean {
  const parts = text.split(' | ').length - (numbering ? 1 : 0);
  return score.kind === 'blank' && texts.title !== '' && parts === 1 && namesBlock(texts.title);
}

/** A name beside its number that runs on over the columns right of it, without a score of its own: 1 | 分类指导（59分）. */
function isBanner({ levels, isAcross, score, texts }: RowFacts): boolean {
  const { department, methods, evidence, deadline, facts } = texts;
  const isBare = [department, methods, evidence, deadline, facts].every((text) => text === '');
  return (isAcross || isBare) && levels.length === 1 && score.kind === 'blank';
}

/** A name in the number's column over rows that have numbers there: 1.计划执行（46分） over 1, 2, 3. */
function isOverNumbers(facts: RowFacts, following: RowFacts): boolean {
  return facts.numbering === undefined && facts.levels.length === 1 && following.numbering !== undefined;
}

/** The rank that a row's own numbering, or its standing alone across the table, gives it. */
function outlineRank(facts: RowFacts): number | undefined {
  if (facts.alone?.leads) return facts.numbering?.rank ?? UNNUMBERED;
  if (facts.alone) return undefined;
  if (facts.numbering) return facts.numbering.rank;
  const [level, ...more] = facts.levels;
  if (level && more.length === 0 && level.rowSpan === 1 && level.numbering) return level.numbering.rank;
  return undefined;
}

/** Text of an item's own, also where it is merged down over the row. */
export function hasOwnText({ held, grades, levels, alone }: RowFacts): boolean {
  return alone
    ? !alone.leads && levels.length === 0
    : held.content !== '' || held.criterion !== '' || grades.length > 0;
}

function isScored(facts: RowFacts): boolean {
  return (
    facts.score.kind === 'points' ||
    facts.scoreFromAbove ||
    hasOwnText(facts) ||
    facts.levels.some(({ text }) => scoreInName(text))
  );
}

/** Its score is the sum of the rows below it, up to the next row that could head a group as well. */
function sumsWhatFollows(rows: readonly RowFacts[], at: number): boolean {
  const facts = rows[at];
  const all = facts && pointsOf(facts);
  if (!facts || all === undefined) return false;
  const rank = outlineRank(facts);
  let sum = 0;
  let count = 0;
  for (let i = at + 1; i < Math.min(rows.length, at + LOOKAHEAD); i += 1) {
    const row = rows[i];
    if (!row) break;
    const next = outlineRank(row);
    if (
      rank === undefined
        ? !hasOwnText(row) && pointsOf(row) !== undefined
        : next !== undefined && next <= rank
    )
      break;
    const points = pointsOf(row);
    if (points !== undefined) {
      sum += points;
      count += 1;
    }
    if (sum > all) return false;
  }
  // One row of the same points beside it is another of its kind, unless their numbers say else.
  return count > (rank === undefined ? 1 : 0) && sum === all;
}

/** The row's level is that of the row above or below as well. */
function isSaidAround(rows: readonly RowFacts[], at: number): boolean {
  const own = rows[at]?.levels[0]?.written;
  return own !== undefined && [rows[at - 1], rows[at + 1]].some((row) => row?.levels[0]?.written === own);
}

/** The first row below begins a level above this row's own: it goes on beside it, not below it. */
function isLeft(facts: RowFacts, following: RowFacts): boolean {
  const own = facts.levels[0]?.depth ?? (facts.texts.content === '' ? 0 : Infinity);
  return (following.levels[0]?.depth ?? Infinity) < own;
}

/** A bare row with the points of the rows with texts below it, its own sums apart: 1 | 分类指导 | 40 over 1 | … | 18, 2 | … | 22. */
function isSumOfTexts(rows: readonly RowFacts[], at: number): boolean {
  const [facts, next] = [rows[at], rows[at + 1]];
  if (!next || facts?.score.kind !== 'points' || facts.score.sign !== '' || facts.levels.length === 0)
    return false;
  const all = facts.score.points;
  let sum = 0;
  for (let i = at + 1; sum < all && i < Math.min(rows.length, at + LOOKAHEAD); i += 1) {
    const row = rows[i];
    if (!row || isLeft(facts, row)) break;
    if (row.score.kind !== 'points' || !hasOwnText(row)) continue;
    sum += row.score.points;
  }
  return sum === all && !countsOn(numbersOf(rows, at), numberOf(next));
}

/** The points of a row that stand in its column or, where that is blank, in its name. */
function pointsOf(facts: RowFacts): Points | undefined {
  const { score } = facts;
  if (score.kind === 'points') return score.sign === '' ? score.points : undefined;
  return score.kind === 'blank' ? nameScore(facts) : undefined;
}

/** The score in the name that stands alone in its level column. */
function nameScore({ levels, alone }: RowFacts): Points | undefined {
  return scoreInName(alone?.text ?? levels[0]?.text ?? '')?.points;
}

function numberOf({ numbering, levels, contentNumbering }: RowFacts): string | undefined {
  return (numbering ?? levels.at(-1)?.numbering ?? contentNumbering)?.number;
}

/** The numbers of the row above and of this one. */
function numbersOf(rows: readonly RowFacts[], at: number): readonly [string | undefined, string] {
  const [above, own] = [rows[at - 1], rows[at]];
  return [above && numberOf(above), (own && numberOf(own)) ?? ''];
}

/** 1, 2, then 3: one count over the rows. After 2 another 2 is of another count, whatever follows. */
function countsOn([above, own]: readonly [string | undefined, string], next = ''): boolean {
  const follows = (before: string, after: string) =>
    before.replace(LAST, '') === after.replace(LAST, '') &&
    Number(LAST.exec(after)?.[0]) === Number(LAST.exec(before)?.[0]) + 1;
  return follows(own, next) && (above === undefined || above === '' || follows(above, own));
}

const LAST = /\d+$/;

/** Without copying the rest of the table for every row. */
function firstAfter(
  rows: readonly RowFacts[],
  at: number,
  test: (row: RowFacts) => boolean,
): RowFacts | undefined {
  for (let i = at + 1; i < Math.min(rows.length, at + LOOKAHEAD); i += 1) {
    const row = rows[i];
    if (row && test(row)) return row;
  }
  return undefined;
}

/**
 * A level cell alone in its row with deeper cells in the rows below, its own column blank: a section of a table that
 * gives each level a row of its own.
 */
export function opensLevel(rows: readonly RowFacts[], at: number): boolean {
  const facts = rows[at];
  const depth = facts?.levels.at(-1)?.depth;
  if (!facts || depth === undefined || hasOwnText(facts)) return false;
  const next = rows[at + 1];
  if (!next || (next.alone?.leads === false && next.levels.length === 0)) return false;
  const nextDepth = next.levels[0]?.depth;
  // A row that goes on without a level of its own is below one; so is a deeper level.
  return nextDepth === undefined
    ? !next.alone && hasOwnText(next) && next.score.kind === 'points'
    : nextDepth > depth;
}
