import { allNodes } from '../draft/check-draft.ts';
import type { StandardDraft } from '../standard-draft.ts';

/** A list of bonus and penalty entries alone: nobody can score by it until something stands for 100. */
export const NO_BASE_SCORE = '只有加分、扣分的条目，没有评分项，也就没有基础分';

/** What is read of a table that has no items: with entries, it is no fault of the columns. */
export function withoutBase<W extends { readonly code: string; readonly message: string }>(
  warnings: readonly W[],
  { nodes }: Pick<StandardDraft, 'nodes'>,
): W[] {
  const hasEntries = allNodes(nodes).some(({ kind }) => kind === 'bonus' || kind === 'penalty');
  return warnings.map((warning) =>
    hasEntries && warning.code === 'noItems' ? { ...warning, message: NO_BASE_SCORE } : warning,
  );
}
