import type { EvidenceRequest } from '../standard/schema.ts';
import type { AdjustmentResult, ItemResult, ScoreReport } from './types.ts';

/** What is counted as 无佐证, wherever it is: scored items and bonus entries. `askedOf`: what the standard asks for. */
export function withoutEvidence(
  { items, bonus }: Pick<ScoreReport, 'items' | 'bonus'>,
  askedOf: (code: string) => readonly EvidenceRequest[],
): (ItemResult | AdjustmentResult)[] {
  const claimed = [...items.filter(({ state }) => state === 'scored'), ...(bonus?.entries ?? [])];
  return claimed.filter((result) => lacksEvidence(askedOf(result.code), result));
}

/** Points are claimed, the standard asks for evidence, none is linked. A score of 0 claims nothing. */
function lacksEvidence(
  asked: readonly EvidenceRequest[],
  { score, evidence }: Pick<ItemResult, 'score' | 'evidence'>,
): boolean {
  return score > 0 && evidence === 0 && asked.some(({ required }) => required);
}
