import type { AdjustmentResult, ItemResult, ScoreReport, VetoResult } from './types.ts';

type Blocks = Pick<ScoreReport, 'bonus' | 'penalty'>;

/** Bonus and penalty entries of a report, in the standard's order. */
export function adjustmentResults({ bonus, penalty }: Blocks): AdjustmentResult[] {
  return [...(bonus?.entries ?? []), ...(penalty?.entries ?? [])];
}

/** Everything that has a score, in the standard's order: items, bonus, penalty. */
export function scoredResults(
  report: Blocks & Pick<ScoreReport, 'items'>,
): (ItemResult | AdjustmentResult)[] {
  return [...report.items, ...adjustmentResults(report)];
}

/** Every result of a report, in the standard's order: items, bonus, penalty, vetoes. */
export function allResults(
  report: Blocks & Pick<ScoreReport, 'items' | 'vetoes'>,
): (ItemResult | AdjustmentResult | VetoResult)[] {
  return [...scoredResults(report), ...report.vetoes];
}
