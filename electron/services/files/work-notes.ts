import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { type LeftWork, leftWorkSchema, type Work } from '../../../shared/contract/contract.ts';
import { newerWords } from '../../../shared/document-words.ts';
import type { StoredForm } from '../../../shared/stored-form.ts';
import { caller } from '../base/caller.ts';
import type { DataFolder } from './data-folder.ts';
import { LeftNotes } from './left-notes.ts';

const schema = leftWorkSchema.extend({
  version: z.literal(1),
  // Notes of before have none.
  of: z.string().max(300).default(''),
});

const form: StoredForm<z.output<typeof schema>> = {
  version: 1,
  migrations: {},
  schema,
  words: newerWords('note', '未完成工作的记录'),
};

/** Bytes; ours have less than 1,000. */
const LONGEST = 4096;

/** Without a word of its page for so long, one that takes files in is taken for left; a hidden page speaks once a minute. */
const SILENCE_MS = 150_000;

interface Noted {
  readonly work: LeftWork;
  readonly page: string;
  /** When it has been written; its path. */
  readonly noted: Promise<string | undefined>;
  /** It is told until it is read. */
  readonly isLeft: boolean;
}

/**
 * What the pages are at work on that takes long. Each bears a note in the data folder as long as it lasts: what was cut off,
 * by whatever, is told at the next start. A note that cannot be written or removed is no reason not to work.
 */
export class WorkNotes {
  readonly #notes: LeftNotes<z.output<typeof schema>>;
  readonly #now: () => Date;
  readonly #onChange: () => void;
  /** By their ids; those of runs before this one by their paths. */
  readonly #works = new Map<string, Noted>();
  readonly #heard = new Map<string, number>();

  /** `onChange` is told when something begins or ends. */
  constructor(data: DataFolder, now: () => Date, onChange: () => void) {
    this.#notes = new LeftNotes(data, { kind: 'note', form, longest: LONGEST });
    this.#now = now;
    this.#onChange = onChange;
  }

  /** Answers its id. */
  begin(begun: Work): string {
    const id = randomUUID();
    const work = { ...begun, ...(begun.files && { taken: 0 }), since: this.#now().toISOString() };
    const noted = this.#notes.write({ version: 1, ...work });
    this.#heard.set(caller(), this.#now().getTime());
    this.#works.set(id, { work, page: caller(), noted, isLeft: false });
    this.#onChange();
    return id;
  }

  /** One more of its files is in. */
  async took(id: string | undefined): Promise<void> {
    const before = id === undefined ? undefined : this.#works.get(id);
    if (id === undefined || !before) return;
    const work = { ...before.work, taken: (before.work.taken ?? 0) + 1 };
    // The new one lies there before the old one goes.
    const noted = before.noted.then(async (old) => {
      const path = await this.#notes.write({ version: 1, ...work });
      if (path === undefined) return old;
      await this.#notes.remove(old);
      return path;
    });
    this.#works.set(id, { ...before, work, noted });
    await noted;
  }

  /** An unknown one is no fault: the page was loaded anew. What was left of the same and came in by this is told no more. */
  async end(id: string): Promise<void> {
    const ended = this.#works.get(id);
    if (!ended) return;
    const { title, of, taken = 0 } = ended.work;
    const made = [...this.#works].filter(
      ([, { work, isLeft }]) =>
        isLeft && work.title === title && work.of === of && restOf(work) > 0 && restOf(work) <= taken,
    );
    await this.#remove([id, ...made.map(([other]) => other)]);
  }

  /** Its page goes, and is not there to say what came of it. */
  leave(id: string): void {
    const running = this.#works.get(id);
    if (!running) return;
    this.#works.set(id, { ...running, isLeft: true });
    this.#onChange();
  }

  /** A page is there; one that has begun nothing does not matter. */
  hear(page: string): void {
    if (this.#heard.has(page)) this.#heard.set(page, this.#now().getTime());
  }

  /** What runs now. */
  titles(): string[] {
    const running = [...this.#works.values()].filter(({ isLeft }) => !isLeft);
    return [...new Set(running.map(({ work }) => work.title))];
  }

  /**
   * What was cut off, before this start, before the page that asks was loaded anew, or by a page that went while it took
   * files in; oldest first.
   */
  async left(isNew: boolean): Promise<LeftWork[]> {
    for (const [id, { work, page, isLeft }] of this.#works) {
      const isGone = page === caller() ? isNew : work.files !== undefined && this.#isSilent(page);
      if (!isLeft && isGone) this.leave(id);
    }
    for (const { path, value } of await this.#notes.abandoned()) {
      if (!value) await this.#notes.remove(path);
      else if (!this.#works.has(path)) {
        this.#works.set(path, {
          work: leftWorkSchema.parse(value),
          page: '',
          noted: Promise.resolve(path),
          isLeft: true,
        });
      }
    }
    const told = [...this.#works.values()].flatMap(({ work, isLeft }) => (isLeft ? work : []));
    return told.sort((a, b) => a.since.localeCompare(b.since));
  }

  /** The user has read it. */
  async forgetLeft(): Promise<void> {
    await this.#remove([...this.#works].flatMap(([id, { isLeft }]) => (isLeft ? id : [])));
  }

  #isSilent(page: string): boolean {
    return this.#now().getTime() - (this.#heard.get(page) ?? 0) > SILENCE_MS;
  }

  async #remove(ids: readonly string[]): Promise<void> {
    const removed = ids.flatMap((id) => this.#works.get(id) ?? []);
    for (const id of ids) this.#works.delete(id);
    this.#onChange();
    for (const { noted } of removed) await this.#notes.remove(await noted);
  }
}

/** How many of its files did not come in. */
function restOf({ files = 0, taken = 0 }: LeftWork): number {
  return files - taken;
}
