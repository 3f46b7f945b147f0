import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Candidate } from '../../../shared/review/candidate.ts';
import { traitsOf } from '../../../shared/review/identity.ts';
import type { Receipt } from '../../../shared/review/receipt.ts';
import { NewerForm } from '../../../shared/stored-form.ts';
import type { Failure } from '../../../shared/values/errors.ts';
import { foldersIn, namesIn } from '../document/new-folder.ts';
import { replaceFile } from '../files/files.ts';
import { keptSize } from '../files/kept.ts';
import { PACKAGES, RECEIPTS } from './desk-folder.ts';
import { isDamage } from './mend.ts';
import { MENDED, type Mended, packageUnknown, packageUnreadable } from './messages.ts';
import { ORIGINAL, readReceipt, readReceiptFile, receiptText } from './package-folder.ts';
import { type Came, hashOfReview, readSummary, type Summary } from './summary.ts';
import type { TakenIn } from './take-in.ts';

/** Packages read at a time when a desk is opened. */
const AT_ONCE = 16;

/** One package that is in. */
export interface PackageOnDesk {
  readonly receipt: Receipt;
  readonly summary: Summary;
}

interface Reading {
  /** As `campaignHash` gives it. */
  readonly campaign: string;
  readonly remake: (receipt: Receipt) => Promise<{ summary: Summary; unread?: Failure }>;
  /** Makes a receipt anew; a UserError where that cannot be. */
  readonly mend: (key: string, came: Came) => Promise<Receipt>;
}

/** What is on a desk: a receipt and a summary for each package, and receipts for the files that were not kept. */
export class Packages {
  readonly #folder: string;
  readonly #packages = new Map<string, PackageOnDesk>();
  readonly #byTrait = new Map<string, Set<string>>();
  readonly #refused = new Map<string, Receipt>();
  #changes = 0;
  #rows = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * Reads everything that is there. What a crash, another version of the program or another program left missing or
   * wrong is made anew from the original and the review; the answer says so, and names what cannot be read.
   */
  async read({ campaign, remake, mend }: Reading): Promise<Failure[]> {
    const packages = join(this.#folder, PACKAGES);
    const notices: Failure[] = [];
    const mended = new Map<Mended, string[]>();
    const note = (what: Mended, fileName: string): void => {
      mended.set(what, [...(mended.get(what) ?? []), fileName]);
    };
    const attempt = async (key: string, task: () => Promise<void>): Promise<void> => {
      try {
        await task();
      } catch (error) {
        notices.push(packageUnreadable(key, error));
      }
    };
    /** `wrong`: what was changed from outside, where something was. */
    const add = async (receipt: Receipt, wrong?: Mended): Promise<void> => {
      const { summary, unread } = await remake(receipt);
      if (unread) notices.push(unread);
      // What cannot be read was not counted as it is now: its own words say why.
      if (wrong && !(unread && wrong === 'review')) note(wrong, receipt.fileName);
      this.#add({ receipt, summary });
    };
    const later: { key: string; came: Came }[] = [];
    await inTurns(await foldersIn(packages), (key) =>
      attempt(key, async () => {
        const found = await lookAt(join(packages, key), campaign);
        if ('came' in found) {
          later.push({ key, came: found.came });
          return;
        }
        const { receipt } = found;
        if (!found.isOriginalThere) note('original', receipt.fileName);
        if (found.summary) this.#add({ receipt, summary: found.summary });
        else await add(receipt, found.wrong);
      }),
    );
    // Each is judged beside those that are there.
    for (const { key, came } of later) {
      await attempt(key, async () => {
        const receipt = await mend(key, came);
        await add(receipt, 'receipt');
      });
    }
    const receipts = join(this.#folder, RECEIPTS);
    for (const name of (await namesIn(receipts)).filter((each) => each.endsWith('.json'))) {
      await attempt(name, async () => {
        this.#refused.set(name, (await readReceiptFile(join(receipts, name))).receipt);
      });
    }
    return [...[...mended].map(([what, files]) => MENDED[what](files.sort())), ...notices];
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
      this.#add({ receipt, summary });
      return;
    }
    const { verdict, fileName, sha256, through } = receipt;
    // The same file by another body is another line.
    const parts = [verdict, fileName, sha256, ...(through === undefined ? [] : [through])];
    const identity = createHash('sha256').update(parts.join('\0')).digest('hex');
    const name = `${identity.slice(0, 16)}.json`;
    if (again || this.#refused.has(name)) return;
    await replaceFile(join(this.#folder, RECEIPTS, name), receiptText(receipt));
    this.#refused.set(name, receipt);
    this.#changes += 1;
  }

  #add(found: PackageOnDesk): void {
    this.#put(found, this.#packages.get(found.receipt.key));
  }

  #put(found: PackageOnDesk, before: PackageOnDesk | undefined): void {
    const { key } = found.receipt;
    for (const trait of before ? traitsOf(before.summary.candidate) : [])
      this.#byTrait.get(trait)?.delete(key);
    for (const trait of traitsOf(found.summary.candidate)) {
      const keys = this.#byTrait.get(trait);
      if (keys) keys.add(key);
      else this.#byTrait.set(trait, new Set([key]));
    }
    this.#packages.set(key, found);
    this.#changes += 1;
    this.#rows += 1;
  }
}

/** A package whose receipt is to be believed, or how it came where the receipt must be made anew. */
type LookedAt =
  | {
      readonly receipt: Receipt;
      readonly isOriginalThere: boolean;
      /** Absent where it must be made anew. */
      readonly summary?: Summary;
      /** What was changed from outside. */
      readonly wrong?: Mended;
    }
  | { readonly came: Came };

/** The small files of one package, each held against the hash that the summary has of it. */
async function lookAt(folder: string, campaign: string): Promise<LookedAt> {
  const [found, read, review] = await Promise.all([
    readSummary(folder),
    readReceipt(folder).catch((error: unknown) => ({ error })),
    hashOfReview(folder),
  ]);
  if ('error' in read) {
    if (read.error instanceof NewerForm || !isDamage(read.error) || !found.came) throw read.error;
    return { came: found.came };
  }
  const { receipt, sha256 } = read;
  if (found.state === 'whole' && found.sources.receipt !== sha256) return { came: found.came };
  const there = { receipt, isOriginalThere: await isOriginalThere(folder, receipt) };
  if (found.state === 'changed') return { ...there, wrong: 'summary' };
  if (found.state !== 'whole') return there;
  if (found.sources.review !== review) return { ...there, wrong: 'review' };
  if (found.sources.campaign !== campaign) return { ...there, wrong: 'summary' };
  return { ...there, summary: found.summary };
}

/** By its size alone: its hash is asked for when it is read. */
async function isOriginalThere(folder: string, { bytes }: Receipt): Promise<boolean> {
  try {
    return (await keptSize(join(folder, ORIGINAL))) === bytes;
  } catch (error) {
    if (isDamage(error)) return false;
    throw error;
  }
}

async function inTurns(keys: readonly string[], task: (key: string) => Promise<void>): Promise<void> {
  for (let at = 0; at < keys.length; at += AT_ONCE) {
    await Promise.all(keys.slice(at, at + AT_ONCE).map(task));
  }
}
