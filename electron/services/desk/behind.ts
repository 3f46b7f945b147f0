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
  /** What was to come before the work and has failed: it comes first whenever it is begun anew. */
  #owed: (() => Promise<void>) | undefined;
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
    const owed = this.#owed;
    this.#owed = async () => {
      await owed?.();
      await first();
    };
    const prepared = this.#running.then(() => this.#prepare());
    this.#running = prepared
      .then(() => (signal.aborted ? undefined : this.#work(signal)))
      .then(
        () => void (this.#failed = undefined),
        (error: unknown) => {
          this.#failed = notedFailure(error);
        },
      );
    return prepared;
  }

  async #prepare(): Promise<void> {
    const owed = this.#owed;
    await owed?.();
    if (this.#owed === owed) this.#owed = undefined;
  }

  /** Found so far. */
  get failures(): Failure[] {
    return [...this.told.failures, ...(this.#failed ? [this.#failed] : [])];
  }

  /**
   * Waits until it is done, however often it was begun anew; what had failed is tried once more. Throws a UserError where
   * it fails or was broken off: nobody knows then what it would have found. An abort ends the waiting alone. The answer is
   * another one once it was begun anew.
   */
  async ended(signal?: AbortSignal): Promise<{ readonly of: unknown }> {
    if (this.#failed && !this.#over.signal.aborted) void this.start().catch(() => undefined);
    for (let running: Promise<void> | undefined; running !== this.#running;) {
      running = this.#running;
      await unlessAborted(running, signal);
    }
    if (this.#failed) throw new UserError(this.#failed);
    if (this.#over.signal.aborted) throw checkBrokenOff();
    return { of: this.#running };
  }

  /** Whether nothing was begun since `ended` has given this answer. */
  isStill(of: unknown): boolean {
    return of === this.#running;
  }

  /** It ends at once, or after the package that it is mending. */
  async stop(): Promise<void> {
    this.#over.abort();
    await this.#running;
  }
}
