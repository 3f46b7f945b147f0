import * as z from 'zod';
import { award } from './rules/award.ts';
import { checklist } from './rules/checklist.ts';
import { deduct } from './rules/deduct.ts';
import type { RuleBehaviour } from './rules/kind.ts';
import { ratio } from './rules/ratio.ts';
import { tiers } from './rules/tiers.ts';
import type { Points } from '../values/points.ts';
import { keysOf, mapValues } from '../values/records.ts';

/** Every kind of rule, in the order in which people are offered them. */
export const RULES = { award, tiers, checklist, deduct, ratio };

export type RuleKind = keyof typeof RULES;
export type RuleOf<K extends RuleKind> = z.output<(typeof RULES)[K]['rule']>;
export type Rule = RuleOf<RuleKind>;
/** What is stated for an item, by the kind of its rule. */
export type RuleInputOf<K extends RuleKind> = z.output<(typeof RULES)[K]['input']>;

export const RULE_KINDS = keysOf(RULES);
export const RULE_LABELS = mapValues(RULES, ({ label }) => label);

const [first, ...others] = Object.values(RULES);
if (!first) throw new Error('No kind of rule');
export const ruleSchema = z.discriminatedUnion('kind', [first.rule, ...others.map(({ rule }) => rule)]);
export const ruleInputSchemas = Object.values(RULES).map(({ input }) => input);

/** What is known of a rule's kind. That rule and module are of one kind, TypeScript takes on trust (methods are bivariant). */
export function moduleOf(rule: { readonly kind: RuleKind }): RuleBehaviour<Rule, RuleInputOf<RuleKind>> {
  return RULES[rule.kind];
}

/** The lowest score, in hundredths, that an item of this rule can get. */
export function leastOf(rule: Rule): Points {
  return moduleOf(rule).least?.(rule) ?? 0;
}

/** A rule in plain Chinese, for one who reads the standard. */
export function ruleWords(rule: Rule): string {
  return `${moduleOf(rule).label}：${moduleOf(rule).words(rule)}`;
}
