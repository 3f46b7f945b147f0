import { type Failure, UserError } from '../../../shared/values/errors.ts';
import { notedFailure } from '../base/failures.ts';
import { unlessAborted } from '../base/unless-aborted.ts';
import { checkBrokenOff } from './messages.ts';
import { Told } from './read-package.ts';

/** What goes on behind an open desk, and what it finds. */
export class Behind {
  readonly told = new Told();
  readonly #work: (signal: AbortSignal) => Promise<void>;
  #over = new AbortController();
  #failed: Failure | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(work: (signal: AbortSignal) => Promise<void>) {
    this.#work = work;
  }

  /**
   * Begins, or breaks off what goes on and begins anew; `first` runs in between, and the answer waits for it alone. A
   * failure of ours ends it and is told; what was opened stays open.
   */
  start(first = () => Promise.resolve()): Promise<void> {
    this.#over.abort();
    const { signal } = (this.#over = new AbortController());
    const prepared = this.#running.then(first);
    this.#running = prepared
      .then(() => (signal.aborted ? undefined : this.#work(signal)))
      .then(
        () => void (this.#failed = undefined),
        (error: unknown) => {
          this.#failed = notedFailure(error);
          this.told.add(this.#failed);
        },
      );
    return prepared;
  }

  /** Found so far. */
  get failures(): Failure[] {
    return this.told.failures;
  }

  /**
   * Waits until it is done, however often it was begun anew. Throws a UserError where it failed or was broken off: nobody
   * knows then what it would have found. An abort ends the waiting alone.
   */
  async ended(signal?: AbortSignal): Promise<void> {
    for (let running: Promise<void> | undefined; running !== this.#running;) {
      running = this.#running;
      await unlessAborted(running, signal);
    }
    if (this.#failed) throw new UserError(this.#failed);
    if (this.#over.signal.aborted) throw checkBrokenOff();
  }

  /** It ends at once, or after the package that it is mending. */
  async stop(): Promise<void> {
    this.#over.abort();
    await this.#running;
  }
}
