import { randomUUID } from 'node:crypto';
import { rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Undertaking } from '../../../shared/document-words.ts';
import { isChecked, type Receipt } from '../../../shared/review/receipt.ts';
import { otherBodyRemark } from '../../../shared/review/placing.ts';
import { newReview } from '../../../shared/review/schema.ts';
import { REVIEW_LOST_REMARK } from '../../../shared/review/words.ts';
import { NewerForm } from '../../../shared/stored-form.ts';
import { showable } from '../../../shared/values/text.ts';
import { copyByHash } from '../files/ingest.ts';
import { workName } from '../files/work-names.ts';
import { guarded } from '../base/failures.ts';
import { several } from '../base/several.ts';
import type { TaskOptions } from '../package/progress.ts';
import { fsyncFolder, moveFolder, renameWithRetry, replaceFile, writeSynced } from '../files/files.ts';
import { makeOneFolder } from '../files/modes.ts';
import { type FoundFile, type Judge, judgeFile } from './judge.ts';
import type { Inspect, Inspection } from './inspection.ts';
import { scoredBy } from './match-standard.ts';
import { noArchive, type NoArchive } from './no-archive.ts';
import { holdsOriginal } from './original.ts';
import {
  CONTENTS,
  hashOf,
  keepContents,
  ORIGINAL,
  type PackageContents,
  readReceipt,
  RECEIPT,
  receiptText,
  SUMMARY,
} from './package-folder.ts';
import {
  type Came,
  campaignHash,
  readSummary,
  type Sources,
  type Summary,
  summaryOf,
  summaryText,
} from './summary.ts';

/** The desk as far as taking in needs it. */
export interface Inbox extends Judge {
  /** incoming/, where files wait until they are judged. */
  readonly incoming: string;
  /** packages/ */
  readonly packages: string;
  readonly receiptOf: (key: string) => Receipt | undefined;
  readonly inspect: Inspect;
  /** To be told of a package, durably, before its folder is put in its place: after a crash it is no stranger. */
  readonly announce: (key: string, about: { fileName: string; unit: string }) => Promise<void>;
  /** The desk has had a review of this package, and nothing of it is there any more. */
  readonly isReviewLost: (key: string) => Promise<boolean>;
}

/** A file as the user handed it in. */
interface Handed {
  readonly path: string;
  readonly name: string;
}

interface Copied {
  readonly name: string;
  /** The copy, in incoming/, in a folder of its own: the same file may come twice at a time. */
  readonly slot: string;
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Absent where the very same file is in, and whole. */
  readonly inspection?: Inspection;
}

/** A copy that waits until it is judged, or what is known of a file that is no archive, of which there is none. */
export type Brought = Copied | ({ readonly name: string; readonly slot?: undefined } & NoArchive);

/** What became of one file; `summary` where it is kept and on the disk. */
export interface TakenIn {
  readonly receipt: Receipt;
  readonly summary?: Summary;
  /** Kept already, and judged again: the row must be made anew from the data and the review. */
  readonly rejudged?: boolean;
  /** The very same file, under the same name, is in: nothing new to note down. */
  readonly again: boolean;
}

interface Arriving {
  /** Who hands it in, on a provincial desk; absent: not said. */
  readonly body?: string | undefined;
  readonly receivedOn: string;
  readonly receivedAt: string;
  readonly signal?: AbortSignal | undefined;
}

const HEALED = '核验台里的原件曾经损坏，已用再次提交的同一个文件修复';

/**
 * The first half of taking a file in, which looks at nothing but the file: copies it durably and verifies the copy, unless it
 * is plainly no archive. Several may be brought in at a time. The file itself is only read. Throws a UserError where it cannot be read.
 */
