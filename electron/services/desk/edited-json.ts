import { guarded } from '../base/failures.ts';
import { Queue } from '../base/queue.ts';
import { treeChanges } from '../document/changes.ts';
import type { Codec, DurableJson } from '../files/durable-json.ts';
import { appendToJournal } from '../document/journal.ts';
import { osUser } from '../files/lock.ts';
import { lockLost, nothingTo } from './messages.ts';

/** Steps of undo kept in memory; states share their unchanged parts. */
const UNDO_STEPS = 500;

const SAVING = {
  action: '保存',
  effect: '刚才这一步没有保存，已退回到上一次保存的内容；此前保存的内容完好。',
};

export interface EditedJsonOptions<T> {
  readonly value: T;
  readonly file: DurableJson<T>;
  readonly codec: Codec<T>;
  /** Where journal.jsonl lies. */
  readonly folder: string;
  readonly held: () => boolean;
  readonly now: () => Date;
  /** Around each write: to take back what is derived from the old state, and to make it anew. */
  readonly before?: () => Promise<void>;
  readonly after?: (value: T) => Promise<void>;
}

/**
 * One durable JSON file that a user edits: every change is journalled and on the disk before the answer, one at
 * a time, and can be undone while it is open.
 */
export class EditedJson<T extends { readonly updatedAt: string }> {
  readonly #options: EditedJsonOptions<T>;
  readonly #queue = new Queue();
  #value: T;
  #past: T[] = [];
  #future: T[] = [];

  constructor(options: EditedJsonOptions<T>) {
    this.#options = options;
    this.#value = options.value;
  }

  get value(): T {
    return this.#value;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  edit(what: string, change: (current: T) => T | Promise<T>): Promise<void> {
    return this.#queue.run(async () => {
      const before = this.#value;
      if (!(await this.#save(what, await change(before)))) return;
      this.#past = [...this.#past, before].slice(-UNDO_STEPS);
      this.#future = [];
    });
  }

  undo(): Promise<void> {
    return this.#queue.run(async () => {
      const target = this.#past.at(-1);
      if (!target) throw nothingTo('撤销');
      const before = this.#value;
      await this.#again('undo', target);
      this.#past.pop();
      this.#future.push(before);
    });
  }

  redo(): Promise<void> {
    return this.#queue.run(async () => {
      const target = this.#future.at(-1);
      if (!target) throw nothingTo('重做');
      const before = this.#value;
      await this.#again('redo', target);
      this.#future.pop();
      this.#past.push(before);
    });
  }

  /** Waits for queued changes. */
  settled(): Promise<void> {
    return this.#queue.run(() => Promise.resolve());
  }

  async #again(what: string, target: T): Promise<void> {
    await this.#save(what, { ...target, updatedAt: this.#options.now().toISOString() });
  }

  /** False where nothing but the time changed. */
  async #save(what: string, value: T): Promise<boolean> {
    const { file, codec, folder, held, now, before, after } = this.#options;
    return guarded(SAVING, async () => {
      if (!held()) throw lockLost();
      const stored = (state: T): object => ({ ...(codec.encode(state) as object), updatedAt: undefined });
      const changes = treeChanges(stored(this.#value), stored(value));
      if (!changes) return false;
      const line = { at: now().toISOString(), who: osUser(), what, ...changes };
      const takeBack = await appendToJournal(folder, line);
      try {
        await before?.();
        await file.write(value);
      } catch (error) {
        await takeBack();
        throw error;
      }
      this.#value = value;
      await after?.(value);
      return true;
    });
  }
}
