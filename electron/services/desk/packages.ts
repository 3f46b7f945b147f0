import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Failure } from '../../../shared/values/errors.ts';
import type { Candidate } from '../../../shared/review/candidate.ts';
import type { Receipt } from '../../../shared/review/receipt.ts';
import { namesIn } from '../document/new-folder.ts';
import { replaceFile } from '../files/files.ts';
import { PACKAGES, RECEIPTS } from './desk-folder.ts';
import { packageUnknown, packageUnreadable } from './messages.ts';
import { readReceipt, readReceiptFile, readSummary, receiptText, type Summary } from './package-folder.ts';
import type { TakenIn } from './take-in.ts';

/** Packages read at a time when a desk is opened. */
const AT_ONCE = 16;

/** One package that is in. */
export interface PackageOnDesk {
  readonly receipt: Receipt;
  /** Replaced whenever the review changes. */
  summary: Summary;
}

/** What is on a desk: a receipt and a summary for each package, and receipts for the files that were not kept. */
export class Packages {
  readonly #folder: string;
  readonly #packages = new Map<string, PackageOnDesk>();
  readonly #refused = new Map<string, Receipt>();
  #changes = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * Reads everything that is there. `remake` makes a summary that is missing; what cannot be read is left out
   * and named in the answer.
   */
  async read(remake: (receipt: Receipt) => Promise<Summary>): Promise<Failure[]> {
    const notices: Failure[] = [];
    const packages = join(this.#folder, PACKAGES);
    const readOne = async (key: string): Promise<PackageOnDesk | undefined> => {
      try {
        const receipt = await readReceipt(join(packages, key));
        return { receipt, summary: (await readSummary(join(packages, key))) ?? (await remake(receipt)) };
      } catch (error) {
        notices.push(packageUnreadable(key, error));
        return undefined;
      }
    };
    const keys = await namesIn(packages);
    for (let at = 0; at < keys.length; at += AT_ONCE) {
      for (const found of await Promise.all(keys.slice(at, at + AT_ONCE).map(readOne))) {
        if (found) this.#add(found);
      }
    }
    const receipts = join(this.#folder, RECEIPTS);
    for (const name of (await namesIn(receipts)).filter((each) => each.endsWith('.json'))) {
      try {
        this.#refused.set(name, await readReceiptFile(join(receipts, name)));
      } catch (error) {
        notices.push(packageUnreadable(name, error));
      }
    }
    return notices;
  }

  /** Counts up with everything that is taken in or verified. */
  get changes(): number {
    return this.#changes;
  }

  /** The summary of a package whose review has changed. */
  renew(key: string, summary: Summary): void {
    this.get(key).summary = summary;
    this.#changes += 1;
  }

  /** Throws a UserError for an unknown one. */
  get(key: string): PackageOnDesk {
    const found = this.#packages.get(key);
    if (!found) throw packageUnknown();
    return found;
  }

  keys(): ReadonlySet<string> {
    return new Set(this.#packages.keys());
  }

  receiptOf(key: string): Receipt | undefined {
    return this.#packages.get(key)?.receipt;
  }

  candidates(): Candidate[] {
    return [...this.#packages.values()].map(({ summary }) => summary.candidate);
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
      this.#add({ receipt, summary });
      return;
    }
    const { verdict, fileName, sha256 } = receipt;
    const identity = createHash('sha256').update(`${verdict}\0${fileName}\0${sha256}`).digest('hex');
    const name = `${identity.slice(0, 16)}.json`;
    if (again || this.#refused.has(name)) return;
    await replaceFile(join(this.#folder, RECEIPTS, name), receiptText(receipt));
    this.#refused.set(name, receipt);
    this.#changes += 1;
  }

  #add(found: PackageOnDesk): void {
    this.#packages.set(found.receipt.key, found);
    this.#changes += 1;
  }
}
