import type { CaseFinding } from '../../../shared/registers/cases/finding.ts';

/** Each kind in the order of the places. */
export function errorsFirst(findings: readonly CaseFinding[]): CaseFinding[] {
  const of = (severity: CaseFinding['severity']) => findings.filter((each) => each.severity === severity);
  return [...of('error'), ...of('advice')];
}
