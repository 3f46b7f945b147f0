import * as z from 'zod';
import {
  type CallName,
  contract,
  type JobResult,
  type JobStatus,
  type Reply,
} from '../../shared/contract/contract.ts';
import type { Failure } from '../../shared/values/errors.ts';

/** Jobs in the place of the host's: with a result of the test's, with a failure, or without an end but by a cancel. */
export class StandInJobs {
  readonly #wishes = new Map<CallName, JobResult | Failure | 'endless'>();
  readonly #jobs = new Map<string, JobStatus>();

  /** What becomes of the jobs that this call starts from now on. */
  set(name: CallName, result: JobResult | Failure | 'endless'): void {
    this.#wishes.set(name, result);
  }

  delete(name: CallName): void {
    this.#wishes.delete(name);
  }

  /** Undefined for a call that is the host's. */
  answer(name: CallName, input: unknown): Reply | undefined {
    const wish = this.#wishes.get(name);
    if (wish !== undefined) return { ok: true, value: { jobId: this.#start(wish) } };
    if (name !== 'jobStatus' && name !== 'cancelJob') return undefined;
    const { jobId } = contract[name].input.parse(input);
    const status = this.#jobs.get(jobId);
    if (!status) return undefined;
    if (name === 'jobStatus') return { ok: true, value: z.encode(contract.jobStatus.output, status) };
    if (status.state === 'running') this.#jobs.set(jobId, { ...status, state: 'cancelled' });
    return { ok: true, value: {} };
  }

  #start(wish: JobResult | Failure | 'endless'): string {
    const jobId = `stand-in-${this.#jobs.size + 1}`;
    const base = { step: '正在处理', done: 1, total: 1 };
    if (wish === 'endless') this.#jobs.set(jobId, { ...base, state: 'running' });
    else if ('remedy' in wish) this.#jobs.set(jobId, { ...base, state: 'failed', failure: wish });
    else this.#jobs.set(jobId, { ...base, state: 'done', result: wish });
    return jobId;
  }
}
