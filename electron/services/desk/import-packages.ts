import type { ImportOutcome } from '../../../shared/contract/contract.ts';
import { UserError } from '../../../shared/values/errors.ts';
import { isCancellation, notedFailure } from '../base/failures.ts';
import { sizesOf } from '../base/file-tokens.ts';
import { several } from '../base/several.ts';
import type { TaskOptions } from '../package/progress.ts';
import type { DeskSession } from './desk-session.ts';
import type { Inspect } from './inspection.ts';
import { Inspectors, inspectorsCode } from './inspectors.ts';

export interface ReceivedFile {
  readonly path: string;
  /** As the user sees it. */
  readonly name: string;
}

interface Batch {
  readonly receivedOn: string;
  /** Who recommends these packages, on a provincial desk; absent: not said. */
  readonly body?: string | undefined;
}

/** Two are verified while a third is put in its place. */
const AT_ONCE = 3;

/**
 * Takes files in, in their order, each on the disk before the next is judged: a cancel or a crash keeps what was taken in,
 * and importing again goes on. They are copied and verified two at a time. A file that fails never stops the others.
 * `done` is called for each with what became of it, also where the rest is stopped.
 */
export async function importPackages(
  desk: DeskSession,
  files: readonly ReceivedFile[],
  options: Batch & { done?: (file: ReceivedFile, outcome: ImportOutcome) => Promise<void> } & TaskOptions,
): Promise<ImportOutcome[]> {
  const outcomes: ImportOutcome[] = [];
  const there = new Set(desk.candidates().map(({ key }) => key));
  const progress = await progressOf(files, options);
  const code = files.length > 1 ? inspectorsCode() : undefined;
  const threads = code === undefined ? undefined : new Inspectors(code, desk.standard);
  try {
    await several([...files.entries()], threads ? AT_ONCE : 1, async ([index, file]) => {
      progress.tell(index, 0);
      options.signal?.throwIfAborted();
      const outcome = await receiveOne(desk, file, {
        ...options,
        ...(threads && { inspect: threads.inspect }),
        progress: ({ done }) => progress.tell(index, done),
      });
      outcomes[index] = outcome;
      await options.done?.(file, outcome);
      progress.finished(index);
    });
  } finally {
    await threads?.close();
    // One step for the batch, of a stopped one as well: what is in is placed.
    const receipts = outcomes.flatMap(({ receipt }) => receipt ?? []);
    await desk.place({ receipts, before: there, body: options.body });
    // Whoever was told that a package is away has put it back by now. That all are is each file's own answer.
    await desk.lookForMissing().catch((error: unknown) => {
      if (!(error instanceof UserError)) throw error;
    });
  }
  return outcomes;
}

/** Of all files together; the first that is not finished is named. */
async function progressOf(files: readonly ReceivedFile[], { progress }: TaskOptions) {
  const sizes = await sizesOf(files);
  const total = sizes.reduce((sum, size) => sum + 2 * size, 0);
  const doneOf = sizes.map(() => 0);
  let [done, at] = [0, 0];
  const tell = (index: number, bytes: number): void => {
    done += bytes - (doneOf[index] ?? 0);
    doneOf[index] = bytes;
    const name = files[at]?.name ?? files.at(-1)?.name ?? '';
    const step = `正在接收第 ${Math.min(at + 1, files.length)}/${files.length} 个：${name}`;
    progress?.({ step, done, total: Math.max(total, done) });
  };
  const finished = (index: number): void => {
    at = Math.max(at, index + 1);
    tell(index, 2 * (sizes[index] ?? 0));
  };
  return { tell, finished };
}

async function receiveOne(
  desk: DeskSession,
  file: ReceivedFile,
  options: Batch & { readonly inspect?: Inspect } & TaskOptions,
): Promise<ImportOutcome> {
  try {
    return { fileName: file.name, receipt: await desk.receive(file, options) };
  } catch (error) {
    if (isCancellation(error)) throw error;
    return { fileName: file.name, failure: notedFailure(error) };
  }
}
