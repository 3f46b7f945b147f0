import { join } from 'node:path';
import { Low } from 'lowdb';
import {
  type AnyDocumentKind,
  type DocumentKind,
  edited,
  encode,
  isStale,
  refusal,
  storedVersion,
} from '../../../shared/document.ts';
import { type Failure, UserError } from '../../../shared/values/errors.ts';
import { guarded } from '../base/failures.ts';
import { Queue } from '../base/queue.ts';
import { type DurableJson, parseJson } from '../files/durable-json.ts';
import { osUser } from '../files/lock.ts';
import { readKept } from '../files/kept.ts';
import { backUp } from './backups.ts';
import { changesBetween } from './changes.ts';
import { documentFile } from './document-file.ts';
import type { JournalLine } from './journal.ts';

/** Steps of undo kept in memory; states share their unchanged parts. */
const UNDO_STEPS = 500;

/** What one kind's documents do besides being saved. All of them run in the document's turn. */
interface DocumentHooks<Value, Edit> {
  /** What the disk alone knows: why an edit cannot be made, in Chinese; undefined where it can. */
  readonly check?: (edit: Edit) => Promise<string | undefined>;
  /** Notes a change down, on the disk before the change is; answers how to take the note back. */
  readonly journal?: (line: JournalLine) => Promise<() => Promise<void>>;
  /** Before anything is written: `replace` where the whole content is about to go. */
  readonly backUp?: (reason: 'edit' | 'replace', now: Date) => Promise<void>;
  /** Before the file is written, with what it should hold until then: takes back what is derived from it. */
  readonly beforeWrite?: (value: Value) => Promise<void>;
  /** Once it is on the disk: makes what is derived anew. Its failure is not the edit's. */
  readonly afterWrite?: (value: Value) => Promise<void>;
}

export interface DocumentOptions<Value extends object, Edit, Context> {
  readonly kind: DocumentKind<Value, Edit, Context>;
  /** Where the file, its previous copy and backups/ lie. */
  readonly folder: string;
  /** The file; `documentFile` of the folder where absent. */
  readonly file?: DurableJson<Value>;
  /** What edits are judged by, as it is now. */
  readonly context: () => Context | Promise<Context>;
  /** False once another program has taken the folder over: then every change is refused. */
  readonly held: () => boolean;
  readonly now: () => Date;
  readonly hooks?: DocumentHooks<Value, Edit>;
}

/** An edit as it was made: on which value. */
export interface Change<Edit> {
  readonly edit: Edit;
  /** What the edit replaces, as whoever made it saw it (`DocumentKind.replaces`); absent: nothing. */
  readonly base?: unknown;
}

/**
 * One document that a user edits, in memory and on the disk: both always hold the same, last saved state. Every change
 * is journalled and fsynced before the answer, one at a time, and can be undone while the document is open.
 */
export class OpenDocument<Value extends object, Edit, Context> {
  readonly #options: DocumentOptions<Value, Edit, Context>;
  readonly #database: Low<Value>;
  readonly #queue = new Queue();
  #past: Value[] = [];
  #future: Value[] = [];

  private constructor(options: DocumentOptions<Value, Edit, Context>, database: Low<Value>) {
    this.#options = options;
    this.#database = database;
  }

  /**
   * Reads the file for writing: repairs it from the previous copy, brings it to the newest version after a backup.
   * `first` is the value where there is no file yet; without it the answer is undefined then. Throws a UserError where
   * it cannot be read, and never answers empty data.
   */
  static async open<V extends object, E, C>(
    options: DocumentOptions<V, E, C> & { readonly first: V },
  ): Promise<{ document: OpenDocument<V, E, C>; notices: Failure[] }>;
  static async open<V extends object, E, C>(
    options: DocumentOptions<V, E, C>,
  ): Promise<{ document: OpenDocument<V, E, C>; notices: Failure[] } | undefined>;
  static async open<V extends object, E, C>(
    options: DocumentOptions<V, E, C> & { readonly first?: V },
  ): Promise<{ document: OpenDocument<V, E, C>; notices: Failure[] } | undefined> {
    const { kind, folder, now, first, file = documentFile(kind, folder, now) } = options;
    const notices = (await file.find())?.recovered ? [kind.words.recovered] : [];
    const found = await file.read();
    const value = found ?? first;
    if (!value) return undefined;
    if (found && (await isOlder(kind, folder))) {
      await backUp(kind, folder, { reason: 'migration', now: now() });
      await file.write(found);
      notices.push(kind.words.migrated);
    }
    return { document: new OpenDocument(options, new Low(file, value)), notices };
  }

  get value(): Value {
    return this.#database.data;
  }

