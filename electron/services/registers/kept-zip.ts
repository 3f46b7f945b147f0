import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { MadeFile } from '../../../shared/contract/contract.ts';
import { safeFileName } from '../../../shared/values/file-names.ts';
import type { UserError } from '../../../shared/values/errors.ts';
import { fileStamp, localDay } from '../base/clock.ts';
import { isSystemError } from '../base/failures.ts';
import type { JobContext } from '../base/jobs.ts';
import { fsyncFolder, putInPlace } from '../files/files.ts';
import { hashKept } from '../files/hash-kept.ts';
import { type FileMaker, offerMade } from '../files/made-files.ts';
import { removeAbandoned, workName } from '../files/work-names.ts';
import { writePackage } from '../package/write.ts';

/** A file that is kept under its hash in `folder`; `path`: where it comes to lie in the .zip. */
export interface KeptFile {
  readonly path: string;
  readonly file: { readonly sha256: string; readonly bytes: number; readonly fileName: string };
}

interface Zip {
  readonly name: string;
  /** What is written, in the words of whoever waits for it. */
  readonly what: string;
  readonly folder: string;
  readonly contents: readonly { readonly path: string; readonly content: Buffer }[];
  readonly kept: readonly KeptFile[];
  readonly damaged: (fileName: string) => UserError;
}

/** One .zip in 导出: what is made now, and what is kept, each of those held against its hash before anything is written. */
export async function makeKeptZip(
  { name: called, what, folder: home, contents, kept, damaged }: Zip,
  { data, exports, now }: FileMaker,
  job: JobContext,
): Promise<MadeFile> {
  const total = kept.reduce((sum, { file }) => sum + file.bytes, 0);
  let done = 0;
  for (const { file } of kept) {
    const read = (some: number): void => job.progress((done += some), total);
    await requireWhole(join(home, file.sha256), file, { read, damaged, job });
  }
  const folder = await data.exports();
  await removeAbandoned(folder);
  const part = join(folder, workName('part'));
  const name = safeFileName(called).slice(0, 60);
  const path = join(folder, `${name}-${fileStamp(now())}.zip`);
  try {
    const { synced } = await writePackage(part, {
      ...{ root: name, what, date: localDay(now()), signal: job.signal },
      files: [
        ...contents,
        ...kept.map(({ path: below, file: { sha256, bytes, fileName: label } }) => ({
          ...{ path: below, file: join(home, sha256) },
          evidence: { sha256, bytes, label },
        })),
      ],
      progress: ({ step, done: written, total: all }) => {
        job.step(step);
        job.progress(written ?? 0, all ?? 0);
      },
    });
    await synced;
    job.signal.throwIfAborted();
    await putInPlace(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  await fsyncFolder(folder);
  return offerMade({ exports }, path, (await stat(path)).size);
}

async function requireWhole(
  path: string,
  { sha256, fileName }: KeptFile['file'],
  {
    read,
    damaged,
    job: { signal },
  }: { read: (bytes: number) => void; damaged: Zip['damaged']; job: JobContext },
): Promise<void> {
  try {
    if ((await hashKept(path, { signal, read })) !== sha256) throw damaged(fileName);
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) throw damaged(fileName);
    throw error;
  }
}
