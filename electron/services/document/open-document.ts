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
  shownDifference,
} from '../../../shared/document.ts';
import type { Merged, Picks } from '../../../shared/document-merge.ts';
import { isOlderForm } from '../../../shared/stored-form.ts';
import { type Failure, UserError } from '../../../shared/values/errors.ts';
import { caller } from '../base/caller.ts';
import { guarded } from '../base/failures.ts';
import { Queue } from '../base/queue.ts';
import { osUser } from '../files/computer.ts';
import { type DurableJson, type OnDisk, parseJson } from '../files/durable-json.ts';
import { readKept } from '../files/kept.ts';
import { backUp } from './backups.ts';
import { type Changes, changesBetween } from './changes.ts';
import { documentFile } from './document-file.ts';
import type { JournalLine } from './journal.ts';

/** Steps of undo kept in memory; states share their unchanged parts. */
const UNDO_STEPS = 500;

/** States that another program may have gone on from, looked at from the newest. */
const KNOWN_STATES = 100;

/** In place of the differences to a file that cannot be read, or is another document's. */
const UNREADABLE = {
  place: '',
  local: '这里打开的内容',
  remote: '那边的文件无法读取，或不是同一份，会另存在旁边',
  takes: 'local',
} as const;

/** A step of undo, and whose it is: the page that took it. */
interface Step<Value> {
  readonly by: string;
  readonly before: Value;
  readonly after: Value;
}

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
  readonly #file: DurableJson<Value>;
  readonly #database: Low<Value>;
  readonly #queue = new Queue();
  readonly #epoch = randomUUID();
  /** What other programs may have gone on from: the value as it was opened, and as each step left it. */
  readonly #opened: Value;
  #changes = 0;
  #past: Step<Value>[] = [];
  #future: Step<Value>[] = [];

  private constructor(
    options: DocumentOptions<Value, Edit, Context>,
    { file, value }: { file: DurableJson<Value>; value: Value },
  ) {
    this.#options = options;
    this.#file = file;
    this.#database = new Low(file, value);
    this.#opened = value;
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
    const isOwn = ({ by }: Step<Value>) => by === caller();
    return {
      value: this.value,
      revision: this.revision,
      canUndo: this.#past.some(isOwn),
      canRedo: this.#future.some(isOwn),
    };
  }

  get revision(): string {
    return `${this.#epoch}-${this.#changes}`;
  }

  /** Whether another program has put something else in the file's place. */
  changedOutside(): Promise<boolean> {
    return this.#queue.run(async () => (await this.#onDisk()) === 'other');
  }

  /** What lies on the disk beside what is open here, place by place; empty where both are the same. */
  compareOutside(): Promise<ShownDifference[]> {
    const { kind, context } = this.#options;
    return this.#queue.run(() =>
      guarded(kind.words.opening, async () => {
        if ((await this.#onDisk()) !== 'other') return [];
        const remote = await this.#outside();
        if (!remote) return [{ ...UNREADABLE, name: kind.words.title }];
        const sides = { local: this.value, remote, context: await context() };
        return this.#mergeOutside(remote).differences.map((each) => shownDifference(kind, each, sides));
      }),
    );
  }

  /**
   * Goes on with what the picks make of both, as one step of undo; what cannot be read is put aside. Both stay in
   * backups/. A UserError where a place is not decided.
   */
  takeOutside(picks: Picks): Promise<void> {
    const { kind, folder, now } = this.#options;
    return this.#queue.run(() =>
      guarded(kind.words.saving, async () => {
        if ((await this.#onDisk()) !== 'other') return;
        const remote = await this.#outside();
        const { outcome, value } = remote
          ? this.#mergeOutside(remote, picks)
          : { outcome: 'merge', value: this.value };
        if (outcome === 'ask') throw new UserError(kind.words.changedOutside);
        await backUp(kind, folder, { reason: 'outside', now: now() });
        if (!remote) await this.#file.putAside();
        await this.#file.write(this.value);
        await backUp(kind, folder, { reason: 'here', now: now() });
        await this.#step('take outside', () => kind.goBack(value, value, this.#time()));
      }),
    );
  }

  /** Another form of the same content is nobody's change. */
  async #onDisk(): Promise<OnDisk> {
    const found = await this.#file.onDisk();
    if (found !== 'other') return found;
    const remote = await this.#outside();
    if (!remote || this.#distance(this.value, remote) > 0) return 'other';
    await this.#file.accept();
    return 'same';
  }

  /** Undefined where it cannot be read, or is another document's. A UserError for one of a newer version. */
  async #outside(): Promise<Value | undefined> {
    const found = await this.#file.find();
    if (!found || found.recovered) return undefined;
    return identityOf(found.value) === identityOf(this.value) ? found.value : undefined;
  }

  /**
   * What the other program has gone on from is the nearest of the states that were here; of equally near ones the oldest,
   * by which more is asked.
   */
  #mergeOutside(remote: Value, picks?: Picks): Merged<Value> {
    const { kind } = this.#options;
    const local = this.value;
    const known = [local, ...this.#past.map(({ before }) => before).reverse(), this.#opened];
    let [base, least] = [local, this.#distance(local, remote)];
    for (const each of known.slice(1, KNOWN_STATES)) {
      const distance = this.#distance(each, remote);
      if (distance <= least) [base, least] = [each, distance];
    }
    return mergeValues(kind, { base, local, remote }, picks);
  }

  /** In how many places two states differ. */
  #distance(local: Value, remote: Value): number {
    return mergeValues(this.#options.kind, { base: undefined, local, remote }).differences.length;
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
    return this.#travel('undo', this.#past, this.#future);
  }

  redo(): Promise<void> {
    return this.#travel('redo', this.#future, this.#past);
  }

  /** Waits for queued changes. */
  settled(): Promise<void> {
    return this.#queue.run(() => Promise.resolve());
  }

  #travel(what: 'undo' | 'redo', from: Step<Value>[], to: Step<Value>[]): Promise<void> {
    const { kind } = this.#options;
    const called = what === 'undo' ? '撤销' : '重做';
    const by = caller();
    return this.#queue.run(async () => {
      const index = from.findLastIndex((step) => step.by === by);
      const step = from[index];
      if (!step) throw new UserError(kind.words.nothingTo(called));
      const { before, after } = step;
      const [base, local] = what === 'undo' ? [after, before] : [before, after];
      const { outcome, value } = mergeValues(kind, { base, local, remote: this.value });
      if (outcome === 'ask') {
        from.splice(index, 1);
        throw new UserError(kind.words.overtaken(called));
      }
      await this.#save(what, (current) => this.#back(value, current));
      from.splice(index, 1);
      to.push(step);
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
    this.#past.push({ by, before, after: this.value });
    if (this.#past.length > UNDO_STEPS) this.#past.shift();
    this.#future = this.#future.filter((step) => step.by !== by);
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
      await held();
      if ((await this.#onDisk()) === 'other') throw new UserError(kind.words.changedOutside);
      const before = this.value;
      const after = await change(before);
      const changes = this.#changesBetween(before, after);
      if (!changes) return false;
      await hooks?.backUp?.(reason, now());
      const takeBack = await hooks?.journal?.({ at: this.#time(), who: osUser(), what, ...changes });
      try {
        await hooks?.beforeWrite?.(before);
        this.#database.data = after;
        await this.#database.write();
        await held(); // Lost while it was written: it may be written over, and is not acknowledged.
      } catch (error) {
        this.#database.data = before;
        try {
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

/** Which document it is: a file of another one in its place has nothing in common with it. */
function identityOf(value: object): unknown {
  if ('id' in value) return value.id;
  return 'packageId' in value ? value.packageId : undefined;
}
