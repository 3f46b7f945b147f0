import type { RuleInput } from '../../assessment/schema.ts';
import type { TiersRule } from '../../standard/rules.ts';
import { type Points, showPoints } from '../../values/points.ts';
import type { RuleResult } from '../types.ts';
import { problem } from './problem.ts';

/** The chosen option's points. */
export function scoreTiers(
  rule: TiersRule,
  fullScore: Points,
  input: Extract<RuleInput, { kind: 'tiers' }>,
): RuleResult {
  const option = rule.options.find(({ code }) => code === input.option);
  if (!option) return problem(`所选档次“${input.option}”不在标准内，请重新选择`);
  // An option above full is an error of the standard (check.ts); even so no item exceeds its full score.
  const score = Math.min(option.points, fullScore);
  return {
    score,
    explanation: `满分${showPoints(fullScore)}分，选“${option.label}”，得${showPoints(score)}分`,
  };
}
