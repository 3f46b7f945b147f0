import type { ProgressReceipt } from '../../../shared/contract/contract.ts';
import type { Plan } from '../../../shared/registers/plan.ts';
import { MAX_PROGRESS_BYTES, type Progress, progressForm } from '../../../shared/registers/progress.ts';
import { type HandedIn, receiveAll } from '../../../shared/registers/rollup/receive.ts';
import { UserError } from '../../../shared/values/errors.ts';
import { decode, NewerForm } from '../../../shared/stored-form.ts';
import { randomUUID } from 'node:crypto';
import { localDay, localTime } from '../base/clock.ts';
import { guarded, isCancellation, notedFailure } from '../base/failures.ts';
import { filesInTurn, type OfferedFile } from '../base/file-tokens.ts';
import type { JobContext } from '../base/jobs.ts';
import { readUpTo } from '../files/files.ts';
import { isWrongJson, parseForeignJson } from '../files/foreign-json.ts';
import { notProgress } from './messages.ts';
import type { RollupSession } from './rollup-session.ts';

const READING = { action: '读取进度表', effect: '这份没有收下，汇总没有改动。' };

/** Reads the files, then takes all that can be taken in one step; a receipt for each, in their order. */
export async function receiveProgress(
  rollup: RollupSession,
  files: readonly OfferedFile[],
  { job, now, plans }: { job: JobContext; now: Date; plans: readonly Plan[] },
): Promise<ProgressReceipt[]> {
  const unread = new Map<number, ProgressReceipt>();
  const read: HandedIn[] = [];
  for await (const [index, { path, name }] of filesInTurn(files, job, '正在读取')) {
    try {
      read.push({ fileName: name, progress: await readProgress(path) });
    } catch (error) {
      if (isCancellation(error)) throw error;
      const failure = notedFailure(error);
      const words = failure.message.replace(/。$/u, '');
      unread.set(index, { fileName: name, failure, unit: '', outcome: 'unread', words });
    }
  }
  const taken = await take(rollup, read, { now, plans });
  const inOrder = taken.values();
  return files.flatMap((_, index) => unread.get(index) ?? inOrder.next().value ?? []);
}

/** Takes one that the user goes by, whatever its time. */
export async function takeProgress(
  rollup: RollupSession,
  handedIn: HandedIn,
  { now, plans }: { now: Date; plans: readonly Plan[] },
): Promise<ProgressReceipt> {
  const [receipt] = await take(rollup, [handedIn], { now, plans, anyway: true });
  if (!receipt) throw new Error('No receipt');
  return receipt;
}

async function take(
  rollup: RollupSession,
  files: readonly HandedIn[],
  { now, ...rest }: { now: Date; plans: readonly Plan[]; anyway?: boolean },
): Promise<ProgressReceipt[]> {
  const clock = {
    ...{ at: now.toISOString(), newId: randomUUID, ...rest },
    dayOf: (at: string) => localDay(new Date(at)),
    timeOf: (at: string) => localTime(new Date(at)),
  };
  let taken: ProgressReceipt[] = [];
  // Where nothing is taken the value stays as it is, which is no step.
  await rollup.document.change(`receive ${files.length}`, (current) => {
    const received = receiveAll(current, files, clock);
    taken = received.receipts;
    return { ...received.rollup, updatedAt: clock.at };
  });
  return taken;
}

async function readProgress(path: string): Promise<Progress> {
  return guarded(READING, async () => {
    try {
      return decode(progressForm, parseForeignJson(await readUpTo(path, MAX_PROGRESS_BYTES)));
    } catch (error) {
      if (error instanceof NewerForm) throw error;
      // What is larger than any of ours is a UserError already, in words for the program's own records.
      if (isWrongJson(error) || error instanceof UserError) throw notProgress();
      throw error;
    }
  });
}
