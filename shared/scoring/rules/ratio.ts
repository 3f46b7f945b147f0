import type { RuleInput } from '../../assessment/schema.ts';
import type { RatioRule } from '../../standard/rules.ts';
import { compare, divide, fraction, multiply, roundHalfUp, showFraction } from '../../values/fraction.ts';
import { type Points, showPoints } from '../../values/points.ts';
import type { RuleResult } from '../types.ts';
import { problem } from './problem.ts';

/** full × share ÷ target in exact fractions, rounded once; full at the target, 0 below the minimum. */
export function scoreRatio(
  rule: RatioRule,
  fullScore: Points,
  input: Extract<RuleInput, { kind: 'ratio' }>,
): RuleResult {
  if (input.denominator === 0) {
    return problem(`分母为 0，算不出比例，请填写“${rule.denominator}”`);
  }
  // Hundredths of a percent, like target and minimum.
  const share = multiply(fraction(input.numerator, input.denominator), fraction(10_000));
  const target = fraction(rule.target);
  const stated =
    `满分${showPoints(fullScore)}分，${rule.numerator}${input.numerator}÷${rule.denominator}${input.denominator}` +
    `＝${showFraction(share)}%`;

  if (rule.minimum !== undefined && compare(share, fraction(rule.minimum)) < 0) {
    return { score: 0, explanation: `${stated}，低于最低要求${showPoints(rule.minimum)}%，得0分` };
  }
  if (compare(share, target) >= 0) {
    return {
      score: fullScore,
      explanation: `${stated}，达到目标${showPoints(rule.target)}%，得${showPoints(fullScore)}分`,
    };
  }
  const exact = divide(multiply(fraction(fullScore), share), target);
  const score = roundHalfUp(exact);
  const unrounded = exact.denominator === 1n ? '' : `按比例为${showFraction(exact)}分，`;
  return {
    score,
    explanation: `${stated}，目标${showPoints(rule.target)}%，${unrounded}得${showPoints(score)}分`,
  };
}
