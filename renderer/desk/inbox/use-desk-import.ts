import { useState } from 'react';
import type { ImportOutcome } from '../../../shared/contract/contract.ts';
import { call, failureOf } from '../../ui/call/client.ts';
import type { ChosenFile } from '../../ui/call/files.ts';
import { JobCancelled, type JobOptions, runJob } from '../../ui/call/jobs.ts';
import { useDesk } from '../../state/desk-store.ts';
import { type RunningJob, useJob } from '../../ui/call/use-job.ts';
import type { Collected } from '../../ui/intake/collect.ts';
import { splitUnpacked } from './split-unpacked.ts';

/** Files that go to the host together: a cancel loses no more than these, and copies need not all wait. */
const BATCH = 50;

/** What one handing-in came to. */
export interface Handed {
  readonly total: number;
  readonly outcomes: readonly ImportOutcome[];
  /** Folders that are unpacked packages. */
  readonly unpacked: readonly string[];
  /** What the system would not let us read. */
  readonly unread: readonly string[];
  /** Stopped by the user or by a failure: files that are not answered for may be in or not. */
  readonly stopped: boolean;
}

export interface Import {
  readonly job: RunningJob;
  readonly handed?: Handed;
  readonly take: (collected: Collected, receivedOn: string, body: string | undefined) => Promise<void>;
  readonly dismiss: () => void;
}

/** Hands packages in, batch after batch. One that cannot be read does not stop the others. */
export function useDeskImport(deskId: string): Import {
  const job = useJob('收件');
  const [handed, setHanded] = useState<Handed>();

  const take = async (
    { files: all, unread }: Collected,
    receivedOn: string,
    body: string | undefined,
  ): Promise<void> => {
    const { files, folders: unpacked } = splitUnpacked(all);
    const outcomes: ImportOutcome[] = [];
    setHanded(undefined);
    const whole = await job.run(async (options) => {
      const total = files.reduce((sum, { size }) => sum + size, 0);
      let before = 0;
      for (let from = 0; from < files.length; from += BATCH) {
        const batch = files.slice(from, from + BATCH);
        const place = `（第 ${from + 1}–${from + batch.length} 个，共 ${files.length} 个）`;
        const bytes = batch.reduce((sum, { size }) => sum + size, 0);
        // Handing over and checking are half of the way each.
        const part = (half: 0 | 1): JobOptions => ({
          signal: options.signal,
          onProgress: ({ step, done, total: of }) =>
            options.onProgress({
              step: `${step}${place}`,
              done: before + Math.floor((bytes / 2) * (half + (of > 0 ? Math.min(1, done / of) : 0))),
              total,
            }),
        });
        const { tokens, failed } = await offer(batch, part(0));
        outcomes.push(...failed);
        if (tokens.length > 0) {
          const workId = await options.workId;
          const start = call('importPackages', { id: deskId, tokens, receivedOn, body, workId });
          outcomes.push(...(await runJob('deskImport', start, part(1))).outcomes);
        }
        before += bytes;
      }
      return true;
    }, files.length || undefined);
    setHanded({ total: files.length, outcomes, unpacked, unread, stopped: whole === undefined });
    // Also after a cancel or failure: what was taken in before it is there.
    await useDesk.getState().reload();
  };
  return { job, handed, take, dismiss: () => setHanded(undefined) };
}

async function offer(
  batch: readonly ChosenFile[],
  { signal, onProgress }: JobOptions,
): Promise<{ tokens: string[]; failed: ImportOutcome[] }> {
  const tokens: string[] = [];
  const failed: ImportOutcome[] = [];
  for (const [index, file] of batch.entries()) {
    if (signal.aborted) throw new JobCancelled();
    onProgress({ step: `正在读取“${file.name}”`, done: index, total: batch.length });
    try {
      tokens.push(await file.offer({ signal }));
    } catch (error) {
      if (error instanceof JobCancelled) throw error;
      failed.push({ fileName: file.name, failure: failureOf(error) });
    }
  }
  return { tokens, failed };
}
