import type { CaseFinding } from '../../../shared/registers/cases/finding.ts';

/** Each kind in the order of the places. */
export function errorsFirst(findings: readonly CaseFinding[]): CaseFinding[] {
  const of = (severity: CaseFinding['severity']) => findings.filter((each) => each.severity === severity);
  return [...of('error'), ...of('advice')];
}

/** 2 处错误，3 条建议. */
export function findingsWords(findings: readonly CaseFinding[]): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const advice = findings.length - errors;
  const first = errors === 0 ? '未发现错误' : `${errors} 处错误`;
  return advice === 0 ? first : `${first}，${advice} 条建议`;
}
