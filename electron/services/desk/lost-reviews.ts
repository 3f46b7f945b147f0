import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { encode } from '../../../shared/document.ts';
import { reviewDocument } from '../../../shared/review/documents.ts';
import type { Receipt } from '../../../shared/review/receipt.ts';
import type { Review } from '../../../shared/review/schema.ts';
import type { LostReview } from '../../../shared/review/words.ts';
import type { Failure } from '../../../shared/values/errors.ts';
import { sortedJson } from '../../../shared/values/sorted-json.ts';
import { PACKAGES } from './desk-folder.ts';
import { isSameMark, markOf, type Mark } from './marks.ts';
import { REVIEW_LOSSES } from './notices.ts';
import { JOURNAL, REVIEW, REVIEW_BEFORE } from './package-folder.ts';
import type { PackageList } from './package-list.ts';
import type { Packages } from './packages.ts';

/** What is named of a package of whose review nothing but an earlier one is there, which nobody has read yet. */
const UNREAD_COPY = 'before';

/**
 * The reviews that the desk has had, and of which something is lost: told as long as it is so. Which it has had the list
 * knows (`PackageList.isReviewed`), and what is left of those of which something is lost (`owedOf`): that is over when what
 * counts says something else than what was left, whoever wrote it.
 */
export class LostReviews {
  readonly #folder: string;
  readonly #packages: Packages;
  readonly #list: PackageList;
  /** `before`: what was saved before it is there, and counts. */
  readonly #gone = new Map<string, 'lost' | 'before'>();
  /** As each review's file looked when it was read or written last. */
  readonly #marks = new Map<string, Mark | null>();
  readonly #unread = new Map<string, { readonly failure: Failure; readonly mark: Mark | null }>();
  /** What was owed since the desk was opened: what is undone may be so again. */
  readonly #was = new Map<string, string>();
  #changes = 0;

  constructor(folder: string, packages: Packages, list: PackageList) {
    this.#folder = folder;
    this.#packages = packages;
    this.#list = list;
  }

  /** Nothing of it is there. */
  isLost(key: string): boolean {
    return this.#gone.get(key) === 'lost';
  }

  /** What is left of it is not what was saved last. */
  isBehind(key: string): boolean {
    return this.#lossOf(key) === 'behind';
  }

  /** Counts up with each that goes or comes back. */
  get changes(): number {
    return this.#changes;
  }

  /** Those of packages on the list, in the order of keys. */
  get packages(): LostReview[] {
    return [...this.#packages.keys()].sort().flatMap((key) => {
      const loss = this.#lossOf(key);
      return loss ? { key, ...this.#packages.aboutOf(key), loss } : [];
    });
  }

  get failures(): Failure[] {
    return this.#told(this.packages);
  }

  /** The same of one. */
  failuresOf(key: string): Failure[] {
    return this.#told(this.packages.filter((each) => each.key === key));
  }

