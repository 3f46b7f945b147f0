import { caller } from './caller.ts';

/** Pages whose words are kept: the ones that wrote last. */
const PAGES = 20;

/** By the key of a field: what is typed in it and is not saved yet. */
export type Words = Readonly<Record<string, string>>;

/** What is typed on a page and is not saved yet, kept while the program runs: a page that crashes gets it back. */
export class PageWords {
  readonly #kept = new Map<string, Words>();

  keep(words: Words): void {
    const page = caller();
    this.#kept.delete(page);
    if (Object.keys(words).length > 0) this.#kept.set(page, words);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > PAGES && oldest !== undefined) this.#kept.delete(oldest);
  }

  /** Of the page that asks. */
  kept(): Words {
    return this.#kept.get(caller()) ?? {};
  }
}
