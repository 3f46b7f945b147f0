import { moduleOf } from '../standard/rules.ts';
import type { RuleOption } from '../standard/rules/kind.ts';
import { plainOption } from '../standard/rules/parts.ts';
import { pairUp, plainText } from '../values/pair.ts';
import type { Place } from '../standard/places.ts';

/** By label, then, of the rest, by code: the codes alone may have been given anew. */
function pairOptions(old: readonly RuleOption[], fresh: readonly RuleOption[]): Map<RuleOption, RuleOption> {
  return pairUp(
    old,
    fresh,
    ({ label }) => plainText(label),
    ({ code }) => code,
  );
}

/** Old code -> new code of every option that both places have. */
export function optionCodes(old: Place, fresh: Place): ReadonlyMap<string, string> {
  return new Map([...pairOptions(optionsOf(old), optionsOf(fresh))].map(([a, b]) => [a.code, b.code]));
}

/** Chinese sentences: what differs in points, and what in words. */
export function compareOptions(old: Place, fresh: Place): { rescored: string[]; reworded: string[] } {
  const [before, after] = [optionsOf(old), optionsOf(fresh)];
  const pairs = pairOptions(before, after);
  const kept = new Set(pairs.values());
  return {
    rescored: [
      ...before.flatMap((option) => {
        const { label, worth } = pairs.get(option) ?? option;
        if (!pairs.has(option)) return [`取消“${label}”（${worth}）`];
        return option.worth === worth ? [] : [`“${label}”由${option.worth}改为${worth}`];
      }),
      ...after.filter((option) => !kept.has(option)).map(({ label, worth }) => `新增“${label}”（${worth}）`),
    ],
    reworded: [...pairs].flatMap(([{ label: was }, { label: is }]) =>
      plainText(was) === plainText(is) ? [] : [`“${was}”改为“${is}”`],
    ),
  };
}

function optionsOf(place: Place): RuleOption[] {
  switch (place.kind) {
    case 'item':
      return moduleOf(place.item.rule).options?.(place.item.rule) ?? [];
    case 'veto':
      return [];
    default:
      return place.entry.options.map(plainOption);
  }
}