  /** Looks whether the review of a package that was just read is there. */
  async see(key: string): Promise<void> {
    const found = await this.#found(key);
    this.#marks.set(key, await this.#mark(key));
    const isMissed = found === 'none' && (this.#list.isReviewed(key) || (await this.#wasBegun(key)));
    if (found !== 'none' || isMissed) this.#list.hasReview(key);
    if (found === 'none') this.#unread.delete(key);
    this.#set(key, found === 'before' ? 'before' : isMissed ? 'lost' : undefined);
    if (isMissed) await this.#owe(key, '');
    if (found === 'before' && this.#list.owedOf(key) === undefined) await this.#owe(key, UNREAD_COPY);
    if (found === 'there') await this.seeRow(key);
  }

  /** The same of one whose row says when its review, which is there, was saved; `mark`: as it looked then. */
  async seeRow(key: string, mark?: Mark | null): Promise<void> {
    if (mark) this.#marks.set(key, mark);
    const row = this.#packages.find(key)?.summary.candidate;
    const owed = this.#list.owedOf(key);
    if (!row) return;
    if (this.#list.isOlder(key, row.updatedAt)) {
      if (owed === undefined) await this.#owe(key, UNREAD_COPY);
    } else if (owed === UNREAD_COPY) await this.settle(key);
    else if (owed === undefined) await this.#noteSaved(key);
  }

  /** What counts of a review was read, or written; `isCopy`: it is what was saved before. `first`: what it begins as. */
  async read(
    { key, fileName }: Receipt,
    { review, first, isCopy }: { readonly review: Review; readonly first: Review; readonly isCopy: boolean },
  ): Promise<void> {
    this.readAnew(key);
    const owed = this.#list.owedOf(key) ?? this.#was.get(key);
    const isLeft = isCopy || this.#list.isOlder(key, review.updatedAt);
    if (owed === undefined && !isLeft) return;
    const content = contentOf(review);
    const left = content === contentOf(first) ? '' : content;
    if (isLeft || owed === left) await this.#owe(key, left, fileName);
    else await this.settle(key, { savedAt: review.updatedAt, fileName });
  }

  /** It is being read once more. */
  readAnew(key: string): void {
    if (this.#unread.delete(key)) this.#changes += 1;
  }

  /** It cannot be read, and why. */
  async unread(key: string, failure: Failure): Promise<void> {
    this.#unread.set(key, { failure, mark: await this.#mark(key) });
    this.#changes += 1;
  }

  /** It is there as it was written just now. */
  async written(key: string): Promise<void> {
    this.#set(key, undefined);
    this.#marks.set(key, await this.#mark(key));
    await this.#noteSaved(key);
  }

  /** Somebody says that nothing is lost of it, whatever is undone afterwards. */
  async vouch(key: string): Promise<void> {
    this.#was.delete(key);
    await this.settle(key);
  }

  /** Nothing is lost of it any more; it was saved when its row says, where that is not of another one yet. */
  async settle(
    key: string,
    { savedAt, fileName }: { readonly savedAt?: string; readonly fileName?: string } = {},
  ): Promise<void> {
    await this.#noteSaved(key, savedAt);
    if (this.#list.owedOf(key) !== undefined) this.#changes += 1;
    await this.#list.owe(key, undefined, this.#packages.aboutOf(key, fileName));
  }

  /** The package is not on the list any more. */
  forget(key: string): void {
    this.#set(key, undefined);
    this.#unread.delete(key);
    this.#marks.delete(key);
  }

  /** True where it is not as it was seen last: the file has gone, is back, is another one, or can be read now. */
  async isOther(key: string): Promise<boolean> {
    if (!this.#list.isReviewed(key)) return false;
    const found = await this.#found(key);
    const seen = this.#gone.get(key);
    if (seen === 'lost') return found !== 'none';
    if (seen === 'before') return found !== 'before';
    if (found !== 'there') return true;
    const before = this.#unread.get(key)?.mark ?? this.#marks.get(key);
    return before !== undefined && !isSameMark(before, await this.#mark(key));
  }

  /** True where the desk has had one, and nothing of it is on the disk. */
  async isGone(key: string): Promise<boolean> {
    return this.#list.isReviewed(key) && (await this.#found(key)) === 'none';
  }

  async #noteSaved(
    key: string,
    savedAt = this.#packages.find(key)?.summary.candidate.updatedAt,
  ): Promise<void> {
    if (savedAt !== undefined) await this.#list.noteSaved(key, savedAt, this.#packages.aboutOf(key));
  }

  #lossOf(key: string): LostReview['loss'] | undefined {
    if (this.isLost(key)) return 'lost';
    if (this.#unread.has(key)) return 'unread';
    const owed = this.#list.owedOf(key);
    return owed === undefined ? undefined : owed === '' ? 'lost' : 'behind';
  }

  #told(all: readonly LostReview[]): Failure[] {
    const of = (loss: LostReview['loss']) => all.filter((each) => each.loss === loss);
    const [lost, behind] = [of('lost'), of('behind')];
    return [
      ...(lost.length > 0 ? [REVIEW_LOSSES.lost(lost)] : []),
      ...(behind.length > 0 ? [REVIEW_LOSSES.behind(behind)] : []),
      ...of('unread').flatMap(({ key }) => this.#unread.get(key)?.failure ?? []),
    ];
  }

  /** `fileName`: where it may not be on the list yet. */
  async #owe(key: string, left: string, fileName?: string): Promise<void> {
    this.#was.set(key, left);
    if (this.#list.owedOf(key) !== left) this.#changes += 1;
    await this.#list.owe(key, left, this.#packages.aboutOf(key, fileName));
  }

  /** Whatever cannot be looked at is there. */
  async #found(key: string): Promise<'there' | 'before' | 'none'> {
    try {
      if ((await markOf(this.#at(key, REVIEW))) !== null) return 'there';
      return (await markOf(this.#at(key, REVIEW_BEFORE))) === null ? 'none' : 'before';
    } catch {
      return 'there';
    }
  }

  /** Earlier versions did not write down of which package a review was there; its journal says so as well. */
  async #wasBegun(key: string): Promise<boolean> {
    return !this.#list.saysReviews && (await markOf(this.#at(key, JOURNAL)).catch(() => null)) !== null;
  }

  #mark(key: string): Promise<Mark | null> {
    return markOf(this.#at(key, REVIEW)).catch(() => null);
  }

  #at(key: string, name: string): string {
    return join(this.#folder, PACKAGES, key, name);
  }

  #set(key: string, state: 'lost' | 'before' | undefined): void {
    if (this.#gone.get(key) === state) return;
    if (state) this.#gone.set(key, state);
    else this.#gone.delete(key);
    this.#changes += 1;
  }
}

/** Whenever it was saved. */
function contentOf(review: Review): string {
  const stored = { ...encode(reviewDocument, review), updatedAt: '' };
  return createHash('sha256').update(sortedJson(stored)).digest('hex');
}
