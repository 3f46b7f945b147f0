import type { Points } from '../../values/points.ts';
import { halfWidth, readPoints } from '../../values/typed-number.ts';
import { squeeze } from '../rule-text/compact.ts';
import type { GrowingNode } from './growing-node.ts';
import type { RowFacts } from './row-facts.ts';
import { record, type TableState } from './table-state.ts';

/** A 小计/合计/总计 row: what it says the items above make together. */
export function readSum(state: TableState, facts: RowFacts, label: string): void {
  const inText = /[\d.,。]*\d/.exec(halfWidth(label))?.[0].replace(/^[.,。]+(?=\d+[.,])/, '');
  const cell = facts.score.kind === 'points' ? facts.score.points : undefined;
  const points = cell ?? (inText === undefined ? anyNumber(facts) : pointsOf(inText));
  record(state, facts, 'sum', points === undefined ? '合计行，没有填数' : '合计行，用来核对，不作为评分项');
  if (points === undefined) return;
  const isPart = /小计/.test(label);
  const section = isPart
    ? (state.outline[0] ?? state.levels.find((level) => level !== undefined))
    : undefined;
  state.sums.push({
    row: facts.row,
    label,
    points,
    section: isPart ? innermostFor(state, facts, section) : undefined,
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

/** 小计 under a level column: the section of the level before the cell that says 小计. */
function innermostFor(
  state: TableState,
  facts: RowFacts,
  fallback: GrowingNode | undefined,
): GrowingNode | undefined {
  const depth = facts.levels.find(({ text }) => /小计/.test(squeeze(text)))?.depth;
  if (depth !== undefined && depth > 1)
    return state.levels.slice(0, depth).findLast((level) => level !== undefined) ?? fallback;
  return fallback;
}
