import type { Undertaking } from '../../../shared/document-words.ts';
import { type Failure, UserError } from '../../../shared/values/errors.ts';
import { asUserError } from '../base/failures.ts';
import { Queue } from '../base/queue.ts';
import type { documentService } from '../document/handlers.ts';
import type { Session, Sessions } from '../document/sessions.ts';

type DocumentService<N extends 'import' | 'campaign'> = ReturnType<typeof documentService<N>>;

/** How a document came to its end: something of the library was made of it, or it was given up. */
export type Ending = 'saved' | 'discarded';

interface FinishingSession extends Session {
  readonly document: { inTurn(task: () => Promise<void>): Promise<void> };
}

interface Finishing<S, T> {
  readonly sessions: Sessions<S & FinishingSession>;
  /** Makes what is to become of it; `end` says that it has. Where it fails, or says nothing, the document goes on. */
  readonly make: (session: S, end: () => void) => Promise<T>;
  readonly clearing: Clearing;
}

/** Takes away what is left of a document, and what is said where that fails: then all of it is there, and goes on. */
interface Clearing extends Undertaking {
  readonly clear: () => Promise<void>;
}

/**
 * The documents that came to their end since the program began: another window may show them yet. No edit is acknowledged
 * that is neither in what was made of them nor there to be gone on with.
 */
export class Endings {
  readonly #ended = new Map<string, Ending>();
  readonly #words: (how: Ending) => Failure;
  readonly #queue = new Queue();

  constructor(words: (how: Ending) => Failure) {
    this.#words = words;
  }

  /** To be asked before it is opened, and before anything is written. Throws a UserError where it has ended. */
  refuseEnded(id: string): void {
    const how = this.#ended.get(id);
    if (how) throw new UserError(this.#words(how));
  }

  /**
   * Makes something of a document between two of its edits: those before are in it, those that come meanwhile wait, and are
   * refused once it has ended.
   */
  finish<S, T>(id: string, { sessions, make, clearing }: Finishing<S, T>): Promise<T> {
    return this.#queue.run(async () => {
      this.refuseEnded(id);
      // What another program has written is opened anew.
      await sessions.open(id, 'no');
      const made: T[] = [];
      try {
        await sessions.during(id, (session) =>
          session.document.inTurn(async () => {
            made.push(await make(session, () => this.#ended.set(id, 'saved')));
          }),
        );
      } catch (error) {
        this.#ended.delete(id);
        throw error;
      }
      if (this.#ended.has(id)) await this.#clear(id, clearing);
      return made[0] as T;
    });
  }

  /** The service of the documents: whatever is refused of one that has ended, that it has is the reason. */
  telling<N extends 'import' | 'campaign'>(service: DocumentService<N>): DocumentService<N> {
    const { open, change, now } = service;
    return {
      ...service,
      open: (ref, takeOver) => this.#told(ref.id, () => open(ref, takeOver)),
      change: (ref, step) => this.#told(ref.id, () => change(ref, step)),
      now: (ref) => this.#told(ref.id, () => now(ref)),
    };
  }

  /** Ends a document of which nothing is made. */
  end(id: string, how: Ending, clearing: Clearing): Promise<void> {
    return this.#queue.run(async () => {
      if (!this.#ended.has(id)) this.#ended.set(id, how);
      await this.#clear(id, clearing);
    });
  }

  async #told<T>(id: string, task: () => Promise<T>): Promise<T> {
    try {
      return await task();
    } catch (error) {
      this.refuseEnded(id);
      throw error;
    }
  }

  async #clear(id: string, { clear, ...undertaking }: Clearing): Promise<void> {
    try {
      await clear();
    } catch (error) {
      // Still there, and still to be ended.
      this.#ended.delete(id);
      const told = asUserError(error, undertaking);
      // Whichever step it was: of the document the same is true.
      if (!(told instanceof UserError)) throw told;
      throw new UserError({ ...told.failure, effect: undertaking.effect }, { cause: error });
    }
  }
}
