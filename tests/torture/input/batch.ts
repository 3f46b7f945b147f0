import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Materials } from './materials.ts';
import { peakMegabytes } from './memory.ts';
import type { Sandbox } from './sandbox.ts';
import type { Target } from './target.ts';

/** Mutations of one process at most, which begin alike: its memory is looked at when it ends. */
export const BATCH = 150;
/** Milliseconds after which no further one is begun: of what takes long there are fewer. */
const PATIENCE = 12_000;
/** Milliseconds after which one of them hangs. */
const HANGS = 30_000;

/** One target, from the first mutation up to one that is not tried any more. */
export interface Batch {
  readonly target: Target;
  readonly seed: number;
  readonly first: number;
  readonly last: number;
  readonly materials: Materials;
  /** Until when a further one is begun, in milliseconds. */
  readonly patience?: number;
}

export interface Tried {
  /** The last one that was begun. */
  readonly nth: number;
  readonly peak: number;
}

function start(sandbox: Sandbox, batch: Batch): ChildProcess & { readonly stdout: NodeJS.ReadableStream } {
  const { target, seed, first, last, materials, patience = PATIENCE } = batch;
  const args = [sandbox.base, materials.folder, target.name, seed, first, last, patience].map(String);
  return spawn(process.execPath, [join(import.meta.dirname, 'torture-input.mjs'), ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
    cwd: sandbox.cwd,
    env: { ...process.env, ...sandbox.env },
  });
}

/** In a process of its own; `broken` is told what broke, and at which mutation. */
export async function runBatch(
  sandbox: Sandbox,
  batch: Batch,
  broken: (nth: number, why: string) => void,
): Promise<Tried> {
  const { target, first } = batch;
  const child = start(sandbox, batch);
  let [nth, peak, isEnded, isKilled] = [first - 1, 0, false, false];
  let timer: NodeJS.Timeout | undefined;
  const watch = (): void => {
    clearTimeout(timer);
    timer = setTimeout(
      () => {
        isKilled = true;
        peak = Math.max(peak, child.pid === undefined ? 0 : peakMegabytes(child.pid));
        child.kill('SIGKILL');
      },
      HANGS * (nth < first ? 4 : 1),
    );
  };
  watch();
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [what, number, why] = said(line);
    // Its peak with each of them: one that is killed says nothing any more.
    if (what === 'begin') [nth, peak] = [Number(number), Math.max(peak, Number(why))];
    watch();
    if (what === 'broken') broken(nth, String(why));
    if (what === 'stray') broken(nth, `a rejection that nobody heard: ${String(number)}`);
    if (what === 'failed') broken(nth, String(number));
    if (what === '') broken(nth, `said on stdout: ${line.slice(0, 500)}`);
    if (what === 'end') [isEnded, peak] = [true, Math.max(peak, Number(number))];
  });
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve) =>
    child.on('close', (...ended) => resolve(ended)),
  );
  clearTimeout(timer);
  if (isKilled) {
    const why = target.alone && nth >= first ? await target.alone(sandbox) : `hangs for ${HANGS / 1000} s`;
    if (why !== undefined) broken(nth, why);
  }
  // Whoever killed it, if not we: the system does where memory is short.
  if (!isEnded && !isKilled) broken(nth, `the process ended with ${code ?? signal}`);
  if (peak > target.megabytes) broken(nth, `took ${Math.round(peak)} MB, ${target.megabytes} at most`);
  return { nth, peak };
}

/** What a process says of itself; '' where the program has written something there. */
function said(line: string): [what: string, number?: unknown, why?: unknown] {
  try {
    return JSON.parse(line) as [string, unknown, unknown];
  } catch (error) {
    if (error instanceof SyntaxError) return [''];
    throw error;
  }
}
