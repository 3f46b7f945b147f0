import type { Random } from '../../tables/random.ts';
import type { Extremes } from './extremes.ts';
import type { Known } from './filled.ts';
import type { Sandbox } from './sandbox.ts';
import type { Watch } from './watch.ts';

/** What a process has to try with. */
export interface Bench extends Sandbox {
  readonly watch: Watch;
  readonly extremes: Extremes;
  /** A data folder with every kind of document, to be copied; and what there is in it. */
  readonly filled: string;
  readonly known: Known;
  /** The folder of files that were made with it. */
  readonly handed: string;
}

/** Something that reads what strangers made. */
export interface Target {
  readonly name: string;
  /** Megabytes that the process may take at its peak, Node's own included. */
  readonly megabytes: number;
  /** Processes, while each of the others has one (1): of what takes long. */
  readonly turns?: number;
  /** Of a run the first ones, which are tried however long they take. */
  readonly start?: number;
  /**
   * Where the reader alone hangs, whether the program does: it reads in a process that it ends after a while. What is wrong;
   * undefined for nothing.
   */
  alone?(sandbox: Pick<Sandbox, 'files' | 'cwd'>): Promise<string | undefined>;
  /** Once a process; then one mutation after another. */
  prepare(bench: Bench): Promise<(random: Random, nth: number) => Promise<void>>;
}
