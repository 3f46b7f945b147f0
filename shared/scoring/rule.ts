import { moduleOf, type Rule } from '../standard/rules.ts';
import { inputOf, type RuleInput } from '../assessment/rule-input.ts';
import type { RuleResult } from '../standard/rules/kind.ts';
import { problem } from '../standard/rules/parts.ts';
import type { Points } from '../values/points.ts';

/**
 * Scores one item: hundredths in, hundredths out, at most `fullScore`. Never throws: input that does not fit
 * the rule scores 0 and says so in `problem`.
 */
export function scoreRule(rule: Rule, fullScore: Points, input: RuleInput): RuleResult {
  const fitting = inputOf(input, rule.kind);
  return fitting
    ? moduleOf(rule).score(rule, fullScore, fitting)
    : problem('填写的内容与本项的评分方式不符，请重新评分');
}
