import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Candidate } from '../../../shared/review/candidate.ts';
import { traitsOf } from '../../../shared/review/identity.ts';
import type { Receipt } from '../../../shared/review/receipt.ts';
import { makeFolder, replaceFile } from '../files/files.ts';
import { RECEIPTS } from './desk-folder.ts';
import { packageUnknown } from './messages.ts';
import { receiptText } from './package-folder.ts';
import type { PackageOnDesk } from './read-package.ts';
import type { Summary } from './summary.ts';
import type { TakenIn } from './take-in.ts';

/**
 * What is on a desk, in memory: a receipt and a summary for each package, and receipts for the files that were not kept. Who
 * reads it from the disk is `DeskReader`.
 */
export class Packages {
  readonly #folder: string;
  readonly #packages = new Map<string, PackageOnDesk>();
  readonly #byTrait = new Map<string, Set<string>>();
  /** By the name of the file. */
  readonly #refused = new Map<string, Receipt>();
  /** What is wrong with what the desk holds of a package, as long as it is. */
  readonly #doubts = new Map<string, string>();
  #changes = 0;
  #rows = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Puts a package there, in the place of the one with its key. */
  add(found: PackageOnDesk): void {
    this.#put(found, this.#packages.get(found.receipt.key));
  }

  /** Takes one away that is not there any more, or cannot be read. */
  drop(key: string): void {
    const found = this.#packages.get(key);
    if (!found) return;
    this.#forgetTraits(key, found);
    this.#packages.delete(key);
    this.#doubts.delete(key);
    this.#changes += 1;
    this.#rows += 1;
  }

  /** Puts a package in doubt because of what the desk holds of it, or takes that back. */
  doubt(key: string, words: string | undefined): void {
    const before = this.#doubts.get(key);
    if (before === words) return;
    if (words === undefined) this.#doubts.delete(key);
    else this.#doubts.set(key, words);
    const found = this.#packages.get(key);
    if (found) this.#put(doubted(found, { before, words }), found);
  }

  addRefused(name: string, receipt: Receipt): void {
    this.#refused.set(name, receipt);
  }

  /** Of the files that were handed in and not kept, the names of their receipts. */
  get refused(): string[] {
    return [...this.#refused.keys()].sort();
  }

  /** Counts up with everything that is taken in or verified. */
  get changes(): number {
    return this.#changes;
  }

  /** Counts up with every row that comes or changes. */
  get rows(): number {
    return this.#rows;
  }

  /** The summary of a package whose review has changed. */
  renew(key: string, summary: Summary): void {
    const found = this.get(key);
    this.#put({ receipt: found.receipt, summary }, found);
  }

  find(key: string): PackageOnDesk | undefined {
    return this.#packages.get(key);
  }

  /** Throws a UserError for an unknown one. */
  get(key: string): PackageOnDesk {
    const found = this.#packages.get(key);
    if (!found) throw packageUnknown();
    return found;
  }

  /** As it is called; of one that is not on the list by `fileName`, or its key. */
  aboutOf(key: string, fileName = key): { readonly fileName: string; readonly unit: string } {
    const found = this.#packages.get(key);
    return { fileName: found?.receipt.fileName ?? fileName, unit: found?.summary.candidate.unit ?? '' };
  }

  keys(): ReadonlySet<string> {
    return new Set(this.#packages.keys());
  }

  receiptOf(key: string): Receipt | undefined {
    return this.#packages.get(key)?.receipt;
  }

  /** Those that have one of these traits (`traitsOf`), in the order of keys. */
  alike(traits: readonly string[]): Candidate[] {
    const keys = new Set(traits.flatMap((trait) => [...(this.#byTrait.get(trait) ?? [])]));
    return [...keys].sort().map((key) => this.get(key).summary.candidate);
  }

  candidates(): Candidate[] {
    const byKey = [...this.#packages.values()].sort((a, b) => (a.receipt.key < b.receipt.key ? -1 : 1));
    return byKey.map(({ summary }) => summary.candidate);
  }

  /** Every file that was handed in, kept or not, in the order of receiving. */
  receipts(): Receipt[] {
    const all = [...[...this.#packages.values()].map(({ receipt }) => receipt), ...this.#refused.values()];
    const order = (receipt: Receipt): string => `${receipt.receivedAt} ${receipt.fileName}`;
    return all.sort((a, b) => (order(a) < order(b) ? -1 : 1));
  }

  /** Notes down what was taken in. A file that is not kept leaves one receipt for each name and content. */
  async note({ receipt, summary, again }: Pick<TakenIn, 'receipt' | 'summary' | 'again'>): Promise<void> {
    if (summary) {
      this.add({ receipt, summary });
      return;
    }
    const { verdict, fileName, sha256, through } = receipt;
    // The same file by another body is another line.
    const parts = [verdict, fileName, sha256, ...(through === undefined ? [] : [through])];
    const identity = createHash('sha256').update(parts.join('\0')).digest('hex');
    const name = `${identity.slice(0, 16)}.json`;
    if (again || this.#refused.has(name)) return;
    await makeFolder(join(this.#folder, RECEIPTS));
    await replaceFile(join(this.#folder, RECEIPTS, name), receiptText(receipt));
    this.#refused.set(name, receipt);
    this.#changes += 1;
  }

  #forgetTraits(key: string, { summary }: PackageOnDesk): void {
    for (const trait of traitsOf(summary.candidate)) this.#byTrait.get(trait)?.delete(key);
  }

  #put(found: PackageOnDesk, before: PackageOnDesk | undefined): void {
    const { key } = found.receipt;
    if (before) this.#forgetTraits(key, before);
    for (const trait of traitsOf(found.summary.candidate)) {
      const keys = this.#byTrait.get(trait);
      if (keys) keys.add(key);
      else this.#byTrait.set(trait, new Set([key]));
    }
    this.#packages.set(key, doubted(found, { words: this.#doubts.get(key) }));
    this.#changes += 1;
    this.#rows += 1;
  }
}

/** With these words first among its suspicions, and without those that stood there before. */
function doubted(
  found: PackageOnDesk,
  { before, words }: { before?: string | undefined; words: string | undefined },
): PackageOnDesk {
  const { receipt, summary } = found;
  const { candidate } = summary;
  const others = candidate.suspicions.filter((each) => each !== before && each !== words);
  if (words === undefined && others.length === candidate.suspicions.length) return found;
  const suspicions = words === undefined ? others : [words, ...others];
  const { losses } = summary;
  return { receipt, summary: { losses, candidate: { ...candidate, suspicions } } };
}
