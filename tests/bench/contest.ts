import type { Line } from './line.ts';
import { measure, type Measured, Missing, type Quiet, quietness, settle, type Step } from './measure.ts';

export interface Rival {
  readonly against: string;
  readonly aim?: string;
  readonly steps: readonly Step[];
  /** Why it cannot run here; then nothing of it is tried. */
  readonly absent?: string | undefined;
}

export interface Contest {
  readonly what: string;
  readonly ours: readonly Step[];
  readonly rivals: readonly Rival[];
  /** Paths that are gone before each run, and those that lie in the page cache. */
  readonly results: readonly string[];
  readonly inputs: readonly string[];
  /** Before each of our runs, not counted. */
  readonly before?: () => Promise<void>;
  readonly note?: string;
}

/** Ours and theirs by turns, so that a busy moment of the machine meets both: one line for each rival. */
export async function contest(
  runs: number,
  { what, ours, rivals, results, inputs, before, note }: Contest,
): Promise<Line[]> {
  const own: Measured[] = [];
  const quiet: Quiet[] = [];
  const others = rivals.map((rival) => ({ rival, measured: [] as Measured[], absent: rival.absent }));
  for (let run = 0; run < runs; run += 1) {
    await settle(results, inputs);
    await before?.();
    quiet.push(await quietness());
    own.push(await measure(ours));
    for (const other of others) {
      if (other.absent !== undefined) continue;
      await settle(results, inputs);
      try {
        other.measured.push(await measure(other.rival.steps));
      } catch (error) {
        if (!(error instanceof Missing)) throw error;
        other.absent = `${error.message} is not installed`;
      }
    }
  }
  await settle(results, []);
  return others.map(({ rival: { against, aim }, measured, absent }) => ({
    what,
    against,
    before: quiet,
    unit: 'ms',
    ...(aim !== undefined && { aim }),
    ours: own.map(({ milliseconds }) => milliseconds),
    theirs: measured.map(({ milliseconds }) => milliseconds),
    ourPeaks: own.map(({ megabytes }) => megabytes),
    theirPeaks: measured.map(({ megabytes }) => megabytes),
    ...noteOf(absent, note),
  }));
}

function noteOf(...parts: readonly (string | undefined)[]): { note?: string } {
  const said = parts.filter((part) => part !== undefined);
  return said.length === 0 ? {} : { note: said.join('; ') };
}