export function bringIn(inbox: Inbox, { path, name }: Handed, task: TaskOptions): Promise<Brought> {
  const { signal, progress } = task;
  return guarded(receiving(name), async () => {
    const none = await noArchive(path, inbox.inspect, task);
    if (none && !(await hasFolder(inbox, none.sha256))) return { name, ...none };
    const slot = join(inbox.incoming, randomUUID());
    await makeOneFolder(slot);
    try {
      const { sha256, bytes } = await copyByHash(path, slot, {
        signal,
        progress: (done, total) => progress?.({ step: '正在接收', done, total: total * 2 }),
      });
      const copy = { name, slot, path: join(slot, sha256), sha256, bytes };
      if (await isWholeIn(inbox, sha256)) return copy;
      const inspection = await inbox.inspect(copy, {
        ...(signal && { signal }),
        progress: ({ done, total }) => {
          const share = total === 0 ? 0 : Math.min(1, done / total);
          progress?.({ step: '正在核验', done: bytes + Math.round(bytes * share), total: bytes * 2 });
        },
      });
      return { ...copy, inspection };
    } catch (error) {
      await rm(slot, { recursive: true, force: true });
      throw error;
    }
  });
}

/** What has its folder on the desk is judged beside it, and heals it. */
async function hasFolder(inbox: Inbox, sha256: string): Promise<boolean> {
  const key = keyOf(sha256);
  return inbox.receiptOf(key) !== undefined || (await isThere(join(inbox.packages, key)));
}

/** Nothing but a file that is not in, or not as it came, need be verified. */
async function isWholeIn(inbox: Inbox, sha256: string): Promise<boolean> {
  const known = inbox.receiptOf(keyOf(sha256));
  return known !== undefined && isChecked(known) && holdsOriginal(join(inbox.packages, known.key), sha256);
}

/**
 * The second half, one file after another: judges the copy beside what is on the desk, and keeps it where it is a whole
 * package. The package's folder appears under its key only when it is complete, its receipt included: after kill -9 it is
 * either in or not. A file that an earlier version took in without looking for contradictions, whose record cannot be
 * read any more or whose original on the desk is damaged, is judged again and heals what is there; its review and its day
 * of receipt stay. Throws a UserError where it cannot be kept.
 */
export function takeIn(inbox: Inbox, brought: Brought, arriving: Arriving): Promise<TakenIn> {
  return guarded(receiving(brought.name), async () => {
    arriving.signal?.throwIfAborted();
    if (brought.slot === undefined) return refuse(inbox, brought, arriving);
    const { name, path, sha256, bytes, inspection } = brought;
    const key = keyOf(sha256);
    const folder = join(inbox.packages, key);
    const known = inbox.receiptOf(key);
    const isWhole = !inspection || (known ? await holdsOriginal(folder, sha256) : false);
    if (known && isChecked(known) && isWhole) return alreadyIn(inbox, known, name, arriving);
    const isIn = known !== undefined || (await isThere(folder));
    if (isIn && !known) await refuseNewer(folder);
    const { fileName, receivedAt, receivedOn } = known ??
      (isIn ? await cameBefore(folder, sha256) : undefined) ?? { fileName: name, ...arriving };
    const came = { fileName, receivedAt, receivedOn };
    const remarks = [
      ...((await inbox.isReviewLost(key)) ? [REVIEW_LOST_REMARK] : []),
      ...(known && !isWhole ? [HEALED] : []),
    ];
    const found = judgeFile(
      inbox,
      { sha256, bytes, came, isIn, remarks, body: arriving.body },
      inspection ?? (await inbox.inspect(brought, {})),
    );
    arriving.signal?.throwIfAborted();
    return keepFound(inbox, path, { ...found, isIn });
  });
}

/** No archive is kept; that it came is noted down. */
function refuse(
  inbox: Inbox,
  { name, sha256, bytes, inspection }: { readonly name: string } & NoArchive,
  { receivedOn, receivedAt, body }: Arriving,
): TakenIn {
  const came = { fileName: name, receivedOn, receivedAt };
  const { receipt } = judgeFile(inbox, { sha256, bytes, came, isIn: false, body }, inspection);
  return { receipt, again: false };
}

/** Whatever became of it. */
export async function letGo({ slot }: Brought): Promise<void> {
  if (slot !== undefined) await rm(slot, { recursive: true, force: true });
}

function receiving(name: string): Undertaking {
  return { action: `接收 ${name} `, effect: '这个文件没有收进核验台，其他推荐包不受影响。' };
}

/** By which the folder of a package is called. */
export function keyOf(sha256: string): string {
  return sha256.slice(0, 16);
}

