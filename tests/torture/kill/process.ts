import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Home } from '../home.ts';
import type { AnyWork } from '../works/work.ts';

/** A work with what was acknowledged of it so far. */
export interface Tried {
  readonly work: AnyWork;
  readonly home: Home;
  readonly setup: unknown;
  readonly done: unknown[];
  /** The number of the last act that was begun. */
  begun: number;
}

/** Milliseconds until a work is taken to hang, or to have fewer asks of the disk than it was to die at. */
const STUCK = 10_000;

/**
 * Goes on with the work in a process of its own until it is killed: `after` milliseconds from its beginning, or by itself at
 * the `dieAt`th thing that it asks of the disk (0: never). What it said of a failure; undefined where it was killed.
 */
export async function workUntilKilled(
  tried: Tried,
  { dieAt, after }: { readonly dieAt: number; readonly after: number },
): Promise<string | undefined> {
  const { work, home, setup } = tried;
  const args = [home.root, home.files, work.name, JSON.stringify(setup), tried.begun + 1, dieAt].map(String);
  const child = spawn(process.execPath, [join(import.meta.dirname, 'torture-worker.mjs'), ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  let failed: string | undefined;
  const ready = new Promise<void>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [what, nth, answer] = JSON.parse(line) as [string, unknown, unknown];
      if (what === 'begin') tried.begun = Number(nth);
      else if (what === 'done') tried.done.push(answer);
      else if (what === 'failed') failed = String(nth);
      else resolve();
    });
  });
  await Promise.race([ready, ended, sleep(STUCK)]);
  await Promise.race([ended, sleep(dieAt > 0 ? STUCK : after)]);
  child.kill('SIGKILL');
  await ended;
  return failed;
}
