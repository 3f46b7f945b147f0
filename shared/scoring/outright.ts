import { type Points, showPoints } from '../values/points.ts';
import type { RuleResult } from '../standard/rules/kind.ts';
import { problem } from '../standard/rules/parts.ts';

/** A score that an evaluator stated without the rule's input: anything from `least` to `most`. */
export function scoreOutright(points: Points, least: Points, most: Points): RuleResult {
  if (points < least || points > most) {
    return problem(`${showPoints(points)}分不在${showPoints(least)}至${showPoints(most)}分之间，请改正`);
  }
  return { score: points, explanation: `核验人直接给${showPoints(points)}分` };
}
