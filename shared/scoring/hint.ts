import { inputOf, type RuleInput } from '../assessment/rule-input.ts';
import { moduleOf } from '../standard/rules.ts';
import type { Item } from '../standard/schema.ts';
import { showPoints } from '../values/points.ts';

/** What the unit could still do for full marks on an item, in one Chinese sentence. */
export function hintFor({ rule, fullScore }: Item, input: RuleInput | undefined): string {
  if (!input) return `尚未评分，最多${showPoints(fullScore)}分`;
  return moduleOf(rule).hint(rule, inputOf(input, rule.kind));
}
