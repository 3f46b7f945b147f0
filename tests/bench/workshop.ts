import { mkdtemp, rm } from 'node:fs/promises';
import { existsSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Line } from './line.ts';
import { asked, type Command, endAll } from './measure.ts';

/** Where all of it is bundled to, beside what is shipped. */
const dist = import.meta.dirname;

/** What every row is given. */
export interface Workshop {
  readonly runs: number;
  /** A path in the run's own folder, which is removed at the end. */
  readonly at: (name: string) => string;
  /** Made once a run, whichever row asks first. */
  readonly once: <Made>(name: string, make: () => Promise<Made>) => Promise<Made>;
  /** The command line as it is shipped. */
  readonly cli: (...args: string[]) => Command;
  /** A piece of work of `task.ts` in a process of its own; it times itself. */
  readonly task: (name: string, ...args: string[]) => Command;
  readonly tool: (program: string, ...args: string[]) => Command;
  readonly isThere: (program: string) => boolean;
  /** Python itself, not a shim that first looks for it; `python3` where there is none. */
  readonly python: string;
}

/** One row of the table, or several lines that are measured together. */
export interface Row {
  readonly name: string;
  readonly about: string;
  /** Only where it is asked for: it takes minutes. */
  readonly isLarge?: boolean;
  readonly lines: (workshop: Workshop) => Promise<readonly Line[]>;
}

/** In a folder of its own, removed at the end, after a failure and after Ctrl+C. */
export async function inWorkshop(runs: number, work: (workshop: Workshop) => Promise<void>): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'biaobing-bench-'));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      endAll();
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
      process.exit(130);
    });
  }
  const made = new Map<string, Promise<unknown>>();
  const node = (script: string, args: readonly string[]): Command => ({
    program: process.execPath,
    args: [join(dist, script), ...args],
  });
  try {
    await work({
      runs,
      at: (name) => join(home, name),
      once: <Made>(name: string, make: () => Promise<Made>) => {
        const found = made.get(name) ?? make();
        made.set(name, found);
        return found as Promise<Made>;
      },
      cli: (...args) => node('cli.mjs', args),
      task: (name, ...args) => ({ ...node('bench-task.mjs', [name, ...args]), timesItself: true }),
      tool: (program, ...args) => ({ program, args, cwd: home }),
      isThere: (program) =>
        (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program))),
      python: (await asked('python3', '-c', 'import sys; print(sys.executable)')) ?? 'python3',
    });
  } finally {
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  }
}
