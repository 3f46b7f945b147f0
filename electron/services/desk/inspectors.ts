import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Standard } from '../../../shared/standard/schema.ts';
import { UserError } from '../../../shared/values/errors.ts';
import type { TaskOptions } from '../package/progress.ts';
import type { InspectReply, InspectRequest } from './inspect-messages.ts';
import type { FileToInspect, Inspect } from './inspection.ts';
import { inspectionDied } from './messages.ts';

/** Each has a heap of its own; with two, importing does not take a whole computer. */
const THREADS = 2;

/**
 * Verifies packages in threads beside this one, two at a time; each thread is started when it is first needed. One that
 * dies fails the file that it had, in words, and another takes its place.
 */
export class Inspectors {
  readonly #code: string;
  readonly #standard: Standard;
  /** Places that are free; undefined where no thread has been started. */
  readonly #free: (Worker | undefined)[] = Array.from({ length: THREADS }, () => undefined);
  readonly #waiting: ((thread: Worker | undefined) => void)[] = [];
  /** Asked again, they would never answer. Whoever waits for an answer is told by `ask`. */
  readonly #ended = new WeakSet<Worker>();

  /** `code`: the text of dist/inspect-thread.cjs; `standard`: the desk's. */
  constructor(code: string, standard: Standard) {
    this.#code = code;
    this.#standard = standard;
  }

  readonly inspect: Inspect = async (file, task) => {
    const place = await this.#take();
    let thread: Worker | undefined;
    let answered = false;
    try {
      task.signal?.throwIfAborted();
      thread = place && !this.#ended.has(place) ? place : this.#start();
      const answer = await ask(thread, file, task);
      answered = true;
      if (answer.kind === 'failed') throw new UserError(answer.failure);
      return answer.inspection;
    } finally {
      // Ended before anybody moves or removes the file that it had open.
      if (!answered) await thread?.terminate();
      this.#giveBack(answered ? thread : undefined);
    }
  };

  /** Call when nothing is asked any more. */
  async close(): Promise<void> {
    await Promise.all(this.#free.splice(0).flatMap((thread) => thread?.terminate() ?? []));
  }

  async #take(): Promise<Worker | undefined> {
    if (this.#free.length > 0) return this.#free.pop();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #giveBack(thread: Worker | undefined): void {
    const next = this.#waiting.shift();
    if (next) next(thread);
    else this.#free.push(thread);
  }

  #start(): Worker {
    // As text: in the packaged program that file lies in an archive that a thread cannot open.
    const thread = new Worker(this.#code, { eval: true, workerData: this.#standard });
    // Its end may be told in one breath with its answer, while nobody could ask for it yet.
    const ended = (): void => void this.#ended.add(thread);
    thread.on('error', ended).on('exit', ended);
    return thread;
  }
}

/** The one answer of a thread; it may not be asked again where there was none. */
async function ask(
  thread: Worker,
  { path, bytes }: FileToInspect,
  { signal, progress }: TaskOptions,
): Promise<Exclude<InspectReply, { kind: 'progress' }>> {
  let leave = (): void => undefined;
  try {
    return await new Promise((resolve, reject) => {
      const answered = (reply: InspectReply): void => {
        if (reply.kind === 'progress') progress?.({ ...reply, step: '正在核验' });
        else resolve(reply);
      };
      const failed = (error: unknown): void =>
        reject(isOutOfMemory(error) ? inspectionDied(error) : asError(error));
      const ended = (code: number): void =>
        reject(inspectionDied(new Error(`The thread ended with ${String(code)}`)));
      const stopped = (): void => reject(asError(signal?.reason));
      thread.on('message', answered).on('error', failed).on('exit', ended);
      signal?.addEventListener('abort', stopped);
      leave = () => {
        thread.off('message', answered).off('error', failed).off('exit', ended);
        signal?.removeEventListener('abort', stopped);
      };
      thread.postMessage({ path, bytes } satisfies InspectRequest);
    });
  } finally {
    leave();
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function asError(value: unknown): Error {
  return value instanceof Error ? value : new Error(String(value));
}

/** Lies beside the command line and one folder above the doors; undefined where the program runs from its sources. */
export function inspectorsCode(): string | undefined {
  const found = ['.', '..']
    .map((place) => join(import.meta.dirname, place, 'inspect-thread.cjs'))
    .find((place) => existsSync(place));
  // On a single core a thread gains nothing.
  return found === undefined || availableParallelism() === 1 ? undefined : readFileSync(found, 'utf8');
}
