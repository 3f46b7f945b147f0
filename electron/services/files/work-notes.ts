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

interface Running {
  readonly work: LeftWork;
  readonly page: string;
  /** When it has been written; its path. */
  readonly noted: Promise<string | undefined>;
}

/**
 * What the pages are at work on that takes long. Each bears a note in the data folder as long as it lasts: what was cut off,
 * by whatever, is told at the next start. A note that cannot be written or removed is no reason not to work.
 */
export class WorkNotes {
  readonly #notes: LeftNotes<z.output<typeof schema>>;
  readonly #now: () => Date;
  readonly #onChange: () => void;
  readonly #running = new Map<string, Running>();
  /** What is told until it is read, and where its note lies. */
  #told: { readonly work: LeftWork; readonly path: string | undefined }[] = [];

  /** `onChange` is told when something begins or ends. */
  constructor(data: DataFolder, now: () => Date, onChange: () => void) {
    this.#notes = new LeftNotes(data, { kind: 'note', form, longest: LONGEST });
    this.#now = now;
    this.#onChange = onChange;
  }

  /** Answers its id. */
  begin(begun: Work): string {
    const id = randomUUID();
    const work = { ...begun, since: this.#now().toISOString() };
    const noted = this.#notes.write({ version: 1, ...work });
    this.#running.set(id, { work, page: caller(), noted });
    this.#onChange();
    return id;
  }

  /** An unknown one is no fault: the page was loaded anew. */
  async end(id: string): Promise<void> {
    const running = this.#running.get(id);
    this.#running.delete(id);
    this.#onChange();
    await this.#notes.remove(await running?.noted);
  }

  /** What runs now. */
  titles(): string[] {
    return [...new Set([...this.#running.values()].map(({ work }) => work.title))];
  }

  /** What was cut off, before this start or before the page that asks was loaded anew; oldest first. */
  async left(): Promise<LeftWork[]> {
    for (const [id, { work, page, noted }] of this.#running) {
      if (page !== caller()) continue;
      this.#running.delete(id);
      this.#told.push({ work, path: await noted });
      this.#onChange();
    }
    for (const { path, value } of await this.#notes.abandoned()) {
      if (this.#told.some((each) => each.path === path)) continue;
      if (value) this.#told.push({ work: { title: value.title, of: value.of, since: value.since }, path });
      else await this.#notes.remove(path);
    }
    return this.#told.map(({ work }) => work).sort((a, b) => a.since.localeCompare(b.since));
  }

  /** The user has read it. */
  async forgetLeft(): Promise<void> {
    const told = this.#told;
    this.#told = [];
    for (const { path } of told) await this.#notes.remove(path);
  }
}
