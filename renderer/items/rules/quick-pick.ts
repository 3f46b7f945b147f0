import { inputOf, type RuleInput } from '../../../shared/assessment/rule-input.ts';
import type { Place } from '../../../shared/standard/places.ts';
import { PICK_WORDS, viewOf } from './rules.ts';

/**
 * What the number key `n` (1–9) means for a place: what its rule's view says, 1 = 否 and 2 = 是 for a veto.
 * Undefined where it says nothing.
 */
export function quickPick(place: Place, input: RuleInput | undefined, n: number): RuleInput | undefined {
  if (place.kind === 'veto') return n <= 2 ? { kind: 'veto', applies: n === 2 } : undefined;
  if (place.kind !== 'item') return undefined;
  const { rule } = place.item;
  return viewOf(rule).pick?.stated(rule, inputOf(input, rule.kind), n);
}

/** What the number keys do, for the help. */
export const PICK_HELP = ['1–9', [...PICK_WORDS, '答否决项'].join('、')] as const;
