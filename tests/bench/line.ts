import type { Quiet } from './measure.ts';

/** One line of the table. Times in milliseconds, memory in MB. */
export interface Line {
  readonly what: string;
  readonly against: string;
  readonly ours: readonly number[];
  readonly theirs: readonly number[];
  /** One for every run: how quiet it was before it. */
  readonly before: readonly Quiet[];
  readonly unit: 'ms' | 'MB' | 'kB';
  /** The most that the ratio may be, or, where nothing is compared, the number itself. */
  readonly aim?: string;
  readonly ourPeaks?: readonly (number | undefined)[];
  readonly theirPeaks?: readonly (number | undefined)[];
  /** What is missing, and what else must be known. */
  readonly note?: string;
}
