import type { Source } from '../standard/schema.ts';
import type { AssessmentFinding } from './finding.ts';

/** One condition of the campaign, for 资格审查. */
export interface Condition {
  readonly code: string;
  readonly title: string;
  readonly result: ConditionResult;
  readonly detail: string;
  readonly source?: Source;
}

/**
 * `open`: nobody has said or made it yet; `fail`: it is not so. `inTime`: nothing is judged yet. `byStandard`: judged by a standard that gives no official verdict, or what no document
 * asks for; `vetoed`: the same, and it is so. `pending`: somebody else decides (the named day itself). `late`: the day has
 * passed; what follows is the notice's to say.
 */
export type ConditionResult =
  'pass' | 'open' | 'fail' | 'inTime' | 'byStandard' | 'vetoed' | 'pending' | 'late';

/** A condition, the code of what it is about ('' for the assessment as a whole), and what is to be done about it. */
export interface Judged extends Condition {
  readonly item: string;
  /** Absent: nothing. */
  readonly severity?: AssessmentFinding['severity'] | undefined;
}

/** Why a condition is not met, and what to do about it. */
interface Missing {
  readonly result: 'open' | 'fail';
  readonly words: string;
}
export const open = (words: string): Missing => ({ result: 'open', words });
export const failed = (words: string): Missing => ({ result: 'fail', words });

/** Blocks with `missing` where there is something to do, passes with `met` otherwise. */
export function judge(
  about: { code: string; title: string; source?: Source; item?: string },
  missing: Missing | undefined,
  met: string,
): Judged {
  return missing === undefined
    ? { item: '', ...about, result: 'pass', detail: met }
    : { item: '', ...about, result: missing.result, severity: 'block', detail: missing.words };
}
