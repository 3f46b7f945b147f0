import { type Failure, UserError } from '../../../shared/values/errors.ts';
import { guarded } from '../base/failures.ts';
import { removeTemporaries } from '../files/leftovers.ts';
import { type FolderLock, lockFolder } from '../files/lock.ts';
import { absent } from './absent.ts';
import { conflictNotices } from './conflict-copies.ts';
import type { DocumentOptions } from './document-options.ts';
import { journalIn } from './journal.ts';
import { keptAtClosing, settleKept } from './kept-at-closing.ts';
import { OpenDocument } from './open-document.ts';
import type { Session } from './sessions.ts';

/** How a folder is opened for writing. */
export interface Opening {
  readonly takeOver: 'no' | 'yes';
  readonly now: () => Date;
  /** What lies beside the folder and must be known while it is open; nothing where absent. */
  readonly beside?: () => Promise<Failure[]>;
}

interface LockedOptions<Value extends object, Edit, Context>
  extends Opening, Pick<DocumentOptions<Value, Edit, Context>, 'kind' | 'folder' | 'context'> {
  /** What the kind does besides; the journal is every kind's. */
  readonly hooks?: Omit<NonNullable<DocumentOptions<Value, Edit, Context>['hooks']>, 'journal'>;
  /** Under the lock, before the document is read: clears what a crash left half done. */
  readonly clear?: () => Promise<void>;
}

/** A document that is open in its folder, with the folder's lock. */
export interface Locked<Value extends object, Edit, Context> {
  readonly folder: string;
  readonly document: OpenDocument<Value, Edit, Context>;
  /** What the user must know about this opening. */
  readonly notices: readonly Failure[];
  /** What lies in the folder or beside it, as it was at the opening, and as it is now. */
  readonly beside: readonly Failure[];
  readonly lookBeside: () => Promise<Failure[]>;
  readonly lock: FolderLock;
  /** Throws a UserError where the folder is another program's, or not in its place any more. */
  readonly held: () => Promise<void>;
}

/**
 * Locks a folder, opens the document in it with a journal, and hands both to `make`. Throws a UserError where that
 * cannot be; then the lock is free again.
 */
export async function openLocked<Value extends object, Edit, Context, Made>(
  options: LockedOptions<Value, Edit, Context>,
  make: (locked: Locked<Value, Edit, Context>) => Made | Promise<Made>,
): Promise<Made> {
  const { kind, folder, context, takeOver, now, hooks, clear, beside } = options;
  const { words } = kind;
  return guarded(words.opening, async () => {
    const lock = await lockFolder(folder, takeOver, words.title);
    const held = (): Promise<void> =>
      guarded(words.saving, async () => {
        if (!(await lock.held())) throw new UserError(words.lockLost);
      });
    try {
      await removeTemporaries(folder, [kind.file]);
      await clear?.();
      const opened = await OpenDocument.open({
        ...{ kind, folder, context, now, held },
        hooks: { journal: journalIn(folder), ...hooks },
      });
      if (!opened) throw await absent(kind, folder);
      const kept = await keptAtClosing(kind, folder);
      const notices = [
        ...(lock.tookOver ? [words.tookOver] : []),
        ...opened.notices,
        ...(kept ? [kept] : []),
      ];
      const lookBeside = () =>
        guarded(words.opening, async () => [
          ...(await conflictNotices(folder, kind.file)),
          ...((await beside?.()) ?? []),
        ]);
      const { document } = opened;
      return await make({ folder, document, notices, beside: await lookBeside(), lookBeside, lock, held });
    } catch (error) {
      await lock.release();
      throw error;
    }
  });
}

/** One folder that is open for writing and locked, with its document; a kind adds what else belongs to it. */
export class LockedSession<Name extends string, Value extends object, Edit, Context> implements Session {
  readonly name: Name;
  readonly #locked: Locked<Value, Edit, Context>;
  #beside: readonly Failure[];
  /** As it was when it was opened. */
  readonly #opened: Value;

  constructor(name: Name, locked: Locked<Value, Edit, Context>) {
    this.name = name;
    this.#locked = locked;
    this.#opened = locked.document.value;
    this.#beside = locked.beside;
  }

  /** Every change goes through it. */
  get document(): OpenDocument<Value, Edit, Context> {
    return this.#locked.document;
  }

  get value(): Value {
    return this.document.value;
  }

  get folder(): string {
    return this.#locked.folder;
  }

  /** What the user must know about this opening, and of what lies beside it. */
  get notices(): readonly Failure[] {
    return [...new Set([...this.#locked.notices, ...this.document.notices, ...this.#beside])];
  }

  /** Something may have come beside it, or gone, since it was opened. */
  async look(): Promise<void> {
    this.#beside = await this.#locked.lookBeside();
  }

  /** False as well where the folder is not in its place any more. */
  async held(): Promise<boolean> {
    try {
      return await this.#locked.lock.held();
    } catch (error) {
      if (error instanceof UserError) return false;
      throw error;
    }
  }

  /** To be asked before files of its own are put into the folder; a UserError where it is not ours. */
  requireHeld(): Promise<void> {
    return this.#locked.held();
  }

  /** To be asked before the folder's files are looked at: a UserError where it is not in its place any more. */
  async requireInPlace(): Promise<void> {
    await this.#locked.lock.held();
  }

  saved() {
    return { document: this.name, ...this.document.saved() };
  }

  opened() {
    return { ...this.saved(), notices: [...this.notices] };
  }

  async close(): Promise<void> {
    await this.document.settled();
    try {
      // Where it is another program's by now, that one has gone on from what was saved here.
      if (await this.held()) {
        if (this.document.value !== this.#opened) await settleKept(this.folder);
        await this.document.keepAside('closed');
      }
    } catch (error) {
      console.error(error);
    } finally {
      await this.#locked.lock.release();
    }
  }
}
