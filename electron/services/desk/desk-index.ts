import { createHash, type Hash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as others } from 'node:timers/promises';
import type { Candidate } from '../../../shared/review/candidate.ts';
import * as z from 'zod';
import { type Receipt, receiptSchema } from '../../../shared/review/receipt.ts';
import type { Desk } from '../../../shared/review/schema.ts';
import { isOfTheSystem, isSystemError } from '../base/failures.ts';
import { showable } from '../../../shared/values/text.ts';
import { SOFTWARE } from '../base/version.ts';
import { putInPlace, temporaryOf } from '../files/files.ts';
import { openKept } from '../files/kept.ts';
import { openToWrite } from '../files/modes.ts';
import { INDEX } from './desk-folder.ts';
import type { Marks } from './marks.ts';
import { isDamage } from './mend.ts';
import { REVIEW } from './package-folder.ts';
import type { PackageOnDesk } from './read-package.ts';
import { campaignHash, type Summary, SUMMARY_VERSION, summarySchema } from './summary.ts';

/** 3: every package, those whose original was held against its hash with what was read of them. */
const INDEX_VERSION = 3;
/** Bytes that are read at most. */
const INDEX_BYTES = 2 ** 30;
/** Rows between two looks at whatever else waits. */
const ROWS_AT_ONCE = 250;
/** Bytes that are written at a time. */
const PIECE = 2 ** 20;

/** A package as it was read, and how its files looked then. `losses`: as JSON, which is read where it is asked for. */
export interface Indexed {
  readonly key: string;
  readonly marks: Marks;
  readonly receipt: Receipt;
  readonly candidate: Candidate;
  readonly losses: string;
  /** Its review was there once, and was not when this was read. */
  readonly reviewed?: true;
  /** As `PackageList.owedOf`. */
  readonly owed?: string;
}

/** What is known of a package also where nothing of it can be read. */
export interface About {
  /** As it was handed in. */
  readonly fileName: string;
  /** '' where nobody wrote it down. */
  readonly unit: string;
  /** A review of it was there once. */
  readonly reviewed: boolean;
  /** As `PackageList.owedOf`. */
  readonly owed?: string | undefined;
}

/** One of which nothing more is said. Earlier versions wrote its file name alone. */
export interface Known extends Partial<About> {
  readonly key: string;
  readonly fileName: string;
}

/** What an index says; `known` also where it is by another program or for another campaign: of every package. */
interface Index {
  readonly rows: ReadonlyMap<string, Indexed>;
  readonly known: ReadonlyMap<string, About>;
  /** `damaged`: one is there that says nothing, since it is not whole or not this desk's. */
  readonly state: 'absent' | 'damaged' | 'whole';
}

export function indexedOf(marks: Marks, { receipt, summary }: PackageOnDesk): Indexed {
  const { candidate, losses } = summary;
  return { key: receipt.key, marks, receipt, candidate, losses: JSON.stringify(losses) };
}

export function packageOf({ receipt, candidate, losses }: Indexed): PackageOnDesk {
  let read: Summary['losses'] | undefined;
  const summary = {
    candidate,
    get losses() {
      read ??= JSON.parse(losses) as Summary['losses'];
      return read;
    },
  };
  return { receipt, summary };
}

/**
 * The first line: what the rows are good for. They are held as they are in memory, and not checked by a schema again, so
 * those of another version of the program are none.
 */
export function indexHead({ id, campaign }: Pick<Desk, 'id' | 'campaign'>): string {
  const of = { desk: id, campaign: campaignHash(campaign), summary: SUMMARY_VERSION };
  return `[${JSON.stringify({ version: INDEX_VERSION, software: SOFTWARE, ...of })},\n`;
}

/** The last line, with the hash of all before it. */
const sealed = (sha256: string): string => `{"sha256":"${sha256}"}]\n`;
const SEAL_BYTES = sealed('0'.repeat(64)).length;

