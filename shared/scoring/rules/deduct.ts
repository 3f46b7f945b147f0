import { own } from '../../values/own.ts';
import type { RuleInput } from '../../assessment/schema.ts';
import type { DeductRule } from '../../standard/rules.ts';
import { type Points, showPoints } from '../../values/points.ts';
import type { RuleResult } from '../types.ts';
import { problem, unknownOption } from './problem.ts';

/** Full less unit price × count per fault, each fault up to its cap, not below the floor. */
export function scoreDeduct(
  rule: DeductRule,
  fullScore: Points,
  { counts }: Extract<RuleInput, { kind: 'deduct' }>,
): RuleResult {
  const unknown = unknownOption(Object.keys(counts), rule.faults);
  if (unknown !== undefined) return problem(`扣分情形“${unknown}”不在标准内，请重新填写`);

  const found = rule.faults
    .map((fault) => ({ ...fault, count: own(counts, fault.code) ?? 0 }))
    .filter(({ count }) => count > 0);
  const taken = found.reduce(
    (total, { points, count, cap = Infinity }) => total + Math.min(points * count, cap),
    0,
  );
  const left = Math.max(fullScore - taken, rule.floor);
  const full = `满分${showPoints(fullScore)}分`;

  const fatal = found.find(({ zeroes }) => zeroes);
  if (fatal) {
    // Beyond a floor below 0 a zeroing fault must not give points back.
    const score = Math.min(left, 0);
    return { score, explanation: `${full}，出现“${fatal.label}”，本项得${showPoints(score)}分` };
  }
  if (found.length === 0) return { score: left, explanation: `${full}，无扣分，得${showPoints(left)}分` };

  const parts = found.map(({ count, unit, points, cap }) => {
    const capped = cap !== undefined && points * count > cap ? `（最多扣${showPoints(cap)}分）` : '';
    return `${count}${unit}×${showPoints(points)}分${capped}`;
  });
  const stopped = fullScore - taken < rule.floor ? `扣至${showPoints(rule.floor)}分为止，` : '';
  return { score: left, explanation: `${full}，扣${parts.join('、')}，${stopped}得${showPoints(left)}分` };
}
