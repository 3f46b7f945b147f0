import { lstat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Receipt } from '../../../shared/review/receipt.ts';
import type { NamedPackage } from '../../../shared/review/words.ts';
import { NewerForm } from '../../../shared/stored-form.ts';
import type { Failure } from '../../../shared/values/errors.ts';
import { keptSize } from '../files/kept.ts';
import { isThere, type Marks, marksOf } from './marks.ts';
import { isDamage } from './mend.ts';
import { packageExchanged, packageGone, packageLinked, packageMisplaced } from './messages.ts';
import { MENDED, type Mended } from './notices.ts';
import { ORIGINAL, readReceipt } from './package-folder.ts';
import { type Came, readSummary, reviewsOf, type Summary } from './summary.ts';

/** One package that is in. Another one takes its place whenever anything of it changes. */
export interface PackageOnDesk {
  readonly receipt: Receipt;
  readonly summary: Summary;
}

/** What reading packages needs of the desk. */
export interface Reading {
  /** As `campaignHash` gives it. */
  readonly campaign: string;
  /** `isLost`: something of its review is, which `LostReviews` tells. */
  readonly remake: (receipt: Receipt) => Promise<{ summary: Summary; isLost: boolean }>;
  /** Makes a receipt anew; a UserError where that cannot be. */
  readonly mend: (key: string, came: Came) => Promise<Receipt>;
  /** Clears what a crash left half done in this folder. */
  readonly clear: (folder: string) => Promise<void>;
  /** The review that this package had is not there: to be noted down before its summary forgets it. */
  readonly missReview: (found: PackageOnDesk) => Promise<void>;
}

type Named = Pick<NamedPackage, 'fileName' | 'unit'>;

/** What was found wrong and what was done, as it is told: of one kind once, with all names. */
export class Told {
  readonly #mended = new Map<Mended, Named[]>();
  readonly #failures: Failure[] = [];

  note(what: Mended, about: Named): void {
    this.#mended.set(what, [...(this.#mended.get(what) ?? []), about]);
  }

  add(failure: Failure): void {
    this.#failures.push(failure);
  }

  get isEmpty(): boolean {
    return this.#mended.size === 0 && this.#failures.length === 0;
  }

  takeOver(other: Told): void {
    for (const [what, all] of other.#mended) for (const each of all) this.note(what, each);
    this.#failures.push(...other.#failures);
  }

  get failures(): Failure[] {
    const mended = [...this.#mended].map(([what, all]) => MENDED[what](all));
    return [...mended, ...this.#failures];
  }
}

/** A package as it was read; `marks` where nothing was wrong with it. */
export interface ReadPackage {
  readonly found: PackageOnDesk;
  /** By its size. */
  readonly isOriginalThere: boolean;
  readonly marks?: Marks;
}

/** Reads one package by its small files, makes anew what is missing or wrong, and says so. */
export async function readPackage(
  folder: string,
  { campaign, remake, clear, missReview }: Reading,
  told: Told,
): Promise<ReadPackage | { readonly came: Came }> {
  await requireItself(folder);
  await clear(folder);
  const marks = await marksOf(folder);
  const looked = await lookAt(folder, campaign);
  if ('came' in looked) return looked;
  const { receipt, summary, wrong, isOriginalThere, unreviewed } = looked;
  // A copied, renamed or exchanged folder would stand for another package.
  if (receipt.key !== basename(folder)) throw packageMisplaced(receipt.fileName);
  if (unreviewed) await missReview({ receipt, summary: unreviewed });
  if (!summary) return { found: await remade(receipt, remake, told, wrong), isOriginalThere };
  return { found: { receipt, summary }, isOriginalThere, ...(isOriginalThere && { marks }) };
}

/** `wrong`: what was changed from outside, where something was. */
export async function remade(
  receipt: Receipt,
  remake: Reading['remake'],
  told: Told,
  wrong?: Mended,
): Promise<PackageOnDesk> {
  const { summary, isLost } = await remake(receipt);
  const { fileName } = receipt;
  if (wrong && !(isLost && wrong === 'review')) told.note(wrong, { fileName, unit: summary.candidate.unit });
  return { receipt, summary };
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
      /** As it was when its review was there, which is not any more. */
      readonly unreviewed?: Summary;
    }
  | { readonly came: Came };

/** Throws a UserError for a link: what is outside the desk is neither read nor written. */
export async function requireItself(folder: string): Promise<void> {
  if ((await lstat(folder)).isSymbolicLink()) throw packageLinked();
}

/** Throws a UserError where what lies in the place of a package is not this one. One that says nothing is taken for it. */
export async function requirePackage(folder: string, { sha256, fileName }: Receipt): Promise<void> {
  if (!(await isThere(folder))) throw packageGone(fileName);
  const found = await readReceipt(folder).catch(() => undefined);
  if (found && found.receipt.sha256 !== sha256) throw packageExchanged(fileName);
}

/** The small files of one package, each held against the hash that the summary has of it. */
export async function lookAt(folder: string, campaign: string): Promise<LookedAt> {
  await requireItself(folder);
  const [found, read, review] = await Promise.all([
    readSummary(folder),
    readReceipt(folder).catch((error: unknown) => ({ error })),
    reviewsOf(folder),
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
  if (!(await isOf(found.sources.review, review))) {
    const isLost = review.now === '' && (await review.withCopy()) === '';
    return { ...there, ...(isLost ? { unreviewed: found.summary } : { wrong: 'review' }) };
  }
  if (found.sources.campaign !== campaign) return there;
  return { ...there, summary: found.summary };
}

/** `of`: the `Sources.review` of a summary. Where there is no review, what was saved before counts. */
async function isOf(of: string, { now, withCopy }: Awaited<ReturnType<typeof reviewsOf>>): Promise<boolean> {
  return (now !== '' && of === now) || of === (await withCopy());
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
