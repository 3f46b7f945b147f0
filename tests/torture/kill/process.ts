import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Home } from '../home.ts';
import { type AnyWork, Broken } from '../works/work.ts';
import type { Words } from './words.ts';

/** A work with what was acknowledged of it so far. */
export interface Tried {
  readonly work: AnyWork;
  readonly home: Home;
  readonly setup: unknown;
  readonly done: unknown[];
  /** The number of the last act that was begun. */
  begun: number;
  /** The kinds of things that it asks of the disk. */
  readonly asks?: { add(kind: string): void };
  /** Of the last run. */
  readonly words?: Words;
}

/** At the nth time that it asks this of the disk. */
export interface Death {
  readonly kind: string;
  readonly nth: number;
}

/** Milliseconds until a work that does not begin is taken to hang, on a busy machine as well. */
const STUCK = 60_000;
/** Characters of what a process that ended says last, and of a line of them: a bundle's own is longer. */
const LAST_WORDS = 1500;
const LINE = 300;

/**
 * Goes on with the work in a process of its own until it is killed: `after` milliseconds from its beginning, or by itself at
 * what it asks of the disk (`dieAt`; 0: never) where that comes first. What it said of a failure; undefined where it was
 * killed. Throws Broken where it ended in any other way.
 */
export async function workUntilKilled(
  tried: Tried,
  { dieAt, after }: { readonly dieAt: Death | 0; readonly after: number },
): Promise<string | undefined> {
  const { work, home, setup } = tried;
  const { kind, nth } = dieAt || { kind: '', nth: 0 };
  const args = [home.root, home.files, work.name, JSON.stringify(setup), tried.begun + 1, kind, nth];
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'torture-worker.mjs'), ...args.map(String)],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const ended = new Promise<string | undefined>((resolve) => {
    child.on('close', (code, signal) =>
      resolve(signal === 'SIGKILL' ? undefined : `exit code ${code ?? signal}`),
    );
  });
  let lastWords = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    lastWords = (lastWords + text).slice(-LAST_WORDS * 10);
  });
  let failed: string | undefined;
  const ready = new Promise<true>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const said = JSON.parse(line) as [string, unknown, unknown];
      if (said[0] === 'ready') resolve(true);
      else if (said[0] === 'failed') failed = String(said[1]);
      else hear(tried, said);
    });
  });
  const isStuck = (await Promise.race([ready, ended, sleep(STUCK, false, { ref: false })])) === false;
  await Promise.race([ended, sleep(isStuck ? 0 : after, undefined, { ref: false })]);
  child.kill('SIGKILL');
  const end = await ended;
  if (isStuck) throw new Broken(`it does not begin within ${STUCK / 1000} s`);
  if (failed === undefined && end !== undefined)
    throw new Broken(`it ended by itself, ${end}; its last words: ${readable(lastWords) || 'none'}`);
  return failed;
}

function readable(words: string): string {
  const lines = words.split('\n').filter((line) => line.trim() !== '' && line.length <= LINE);
  return lines.join('\n').slice(-LAST_WORDS);
}

function hear(tried: Tried, [what, told, answer]: [string, unknown, unknown]): void {
  const { words } = tried;
  if (what === 'begin') tried.begun = Number(told);
  else if (what === 'done') tried.done.push(answer);
  else if (what === 'asked') tried.asks?.add(String(told));
  else if (words && what === 'keep') words.asked = Number(told);
  else if (words && what === 'kept') words.kept = Number(told);
}
