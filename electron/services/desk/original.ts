import { createHash, randomUUID } from 'node:crypto';
import { rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Assessment } from '../../../shared/assessment/schema.ts';
import { type Standard, standardForm } from '../../../shared/standard/schema.ts';
import { decode } from '../../../shared/stored-form.ts';
import { MAX_JSON_BYTES, parseForeignJson } from '../files/foreign-json.ts';
import { ContentError, pieces, readWhole } from '../package/contents.ts';
import { readZip } from '../package/read-zip.ts';
import { type BagSource, Findings, type SourceFile } from '../package/source.ts';
import { assessmentDocument } from '../../../shared/assessment/document.ts';
import { codecOf } from '../document/document-file.ts';
import { makeFolder, renameWithRetry } from '../files/files.ts';
import { keptSize } from '../files/kept.ts';
import { openToWrite } from '../files/modes.ts';
import { originalChanged } from './messages.ts';
import { ORIGINAL, type PackageContents, readContents } from './package-folder.ts';

/** The unit's own data, as it came. */
export interface OriginalData {
  readonly assessment: Assessment;
  readonly standard: Standard;
}

/** Reads assessment and standard from the original; a UserError where they are not what came in. */
export async function readOriginal(folder: string): Promise<OriginalData> {
  return inOriginal(folder, async (find, { assessment, standard }) => {
    const read = async ({ path, sha256 }: { path: string; sha256: string }): Promise<unknown> => {
      const { source, file } = find(path);
      const bytes = await readWhole(source, file, MAX_JSON_BYTES);
      if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw originalChanged();
      return parseForeignJson(bytes);
    };
    return {
      assessment: codecOf(assessmentDocument).decode(await read(assessment)),
      standard: decode(standardForm, await read(standard)),
    };
  });
}

/** Unpacks one piece of evidence to `target`, unless it is there; its hash is checked on the way. */
export async function unpackEvidence(folder: string, sha256: string, target: string): Promise<void> {
  if (await isThere(target)) return;
  await inOriginal(folder, async (find, { evidence }) => {
    const path = Object.hasOwn(evidence, sha256) ? evidence[sha256] : undefined;
    if (path === undefined) throw originalChanged();
    const { source, file } = find(path);
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
      if (hash.digest('hex') !== sha256) throw originalChanged();
      await renameWithRetry(temporary, target);
    } finally {
      await rm(temporary, { force: true });
    }
  });
}

type Find = (path: string) => { source: BagSource; file: SourceFile };

async function inOriginal<T>(
  folder: string,
  task: (find: Find, contents: PackageContents) => Promise<T>,
): Promise<T> {
  const path = join(folder, ORIGINAL);
  const contents = await readContents(folder);
  const source = await readZip(path, { size: await keptSize(path), ours: true }, new Findings());
  try {
    return await task((wanted) => {
      const file = source.files.find((each) => each.path === wanted);
      if (!file) throw originalChanged();
      return { source, file };
    }, contents);
  } catch (error) {
    if (error instanceof ContentError) throw originalChanged(error);
    throw error;
  } finally {
    source.close();
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
