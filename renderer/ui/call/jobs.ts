import type { JobResult } from '../../../shared/contract/contract.ts';
import { ApiFailure, call } from './client.ts';

const POLL_MS = 200;

/** How far a job is: bytes, `total` 0 while unknown. */
export interface JobProgress {
  readonly step: string;
  readonly done: number;
  readonly total: number;
}

export interface JobOptions {
  onProgress: (progress: JobProgress) => void;
  signal: AbortSignal;
}

/** Thrown where the user cancelled: nothing to report, nothing was changed. */
export class JobCancelled extends Error {
  override readonly name = 'JobCancelled';
}

type Kind = JobResult['kind'];

/**
 * Follows a job of the host to its end. Aborting asks the host to cancel and still waits for its answer, so
 * that nothing goes on behind the user's back. Throws ApiFailure, JobCancelled.
 */
export async function runJob<K extends Kind>(
  kind: K,
  start: Promise<{ jobId: string }>,
  { onProgress, signal }: JobOptions,
): Promise<Extract<JobResult, { kind: K }>> {
  const { jobId } = await start;
  let asked = false;
  for (;;) {
    if (signal.aborted && !asked) {
      asked = true;
      await call('cancelJob', { jobId });
    }
    const status = await call('jobStatus', { jobId });
    onProgress(status);
    if (status.state === 'cancelled') throw new JobCancelled();
    if (status.state === 'failed') throw new ApiFailure(status.failure ?? NO_REASON);
    if (status.state === 'done') {
      if (status.result?.kind !== kind) throw new ApiFailure(NO_REASON);
      return status.result as Extract<JobResult, { kind: K }>;
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

const NO_REASON = {
  code: 'job-without-result',
  message: '这一步没有完成，也没有说明原因',
  effect: '已保存的内容没有变化。',
  remedy: '请重试；仍然如此时，请重新启动程序。',
};
