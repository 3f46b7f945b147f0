import { type Failure, UserError } from '../../../shared/values/errors.ts';
import { notedFailure } from '../base/failures.ts';
import { unlessAborted } from '../base/unless-aborted.ts';
import { checkBrokenOff } from './messages.ts';

interface Parts {
  /** What must come before the work, wherever it left off the last time. The signal ends it: the desk is closed. */
  readonly first: (signal: AbortSignal) => Promise<void>;
  readonly work: (signal: AbortSignal) => Promise<void>;
}

/** What goes on behind an open desk. */
export class Behind {
  readonly #parts: Parts;
  readonly #closing = new AbortController();
  #over = new AbortController();
  #failed: Failure | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Begins, or breaks off the work that goes on and begins anew; the answer waits for what comes first alone. A failure
   * ends it and is told; what was opened stays open.
   */
  start(): Promise<void> {
    const { first, work } = this.#parts;
    const closing = this.#closing.signal;
    if (closing.aborted) return Promise.resolve();
    this.#over.abort();
    const { signal } = (this.#over = new AbortController());
    this.#failed = undefined;
    const prepared = this.#running.then(() => first(closing));
    this.#running = prepared
      .then(() => (signal.aborted ? undefined : work(signal)))
      .then(
        () => void (this.#failed = undefined),
        (error: unknown) => {
          this.#failed = notedFailure(error);
        },
      );
    return prepared;
  }

  get failures(): Failure[] {
    return this.#failed ? [this.#failed] : [];
  }

  /**
   * Waits until it is done, however often it was begun anew; what had failed is tried once more. Throws a UserError where
   * it fails or was broken off: nobody knows then what it would have found. An abort ends the waiting alone. The answer is
   * another one once it was begun anew.
   */
  async ended(signal?: AbortSignal): Promise<{ readonly of: unknown }> {
    if (this.#failed) void this.start();
    for (let running: Promise<void> | undefined; running !== this.#running;) {
      running = this.#running;
      await unlessAborted(running, signal);
    }
    if (this.#closing.signal.aborted) throw checkBrokenOff();
    if (this.#failed) throw new UserError(this.#failed);
    return { of: this.#running };
  }

  /** Whether nothing was begun since `ended` has given this answer. */
  isStill(of: unknown): boolean {
    return of === this.#running;
  }

  /** It ends at once, or after the package that it is mending, and is not begun anew. */
  async stop(): Promise<void> {
    this.#closing.abort();
    this.#over.abort();
    await this.#running;
  }
}
