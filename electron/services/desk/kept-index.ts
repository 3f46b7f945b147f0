import { join } from 'node:path';
import { several } from '../base/several.ts';
import { PACKAGES } from './desk-folder.ts';
import { type Indexed, indexedOf, type Known } from './desk-index.ts';
import { rowOf } from './desk-rows.ts';
import type { LostReviews } from './lost-reviews.ts';
import { isSettled, type Marks, momentOf } from './marks.ts';
import type { MissingKnown } from './missing.ts';
import type { Originals } from './originals.ts';
import { ORIGINAL, REVIEW } from './package-folder.ts';
import type { PackageList } from './package-list.ts';
import type { Packages } from './packages.ts';
import type { PackageOnDesk } from './read-package.ts';

/** Packages read at a time. */
const AT_ONCE = 16;

interface Parts {
  readonly packages: Packages;
  readonly list: PackageList;
  readonly originals: Originals;
  readonly lostReviews: LostReviews;
}

/**
 * What the index may say of a desk's packages, and when it is to be written anew. It names every package; it says what was
 * read of one only where its original was held against its hash while it looked as it does.
 */
export class KeptIndex {
  readonly #folder: string;
  readonly #parts: Parts;
  readonly #rows = new Map<string, { readonly found: PackageOnDesk; readonly row: Indexed }>();
  #head = '';
  /** What the index on the disk is of; undefined: it is to be written anew. */
  #kept: string | undefined;

  constructor(folder: string, parts: Parts) {
    this.#folder = folder;
    this.#parts = parts;
  }

  /** What is read from now on is of this index. */
  begin(head: string): void {
    this.#head = head;
  }

  /** Of a package that was taken from the index. */
  believe(found: PackageOnDesk, row: Indexed): void {
    this.#rows.set(row.key, { found, row });
  }

  /** Of one that was read just now; nothing where a change at `moment` would not show. */
  take(found: PackageOnDesk, marks: Marks, moment: number): void {
    if (isSettled(marks, moment)) this.believe(found, indexedOf(marks, found));
  }

  /** What is on the disk says all of it. */
  isAsRead(): void {
    this.#kept = this.#state;
  }

  /** It says what is not so any more; `key`: of this package. */
  doubt(key?: string): void {
    if (key !== undefined) this.#rows.delete(key);
    this.#kept = undefined;
  }

  /** Puts into the index what is as it was read, or can be read now; the rest is left to the next opening. */
  async keep(campaign: string, head: string, missing: readonly MissingKnown[]): Promise<void> {
    const { packages, list } = this.#parts;
    if (head !== this.#head) {
      // Another campaign: what was read by the one before is no row of it.
      this.#head = head;
      this.#rows.clear();
      this.#kept = undefined;
    }
    const state = this.#state;
    if (this.#kept === state && !list.isStale) return;
    const moment = await momentOf(this.#folder);
    const keys = [...packages.keys()].sort();
    await several(keys, AT_ONCE, async (key) => {
      const found = packages.find(key);
      if (!found || this.#rows.get(key)?.found === found) return;
      const folder = join(this.#folder, PACKAGES, key);
      const row = moment === -Infinity ? undefined : await rowOf(folder, campaign).catch(() => undefined);
      if (row && isSettled(row.marks, moment)) this.believe(found, row);
      else this.#rows.delete(key);
    });
    const lines = keys.map((key) => this.#lineOf(key));
    const isWhole = lines.every((line) => 'marks' in line);
    const away = missing.map(({ key, fileName, unit }) => ({ key, fileName, unit, ...this.#reviewOf(key) }));
    await list.keep(head, [...lines, ...away], packages.refused);
    this.#kept = isWhole ? state : undefined;
  }

  #lineOf(key: string): Indexed | Known {
    const row = this.#rows.get(key)?.row;
    const { reviewed, ...owed } = this.#reviewOf(key);
    if (!row || !this.#parts.originals.isKnown(key, row.marks[ORIGINAL] ?? null))
      return { key, ...this.#parts.packages.aboutOf(key), reviewed, ...owed };
    return { ...row, ...owed, ...(reviewed && !row.marks[REVIEW] && { reviewed }) };
  }

  /** What the list knows of its review. */
  #reviewOf(key: string): { reviewed: boolean; owed?: string } {
    const { list } = this.#parts;
    const owed = list.owedOf(key);
    return { reviewed: list.isReviewed(key), ...(owed !== undefined && { owed }) };
  }

  /** Another one whenever the index would be another one. */
  get #state(): string {
    const { packages, list, originals, lostReviews } = this.#parts;
    const { savedAt, isOlder } = list.deskFile ?? {};
    const { length } = packages.refused;
    return [
      length,
      packages.rows,
      originals.changes,
      lostReviews.changes,
      list.isLost,
      savedAt,
      isOlder,
    ].join();
  }
}
