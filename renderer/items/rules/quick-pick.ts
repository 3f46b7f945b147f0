import { inputOf, type RuleInput } from '../../../shared/assessment/rule-input.ts';
import type { Place } from '../../../shared/standard/places.ts';
import { viewOf } from './rules.ts';

/**
 * What the number key `n` (1–9) means for a place: the n-th choice of its rule, 1 = 否 and 2 = 是 for a veto.
 * Undefined where a number says nothing, or there is no n-th choice.
 */
export function quickPick(place: Place, input: RuleInput | undefined, n: number): RuleInput | undefined {
  if (place.kind === 'veto') return n <= 2 ? { kind: 'veto', applies: n === 2 } : undefined;
  if (place.kind !== 'item') return undefined;
  const { rule } = place.item;
  return viewOf(rule).pick?.(rule, inputOf(input, rule.kind), n);
}
