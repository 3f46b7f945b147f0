import { rm, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { UserError } from '../../../shared/values/errors.ts';
import type { JobContext } from '../base/jobs.ts';
import { guarded, ifThere } from '../base/failures.ts';
import { fsyncFolder, putInPlace, temporaryOf } from './files.ts';
import { hashKept } from './hash-kept.ts';
import { pump } from './ingest.ts';
import { openKept } from './kept.ts';
import { openToWrite } from './modes.ts';
import { readAhead, readerOf } from './read-ahead.ts';

const SAVING = { action: '另存', effect: '没有写成；数据文件夹里的那一份还在，没有改动。' };

/**
 * Copies a file of ours to where the user wants it, a memory stick say. It is read back before it gets its name; what was
 * there under it stays until then. Throws a UserError, or an AbortError where it is cancelled.
 */
export async function copyOut(from: string, to: string, job: Omit<JobContext, 'step'>): Promise<void> {
  await guarded(SAVING, async () => {
    if (await isSame(from, to)) throw alreadyThere(to);
    const temporary = temporaryOf(to);
    try {
      const { sha256, bytes } = await copy(from, temporary, job);
      job.progress(bytes, 2 * bytes);
      let read = bytes;
      const watch = { signal: job.signal, read: (some: number) => job.progress((read += some), 2 * bytes) };
      if ((await hashKept(temporary, watch)) !== sha256) throw notWhole();
      await putInPlace(temporary, to);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    await fsyncFolder(dirname(to));
  });
}

async function copy(from: string, to: string, { signal, progress }: Omit<JobContext, 'step'>) {
  const source = await openKept(from);
  try {
    const { size } = await source.stat();
    const target = await openToWrite(to, 'over');
    try {
      // Writing is half of the way, reading back the other.
      const copied = await pump(readAhead(readerOf(source)), target, {
        total: size,
        signal,
        progress: (done, total) => progress(done, 2 * total),
      });
      await target.sync();
      return copied;
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

async function isSame(from: string, to: string): Promise<boolean> {
  const [one, other] = [await stat(from), await ifThere(stat(to))];
  return other !== undefined && one.dev === other.dev && one.ino === other.ino;
}

function alreadyThere(path: string): UserError {
  return new UserError({
    code: 'already-there',
    message: `这就是“${basename(path)}”现在所在的位置。`,
    effect: '文件已经在那里，没有改动。',
    remedy: '要另存一份，请选择别的文件夹或别的名称。',
  });
}

function notWhole(): UserError {
  return new UserError({
    code: 'not-whole',
    message: '写到所选位置的文件与原件不同，没有采用。',
    effect: SAVING.effect,
    remedy: '请换一个 U 盘或文件夹再试；这个 U 盘可能已经损坏。',
  });
}
