import type { RuleInput } from '../../assessment/schema.ts';
import type { AwardRule } from '../../standard/rules.ts';
import { type Points, showPoints } from '../../values/points.ts';
import type { RuleResult } from '../types.ts';
import { problem } from './problem.ts';

/** Points given by hand: a multiple of the step, 0 to full. */
export function scoreAward(
  rule: AwardRule,
  fullScore: Points,
  { points }: Extract<RuleInput, { kind: 'award' }>,
): RuleResult {
  const full = showPoints(fullScore);
  if (points < 0 || points > fullScore) {
    return problem(`给分${showPoints(points)}分不在0至${full}分之间，请改正`);
  }
  if (points % rule.step !== 0) {
    return problem(`给分${showPoints(points)}分不是${showPoints(rule.step)}分的整数倍，请改正`);
  }
  return { score: points, explanation: `满分${full}分，按情况给${showPoints(points)}分` };
}
