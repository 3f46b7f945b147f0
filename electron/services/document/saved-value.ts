import { Low } from 'lowdb';
import { encode } from '../../../shared/document.ts';
import { type Failure, UserError } from '../../../shared/values/errors.ts';
import { asUserError, guarded, toFailure } from '../base/failures.ts';
import { osUser } from '../files/computer.ts';
import type { DurableJson, Left, OnDisk } from '../files/durable-json.ts';
import { type Changes, changesBetween } from './changes.ts';
import type { DocumentOptions } from './document-options.ts';
import { leftAs, unconfirmed } from './messages.ts';

interface Parts<Value, Edit, Context> extends Pick<
  DocumentOptions<Value & object, Edit, Context>,
  'kind' | 'held' | 'now' | 'hooks'
> {
  readonly file: DurableJson<Value>;
  /** What the user must know of the disk comes to them. */
  readonly notices: Failure[];
  /** What lies on the disk beside what is in memory. */
  readonly onDisk: () => Promise<OnDisk>;
}

/** What is to become of the value. */
interface Wish<Value> {
  readonly what: string;
  readonly change: (current: Value) => Value | Promise<Value>;
  readonly reason?: 'edit' | 'replace' | undefined;
  /**
   * Once it is known to be in the file: at once, or when a write of which that was not known turns out to have come through,
   * maybe after other calls. Where nothing changed, at once.
   */
  readonly saved?: (before: Value, after: Value) => void;
}

/** A change on its way to the disk, and its line in the journal: the file is replaced only after that is on the disk. */
interface Writing<Value> extends Pick<Wish<Value>, 'saved'> {
  readonly before: Value;
  readonly after: Value;
  readonly noted: Promise<() => Promise<void>> | undefined;
}

/**
 * The value of an open document, in memory and on the disk: both always hold the same, last saved state. After a write that
 * failed, what the file holds is what counts, whatever the disk has reported. One call at a time: the caller queues.
 */
export class SavedValue<Value extends object, Edit, Context> {
  readonly #parts: Parts<Value, Edit, Context>;
  readonly #database: Low<Value>;
  #noting: Promise<unknown> = Promise.resolve();
  #changes = 0;
  /** Failed, and the file could not be read since: whether it was written is not known yet. */
  #doubtful: Writing<Value> | undefined;

  constructor(parts: Parts<Value, Edit, Context>, value: Value) {
    this.#parts = parts;
    const { file } = parts;
    const adapter = { read: () => file.read(), write: (next: Value) => file.write(next, this.#noting) };
    this.#database = new Low(adapter, value);
  }

  get value(): Value {
    return this.#database.data;
  }

  /** How often it became another. */
  get changes(): number {
    return this.#changes;
  }

  /**
   * `change` is given the value once everything before is settled, and nothing is written where nothing but the time
   * changes. On failure memory and disk stay at the last saved state.
   */
  async save({ what, change, reason = 'edit', saved }: Wish<Value>): Promise<void> {
    const { kind, now, hooks } = this.#parts;
    await guarded(kind.words.saving, async () => {
      await this.#mayWrite();
      const before = this.value;
      const after = await change(before);
      const changes = this.changesBetween(before, after);
      if (!changes) {
        saved?.(before, before);
        return;
      }
      await hooks?.backUp?.(reason, now());
      const line = { at: now().toISOString(), who: osUser(), what, ...changes };
      await this.#write({ before, after, saved, noted: hooks?.journal?.(line) });
    });
  }

  /** Undefined where nothing but the time differs. */
  changesBetween(before: Value, after: Value): Changes | undefined {
    const { kind } = this.#parts;
    const stored = (value: Value) => {
      const form = encode(kind, value);
      return kind.comparable ? kind.comparable(form) : form;
    };
    return changesBetween(stored(before), stored(after));
  }

  /** Learns what became of a write of which that was not known. To be asked before the file is looked at. */
  async settle(): Promise<void> {
    const writing = this.#doubtful;
    if (!writing) return;
    await this.#parts.held();
    const left = await this.#parts.file.left();
    this.#doubtful = undefined;
    if (left === 'new') await this.#written(writing);
    else await this.#takeBack(writing);
  }

  /** Puts what is in memory into the file once more. */
  async writeAgain(): Promise<void> {
    const { file, hooks } = this.#parts;
    await file.write(this.value);
    await hooks?.afterWrite?.(this.value).catch((error: unknown) => console.error(error));
  }

  async #mayWrite(): Promise<void> {
    const { kind, held, onDisk } = this.#parts;
    await this.settle();
    const found = onDisk();
    // Where both fail, that the folder is not ours is the reason.
    await Promise.all([held(), found.catch(() => undefined)]);
    if ((await found) !== 'other') return;
    await held(); // Whoever has taken the folder over has written it.
    throw new UserError(kind.words.changedOutside);
  }

  async #write(writing: Writing<Value>): Promise<void> {
    const { held, hooks } = this.#parts;
    const { before, after, noted } = writing;
    this.#noting = noted ?? Promise.resolve();
    this.#noting.catch(() => undefined); // Where it fails, so does the write.
    let left: Left | 'unknown' = 'old';
    try {
      await hooks?.beforeWrite?.(before);
      this.#database.data = after;
      await this.#database.write();
      left = 'new';
      await held(); // Lost while it was written: it may be written over, and is not acknowledged.
    } catch (error) {
      this.#database.data = before;
      if (left === 'old') left = await this.#parts.file.left().catch(() => 'unknown' as const);
      await this.#failed(error, writing, left);
    }
    await this.#written(writing);
  }

  /** Memory becomes what the file holds. Throws, but where that is the change and the folder is ours. */
  async #failed(error: unknown, writing: Writing<Value>, left: Left | 'unknown'): Promise<void> {
    const { kind, held, notices } = this.#parts;
    if (left === 'unknown') this.#doubtful = writing;
    else if (left !== 'new') await this.#takeBack(writing);
    try {
      await held();
    } catch (lost) {
      // Where it is not ours any more, that is the reason.
      if (left !== 'new') throw lost;
      this.#follow(writing);
      throw this.#told(lost, 'new');
    }
    if (left === 'old') throw error;
    if (left !== 'new') throw this.#told(error, left);
    console.error(error);
    const notice = unconfirmed(kind.words);
    if (!notices.some(({ code }) => code === notice.code)) notices.push(notice);
  }

  /** Why it failed stands; what that means for the data is what was found. */
  #told(error: unknown, left: Exclude<Left, 'old'> | 'unknown'): UserError {
    const failure = toFailure(asUserError(error, this.#parts.kind.words.saving));
    return new UserError({ ...failure, effect: leftAs(left) }, { cause: error });
  }

  async #written(writing: Writing<Value>): Promise<void> {
    this.#follow(writing);
    const { afterWrite } = this.#parts.hooks ?? {};
    await afterWrite?.(writing.after).catch((error: unknown) => console.error(error));
  }

  /** It is in the file: memory is the same, and who made it is told. */
  #follow({ before, after, saved }: Writing<Value>): void {
    this.#database.data = after;
    this.#changes += 1;
    saved?.(before, after);
  }

  async #takeBack({ noted }: Writing<Value>): Promise<void> {
    const takeBack = await noted?.catch(() => undefined);
    await takeBack?.();
  }
}
