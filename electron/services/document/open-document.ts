import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { edited, isStale, mergeValues, refusal, type ShownDifference } from '../../../shared/document.ts';
import type { Picks } from '../../../shared/document-merge.ts';
import { isOlderForm } from '../../../shared/stored-form.ts';
import { type Failure, UserError } from '../../../shared/values/errors.ts';
import { caller } from '../base/caller.ts';
import { guarded } from '../base/failures.ts';
import { Queue } from '../base/queue.ts';
import { type DurableJson, parseJson } from '../files/durable-json.ts';
import { readKept } from '../files/kept.ts';
import { backUp } from './backups.ts';
import { documentFile } from './document-file.ts';
import type { DocumentOptions } from './document-options.ts';
import { KNOWN_STATES, Outside } from './outside.ts';
import { SavedValue } from './saved-value.ts';
import { type Step, Steps, type Way } from './steps.ts';

/** An edit as it was made: on which value. */
export interface Change<Edit> {
  readonly edit: Edit;
  /** What the edit replaces, as whoever made it saw it (`DocumentKind.replaces`); absent: nothing. */
  readonly base?: unknown;
}

/**
 * One document that a user edits: how `SavedValue` is changed. Every change is journalled and fsynced before the answer, one
 * at a time, and can be undone while the document is open.
 */
export class OpenDocument<Value extends object, Edit, Context> {
  readonly #options: DocumentOptions<Value, Edit, Context>;
  readonly #queue = new Queue();
  readonly #epoch = randomUUID();
  readonly #saved: SavedValue<Value, Edit, Context>;
  readonly #steps = new Steps<Value>();
  readonly #outside: Outside<Value, Context>;
  /** What the user must know about this opening; what the disk reports later comes to it. */
  readonly notices: readonly Failure[];
  /** How many of them there were when a page was answered last. */
  #told: number;

  private constructor(
    options: DocumentOptions<Value, Edit, Context>,
    { file, value, notices }: { file: DurableJson<Value>; value: Value; notices: Failure[] },
  ) {
    this.#options = options;
    this.notices = notices;
    this.#told = notices.length;
    const before = () => [...this.#steps.before(KNOWN_STATES), value];
    this.#outside = new Outside({ ...options, file, current: () => this.value, before });
    this.#saved = new SavedValue({ ...options, file, notices, onDisk: () => this.#outside.onDisk() }, value);
  }

  /**
   * Reads the file for writing: repairs it from the previous copy, brings it to the newest version after a backup.
   * `first` is the value where there is no file yet; without it the answer is undefined then. Throws a UserError where
   * it cannot be read, and never answers empty data.
   */
  static async open<V extends object, E, C>(
    options: DocumentOptions<V, E, C> & { readonly first: V },
  ): Promise<{ document: OpenDocument<V, E, C>; notices: readonly Failure[] }>;
  static async open<V extends object, E, C>(
    options: DocumentOptions<V, E, C>,
  ): Promise<{ document: OpenDocument<V, E, C>; notices: readonly Failure[] } | undefined>;
  static async open<V extends object, E, C>(
    options: DocumentOptions<V, E, C> & { readonly first?: V },
  ): Promise<{ document: OpenDocument<V, E, C>; notices: readonly Failure[] } | undefined> {
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
    return { document: new OpenDocument(options, { file, value, notices }), notices };
  }

  get value(): Value {
    return this.#saved.value;
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
        if (isStale(kind, current, { edit, base }) && this.#saved.changesBetween(current, next)) {
          throw new UserError(kind.words.stale);
        }
        return next;
      }),
    );
  }

  /** As whoever asks sees it: one's own steps alone can be undone. `revision` differs after every change. */
  saved(): { value: Value; revision: string; canUndo: boolean; canRedo: boolean } {
    const { revision } = this;
    // Whoever is answered by this one looks again, and is told what came to the notices.
    this.#told = this.notices.length;
    return {
      value: this.value,
      revision,
      canUndo: this.#steps.next('undo', caller()) !== undefined,
      canRedo: this.#steps.next('redo', caller()) !== undefined,
    };
  }

  get revision(): string {
    return `${this.#epoch}-${this.#saved.changes}-${this.#told}`;
  }

  /** Whether another program has put something else in the file's place. Of a folder that is not ours, nothing is told. */
  changedOutside(): Promise<boolean> {
    return this.#queue.run(async () => {
      if (!(await this.#isHeld())) return false;
      await this.#saved.settle();
      return (await this.#outside.onDisk()) === 'other';
    });
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
        await this.#saved.settle();
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
        await this.#saved.settle();
        const value = await this.#outside.settle(picks);
        if (value) await this.#step('take outside', () => kind.goBack(value, value, this.#time()));
      }),
    );
  }

  /** Writes what is open where its file is gone; false where it is there. A UserError where the folder is not ours any more. */
  writeAgain(): Promise<boolean> {
    return this.#queue.run(() =>
      guarded(this.#options.kind.words.saving, async () => {
        await this.#options.held();
        await this.#saved.settle();
        if ((await this.#outside.onDisk()) !== 'nothing') return false;
        await this.#saved.writeAgain();
        return true;
      }),
    );
  }

  /** Keeps what is open in backups/ where another program has put something else, or nothing, in its file's place. */
  keepAside(reason: 'here' | 'closed'): Promise<void> {
    return this.#queue.run(async () => {
      await this.#saved.settle();
      await this.#outside.keepAside(reason);
    });
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
    return this.#queue.run(() => this.#saved.save({ what, change }));
  }

  undo(): Promise<void> {
    return this.#travel('undo');
  }

  redo(): Promise<void> {
    return this.#travel('redo');
  }

  /** Does something between two changes. */
  inTurn(task: () => Promise<void>): Promise<void> {
    return this.#queue.run(task);
  }

  /** Waits for queued changes, and learns what became of the last one, where that can be known now. */
  settled(): Promise<void> {
    return this.#queue.run(() => this.#saved.settle().catch((error: unknown) => console.error(error)));
  }

  #travel(way: Way): Promise<void> {
    const { kind } = this.#options;
    const called = way === 'undo' ? '撤销' : '重做';
    const by = caller();
    let step: Step<Value> | undefined;
    const change = (current: Value): Value => {
      step = this.#steps.next(way, by);
      if (!step) throw new UserError(kind.words.nothingTo(called));
      const { before, after } = step;
      const [base, local] = way === 'undo' ? [after, before] : [before, after];
      const { outcome, value } = mergeValues(kind, { base, local, remote: current });
      if (outcome === 'ask') {
        this.#steps.drop(way, step);
        throw new UserError(kind.words.overtaken(called));
      }
      return this.#back(value, current);
    };
    const saved = (): void => (step ? this.#steps.moved(way, step) : undefined);
    return this.#queue.run(() => this.#saved.save({ what: way, change, saved }));
  }

  #step(what: string, change: (current: Value) => Value | Promise<Value>, reason?: 'replace'): Promise<void> {
    const by = caller();
    const { isStep } = this.#options.kind;
    const saved = (before: Value, after: Value): void => {
      if (before !== after && (isStep?.(before, after) ?? true)) this.#steps.add({ by, before, after });
    };
    return this.#saved.save({ what, change, reason, saved });
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
}
