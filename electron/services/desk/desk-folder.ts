import { createHash, randomUUID } from 'node:crypto';
import { readdir, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Campaign } from '../../../shared/campaign/schema.ts';
import type { Failure } from '../../../shared/values/errors.ts';
import { encode } from '../../../shared/document.ts';
import { deskDocument } from '../../../shared/review/documents.ts';
import { type Desk, DESK_VERSION } from '../../../shared/review/schema.ts';
import { DESK_WORDS } from '../../../shared/review/words.ts';
import { type Standard, standardSchema } from '../../../shared/standard/schema.ts';
import { guarded, isSystemError } from '../base/failures.ts';
import { documentFile } from '../document/document-file.ts';
import { parseJson } from '../files/durable-json.ts';
import { fsyncFolder, makeFolder, writeSynced } from '../files/files.ts';
import { readKept } from '../files/kept.ts';
import { folderInUse } from '../files/messages.ts';
import { notADesk, standardChanged } from './messages.ts';

/** The names in a desk's folder. */
export const PACKAGES = 'packages';
export const RECEIPTS = 'receipts';
export const INCOMING = 'incoming';
export const CACHE = 'cache';

export interface DeskFolder {
  readonly desk: Desk;
  readonly standard: Standard;
  readonly notices: Failure[];
}

/** Reads a desk's own files without a lock and without changing anything. Throws a UserError where it cannot. */
export async function readDeskFolder(folder: string): Promise<DeskFolder> {
  const found = await documentFile(deskDocument, folder, () => new Date()).find();
  if (!found) throw notADesk();
  const standard = await readStandard(folder, found.value);
  return { desk: found.value, standard, notices: found.recovered ? [DESK_WORDS.recovered] : [] };
}

async function readStandard(folder: string, desk: Desk): Promise<Standard> {
  let bytes: Buffer;
  try {
    bytes = await readKept(join(folder, 'standard.json'));
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) throw standardChanged();
    throw error;
  }
  if (createHash('sha256').update(bytes).digest('hex') !== desk.standard.sha256) throw standardChanged();
  return standardSchema.parse(parseJson(bytes.toString('utf8')));
}

/** Makes a desk's folder, which must not exist yet or be empty; it appears only when it is complete. */
export async function createDeskFolder(
  folder: string,
  wish: {
    id?: string;
    title: string;
    campaign: Campaign;
    standard: Standard;
    standardBytes: Uint8Array;
    now: Date;
  },
): Promise<Desk> {
  const { title, campaign, standard, standardBytes, now } = wish;
  const at = now.toISOString();
  const desk: Desk = {
    version: DESK_VERSION,
    id: wish.id ?? randomUUID(),
    title,
    createdAt: at,
    updatedAt: at,
    campaign,
    standard: {
      id: standard.id,
      edition: standard.edition,
      title: standard.title,
      sha256: createHash('sha256').update(standardBytes).digest('hex'),
    },
    choices: [],
    adjustments: [],
    acceptances: [],
  };
  const creating = { action: '新建核验台', effect: '没有建立核验台，其他内容没有改动。' };
  await guarded(creating, async () => {
    if ((await namesIn(folder)).length > 0) throw folderInUse();
    const building = join(dirname(folder), `.${basename(folder)}.new`);
    try {
      await rm(building, { recursive: true, force: true });
      for (const name of [PACKAGES, RECEIPTS, INCOMING]) await makeFolder(join(building, name));
      await writeSynced(join(building, 'standard.json'), standardBytes);
      await writeSynced(join(building, 'desk.json'), JSON.stringify(encode(deskDocument, desk)));
      await fsyncFolder(building);
      await rmdir(folder).catch((error: unknown) => {
        if (!isSystemError(error, 'ENOENT')) throw error;
      });
      await rename(building, folder);
      await fsyncFolder(dirname(folder));
    } catch (error) {
      await rm(building, { recursive: true, force: true });
      throw error;
    }
  });
  return desk;
}

/** The names in a folder; none where it is not there. */
export async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return [];
    throw error;
  }
}
