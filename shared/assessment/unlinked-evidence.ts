import type { Assessment, Evidence } from './schema.ts';

/** Evidence that no entry and no material uses, in the order of adding. */
export function unlinkedEvidence(assessment: Assessment): Evidence[] {
  const used = new Set([
    ...Object.values(assessment.entries).flatMap(({ evidence }) => evidence),
    ...Object.values(assessment.materials).flatMap(({ files }) => files.map(({ sha256 }) => sha256)),
  ]);
  return assessment.evidence.filter(({ sha256 }) => !used.has(sha256));
}
