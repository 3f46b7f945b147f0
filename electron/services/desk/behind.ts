import type { Failure } from '../../../shared/values/errors.ts';
import { notedFailure } from '../base/failures.ts';
import { Told } from './read-package.ts';

/** What goes on behind an open desk, once, and what it finds. */
export class Behind {
  readonly #told = new Told();
  #isOver = false;
  #running: Promise<void> = Promise.resolve();

  /** A failure of ours ends it and is told; what was opened stays open. */
  start(work: (told: Told, isOver: () => boolean) => Promise<void>): void {
    this.#running = work(this.#told, () => this.#isOver).catch((error: unknown) => {
      this.#told.add(notedFailure(error));
    });
  }

  /** Found so far. */
  get failures(): Failure[] {
    return this.#told.failures;
  }

  ended(): Promise<void> {
    return this.#running;
  }

  /** It ends after the package that it is at. */
  async stop(): Promise<void> {
    this.#isOver = true;
    await this.#running;
  }
}
