import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { Low } from 'lowdb';
import {
  type DocumentKind,
  edited,
  encode,
  isStale,
  mergeValues,
  refusal,
  type ShownDifference,
} from '../../../shared/document.ts';
import type { Picks } from '../../../shared/document-merge.ts';
import { isOlderForm } from '../../../shared/stored-form.ts';
import { type Failure, UserError } from '../../../shared/values/errors.ts';
import { caller } from '../base/caller.ts';
import { guarded } from '../base/failures.ts';
import { Queue } from '../base/queue.ts';
import { osUser } from '../files/computer.ts';
import { type DurableJson, parseJson } from '../files/durable-json.ts';
import { readKept } from '../files/kept.ts';
import { backUp } from './backups.ts';
import { type Changes, changesBetween } from './changes.ts';
import { documentFile } from './document-file.ts';
import type { JournalLine } from './journal.ts';
import { KNOWN_STATES, Outside } from './outside.ts';
import { Steps, type Way } from './steps.ts';

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
  /** Asks the disk whether the folder is still ours; a UserError where it is not: then every change is refused. */
  readonly held: () => Promise<void>;
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
  readonly #epoch = randomUUID();
  #changes = 0;
  /** The journal's line of the change that is being saved: the file is replaced only after it is on the disk. */
  #noting: Promise<unknown> = Promise.resolve();
  readonly #steps = new Steps<Value>();
  readonly #outside: Outside<Value, Context>;

  private constructor(
    options: DocumentOptions<Value, Edit, Context>,
    { file, value }: { file: DurableJson<Value>; value: Value },
  ) {
    this.#options = options;
    const adapter = { read: () => file.read(), write: (next: Value) => file.write(next, this.#noting) };
    this.#database = new Low(adapter, value);
    const before = () => [...this.#steps.before(KNOWN_STATES), value];
    this.#outside = new Outside({ ...options, file, current: () => this.value, before });
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
    const { kind, folder, now, first, held, file = documentFile(kind, folder, now, held) } = options;
    const notices = (await file.find())?.recovered ? [kind.words.recovered] : [];
    const found = await file.read();
    const value = found ?? first;
    if (!value) return undefined;
    if (found && isOlderForm(kind, parseJson(String(await readKept(file.path))))) {
      await backUp({ file: basename(file.path, '.json') }, folder, { reason: 'migration', now: now() });
      await file.write(found);
      notices.push(kind.words.migrated);
    }
    return { document: new OpenDocument(options, { file, value }), notices };
  }

  get value(): Value {
    return this.#database.data;
  }

  /**
   * One edit: one step of undo. A UserError where it is refused, cannot be saved, or would replace something else than
   * what it was made on.
   */
  edit({ edit, base }: Change<Edit>): Promise<void> {
    const { kind, context, hooks } = this.#options;
    return this.#queue.run(() =>
      this.#step(kind.describe(edit), async (current) => {
        const next = edited(kind, current, edit, { context: await context(), now: this.#time() });
        const reason = await hooks?.check?.(edit);
        if (reason !== undefined) throw refusal(kind, reason);
        // Where both say the same, nobody is overruled.
        if (isStale(kind, current, { edit, base }) && this.#changesBetween(current, next)) {
          throw new UserError(kind.words.stale);
        }
        return next;
      }),
    );
  }

  /** As whoever asks sees it: one's own steps alone can be undone. `revision` differs after every change. */
  saved(): { value: Value; revision: string; canUndo: boolean; canRedo: boolean } {
    return {
      value: this.value,
      revision: this.revision,
      canUndo: this.#steps.next('undo', caller()) !== undefined,
      canRedo: this.#steps.next('redo', caller()) !== undefined,
    };
  }

  get revision(): string {
    return `${this.#epoch}-${this.#changes}`;
  }

  /** Whether another program has put something else in the file's place. Of a folder that is not ours, nothing is told. */
  changedOutside(): Promise<boolean> {
    return this.#queue.run(async () => (await this.#isHeld()) && (await this.#outside.onDisk()) === 'other');
  }

  /**
   * What lies on the disk beside what is open here, place by place; empty where both are the same. A UserError where the
   * folder is not ours any more.
   */
  compareOutside(): Promise<ShownDifference[]> {
    const { kind, context, held } = this.#options;
    return this.#queue.run(() =>
      guarded(kind.words.opening, async () => {
        await held();
        return this.#outside.compare(await context());
      }),
    );
  }

  /**
   * Goes on with what the picks make of both, as one step of undo; what cannot be read is put aside. Both stay in
   * backups/. A UserError where a place is not decided.
   */
  takeOutside(picks: Picks): Promise<void> {
    const { kind, held } = this.#options;
    return this.#queue.run(() =>
      guarded(kind.words.saving, async () => {
        await held();
        const value = await this.#outside.settle(picks);
        if (value) await this.#step('take outside', () => kind.goBack(value, value, this.#time()));
      }),
    );
  }

  /** All that undo and redo can bring back. */
  get remembered(): readonly unknown[] {
    return this.#steps.all;
  }

  /** What the interface asks for: an edit, or a step back or forth. */
  async take(
    step: ({ readonly do: 'edit' } & Change<Edit>) | { readonly do: 'undo' | 'redo' },
  ): Promise<void> {
    if (step.do === 'edit') await this.edit(step);
    else await this[step.do]();
  }

  /** An edit of the host's own, made on the value that is there. */
  editNow(edit: Edit): Promise<void> {
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
    return this.#travel('undo');
  }

  redo(): Promise<void> {
    return this.#travel('redo');
  }

  /** Waits for queued changes. */
  settled(): Promise<void> {
    return this.#queue.run(() => Promise.resolve());
  }

  #travel(way: Way): Promise<void> {
    const { kind } = this.#options;
    const called = way === 'undo' ? '撤销' : '重做';
    const by = caller();
    return this.#queue.run(async () => {
      const step = this.#steps.next(way, by);
      if (!step) throw new UserError(kind.words.nothingTo(called));
      const { before, after } = step;
      const [base, local] = way === 'undo' ? [after, before] : [before, after];
      const { outcome, value } = mergeValues(kind, { base, local, remote: this.value });
      if (outcome === 'ask') {
        this.#steps.drop(way, step);
        throw new UserError(kind.words.overtaken(called));
      }
      await this.#save(way, (current) => this.#back(value, current));
      this.#steps.moved(way, step);
    });
  }

  async #step(
    what: string,
    change: (current: Value) => Value | Promise<Value>,
    reason?: 'replace',
  ): Promise<void> {
    const before = this.value;
    const by = caller();
    if (!(await this.#save(what, change, reason))) return;
    const { isStep } = this.#options.kind;
    if (isStep && !isStep(before, this.value)) return;
    this.#steps.add({ by, before, after: this.value });
  }

  async #isHeld(): Promise<boolean> {
    try {
      await this.#options.held();
      return true;
    } catch (error) {
      if (error instanceof UserError) return false;
      throw error;
    }
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
      const onDisk = this.#outside.onDisk();
      // Where both fail, that the folder is not ours is the reason.
      await Promise.all([held(), onDisk.catch(() => undefined)]);
      if ((await onDisk) === 'other') {
        await held(); // Whoever has taken the folder over has written it.
        throw new UserError(kind.words.changedOutside);
      }
      const before = this.value;
      const after = await change(before);
      const changes = this.#changesBetween(before, after);
      if (!changes) return false;
      await hooks?.backUp?.(reason, now());
      const noted = hooks?.journal?.({ at: this.#time(), who: osUser(), what, ...changes });
      this.#noting = noted ?? Promise.resolve();
      this.#noting.catch(() => undefined); // Where it fails, so does the write.
      try {
        await hooks?.beforeWrite?.(before);
        this.#database.data = after;
        await this.#database.write();
        await held(); // Lost while it was written: it may be written over, and is not acknowledged.
      } catch (error) {
        this.#database.data = before;
        try {
          const takeBack = await noted?.catch(() => undefined);
          await takeBack?.();
        } finally {
          await held(); // Where it is not ours any more, that is the reason.
        }
        throw error;
      }
      this.#changes += 1;
      await hooks?.afterWrite?.(after).catch((error: unknown) => console.error(error));
      return true;
    });
  }

  /** Undefined where nothing but the time differs. */
  #changesBetween(before: Value, after: Value): Changes | undefined {
    const { kind } = this.#options;
    const stored = (value: Value) => {
      const form = encode(kind, value);
      return kind.comparable ? kind.comparable(form) : form;
    };
    return changesBetween(stored(before), stored(after));
  }
}
