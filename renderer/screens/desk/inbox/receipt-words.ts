import type { Receipt } from '../../../../shared/review/receipt.ts';

/** "示例市城市管理局，第 2 版"; '' where the package does not tell. */
export function unitOf({ verification: { unit, revision } }: Receipt): string {
  return revision > 0 ? `${unit}，第 ${revision} 版` : unit;
}

/** Everything that is to be said about a received file: what is wrong first (with the path inside), then remarks. */
export function reasonOf({ verification, remarks, kept }: Receipt): string[] {
  const problems = verification.problems
    .filter(({ severity }) => severity === 'problem')
    .map(({ path, message }) => (path === '' ? message : `${path}：${message}`));
  // What the problems of a kept package say is in its remarks already.
  return kept ? [...remarks] : [...problems, ...remarks];
}
