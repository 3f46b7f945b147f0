import type { RuleInput } from '../../assessment/schema.ts';
import type { ChecklistRule } from '../../standard/rules.ts';
import { type Points, showPoints } from '../../values/points.ts';
import type { RuleResult } from '../types.ts';
import { problem, unknownOption } from './problem.ts';

/** The sum of the points met, capped at full. A point ticked twice counts once. */
export function scoreChecklist(
  rule: ChecklistRule,
  fullScore: Points,
  input: Extract<RuleInput, { kind: 'checklist' }>,
): RuleResult {
  const unknown = unknownOption(input.met, rule.points);
  if (unknown !== undefined) return problem(`要点“${unknown}”不在标准内，请重新勾选`);
  const met = rule.points.filter(({ code }) => input.met.includes(code));
  const sum = met.reduce((total, { points }) => total + points, 0);
  const score = Math.min(sum, fullScore);
  const added = met.length > 1 ? `（${met.map(({ points }) => showPoints(points)).join('+')}）` : '';
  const capped = sum > fullScore ? `合计${showPoints(sum)}分，以满分为限，` : '';
  return {
    score,
    explanation:
      `满分${showPoints(fullScore)}分，${rule.points.length}个要点符合${met.length}个${added}，` +
      `${capped}得${showPoints(score)}分`,
  };
}
