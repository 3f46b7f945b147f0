import type { RuleInput } from '../assessment/schema.ts';
import type { Rule } from '../standard/rules.ts';
import { assertNever } from '../values/assert-never.ts';
import type { Points } from '../values/points.ts';
import { scoreAward } from './rules/award.ts';
import { scoreChecklist } from './rules/checklist.ts';
import { scoreDeduct } from './rules/deduct.ts';
import { problem } from './rules/problem.ts';
import { scoreRatio } from './rules/ratio.ts';
import { scoreTiers } from './rules/tiers.ts';
import type { RuleResult } from './types.ts';

/**
 * Scores one item: hundredths in, hundredths out, at most `fullScore`. Never throws: input that does not fit
 * the rule scores 0 and says so in `problem`.
 */
export function scoreRule(rule: Rule, fullScore: Points, input: RuleInput): RuleResult {
  switch (rule.kind) {
    case 'award':
      return input.kind === 'award' ? scoreAward(rule, fullScore, input) : mismatch();
    case 'tiers':
      return input.kind === 'tiers' ? scoreTiers(rule, fullScore, input) : mismatch();
    case 'checklist':
      return input.kind === 'checklist' ? scoreChecklist(rule, fullScore, input) : mismatch();
    case 'deduct':
      return input.kind === 'deduct' ? scoreDeduct(rule, fullScore, input) : mismatch();
    case 'ratio':
      return input.kind === 'ratio' ? scoreRatio(rule, fullScore, input) : mismatch();
    default:
      return assertNever(rule);
  }
}

function mismatch(): RuleResult {
  return problem('填写的内容与本项的评分方式不符，请重新评分');
}
