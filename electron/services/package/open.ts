import type { Assessment } from '../../../shared/assessment/schema.ts';
import type { Running } from './progress.ts';

/** Verifies a package and makes a new assessment folder of it. Refuses anything that is not intact. */
export function openPackage(
  path: string,
  targetFolder: string,
  _options: Running = {},
): Promise<{ assessment: Assessment }> {
  return Promise.reject(new Error(`not yet: ${path} ${targetFolder}`));
}
