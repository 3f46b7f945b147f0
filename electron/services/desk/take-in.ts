import { rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isChecked, type Receipt } from '../../../shared/review/receipt.ts';
import { otherBodyRemark } from '../../../shared/review/placing.ts';
import { newReview } from '../../../shared/review/schema.ts';
import { NewerForm } from '../../../shared/stored-form.ts';
import { showable } from '../../../shared/values/text.ts';
import { copyByHash } from '../files/ingest.ts';
import { guarded } from '../base/failures.ts';
import type { TaskOptions } from '../package/progress.ts';
import { fsyncFolder, makeFolder, renameWithRetry, replaceFile, writeSynced } from '../files/files.ts';
import { type FoundFile, type Judge, judgeFile } from './judge.ts';
import { scoringStandard } from './match-standard.ts';
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
import { campaignHash, readSummary, type Sources, type Summary, summaryOf, summaryText } from './summary.ts';

/** The desk as far as taking in needs it. */
export interface Inbox extends Judge {
  /** incoming/, where files wait until they are judged. */
  readonly incoming: string;
  /** packages/ */
  readonly packages: string;
  readonly receiptOf: (key: string) => Receipt | undefined;
}

/** What became of one file; `summary` where it is kept and on the disk. */
export interface TakenIn {
  readonly receipt: Receipt;
  readonly summary?: Summary;
  /** Kept already, and judged again: the row must be made anew from the data and the review. */
  readonly rejudged?: boolean;
  /** The very same file, under the same name, is in: nothing new to note down. */
  readonly again: boolean;
}

interface Handed {
  /** Who hands it in, on a provincial desk; absent: not said. */
  readonly body?: string | undefined;
  readonly receivedOn: string;
  readonly receivedAt: string;
}

const HEALED = '核验台里的原件曾经损坏，已用再次提交的同一个文件修复';

/**
 * Takes one file in: copies it durably, verifies the copy, judges it, and keeps it where it is a whole package.
 * The package's folder appears under its key only when it is complete, its receipt included: after kill -9 it is
 * either in or not. The file itself is only read. A file that an earlier version took in without looking for
 * contradictions, whose record cannot be read any more or whose original on the desk is damaged, is judged again and
 * heals what is there; its review and its day of receipt stay. Throws a UserError where it cannot be read.
 */
export async function takeIn(
  inbox: Inbox,
  file: { readonly path: string; readonly name: string },
  options: Handed & TaskOptions,
): Promise<TakenIn> {
  const doing = { action: `接收 ${file.name} `, effect: '这个文件没有收进核验台，其他推荐包不受影响。' };
  return guarded(doing, async () => {
    const { sha256, bytes } = await copyByHash(file.path, inbox.incoming, {
      signal: options.signal,
      progress: (done, total) => options.progress?.({ step: '正在接收', done, total: total * 2 }),
    });
    const path = join(inbox.incoming, sha256);
    const key = sha256.slice(0, 16);
    const folder = join(inbox.packages, key);
    try {
      const known = inbox.receiptOf(key);
      const isWhole = known ? await holdsOriginal(folder, sha256) : false;
      if (known && isChecked(known) && isWhole) return alreadyIn(inbox, known, file.name, options);
      const isIn = known !== undefined || (await isThere(folder));
      if (isIn && !known) await refuseNewer(folder);
      const { fileName, receivedAt, receivedOn } = known ??
        (isIn ? (await readSummary(folder)).came : undefined) ?? { fileName: file.name, ...options };
      const came = { fileName, receivedAt, receivedOn };
      const remarks = known && !isWhole ? [HEALED] : [];
      return await judgeCopy(
        inbox,
        { path, sha256, bytes, came, isIn, remarks, body: options.body },
        options,
      );
    } finally {
      await rm(path, { force: true });
    }
  });
}

/** A receipt by a newer program is not written over; any other that cannot be read is. */
async function refuseNewer(folder: string): Promise<void> {
  await readReceipt(folder).catch((error: unknown) => {
    if (error instanceof NewerForm) throw error;
  });
}

function alreadyIn(
  { desk, known: packages }: Inbox,
  known: Receipt,
  fileName: string,
  { receivedAt, receivedOn, body }: Handed,
): TakenIn {
  const row = packages().find(({ key }) => key === known.key);
  const through = otherBodyRemark(desk, row, body);
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

async function judgeCopy(
  inbox: Inbox,
  copy: Parameters<typeof judgeFile>[1],
  { signal, progress }: TaskOptions,
): Promise<TakenIn> {
  const { path, bytes, isIn } = copy;
  const found = await judgeFile(inbox, copy, {
    signal,
    progress: ({ done, total }) => {
      const share = total === 0 ? 0 : Math.min(1, done / total);
      progress?.({ step: '正在核验', done: bytes + Math.round(bytes * share), total: bytes * 2 });
    },
  });
  const { receipt, contents, data } = found;
  signal?.throwIfAborted();
  if (isIn) {
    await keepAgain(inbox.packages, path, found);
    return { receipt, rejudged: true, again: false };
  }
  if (!receipt.kept || !contents || !data) return { receipt, again: false };
  const { campaign } = inbox.desk;
  const review = newReview(receipt.packageId, receipt.verification.sealCode ?? '', receipt.receivedAt);
  const assessment = { ...data.assessment, campaign };
  const by = scoringStandard(inbox.standard, data.standard);
  const summary = summaryOf({ receipt, assessment, ...by, review });
  const sources = { receipt: hashOf(receiptText(receipt)), review: '', campaign: campaignHash(campaign) };
  await keep(inbox.packages, path, { receipt, contents, summary, sources });
  return { receipt, summary, again: false };
}

/** The copy moves into a folder that is renamed as a whole, the receipt written last into it. */
async function keep(
  packages: string,
  copy: string,
  parts: { receipt: Receipt; contents: PackageContents; summary: Summary; sources: Sources },
): Promise<void> {
  const { receipt, contents, summary, sources } = parts;
  const folder = join(packages, receipt.key);
  const building = `${folder}.new`;
  await rm(building, { recursive: true, force: true });
  try {
    await makeFolder(building);
    await rename(copy, join(building, ORIGINAL));
    await writeSynced(join(building, CONTENTS), JSON.stringify(contents));
    await writeSynced(join(building, SUMMARY), summaryText(summary, sources));
    await writeSynced(join(building, RECEIPT), receiptText(receipt));
    await fsyncFolder(building);
    await rename(building, folder);
    await fsyncFolder(packages);
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
