import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { type KeptWords, keptWordsSchema } from '../../../shared/contract/contract.ts';
import { newerWords } from '../../../shared/document-words.ts';
import type { StoredForm } from '../../../shared/stored-form.ts';
import { caller } from '../base/caller.ts';
import { Queue } from '../base/queue.ts';
import type { DataFolder } from './data-folder.ts';
import { LeftNotes } from './left-notes.ts';

const schema = keptWordsSchema.extend({
  version: z.literal(1),
  since: z.iso.datetime(),
  /** Of one page in one run, its nth: the last one counts, whatever the clock said. Absent: by an older version. */
  page: z.object({ id: z.string(), nth: z.int().min(1) }).optional(),
});
type Left = z.output<typeof schema>;

const form: StoredForm<Left> = {
  version: 1,
  migrations: {},
  schema,
  words: newerWords('words', '没有保存的文字'),
};

/** Bytes: a hundred of the longest texts. */
const LONGEST = 4 * 2 ** 20;
const NOTHING: KeptWords = { words: {} };

interface Page {
  readonly id: string;
  /** Times that it was written. */
  nth: number;
  kept: KeptWords;
  /** Where it lies on the disk, when it has been written. */
  path?: string | undefined;
  /** When what is kept now is written, where that has not begun. */
  waiting?: Promise<void> | undefined;
}

/**
 * What is typed on a page and is not saved yet: a page that crashes gets it back, and after a program that ended so, by
 * whatever, the first page of the next start.
 */
export class PageWords {
  readonly #notes: LeftNotes<Left>;
  readonly #now: () => Date;
  readonly #pages = new Map<string, Page>();
  /** Written one after another, of each page the newest alone. */
  readonly #queue = new Queue();

  constructor(data: DataFolder, now: () => Date) {
    this.#notes = new LeftNotes(data, { kind: 'words', form, longest: LONGEST });
    this.#now = now;
  }

  /** Returns when it is written, or what the page kept after it; what cannot be written is kept while the program runs. */
  keep(kept: KeptWords): Promise<void> {
    const page = this.#pages.get(caller()) ?? { id: randomUUID(), nth: 0, kept };
    this.#pages.set(caller(), page);
    page.kept = kept;
    page.waiting ??= this.#queue.run(() => this.#write(page));
    return page.waiting;
  }

  /**
   * Of the page that asks. Where it has none, or asks for the `next`: what the last page of earlier runs left, which is its
   * own from then on. `more`: others left some as well.
   */
  async kept(next: boolean): Promise<KeptWords & { more: boolean }> {
    return this.#queue.run(async () => {
      const own = this.#pages.get(caller())?.kept ?? NOTHING;
      const left = await this.#left();
      if (!next && !isEmpty(own)) return { ...own, more: left.length > 0 };
      const last = left.at(-1);
      if (!last) return { ...NOTHING, more: false };
      await this.#take(last);
      const { words, place } = last.value;
      return { words, place, more: left.length > 1 };
    });
  }

  /** When all is written. */
  async close(): Promise<void> {
    await this.#queue.run(() => Promise.resolve());
  }

  /**
   * By earlier runs, oldest first. What can be read by nobody goes: it was never acknowledged, and what was lies beside it. So
   * does what a page has written anew, where the program ended before it went.
   */
  async #left(): Promise<{ path: string; value: Left }[]> {
    const found = await this.#notes.abandoned();
    for (const { path, value } of found) if (!value) await this.#notes.remove(path);
    const left = found
      .flatMap(({ path, value }) => (value ? [{ path, value }] : []))
      .sort((a, b) => a.value.since.localeCompare(b.value.since));
    const last = new Map<string, number>();
    for (const { page } of left.map(({ value }) => value))
      if (page) last.set(page.id, Math.max(page.nth, last.get(page.id) ?? 0));
    const counts = left.filter(({ value: { page } }) => page?.nth === (page && last.get(page.id)));
    for (const each of left) if (!counts.includes(each)) await this.#notes.remove(each.path);
    return counts;
  }

  async #take({ path, value: { words, place } }: { path: string; value: Left }): Promise<void> {
    const page = this.#pages.get(caller()) ?? { id: randomUUID(), nth: 0, kept: NOTHING };
    page.kept = { place, words: { ...page.kept.words, ...words } };
    this.#pages.set(caller(), page);
    const before = page.path;
    await this.#write(page);
    if (page.path !== before) await this.#notes.remove(path);
  }

  /** First the new is brought onto the disk, then the old removed: at every moment one of them is whole, also after a loss of power. */
  async #write(page: Page): Promise<void> {
    page.waiting = undefined;
    const { kept, path: old } = page;
    const isNone = isEmpty(kept);
    const path = isNone
      ? undefined
      : await this.#notes.write({
          ...{ version: 1, since: this.#now().toISOString() },
          page: { id: page.id, nth: (page.nth += 1) },
          ...kept,
        });
    // Where the disk is full, what it has last stays.
    if (isNone || path !== undefined) {
      page.path = path;
      await this.#notes.remove(old);
    }
    for (const [id, each] of this.#pages) if (isEmpty(each.kept) && !each.waiting) this.#pages.delete(id);
  }
}

function isEmpty({ words }: KeptWords): boolean {
  return Object.keys(words).length === 0;
}
