import type { Points } from '../../values/points.ts';
import { halfWidth, readPoints } from '../../values/typed-number.ts';
import { type Counted, isTotal, within } from '../draft/totals.ts';
import { unitPoints } from '../cells/unit-columns.ts';
import { allGrowing, type GrowingNode } from './growing-node.ts';
import type { RowFacts } from './row-facts.ts';
import { sumLabel } from './row-kinds.ts';
import { type ReadSum, record, type TableState } from './table-state.ts';

/** A sum with the rows that it adds up (from 0, both ends in it). */
export interface PlacedSum extends ReadSum {
  readonly from: number;
  readonly to: number;
  readonly counts: Counted;
  /** It is of the whole table. */
  readonly whole: boolean;
}

/** A 小计/合计/总计 row: what it says the items above make together. */
export function readSum(state: TableState, facts: RowFacts, label: string): void {
  const inText = /[\d.,。]*\d/.exec(halfWidth(label))?.[0].replace(/^[.,。]+(?=\d+[.,])/, '');
  const cell = facts.score.kind === 'points' ? facts.score.points : undefined;
  const points = cell ?? (inText === undefined ? anyNumber(facts) : pointsOf(inText));
  record(state, facts, 'sum', points === undefined ? '合计行，没有填数' : '合计行，用来核对，不作为评分项');
  const remark = [facts.texts.content, facts.texts.criterion, facts.texts.note].filter(
    (text) => text.length > 6,
  );
  if (remark.length > 0) state.notes.push({ row: facts.row, text: remark.join('；') });
  const rank = /小计/.test(label) ? 1 : /总/.test(label) ? 3 : 2;
  const { grid, scores } = state.reader;
  const byUnit = scores.units.flatMap(({ column, unit }) => {
    const own = unitPoints(grid.cellAt(facts.row, column)) ?? 0;
    return own === 0 ? [] : [{ row: facts.row, label: `${label}（${unit}）`, points: own, rank, unit }];
  });
  if (byUnit.length > 0) state.sums.push(...byUnit);
  else if (points !== undefined) state.sums.push({ row: facts.row, label, points, rank });
}

/** The label of each row that is a sum; a number alone below two rows or more that make it is one. */
export function sumLabels(body: readonly RowFacts[]): (string | undefined)[] {
  // The rows above, and those of them since the last sum.
  const [all, since] = [
    { rows: 0, points: 0 },
    { rows: 0, points: 0 },
  ];
  return body.map((facts) => {
    const { score, scoreFromAbove, held } = facts;
    const points = score.kind === 'points' && score.sign === '' && !scoreFromAbove ? score.points : 0;
    const isAlone = points > 0 && pointsOf(facts.text) === points && held.content + held.criterion === '';
    const isMade = [all, since].some((above) => above.rows > 1 && above.points === points);
    const label = sumLabel(facts) ?? (isAlone && isMade ? '合计' : undefined);
    if (label !== undefined) Object.assign(since, { rows: 0, points: 0 });
    else
      for (const above of [all, since]) {
        above.rows += 1;
        above.points += points;
      }
    return label;
  });
}

function anyNumber(facts: RowFacts): Points | undefined {
  const numbers = facts.text.split(' | ').map(pointsOf);
  return numbers.find((points) => points !== undefined);
}

function pointsOf(text: string): Points | undefined {
  const read = readPoints(text, { units: ['分'] });
  return 'value' in read ? read.value : undefined;
}

/**
 * Which rows each sum adds up: those that it equals, of the ranges that a reader would think of; where it equals none,
 * the likeliest, so that the difference is told.
 */
export function placeSums(state: TableState): PlacedSum[] {
  const nodes = allGrowing(state.roots);
  const sections = nodes.flatMap((node) => (node.kind === 'section' ? rangeOf(node) : []));
  const all = { from: 0, to: state.reader.grid.rows - 1 };
  return state.sums.map((sum, index) => {
    const { unit } = sum;
    const rowsIn = ({ from, to }: Range) =>
      within(nodes, { table: state.table.id, from: from + 1, to: to + 1, unit });
    const count = (range: Range) => rowsIn(range).filter(({ kind }) => kind === 'item').length;
    const before = state.sums.slice(0, index).filter((each) => each.unit === unit);
    const ranges = rangesOf(sum, before, sections, { all, page: pageOf(state, sum.row) });
    const fits = ranges
      .flatMap((range) => (['items', 'both', 'bonus'] as const).map((counts) => ({ ...range, counts })))
      .find(({ counts, ...range }) => isTotal(rowsIn(range), counts, sum.points));
    const { counts, ...range } = fits ?? { ...likeliest(sum, before, all, count), counts: 'items' as const };
    const whole = sum.rank > 1 && counts === 'items' && count(range) === count(all);
    return { ...sum, ...range, counts, whole };
  });
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** The first row of the page that a row stands on. */
function pageOf({ outcomes }: TableState, row: number): number {
  return Math.max(
    0,
    ...[...outcomes].flatMap(([at, { fate }]) => (fate === 'header' && at < row ? [at] : [])),
  );
}

/** Since the last sum, since the last one of its rank, its page, each section above or around it, all above, all. */
function rangesOf(
  { row, rank }: ReadSum,
  before: readonly ReadSum[],
  sections: readonly Range[],
  { all, page }: { readonly all: Range; readonly page: number },
): Range[] {
  const to = row - 1;
  const same = before.findLast((sum) => sum.rank >= rank)?.row ?? -1;
  return [
    { from: (before.at(-1)?.row ?? -1) + 1, to },
    { from: same + 1, to },
    { from: page, to },
    ...sections.filter((section) => section.from <= row + 1 && section.to >= to).reverse(),
    ...sections.filter(({ from }) => from <= to).map(({ from }) => ({ from, to })),
    { from: 0, to },
    all,
  ];
}

function likeliest(
  { row, rank }: ReadSum,
  before: readonly ReadSum[],
  all: Range,
  count: (range: Range) => number,
): Range {
  const above = { from: 0, to: row - 1 };
  if (rank === 3 || count(above) === 0) return all;
  const last = rank === 1 ? before.at(-1) : before.findLast((sum) => sum.rank >= rank);
  const since = { from: (last?.row ?? -1) + 1, to: row - 1 };
  return count(since) > 0 ? since : above;
}

function rangeOf(node: GrowingNode): Range[] {
  const rows = allGrowing([node]).flatMap(({ sourceRows }) => sourceRows.map(({ row }) => row - 1));
  return rows.length === 0 ? [] : [{ from: Math.min(...rows), to: Math.max(...rows) }];
}
