import type { RuleInput } from '../../../shared/assessment/schema.ts';
import type { Place } from '../../../shared/standard/places.ts';

/**
 * What the number key `n` (1–9) means for a place: the n-th tier, the n-th point of a checklist on or off,
 * 1 = 否 and 2 = 是 for a veto. Undefined where a number says nothing, or there is no n-th choice.
 */
export function quickPick(place: Place, input: RuleInput | undefined, n: number): RuleInput | undefined {
  if (place.kind === 'veto') return n <= 2 ? { kind: 'veto', applies: n === 2 } : undefined;
  if (place.kind !== 'item') return undefined;
  const { rule } = place.item;
  if (rule.kind === 'tiers') {
    const option = rule.options[n - 1];
    return option && { kind: 'tiers', option: option.code };
  }
  if (rule.kind === 'checklist') {
    const point = rule.points[n - 1];
    return (
      point && { kind: 'checklist', met: toggled(input?.kind === 'checklist' ? input.met : [], point.code) }
    );
  }
  return undefined;
}

export function toggled(met: readonly string[], code: string): string[] {
  return met.includes(code) ? met.filter((other) => other !== code) : [...met, code];
}
