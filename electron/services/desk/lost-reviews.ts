import { join } from 'node:path';
import type { NamedPackage } from '../../../shared/review/words.ts';
import type { Failure } from '../../../shared/values/errors.ts';
import { PACKAGES } from './desk-folder.ts';
import { markOf } from './marks.ts';
import { reviewLost } from './messages.ts';
import { REVIEW, REVIEW_BEFORE } from './package-folder.ts';
import type { PackageList } from './package-list.ts';
import type { Packages } from './packages.ts';

/**
 * The reviews that a desk has had and that are not there any more: told as long as it is so, until one is put back or
 * written anew. Which it has had the list knows (`PackageList.isReviewed`).
 */
export class LostReviews {
  readonly #folder: string;
  readonly #packages: Packages;
  readonly #list: PackageList;
  /** `before`: what was saved before it is there, and counts. */
  readonly #gone = new Map<string, 'lost' | 'before'>();
  #changes = 0;

  constructor(folder: string, packages: Packages, list: PackageList) {
    this.#folder = folder;
    this.#packages = packages;
    this.#list = list;
  }

  isLost(key: string): boolean {
    return this.#gone.get(key) === 'lost';
  }

  /** Counts up with each that goes or comes back. */
  get changes(): number {
    return this.#changes;
  }

  /** Those of packages on the list. */
  get packages(): NamedPackage[] {
    return [...this.#gone.keys()].flatMap((key) => {
      const found = this.#packages.find(key);
      if (!found || !this.isLost(key)) return [];
      return { key, fileName: found.receipt.fileName, unit: found.summary.candidate.unit };
    });
  }

  get failures(): Failure[] {
    const { packages } = this;
    return packages.length > 0 ? [reviewLost(packages)] : [];
  }

  /** The same of one. */
  failuresOf(key: string): Failure[] {
    const packages = this.packages.filter((each) => each.key === key);
    return packages.length > 0 ? [reviewLost(packages)] : [];
  }

  /** Looks whether the review of a package that was just read is there. */
  async see(key: string): Promise<void> {
    const found = await this.#found(key);
    if (found !== 'none') this.#list.hasReview(key);
    if (found === 'before') this.#set(key, 'before');
    else this.#set(key, found === 'none' && this.#list.isReviewed(key) ? 'lost' : undefined);
  }

  /** It was written just now. */
  written(key: string): void {
    this.#set(key, undefined);
  }

  /** The package is not on the list any more. */
  forget(key: string): void {
    this.#set(key, undefined);
  }

  /** True where it is not as it was seen last: the file has gone, or is back. */
  async isOther(key: string): Promise<boolean> {
    if (!this.#list.isReviewed(key)) return false;
    const found = await this.#found(key);
    const seen = this.#gone.get(key);
    if (seen === 'lost') return found !== 'none';
    return seen === 'before' ? found !== 'before' : found !== 'there';
  }

  /** True where the desk has had one, and nothing of it is on the disk. */
  async isGone(key: string): Promise<boolean> {
    return this.#list.isReviewed(key) && (await this.#found(key)) === 'none';
  }

  /** Whatever cannot be looked at is there. */
  async #found(key: string): Promise<'there' | 'before' | 'none'> {
    const at = (name: string) => join(this.#folder, PACKAGES, key, name);
    try {
      if ((await markOf(at(REVIEW))) !== null) return 'there';
      return (await markOf(at(REVIEW_BEFORE))) === null ? 'none' : 'before';
    } catch {
      return 'there';
    }
  }

  #set(key: string, state: 'lost' | 'before' | undefined): void {
    if (this.#gone.get(key) === state) return;
    if (state) this.#gone.set(key, state);
    else this.#gone.delete(key);
    this.#changes += 1;
  }
}