/** When what lies in this folder came, by its receipt, or where that is gone by its summary. */
async function cameBefore(folder: string, sha256: string): Promise<Came | undefined> {
  const found = await readReceipt(folder).catch(() => undefined);
  return found?.receipt.sha256 === sha256 ? found.receipt : (await readSummary(folder)).came;
}

/** A receipt by a newer program is not written over; any other that cannot be read is. */
async function refuseNewer(folder: string): Promise<void> {
  await readReceipt(folder).catch((error: unknown) => {
    if (error instanceof NewerForm) throw error;
  });
}

function alreadyIn(
  { desk, onDesk }: Inbox,
  known: Receipt,
  fileName: string,
  { receivedAt, receivedOn, body }: Arriving,
): TakenIn {
  const through = otherBodyRemark(desk, () => onDesk.rowOf(known.key), body);
  const receipt: Receipt = {
    ...known,
    fileName: showable(fileName, 300),
    receivedAt,
    receivedOn,
    verdict: 'duplicate',
    kept: false,
    remarks: [...(through === '' ? [] : [through]), `与已收到的“${known.fileName}”是同一个文件`],
    other: known.key,
    ...(through !== '' && { through: body }),
  };
  return { receipt, again: known.fileName === fileName && through === '' };
}

async function keepFound(
  inbox: Inbox,
  path: string,
  found: FoundFile & { readonly isIn: boolean },
): Promise<TakenIn> {
  const { receipt, contents, data } = found;
  if (found.isIn) {
    await keepAgain(inbox.packages, path, found);
    return { receipt, rejudged: true, again: false };
  }
  if (!receipt.kept || !contents || !data) return { receipt, again: false };
  const { campaign } = inbox.desk;
  const review = newReview(receipt.packageId, receipt.verification.sealCode ?? '', receipt.receivedAt);
  const assessment = { ...data.assessment, campaign };
  const by = scoredBy(inbox.standard, data.standard);
  const summary = summaryOf({ receipt, assessment, ...by, review });
  const sources = { receipt: hashOf(receiptText(receipt)), review: '', campaign: campaignHash(campaign) };
  await keep(inbox, path, { receipt, contents, summary, sources });
  return { receipt, summary, again: false };
}

/** The copy moves into a folder that is renamed as a whole, when all that belongs to it is on the disk. */
async function keep(
  { packages, announce }: Pick<Inbox, 'packages' | 'announce'>,
  copy: string,
  found: { receipt: Receipt; contents: PackageContents; summary: Summary; sources: Sources },
): Promise<void> {
  const { receipt, contents, summary, sources } = found;
  const folder = join(packages, receipt.key);
  const building = join(packages, workName('new'));
  try {
    // Not with the folders above it: where those are away, nothing is put into their place.
    await makeOneFolder(building);
    await rename(copy, join(building, ORIGINAL));
    const parts = [
      [CONTENTS, JSON.stringify(contents)],
      [SUMMARY, summaryText(summary, sources)],
      [RECEIPT, receiptText(receipt)],
    ] as const;
    const { key, fileName } = receipt;
    const writing = [
      () => announce(key, { fileName, unit: summary.candidate.unit }),
      ...parts.map(
        ([name, text]) =>
          () =>
            writeSynced(join(building, name), text),
      ),
    ];
    // Each waits for the disk by itself.
    await several(writing, writing.length, (write) => write());
    await fsyncFolder(building);
    await moveFolder(building, folder);
  } catch (error) {
    await rm(building, { recursive: true, force: true });
    throw error;
  }
}

/**
 * Into the folder that is there, whose review stays. The summary goes first and the receipt comes last: after a crash
 * the old receipt or the new one is there, and the summary is made anew.
 */
async function keepAgain(packages: string, copy: string, { receipt, contents }: FoundFile): Promise<void> {
  const folder = join(packages, receipt.key);
  await rm(join(folder, SUMMARY), { force: true });
  if (contents) {
    await renameWithRetry(copy, join(folder, ORIGINAL));
    await keepContents(folder, contents, new Date(receipt.receivedAt));
  }
  await replaceFile(join(folder, RECEIPT), receiptText(receipt));
}

function isThere(folder: string): Promise<boolean> {
  return stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