  /**
   * One edit: one step of undo. Answers whether the value that it replaced was another one than it was made on; it is
   * taken all the same. A UserError where it is refused or cannot be saved.
   */
  edit({ edit, base }: Change<Edit>): Promise<{ stale: boolean }> {
    const { kind, context, hooks } = this.#options;
    return this.#queue.run(async () => {
      const stale = isStale(kind, this.value, { edit, base });
      await this.#step(kind.describe(edit), async (current) => {
        const next = edited(kind, current, edit, { context: await context(), now: this.#time() });
        const reason = await hooks?.check?.(edit);
        if (reason !== undefined) throw refusal(kind, reason);
        return next;
      });
      return { stale };
    });
  }

  saved(): { value: Value; canUndo: boolean; canRedo: boolean } {
    return { value: this.value, canUndo: this.#past.length > 0, canRedo: this.#future.length > 0 };
  }

  /** All that undo and redo can bring back. */
  get remembered(): readonly unknown[] {
    return [...this.#past, ...this.#future];
  }

  /** What the interface asks for: an edit, or a step back or forth. */
  async take(
    step: ({ readonly do: 'edit' } & Change<Edit>) | { readonly do: 'undo' | 'redo' },
  ): Promise<void> {
    if (step.do === 'edit') await this.edit(step);
    else await this[step.do]();
  }

  /** An edit of the host's own, made on the value that is there. */
  editNow(edit: Edit): Promise<{ stale: boolean }> {
    return this.edit({ edit, base: this.#options.kind.replaces(this.value, edit) });
  }

  /** A change that is no edit, as one step of undo. */
  change(what: string, change: (current: Value) => Value | Promise<Value>): Promise<void> {
    return this.#queue.run(() => this.#step(what, change));
  }

  /** Puts another content in place of this one, after a backup: one step of undo. */
  replace(what: string, content: () => Promise<Value>): Promise<void> {
    return this.#queue.run(() =>
      this.#step(what, async (current) => this.#back(await content(), current), 'replace'),
    );
  }

  /** A change that cannot be undone: something has left the house. */
  record(what: string, change: (current: Value) => Value): Promise<void> {
    return this.#queue.run(async () => {
      await this.#save(what, change);
    });
  }

  undo(): Promise<void> {
    return this.#travel('undo', this.#past, this.#future);
  }

  redo(): Promise<void> {
    return this.#travel('redo', this.#future, this.#past);
  }

  /** Waits for queued changes. */
  settled(): Promise<void> {
    return this.#queue.run(() => Promise.resolve());
  }

  #travel(what: 'undo' | 'redo', from: Value[], to: Value[]): Promise<void> {
    return this.#queue.run(async () => {
      const target = from.at(-1);
      if (!target) {
        throw new UserError(this.#options.kind.words.nothingTo(what === 'undo' ? '撤销' : '重做'));
      }
      const before = this.value;
      await this.#save(what, (current) => this.#back(target, current));
      from.pop();
      to.push(before);
    });
  }

  async #step(
    what: string,
    change: (current: Value) => Value | Promise<Value>,
    reason?: 'replace',
  ): Promise<void> {
    const before = this.value;
    if (!(await this.#save(what, change, reason))) return;
    const { isStep } = this.#options.kind;
    if (isStep && !isStep(before, this.value)) return;
    this.#past.push(before);
    if (this.#past.length > UNDO_STEPS) this.#past.shift();
    this.#future.length = 0;
  }

  #back(target: Value, current: Value): Value {
    return this.#options.kind.goBack(target, current, this.#time());
  }

  #time(): string {
    return this.#options.now().toISOString();
  }

  /** False where nothing but the time changed. On failure memory and disk stay at the last saved state. */
  async #save(
    what: string,
    change: (current: Value) => Value | Promise<Value>,
    reason: 'edit' | 'replace' = 'edit',
  ): Promise<boolean> {
    const { kind, held, now, hooks } = this.#options;
    return guarded(kind.words.saving, async () => {
      if (!held()) throw new UserError(kind.words.lockLost);
      const before = this.value;
      const after = await change(before);
      const stored = (value: Value) => {
        const form = encode(kind, value);
        return kind.comparable ? kind.comparable(form) : form;
      };
      const changes = changesBetween(stored(before), stored(after));
      if (!changes) return false;
      await hooks?.backUp?.(reason, now());
      const takeBack = await hooks?.journal?.({ at: this.#time(), who: osUser(), what, ...changes });
      try {
        await hooks?.beforeWrite?.(before);
        this.#database.data = after;
        await this.#database.write();
      } catch (error) {
        this.#database.data = before;
        await takeBack?.();
        throw error;
      }
      await hooks?.afterWrite?.(after).catch((error: unknown) => console.error(error));
      return true;
    });
  }
}

async function isOlder(
  { file, version }: Pick<AnyDocumentKind, 'file' | 'version'>,
  folder: string,
): Promise<boolean> {
  if (version === undefined) return false;
  const stored = parseJson((await readKept(join(folder, `${file}.json`))).toString('utf8'));
  return storedVersion(stored) !== version;
}
