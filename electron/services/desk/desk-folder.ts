import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Campaign } from '../../../shared/campaign/schema.ts';
import type { Failure } from '../../../shared/values/errors.ts';
import { deskDocument } from '../../../shared/review/documents.ts';
import { type Desk, DESK_VERSION, type DeskLevel } from '../../../shared/review/schema.ts';
import { type Standard, standardForm } from '../../../shared/standard/schema.ts';
import { decode, NewerForm } from '../../../shared/stored-form.ts';
import { isSystemError } from '../base/failures.ts';
import { readDocument } from '../document/read-document.ts';
import { makeDocumentFolder } from '../document/new-folder.ts';
import { parseJson } from '../files/durable-json.ts';
import { makeFolder, writeSynced } from '../files/files.ts';
import { readKept } from '../files/kept.ts';
import { standardChanged } from './messages.ts';

/** The names in a desk's folder. */
export const PACKAGES = 'packages';
export const RECEIPTS = 'receipts';
export const INCOMING = 'incoming';
export const CACHE = 'cache';
export const INDEX = 'index.json';
/** What belongs in packages/. */
export const PACKAGE_LIST = 'packages.json';
export const PACKAGE_LINES = 'packages.jsonl';

export interface DeskFolder {
  readonly desk: Desk;
  readonly standard: Standard;
  readonly notices: Failure[];
}

/** Reads a desk's own files without a lock and without changing anything. Throws a UserError where it cannot. */
export async function readDeskFolder(folder: string): Promise<DeskFolder> {
  const { value: desk, notices } = await readDocument(deskDocument, folder);
  return { desk, standard: await readStandard(folder, desk), notices };
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
  try {
    return decode(standardForm, parseJson(bytes.toString('utf8')));
  } catch (error) {
    if (error instanceof NewerForm) throw error;
    throw standardChanged(error);
  }
}

interface NewDesk {
  readonly id?: string;
  readonly title: string;
  /** Whose desk it is; a recommending body's where it is not said. */
  readonly level?: DeskLevel | undefined;
  /** 推荐单位 of the desk of one body; may be named later. */
  readonly body?: string | undefined;
  readonly campaign: Campaign;
  readonly standard: Standard;
  readonly standardBytes: Uint8Array;
  readonly now: Date;
}

/** Makes a desk's folder, which must not exist yet or be empty; it appears only when it is complete. */
export async function createDeskFolder(folder: string, wish: NewDesk): Promise<Desk> {
  const desk = newDesk(wish);
  await makeDocumentFolder(deskDocument, folder, desk, (building) =>
    fillDeskFolder(building, desk, wish.standardBytes),
  );
  return desk;
}

export function newDesk(wish: NewDesk): Desk {
  const {
    id = randomUUID(),
    title,
    level = 'body',
    body = '',
    campaign,
    standard,
    standardBytes,
    now,
  } = wish;
  const at = now.toISOString();
  return {
    version: DESK_VERSION,
    id,
    title,
    level,
    createdAt: at,
    updatedAt: at,
    campaign,
    standard: {
      id: standard.id,
      edition: standard.edition,
      title: standard.title,
      sha256: createHash('sha256').update(standardBytes).digest('hex'),
    },
    ...(body !== '' && { body }),
    bodies: [],
    placements: [],
    corrections: [],
    placedBySuperior: false,
    choices: [],
    adjustments: [],
    acceptances: [],
  };
}

/** What belongs to a new desk besides desk.json. */
export async function fillDeskFolder(
  folder: string,
  { id, updatedAt }: Pick<Desk, 'id' | 'updatedAt'>,
  standardBytes: Uint8Array,
): Promise<void> {
  for (const name of [PACKAGES, RECEIPTS, INCOMING]) await makeFolder(join(folder, name));
  await writeSynced(join(folder, 'standard.json'), standardBytes);
  await writeSynced(
    join(folder, PACKAGE_LIST),
    listText(id, new Map(), { deskFile: { savedAt: updatedAt, isOlder: false } }),
  );
}

/** When desk.json was saved last (ISO 8601), and whether an older one counts since. */
export interface DeskFile {
  readonly savedAt: string;
  readonly isOlder: boolean;
  /** Until when a clock that was ahead had it saved. */
  readonly ahead?: string | undefined;
}

/**
 * What belongs in packages/, as PACKAGE_LIST has it: names by key, of which a review was there and when it was saved last, of
 * which something is lost (`PackageList.owedOf`), and which are not waited for any more. `isLost`: it was lost once, with the
 * index. `refused`: what belongs in receipts/.
 */
export function listText(
  desk: unknown,
  packages: ReadonlyMap<string, { readonly fileName: string; readonly unit: string }>,
  more: {
    readonly reviewed?: string[];
    readonly saved?: ReadonlyMap<string, string>;
    readonly ahead?: ReadonlyMap<string, string>;
    readonly owed?: ReadonlyMap<string, string>;
    readonly givenUp?: string[];
    readonly isLost?: boolean;
    readonly deskFile?: DeskFile;
    readonly refused?: readonly string[];
  } = {},
): string {
  const {
    reviewed = [],
    saved = new Map<string, string>(),
    ahead = new Map<string, string>(),
    owed = new Map<string, string>(),
    givenUp = [],
    isLost = false,
    deskFile,
    refused = [],
  } = more;
  const all = [...packages];
  const units = all.flatMap(([key, { unit }]) => (unit === '' ? [] : [[key, unit] as const]));
  return JSON.stringify({
    ...{ version: 1, desk },
    packages: Object.fromEntries(all.map(([key, { fileName }]) => [key, fileName])),
    ...{ units: Object.fromEntries(units), reviewed, saved: Object.fromEntries(saved) },
    ...(ahead.size > 0 && { ahead: Object.fromEntries(ahead) }),
    ...(owed.size > 0 && { owed: Object.fromEntries(owed) }),
    ...(givenUp.length > 0 && { givenUp }),
    ...(isLost && { lost: true }),
    ...(deskFile && { deskFile }),
    ...(refused.length > 0 && { refused }),
  });
}
