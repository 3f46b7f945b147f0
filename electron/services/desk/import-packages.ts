import { stat } from 'node:fs/promises';
import type { ImportOutcome } from '../../../shared/contract/contract.ts';
import { isCancellation, notedFailure } from '../base/failures.ts';
import type { TaskOptions } from '../package/progress.ts';
import type { DeskSession } from './desk-session.ts';

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

/**
 * Takes files in one after another, each on the disk before the next begins: a cancel or a crash keeps what was
 * taken in, and importing again goes on. A file that fails never stops the others. `done` is called for each.
 */
export async function importPackages(
  desk: DeskSession,
  files: readonly ReceivedFile[],
  options: Batch & { done?: (file: ReceivedFile) => Promise<void> } & TaskOptions,
): Promise<ImportOutcome[]> {
  const sizes = await Promise.all(files.map(sizeOf));
  const total = sizes.reduce((sum, size) => sum + 2 * size, 0);
  const outcomes: ImportOutcome[] = [];
  const there = new Set(desk.candidates().map(({ key }) => key));
  let before = 0;
  try {
    for (const [index, file] of files.entries()) {
      const step = `正在接收第 ${index + 1}/${files.length} 个：${file.name}`;
      const tell = (done: number): void =>
        options.progress?.({ step, done: before + done, total: Math.max(total, before + done) });
      tell(0);
      options.signal?.throwIfAborted();
      outcomes.push(await receiveOne(desk, file, { ...options, progress: ({ done }) => tell(done) }));
      await options.done?.(file);
      before += 2 * (sizes[index] ?? 0);
      tell(0);
    }
  } finally {
    // One step for the batch, of a stopped one as well: what is in is placed.
    const receipts = outcomes.flatMap(({ receipt }) => receipt ?? []);
    await desk.place({ receipts, before: there, body: options.body });
  }
  return outcomes;
}

async function receiveOne(
  desk: DeskSession,
  file: ReceivedFile,
  options: Batch & TaskOptions,
): Promise<ImportOutcome> {
  try {
    return { fileName: file.name, receipt: await desk.receive(file, options) };
  } catch (error) {
    if (isCancellation(error)) throw error;
    return { fileName: file.name, failure: notedFailure(error) };
  }
}

/** 0 for a file that cannot be seen: receiving it will say why. */
async function sizeOf({ path }: ReceivedFile): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  return found?.size ?? 0;
}
