import { randomUUID } from 'node:crypto';
import type { JobResult, JobStatus } from '../../../shared/contract/contract.ts';
import { notedFailure } from './failures.ts';

/** Finished jobs kept for the interface to ask about. */
const KEPT = 100;

export interface JobContext {
  readonly signal: AbortSignal;
  /** What is being done now, in Chinese. */
  step(text: string): void;
  /** Bytes done and in all. */
  progress(done: number, total: number): void;
}

interface Job {
  status: JobStatus;
  readonly controller: AbortController;
  readonly ended: Promise<void>;
}

/** Everything that can take long: started, watched and cancelled by id. */
export class Jobs {
  readonly #jobs = new Map<string, Job>();
  readonly #onChange: () => void;

  /** `onChange` is told when one begins, moves on or ends. */
  constructor(onChange: () => void = () => undefined) {
    this.#onChange = onChange;
  }

  /** Starts at once; the answer is the job's id. */
  start(step: string, task: (context: JobContext) => Promise<JobResult>): string {
    const id = randomUUID();
    const controller = new AbortController();
    const update = (part: Partial<JobStatus>): void => {
      const job = this.#jobs.get(id);
      if (job) job.status = { ...job.status, ...part };
      this.#onChange();
    };
    const run = async (): Promise<void> => {
      try {
        const result = await task({
          signal: controller.signal,
          step: (text) => update({ step: text }),
          progress: (done, total) => update({ done, total }),
        });
        update({ state: 'done', result });
      } catch (error) {
        update({ state: controller.signal.aborted ? 'cancelled' : 'failed', failure: notedFailure(error) });
      }
      this.#forgetOldest();
    };
    // Begins on the next turn, when the job is registered.
    const ended = Promise.resolve().then(run);
    this.#jobs.set(id, { status: { state: 'running', step, done: 0, total: 0 }, controller, ended });
    return id;
  }

  status(id: string): JobStatus | undefined {
    return this.#jobs.get(id)?.status;
  }

  running(): boolean {
    return this.#running().length > 0;
  }

  /** How much of what runs is done, from 0 to 1; undefined while it is not known. */
  done(): number | undefined {
    const running = this.#running();
    const total = running.reduce((sum, status) => sum + status.total, 0);
    return total === 0 ? undefined : running.reduce((sum, status) => sum + status.done, 0) / total;
  }

  /** Asks the job to stop; a finished or unknown one is left alone. */
  cancel(id: string): void {
    this.#jobs.get(id)?.controller.abort();
  }

  /** Cancels everything and waits for the end of it. */
  async close(): Promise<void> {
    for (const { controller } of this.#jobs.values()) controller.abort();
    await Promise.all([...this.#jobs.values()].map(({ ended }) => ended));
  }

  #running(): JobStatus[] {
    return [...this.#jobs.values()].map(({ status }) => status).filter(({ state }) => state === 'running');
  }

  #forgetOldest(): void {
    const finished = [...this.#jobs].filter(([, { status }]) => status.state !== 'running');
    for (const [id] of finished.slice(0, Math.max(0, finished.length - KEPT))) this.#jobs.delete(id);
  }
}
