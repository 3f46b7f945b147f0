import { type Points, showPoints } from '../values/points.ts';
import { pairUp, plainText } from './pair.ts';
import type { Place } from '../standard/places.ts';

/** A part of a place that an answer names by code: a tier, a point, a fault, something claimed. */
interface Option {
  readonly code: string;
  readonly label: string;
  /** What it is worth, in words. */
  readonly worth: string;
}

/** By label, then, of the rest, by code: the codes alone may have been given anew. */
function pairOptions(old: readonly Option[], fresh: readonly Option[]): Map<Option, Option> {
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

function optionsOf(place: Place): Option[] {
  if (place.kind === 'veto') return [];
  if (place.kind !== 'item') return place.entry.options.map(plainOption);
  const { rule } = place.item;
  switch (rule.kind) {
    case 'tiers':
      return rule.options.map(plainOption);
    case 'checklist':
      return rule.points.map(plainOption);
    case 'deduct':
      return rule.faults.map(({ code, label, points, unit, cap, zeroes }) => {
        const most = cap === undefined ? '' : `，最多扣${showPoints(cap)}分`;
        const worth = `每${unit}扣${showPoints(points)}分${most}${zeroes ? '，出现即计0分' : ''}`;
        return { code, label, worth };
      });
    case 'award':
    case 'ratio':
      return [];
  }
}

function plainOption({ code, label, points }: { code: string; label: string; points: Points }): Option {
  return { code, label, worth: `${showPoints(points)}分` };
}