/** By key; nothing where there is no index, or not this desk's, or not whole. */
export async function readIndex(folder: string, head: string): Promise<Index> {
  const nothing: Index = { rows: new Map(), known: new Map(), state: 'damaged' };
  try {
    const bytes = await bytesIn(join(folder, INDEX));
    const end = bytes.length - SEAL_BYTES;
    const first = bytes.indexOf('\n') + 1;
    if (end < first || first === 0) return nothing;
    const sha256 = createHash('sha256').update(bytes.subarray(0, end)).digest('hex');
    if (bytes.toString('utf8', end) !== sealed(sha256)) return nothing;
    const its = bytes.toString('utf8', 0, first);
    if (deskIn(its) !== deskIn(head)) return nothing;
    const { rows, known } = await linesIn(bytes.subarray(first, end));
    const [row] = rows.values();
    return { rows: its === head && row && isOfThisForm(row) ? rows : nothing.rows, known, state: 'whole' };
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return { ...nothing, state: 'absent' };
    // Whatever it is: the packages themselves are read, and say so where the disk fails.
    if (isDamage(error) || isOfTheSystem(error)) return nothing;
    throw error;
  }
}

/** The id of the desk that an index is of. */
export function deskIn(head: string): unknown {
  return (JSON.parse(head.trimEnd().slice(1, -1)) as { desk?: unknown }).desk;
}

async function bytesIn(path: string): Promise<Buffer> {
  const handle = await openKept(path);
  try {
    return (await handle.stat()).size > INDEX_BYTES ? Buffer.alloc(0) : await handle.readFile();
  } finally {
    await handle.close();
  }
}

/** One program made all rows in one way: the first says whether it was this one's. */
function isOfThisForm(row: Indexed): boolean {
  const { receipt, summary } = packageOf(row);
  return z.safeEncode(summarySchema, summary).success && z.safeEncode(receiptSchema, receipt).success;
}

/** A folder's own name: it is looked for among the packages. */
export const keySchema = z.string().regex(/^[^./\\][^/\\]*$/);

/** Each line is a row and a comma. */
async function linesIn(bytes: Buffer): Promise<Omit<Index, 'state'>> {
  const rows = new Map<string, Indexed>();
  const known = new Map<string, About>();
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf('\n', from);
    const line = JSON.parse(bytes.toString('utf8', from, end - 1)) as Indexed | Known;
    const key = keySchema.parse(line.key);
    if ('marks' in line) rows.set(key, line);
    known.set(key, aboutIn(line, key));
    from = end + 1;
    if (known.size % ROWS_AT_ONCE === 0) await others();
  }
  return { rows, known };
}

/** A row may be of another version: nothing of it is taken for granted. */
function aboutIn(line: Indexed | Known, key: string): About {
  const isRow = 'marks' in line;
  const { fileName } = isRow ? { ...line.receipt } : line;
  const { unit } = isRow ? { ...line.candidate } : line;
  const isThere = isRow && Boolean((line.marks as Partial<Marks> | null)?.[REVIEW]);
  return {
    fileName: typeof fileName === 'string' ? showable(fileName, 300) : key,
    unit: typeof unit === 'string' ? showable(unit, 300) : '',
    reviewed: isThere || line.reviewed === true,
    ...(typeof line.owed === 'string' && { owed: line.owed.slice(0, 64) }),
  };
}

/** Puts the rows in the place of the index that is there. Where the disk has no room for it, that one stays. */
export async function writeIndex(
  folder: string,
  head: string,
  rows: Iterable<Indexed | Known>,
): Promise<void> {
  const path = join(folder, INDEX);
  const temporary = temporaryOf(path);
  try {
    const handle = await openToWrite(temporary, 'over');
    try {
      const hash = createHash('sha256');
      for (const piece of pieces(head, rows, hash)) {
        await handle.writeFile(piece);
        await others();
      }
      await handle.writeFile(sealed(hash.digest('hex')));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await putInPlace(temporary, path);
  } catch (error) {
    if (!isOfTheSystem(error)) throw error;
  } finally {
    await rm(temporary, { force: true }).catch(() => undefined);
  }
}

function* pieces(head: string, rows: Iterable<Indexed | Known>, hash: Hash): Generator<string> {
  let piece = head;
  for (const row of rows) {
    piece += `${JSON.stringify(row)},\n`;
    if (piece.length < PIECE) continue;
    hash.update(piece);
    yield piece;
    piece = '';
  }
  hash.update(piece);
  yield piece;
}
