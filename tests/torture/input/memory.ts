import { existsSync, readFileSync } from 'node:fs';

/**
 * What a process took at most until now, where the system tells it: of this program alone, for `maxRSS` counts that of
 * whoever started it as well. 0 of another one where the system does not.
 */
export function peakMegabytes(pid: number | 'self' = 'self'): number {
  const path = `/proc/${pid}/status`;
  const told = existsSync(path) ? /VmHWM:\s+(\d+) kB/.exec(readFileSync(path, 'utf8'))?.[1] : undefined;
  const own = pid === 'self' ? process.resourceUsage().maxRSS : 0;
  return Number(told ?? own) / 1024;
}
