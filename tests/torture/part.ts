import type { Random } from '../tables/random.ts';

/** A case in which a promise was broken. `folder`: the data folder as it is then; kept beside the report. */
export interface Found {
  /** The row of the table. */
  readonly what: string;
  /** What was done. */
  readonly name: string;
  readonly why: string;
  readonly folder?: string;
}

/** What a part is given. */
export interface Trial {
  /** True for a row that is wanted. */
  readonly wants: (what: string) => boolean;
  /** Of the whole run, and the choices that follow from it for this part. */
  readonly seed: number;
  readonly random: Random;
  /** Milliseconds since 1970 when it ends. */
  readonly until: () => number;
  /** Nothing may be left out. */
  readonly isLong: boolean;
  /** After so many it is enough: `long` in a long run, if all rows are wanted. In a short one the time alone ends it. */
  readonly count: (long: number) => number;
  readonly found: (found: Found) => void;
}

/** One line of the table. */
export interface Row {
  readonly what: string;
  readonly tries: number;
  readonly note: string;
}

export interface Part {
  readonly name: 'kill' | 'input' | 'faults';
  run(trial: Trial): Promise<Row[]>;
}

/** Waits for every lane, whatever becomes of one; throws what the first one threw. */
export async function allOf(lanes: readonly Promise<void>[]): Promise<void> {
  for (const lane of await Promise.allSettled(lanes)) if (lane.status === 'rejected') throw lane.reason;
}
