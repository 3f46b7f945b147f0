import { createHash, randomUUID } from 'node:crypto';
import { rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Assessment } from '../../../shared/assessment/schema.ts';
import { type Standard, standardForm } from '../../../shared/standard/schema.ts';
import { decode, NewerForm } from '../../../shared/stored-form.ts';
import { UserError } from '../../../shared/values/errors.ts';
import { isSystemError } from '../base/failures.ts';
import { isWrongJson, MAX_JSON_BYTES, parseForeignJson } from '../files/foreign-json.ts';
import { ContentError, pieces, readWhole } from '../package/contents.ts';
import { readZip } from '../package/read-zip.ts';
import { type BagSource, Findings, type SourceFile } from '../package/source.ts';
import { assessmentDocument } from '../../../shared/assessment/document.ts';
import { codecOf } from '../document/document-file.ts';
import { makeFolder, renameWithRetry } from '../files/files.ts';
import { keptStats, openKept } from '../files/kept.ts';
import { openToWrite } from '../files/modes.ts';
import { placesIn } from './inspection.ts';
import { originalChanged } from './messages.ts';
import { keepContents, ORIGINAL, type PackageContents, readContents } from './package-folder.ts';

/** The unit's own data, as it came. */
export interface OriginalData {
  readonly assessment: Assessment;
  readonly standard: Standard;
}

/** A package's folder, and what its receipt says of original.zip. */
export interface Kept {
  readonly folder: string;
  readonly sha256: string;
  readonly now: () => Date;
}

/**
 * Reads assessment and standard from the original; a UserError where they are not what came in. `remade`: contents.json
 * was wrong and has been made anew from the original.
 */
export async function readOriginal(kept: Kept): Promise<OriginalData & { remade: boolean }> {
  const { value, remade } = await inOriginal(kept, async (find, { assessment, standard }) => {
    const read = async ({ path, sha256 }: { path: string; sha256: string }): Promise<unknown> => {
      const { source, file } = find(path);
      const bytes = await readWhole(source, file, MAX_JSON_BYTES);
      if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new Astray();
      return parseForeignJson(bytes);
    };
    return {
      assessment: codecOf(assessmentDocument).decode(await read(assessment)),
      standard: decode(standardForm, await read(standard)),
    };
  });
  return { ...value, remade };
}

/** Unpacks one piece of evidence to `target`, unless it is there; its hash is checked on the way. */
export async function unpackEvidence(
  kept: Kept,
  sha256: string,
  target: string,
): Promise<{ remade: boolean }> {
  if (await isThere(target)) return { remade: false };
  return inOriginal(kept, async (find, { evidence }) => {
    const path = Object.hasOwn(evidence, sha256) ? evidence[sha256] : undefined;
    if (path === undefined) throw new Astray();
    const { source, file } = find(path);
    await makeFolder(dirname(dirname(target)));
    await makeFolder(dirname(target));
    const temporary = `${target}.${randomUUID()}`;
    const hash = createHash('sha256');
    async function* hashed(): AsyncGenerator<Buffer> {
      for await (const piece of pieces(source, file)) {
        hash.update(piece);
        yield piece;
      }
    }
    try {
      const handle = await openToWrite(temporary, 'over');
      await pipeline(Readable.from(hashed()), handle.createWriteStream());
      if (hash.digest('hex') !== sha256) throw new Astray();
      await renameWithRetry(temporary, target);
    } finally {
      await rm(temporary, { force: true });
    }
  });
}

type Find = (path: string) => { source: BagSource; file: SourceFile };

/** What contents.json leads to is not there, or is not it: one of the two is not what came in. */
class Astray extends Error {}

/**
 * Runs a task on the original by contents.json. Where that leads astray or cannot be read, and the original is whole by
 * its hash, it is made anew from the original and the task runs once more. Throws a UserError where the original is not
 * what came in.
 */
async function inOriginal<T>(
  { folder, sha256, now }: Kept,
  task: (find: Find, contents: PackageContents) => Promise<T>,
): Promise<{ value: T; remade: boolean }> {
  let isNewer = false;
  let cause: unknown;
  try {
    const known = await readContents(folder).catch((error: unknown) => {
      isNewer = error instanceof NewerForm;
      throw isNewer ? new Astray() : error;
    });
    return { value: await byContents(folder, known, task), remade: false };
  } catch (error) {
    if (!isAstray(error)) throw error;
    cause = error;
  }
  const contents = (await holdsOriginal(folder, sha256)) && (await placesIn(join(folder, ORIGINAL)));
  if (!contents) throw originalChanged(cause);
  try {
    const value = await byContents(folder, contents, task);
    // One of another version stays.
    await keepContents(folder, contents, now());
    return { value, remade: !isNewer };
  } catch (error) {
    throw isAstray(error) ? originalChanged(error) : error;
  }
}

/** True for what says that a record or the original is not what it was; a newer form and a failing disk do not. */
function isAstray(error: unknown): boolean {
  return (
    error instanceof Astray ||
    error instanceof ContentError ||
    (error instanceof UserError && !(error instanceof NewerForm)) ||
    isWrongJson(error) ||
    isSystemError(error, 'ENOENT')
  );
}

async function byContents<T>(
  folder: string,
  contents: PackageContents,
  task: (find: Find, contents: PackageContents) => Promise<T>,
): Promise<T> {
  const path = join(folder, ORIGINAL);
  const source = await readZip(path, { stats: await keptStats(path), ours: true }, new Findings());
  try {
    return await task((wanted) => {
      const file = source.files.find((each) => each.path === wanted);
      if (!file) throw new Astray();
      return { source, file };
    }, contents);
  } finally {
    source.close();
  }
}

/** True where the folder holds the very file that was handed in. */
export async function holdsOriginal(folder: string, sha256: string): Promise<boolean> {
  return (await hashOfOriginal(folder))?.sha256 === sha256;
}

/** Undefined where there is none: it is missing, a link or a folder. */
export async function hashOfOriginal(folder: string): Promise<{ sha256: string; bytes: number } | undefined> {
  try {
    const handle = await openKept(join(folder, ORIGINAL));
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const piece of handle.createReadStream({ highWaterMark: 2 ** 20 })) {
      hash.update(piece as Buffer);
      bytes += (piece as Buffer).length;
    }
    return { sha256: hash.digest('hex'), bytes };
  } catch (error) {
    if (isSystemError(error, 'ENOENT') || error instanceof UserError) return undefined;
    throw error;
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
