import { createHash } from 'node:crypto';
import { rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { candidateOf } from '../../../shared/review/candidate-of.ts';
import { lossesOf } from '../../../shared/review/heat.ts';
import {
  boundReceipt,
  CHECKS,
  isChecked,
  type Receipt,
  verdictLabel,
} from '../../../shared/review/receipt.ts';
import { type Arrival, judgeArrival, type Judgement, type Known } from '../../../shared/review/receive.ts';
import { type Desk, newReview } from '../../../shared/review/schema.ts';
import { type Standard, standardSchema } from '../../../shared/standard/schema.ts';
import { showable } from '../../../shared/values/text.ts';
import { copyByHash } from '../files/ingest.ts';
import { guarded } from '../base/failures.ts';
import type { TaskOptions } from '../package/progress.ts';
import { statedHash } from '../package/seal.ts';
import { type Inspected, inspectPackage } from '../package/verify.ts';
import { parseJson } from '../files/durable-json.ts';
import { fsyncFolder, makeFolder, renameWithRetry, replaceFile, writeSynced } from '../files/files.ts';
import {
  CONTENTS,
  ORIGINAL,
  type PackageContents,
  RECEIPT,
  receiptText,
  SUMMARY,
  type Summary,
  summaryText,
} from './package-folder.ts';

/** The desk as far as taking in needs it. */
export interface Inbox {
  readonly desk: Pick<Desk, 'campaign' | 'standard'>;
  /** incoming/, where files wait until they are judged. */
  readonly incoming: string;
  /** packages/ */
  readonly packages: string;
  readonly receiptOf: (key: string) => Receipt | undefined;
  readonly known: () => readonly Known[];
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

/**
 * Takes one file in: copies it durably, verifies the copy, judges it, and keeps it where it is a whole package.
 * The package's folder appears under its key only when it is complete, its receipt included: after kill -9 it is
 * either in or not. The file itself is only read. A file that an earlier version took in without looking for
 * contradictions, or whose record cannot be read any more, is judged again; its review and its day of receipt stay.
 * Throws a UserError where it cannot be read.
 */
export async function takeIn(
  inbox: Inbox,
  file: { readonly path: string; readonly name: string },
  options: { receivedOn: string; receivedAt: string } & TaskOptions,
): Promise<TakenIn> {
  const doing = { action: `接收 ${file.name} `, effect: '这个文件没有收进核验台，其他推荐包不受影响。' };
  return guarded(doing, async () => {
    const { sha256, bytes } = await copyByHash(file.path, inbox.incoming, {
      signal: options.signal,
      progress: (done, total) => options.progress?.({ step: '正在接收', done, total: total * 2 }),
    });
    const copy = join(inbox.incoming, sha256);
    try {
      const known = inbox.receiptOf(sha256.slice(0, 16));
      if (known && isChecked(known)) return alreadyIn(known, file.name, options);
      return await judgeCopy(inbox, { ...file, copy, sha256, bytes, known }, options);
    } finally {
      await rm(copy, { force: true });
    }
  });
}

function alreadyIn(
  known: Receipt,
  fileName: string,
  { receivedAt, receivedOn }: { receivedAt: string; receivedOn: string },
): TakenIn {
  const receipt: Receipt = {
    ...known,
    fileName: showable(fileName, 300),
    receivedAt,
    receivedOn,
    verdict: 'duplicate',
    kept: false,
    remarks: [`与已收到的“${known.fileName}”是同一个文件`],
    other: known.key,
  };
  return { receipt, again: known.fileName === fileName };
}

interface Copied {
  readonly name: string;
  readonly copy: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Where it is in already, as it was judged then. */
  readonly known: Receipt | undefined;
}

async function judgeCopy(
  inbox: Inbox,
  { name, copy, sha256, bytes, known }: Copied,
  { receivedAt, receivedOn, signal, progress }: { receivedOn: string; receivedAt: string } & TaskOptions,
): Promise<TakenIn> {
  const inspected = await inspectPackage(copy, {
    signal,
    progress: ({ done, total }) => {
      const share = total === 0 ? 0 : Math.min(1, done / total);
      progress?.({ step: '正在核验', done: bytes + Math.round(bytes * share), total: bytes * 2 });
    },
  });
  try {
    const { contents } = inspected;
    const key = sha256.slice(0, 16);
    // Handed in when it first came, whenever it is looked at again.
    const handedIn = {
      fileName: known?.fileName ?? name,
      receivedAt: known?.receivedAt ?? receivedAt,
      receivedOn: known?.receivedOn ?? receivedOn,
    };
    const verification = { ...inspected.verification, file: handedIn.fileName };
    const assessment = contents?.assessment;
    const arrival: Arrival = {
      key,
      verification,
      assessment,
      standardSha256: contents && sha256Of(contents.standardBytes),
      receivedOn: handedIn.receivedOn,
      rezipped: (await statedHash(copy, bytes)) === undefined,
    };
    const judgement = judgeArrival(inbox.desk, arrival, inbox.known());
    const receipt = boundReceipt({
      version: 1,
      checks: CHECKS,
      key,
      ...handedIn,
      sha256,
      bytes,
      ...(known ? stillKept(judgement) : judgement),
      verification,
      packageId: assessment?.revisions.at(-1)?.packageId ?? '',
      assessmentId: assessment?.id ?? '',
    });
    const found = contentsOf(inspected);
    if (receipt.kept && (known || (await isThere(join(inbox.packages, key))))) {
      signal?.throwIfAborted();
      await keepAgain(inbox.packages, copy, { receipt, contents: found });
      return { receipt, rejudged: true, again: false };
    }
    if (!receipt.kept || !found || !contents) return { receipt, again: false };
    const standard = standardSchema.parse(parseJson(contents.standardBytes.toString('utf8')));
    const summary = firstSummary(receipt, contents.assessment, standard, inbox.desk);
    signal?.throwIfAborted();
    await keep(inbox.packages, copy, { receipt, contents: found, summary });
    return { receipt, summary, again: false };
  } finally {
    inspected.source.close();
  }
}

/** A row is never taken away: what is refused now is in doubt, and out of the running until a person decides. */
function stillKept(judgement: Judgement): Judgement {
  if (judgement.kept) return judgement;
  const { verdict, remarks } = judgement;
  const why = `重新核对没有通过：${verdictLabel(verdict, true)}`;
  return { ...judgement, verdict: 'suspect', kept: true, remarks: [why, ...remarks] };
}

function firstSummary(
  receipt: Receipt,
  assessment: NonNullable<Inspected['contents']>['assessment'],
  standard: Standard,
  { campaign }: Pick<Desk, 'campaign'>,
): Summary {
  const review = newReview(receipt.packageId, receipt.verification.sealCode ?? '', receipt.receivedAt);
  return summaryOf({ receipt, assessment: { ...assessment, campaign }, standard, review });
}

/** Items whose losses are kept: more than any standard has, fewer than a stranger's can. */
const LOSSES = 10_000;

/** The table's row and the losses, derived from the data and the review; the self score's until it is verified. */
export function summaryOf(parts: Parameters<typeof candidateOf>[0]): Summary {
  const { candidate, verified } = candidateOf(parts);
  const { self, report, verifiedScore } = verified;
  return {
    version: 2,
    candidate,
    losses: lossesOf((verifiedScore === undefined ? self : report).items).slice(0, LOSSES),
  };
}

/** Where assessment, standard and each piece of evidence lie in the archive. */
function contentsOf({ bag, contents }: Inspected): PackageContents | undefined {
  if (!bag || !contents) return undefined;
  const wanted = new Set(contents.assessment.evidence.map(({ sha256 }) => sha256));
  const evidence: Record<string, string> = {};
  for (const [path, file] of bag.payload) {
    const hash = bag.hashes.get(path);
    if (hash !== undefined && wanted.has(hash)) evidence[hash] = file.path;
  }
  const place = (path: string): { path: string; sha256: string } | undefined => {
    const [file, sha256] = [bag.payload.get(path), bag.hashes.get(path)];
    return file && sha256 !== undefined ? { path: file.path, sha256 } : undefined;
  };
  const [assessment, standard] = [place('data/assessment.json'), place('data/standard.json')];
  return assessment && standard ? { version: 1, assessment, standard, evidence } : undefined;
}

/** The copy moves into a folder that is renamed as a whole, the receipt written last into it. */
async function keep(
  packages: string,
  copy: string,
  parts: { receipt: Receipt; contents: PackageContents; summary: Summary },
): Promise<void> {
  const { receipt, contents, summary } = parts;
  const folder = join(packages, receipt.key);
  const building = `${folder}.new`;
  await rm(building, { recursive: true, force: true });
  try {
    await makeFolder(building);
    await rename(copy, join(building, ORIGINAL));
    await writeSynced(join(building, CONTENTS), JSON.stringify(contents));
    await writeSynced(join(building, SUMMARY), summaryText(summary));
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
async function keepAgain(
  packages: string,
  copy: string,
  { receipt, contents }: { receipt: Receipt; contents: PackageContents | undefined },
): Promise<void> {
  const folder = join(packages, receipt.key);
  await rm(join(folder, SUMMARY), { force: true });
  if (contents) {
    await renameWithRetry(copy, join(folder, ORIGINAL));
    await replaceFile(join(folder, CONTENTS), JSON.stringify(contents));
  }
  await replaceFile(join(folder, RECEIPT), receiptText(receipt));
}

function isThere(folder: string): Promise<boolean> {
  return stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
