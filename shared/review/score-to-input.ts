import type { RuleInput } from '../assessment/schema.ts';
import { assertNever } from '../values/assert-never.ts';
import { scoreAdjustment } from '../scoring/adjustments.ts';
import { MAX_POINTS, type Points, showPoints } from '../values/points.ts';
import { scoreRule } from '../scoring/rule.ts';
import type { Adjustment, AdjustmentBlock, Item } from '../standard/schema.ts';

/** A number as a rule takes it: the input that it stands for, the number itself, or why it cannot be. */
export type ScoreForm =
  { readonly input: RuleInput } | { readonly points: Points } | { readonly problem: string };

/**
 * What a plain 核验分 means under the item's rule. Where exactly one input gives these points, it is that; where
 * several do (which of the faults, which of the points met?), or a share would have to be guessed, the points
 * stand by themselves. Points that no input could give are a problem. Pure.
 */
export function scoreToInput({ rule, fullScore }: Item, points: Points): ScoreForm {
  const least = rule.kind === 'deduct' ? rule.floor : 0;
  const range = outOfRange(points, least, fullScore);
  if (range !== undefined) return { problem: range };
  const gives = (input: RuleInput): boolean => {
    const { score, problem } = scoreRule(rule, fullScore, input);
    return problem === undefined && score === points;
  };
  switch (rule.kind) {
    case 'award': {
      const input: RuleInput = { kind: 'award', points };
      const { problem } = scoreRule(rule, fullScore, input);
      return problem === undefined ? { input } : { problem };
    }
    case 'tiers': {
      const options = rule.options
        .map(({ code }): RuleInput => ({ kind: 'tiers', option: code }))
        .filter(gives);
      const possible = rule.options.map((option) => showPoints(option.points)).join('、');
      return options.length > 0 ? one(options, points) : { problem: `本项只能得${possible}分之一` };
    }
    case 'checklist': {
      const codes = rule.points.map(({ code }) => code);
      const ways = subsetSums(rule.points.map((each) => each.points)).filter(
        (sum) => Math.min(sum, fullScore) === points,
      );
      if (ways.length === 0) return { problem: `各要点的分值凑不成${showPoints(points)}分` };
      const ends = [[], codes].map((met): RuleInput => ({ kind: 'checklist', met })).filter(gives);
      return one(ends, points);
    }
    case 'deduct': {
      const step = rule.faults.reduce((all, { points: each, cap = 0 }) => gcd(gcd(all, each), cap), 0);
      const taken = fullScore - points;
      const most = rule.faults.reduce(
        (all, { cap = Infinity, zeroes }) => all + (zeroes ? Infinity : cap),
        0,
      );
      if (taken > most) return { problem: `本项最多扣${showPoints(most)}分` };
      if (points !== least && points !== 0 && step > 0 && taken % step !== 0) {
        return { problem: `扣${showPoints(taken)}分不是${showPoints(step)}分的整数倍` };
      }
      const [fault, ...others] = rule.faults;
      const counts = fault && fault.points > 0 ? { [fault.code]: Math.ceil(taken / fault.points) } : {};
      // With several faults a number does not say which one was found.
      const inputs: RuleInput[] =
        taken === 0
          ? [{ kind: 'deduct', counts: {} }]
          : others.length === 0
            ? [{ kind: 'deduct', counts }]
            : [];
      return one(inputs.filter(gives), points);
    }
    case 'ratio':
      return { points };
    default:
      return assertNever(rule);
  }
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
  return one(inputs, points);
}

function one([input, ...others]: readonly RuleInput[], points: Points): ScoreForm {
  return input && others.length === 0 ? { input } : { points };
}

function outOfRange(points: Points, least: Points, most: Points): string | undefined {
  return points < least || points > most
    ? `${showPoints(points)}分不在${showPoints(least)}至${showPoints(most)}分之间`
    : undefined;
}

/** Every sum that some of the values give; bounded, because sums are whole hundredths. */
function subsetSums(values: readonly Points[]): Points[] {
  return [
    ...values.reduce(
      (sums, value) => new Set([...sums, ...[...sums].map((sum) => sum + value)]),
      new Set([0]),
    ),
  ];
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
