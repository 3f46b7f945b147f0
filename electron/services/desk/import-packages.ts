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

/**
 * Takes files in one after another, each on the disk before the next begins: a cancel or a crash keeps what was
 * taken in, and importing again goes on. A file that fails never stops the others. `done` is called for each.
 */
export async function importPackages(
  desk: DeskSession,
  files: readonly ReceivedFile[],
  options: { receivedOn: string; done?: (file: ReceivedFile) => Promise<void> } & TaskOptions,
): Promise<ImportOutcome[]> {
  const sizes = await Promise.all(files.map(sizeOf));
  const total = sizes.reduce((sum, size) => sum + 2 * size, 0);
  const outcomes: ImportOutcome[] = [];
  let before = 0;
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
  return outcomes;
}

async function receiveOne(
  desk: DeskSession,
  file: ReceivedFile,
  options: { receivedOn: string } & TaskOptions,
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
