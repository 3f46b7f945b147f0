import type { ItemResult } from '../scoring/types.ts';
import type { EvidenceRequest } from '../standard/schema.ts';
import type { Assessment, Evidence } from './schema.ts';

/** Evidence that no entry and no material uses, in the order of adding. */
export function unlinkedEvidence(assessment: Assessment): Evidence[] {
  const used = new Set([
    ...Object.values(assessment.entries).flatMap(({ evidence }) => evidence),
    ...Object.values(assessment.materials).flatMap(({ files }) => files.map(({ sha256 }) => sha256)),
  ]);
  return assessment.evidence.filter(({ sha256 }) => !used.has(sha256));
}

/** Points are claimed, the standard asks for evidence, none is linked. A score of 0 claims nothing. */
export function lacksEvidence(
  asked: readonly EvidenceRequest[],
  { score, evidence }: Pick<ItemResult, 'score' | 'evidence'>,
): boolean {
  return score > 0 && evidence === 0 && asked.some(({ required }) => required);
}
