import { type Failure, UserError } from '../../../shared/values/errors.ts';
import { notedFailure } from '../base/failures.ts';
import { unlessAborted } from '../base/unless-aborted.ts';
import { Told } from './read-package.ts';

/** What goes on behind an open desk, one work at a time, and what it finds. */
export class Behind {
  readonly told = new Told();
  #over = new AbortController();
  #failed: Failure | undefined;
  #running: Promise<void> = Promise.resolve();

  /** A failure of ours ends it and is told; what was opened stays open. */
  start(work: (signal: AbortSignal) => Promise<void>): void {
    this.#over = new AbortController();
    this.#failed = undefined;
    this.#running = work(this.#over.signal).catch((error: unknown) => {
      this.#failed = notedFailure(error);
      this.told.add(this.#failed);
    });
  }

  /** Found so far. */
  get failures(): Failure[] {
    return this.told.failures;
  }

  /** Throws a UserError where it failed: nobody knows then what it would have found. An abort ends the waiting alone. */
  async ended(signal?: AbortSignal): Promise<void> {
    await unlessAborted(this.#running, signal);
    if (this.#failed) throw new UserError(this.#failed);
  }

  /** It ends at once, or after the package that it is mending. */
  async stop(): Promise<void> {
    this.#over.abort();
    await this.#running;
  }
}
