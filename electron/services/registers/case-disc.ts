import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { MadeFile } from '../../../shared/contract/contract.ts';
import { discFiles } from '../../../shared/registers/rollup/collect/disc.ts';
import { safeFileName } from '../../../shared/values/file-names.ts';
import { fileStamp, localDay } from '../base/clock.ts';
import { guarded, isSystemError } from '../base/failures.ts';
import type { JobContext } from '../base/jobs.ts';
import { fsyncFolder, putInPlace } from '../files/files.ts';
import { hashKept } from '../files/hash-kept.ts';
import { type FileMaker, offerMade } from '../files/made-files.ts';
import { removeAbandoned, workName } from '../files/work-names.ts';
import { writePackage } from '../package/write.ts';
import { buildDiscList } from './case-workbook.ts';
import { collectedFileDamaged, nothingChosen } from './messages.ts';
import type { RollupSession } from './rollup-session.ts';

const EXPORTING = { action: '导出入选案例', effect: '没有导出，也没有留下半个文件；汇总没有改动。' };
const LIST = '光盘目录.xlsx';

/**
 * All that is chosen with its attachments as they came, each held against its hash, and the list of them: one .zip, to be
 * unpacked onto the disc. Throws a UserError where nothing is chosen, or a file is not what came in.
 */
export async function exportDisc(
  rollup: RollupSession,
  { data, exports, now }: FileMaker,
  job: JobContext,
): Promise<{ file: MadeFile; files: number }> {
  const { value } = rollup;
  const files = discFiles(value);
  if (files.length === 0) throw nothingChosen();
  return guarded(EXPORTING, async () => {
    await rollup.requireInPlace();
    const total = files.reduce((sum, { file }) => sum + file.bytes, 0);
    let done = 0;
    job.step('正在核对入选案例的文件');
    for (const { file } of files) {
      await requireWhole(
        join(rollup.files, file.sha256),
        file,
        (some) => job.progress((done += some), total),
        job,
      );
    }
    const today = localDay(now());
    const list = Buffer.from(await buildDiscList(value, today));
    const folder = await data.exports();
    await removeAbandoned(folder);
    const part = join(folder, workName('part'));
    const name = safeFileName(`典型案例光盘-${value.title}`).slice(0, 60);
    const path = join(folder, `${name}-${fileStamp(now())}.zip`);
    try {
      const { synced } = await writePackage(part, {
        ...{ root: name, what: '入选案例', date: today, signal: job.signal },
        files: [
          { path: LIST, content: list },
          ...files.map(({ path: below, file: { sha256, bytes, fileName: label } }) => ({
            ...{ path: below, file: join(rollup.files, sha256) },
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
    return { file: offerMade({ exports }, path, (await stat(path)).size), files: files.length };
  });
}

async function requireWhole(
  path: string,
  { sha256, fileName }: { sha256: string; fileName: string },
  read: (bytes: number) => void,
  { signal }: JobContext,
): Promise<void> {
  try {
    if ((await hashKept(path, { signal, read })) !== sha256) throw collectedFileDamaged(fileName);
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) throw collectedFileDamaged(fileName);
    throw error;
  }
}
