import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { utils, write } from 'xlsx';
import { writeNewAssessmentFolder } from '../../../electron/services/assessment/assessment-folder.ts';
import type { Evidence } from '../../../shared/assessment/schema.ts';
import { measure } from '../measure.ts';
import type { Workshop } from '../workshop.ts';
import { invented, record, withEvidence } from './invented.ts';

const MB = 2 ** 20;
const ITEMS = 100;
const SENTENCE = '查阅资料和实地查看，按制度建立、责任到人、记录完整、公开及时、群众评价的情况评分。';

export interface LargeFolder {
  readonly folder: string;
  /** Its files of evidence, which lie there once. */
  readonly files: readonly string[];
}

const FILES = 30;

/** An assessment folder with so many MB of random bytes in 30 files. */
export function largeFolder(workshop: Workshop, megabytes: number): Promise<LargeFolder> {
  return workshop.once(`folder of ${megabytes} MB`, async () => {
    const folder = workshop.at(`assessment-${megabytes}`);
    const sizes = Array.from({ length: FILES }, (_, index) => {
      return Math.floor((megabytes * (index + 1)) / FILES) - Math.floor((megabytes * index) / FILES);
    });
    return makeFolder(folder, sizes);
  });
}

/** The package of it, by our own export. */
export function largePackage(workshop: Workshop, megabytes: number): Promise<string> {
  return workshop.once(`package of ${megabytes} MB`, async () => {
    const { folder } = await largeFolder(workshop, megabytes);
    const path = workshop.at(`package-${megabytes}.zip`);
    await measure([[workshop.cli('export', folder, '--draft', '--out', path)]]);
    return path;
  });
}

/** The files are moved into their place: they are on the disk once. */
export async function makeFolder(folder: string, sizes: readonly number[]): Promise<LargeFolder> {
  const sources = `${folder}-sources`;
  await mkdir(sources);
  const made: Evidence[] = [];
  for (const [index, size] of sizes.entries()) {
    made.push(await randomFile(join(sources, `证明材料 ${index + 1}.jpg`), size));
  }
  const { assessment, standardBytes } = invented(ITEMS);
  await writeNewAssessmentFolder(folder, { assessment: withEvidence(assessment, made), standardBytes });
  const evidence = join(folder, 'evidence');
  await mkdir(evidence, { recursive: true });
  for (const { fileName, sha256 } of made) await rename(join(sources, fileName), join(evidence, sha256));
  await rm(sources, { recursive: true });
  return { folder, files: (await readdir(evidence)).map((name) => join(evidence, name)) };
}

/** One file that is not part of any folder yet. */
export function looseFile(workshop: Workshop, megabytes: number): Promise<string> {
  return workshop.once(`file of ${megabytes} MB`, async () => {
    const path = workshop.at(`video-${megabytes}.mp4`);
    await randomFile(path, megabytes);
    return path;
  });
}

/** An .xlsx of 10,000 rows of 10 cells, each with a sentence of its own. */
export async function largeSheet(path: string): Promise<string> {
  const rows = Array.from({ length: 10_000 }, (_, row) =>
    Array.from({ length: 10 }, (_, column) => `${row}.${column} ${SENTENCE}`),
  );
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '考核细则');
  const bytes = write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true, compression: true }) as Buffer;
  await writeFile(path, bytes);
  return path;
}

/** No two MB of it are alike, and no disk can leave any of it out; cheaper than fresh random bytes for gigabytes. */
async function randomFile(path: string, megabytes: number): Promise<Evidence> {
  const hash = createHash('sha256');
  const chunk = randomBytes(MB);
  const handle = await open(path, 'w');
  for (let done = 0; done < megabytes; done += 1) {
    chunk.writeUInt32LE(done);
    hash.update(chunk);
    await handle.writeFile(chunk);
  }
  await handle.close();
  return record(path.slice(path.lastIndexOf('/') + 1), hash.digest('hex'), megabytes * MB);
}
