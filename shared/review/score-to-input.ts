import type { RuleInput } from '../assessment/rule-input.ts';
import { scoreAdjustment } from '../scoring/adjustments.ts';
import { leastOf, moduleOf } from '../standard/rules.ts';
import type { ScoreForm as FormOf } from '../standard/rules/kind.ts';
import { onlyOne } from '../standard/rules/parts.ts';
import type { Adjustment, AdjustmentBlock, Item } from '../standard/schema.ts';
import { MAX_POINTS, type Points, showPoints } from '../values/points.ts';

export type ScoreForm = FormOf<RuleInput>;

/**
 * What a plain 核验分 means under the item's rule. Where exactly one input gives these points, it is that; where
 * several do (which of the faults, which of the points met?), or a share would have to be guessed, the points
 * stand by themselves. Points that no input could give are a problem. Pure.
 */
export function scoreToInput({ rule, fullScore }: Item, points: Points): ScoreForm {
  const range = outOfRange(points, leastOf(rule), fullScore);
  return range === undefined ? moduleOf(rule).fromPoints(rule, fullScore, points) : { problem: range };
}

/** As `scoreToInput`, for an entry of the bonus or penalty block; positive for both. */
export function scoreToClaims(entry: Adjustment, block: AdjustmentBlock, points: Points): ScoreForm {
  const range = outOfRange(points, 0, entry.cap ?? block.cap ?? MAX_POINTS);
  if (range !== undefined) return { problem: range };
  const tries: Record<string, number>[] =
    points === 0
      ? [{}]
      : entry.counting === 'highest'
        ? entry.options.map(({ code }) => ({ [code]: 1 }))
        : entry.options.length === 1
          ? entry.options.map((option) => ({ [option.code]: Math.ceil(points / (option.points || points)) }))
          : [];
  const inputs = tries
    .filter((counts) => scoreAdjustment(entry, counts).score === points)
    .map((counts): RuleInput => ({ kind: 'claims', counts }));
  return onlyOne(inputs, points);
}

function outOfRange(points: Points, least: Points, most: Points): string | undefined {
  return points < least || points > most
    ? `${showPoints(points)}分不在${showPoints(least)}至${showPoints(most)}分之间`
    : undefined;
}
