import { allResults } from './results.ts';
import type { ScoreReport } from './types.ts';
import { type Assessment, entryOf } from '../assessment/schema.ts';

/** Codes of what was carried over and is still to be confirmed, of all that this unit is judged by. */
export function unconfirmed(assessment: Assessment, report: ScoreReport): string[] {
  return allResults(report)
    .map(({ code }) => code)
    .filter((code) => entryOf(assessment, code).confirm !== undefined);
}
