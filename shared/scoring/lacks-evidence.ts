import type { ItemResult } from './types.ts';
import type { EvidenceRequest } from '../standard/schema.ts';

/** Points are claimed, the standard asks for evidence, none is linked. A score of 0 claims nothing. */
export function lacksEvidence(
  asked: readonly EvidenceRequest[],
  { score, evidence }: Pick<ItemResult, 'score' | 'evidence'>,
): boolean {
  return score > 0 && evidence === 0 && asked.some(({ required }) => required);
}
