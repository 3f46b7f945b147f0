import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Assessment } from '../../../shared/assessment/schema.ts';
import type { Campaign } from '../../../shared/campaign/schema.ts';
import { type Failure, UserError } from '../../../shared/values/errors.ts';
import type { Receipt } from '../../../shared/review/receipt.ts';
import { reviewDocument } from '../../../shared/review/documents.ts';
import type { ReviewEdit } from '../../../shared/review/edits.ts';
import { newReview, type Review } from '../../../shared/review/schema.ts';
import type { Standard } from '../../../shared/standard/schema.ts';
import { guarded, ifThere } from '../base/failures.ts';
import { sortedJson } from '../../../shared/values/sorted-json.ts';
import { backUpValue } from '../document/backups.ts';
import { conflictNotices } from '../document/conflict-copies.ts';
import { documentFile } from '../document/document-file.ts';
import { journalIn } from '../document/journal.ts';
import { OpenDocument } from '../document/open-document.ts';
import { makeFolder } from '../files/files.ts';
import { PACKAGES } from './desk-folder.ts';
import type { LostReviews } from './lost-reviews.ts';
import { type ScoringStandard, scoringStandard } from './match-standard.ts';
import { isThere } from './marks.ts';
import { keepReceipt } from './mend.ts';
import { CONTENTS_REMADE, photosGone, REVIEW_OF_OTHER, reviewUnread } from './notices.ts';
import { type Kept, readOriginal, unpackEvidence } from './original.ts';
import { PHOTOS, SUMMARY } from './package-folder.ts';
import type { Packages } from './packages.ts';
import { type PackageOnDesk, requireItself } from './read-package.ts';
import { campaignHash, keepSummary, type Summary, summaryOf } from './summary.ts';

const READING = { action: '打开推荐包', effect: '没有改动任何内容。' };
/** Packages whose data stays in memory. */
const DATA_KEPT = 12;

/** The unit's own data, with the desk's campaign and, where it is the same, the desk's standard. */
export interface UnitData extends ScoringStandard {
  readonly assessment: Assessment;
}

export interface OpenReview {
  readonly document: OpenDocument<Review, ReviewEdit, UnitData>;
  readonly notices: readonly Failure[];
}

interface ReviewsOptions {
  readonly folder: string;
  readonly campaign: Campaign;
  readonly standard: Standard;
  readonly packages: Packages;
  readonly held: () => Promise<void>;
  /** To be waited for before a package's review is opened: its row is held against its files. */
  readonly assure: (key: string) => Promise<void>;
  /** To be told when the review of a package was written. */
  readonly wrote: (key: string) => Promise<void>;
  readonly lostReviews: Pick<LostReviews, 'read' | 'unread' | 'failuresOf' | 'isBehind'>;
  /** Throws a UserError where what lies in the place of a package is not this one. */
  readonly requireItself: (receipt: Receipt) => Promise<void>;
  readonly now: () => Date;
}

/** What counts of a review; `isCopy`: as it was saved before. */
interface Found {
  readonly review: Review;
  readonly isCopy: boolean;
}

/** The reviews of a desk's packages, each opened when it is first asked for. */
export class Reviews {
  readonly #options: ReviewsOptions;
  /** Never let go while the desk is open: they hold what can be undone. */
  readonly #open = new Map<string, Promise<OpenReview>>();
  readonly #opened = new Map<string, OpenReview>();
  /** What was open of packages that are not on the list any more. */
  readonly #left = new Map<string, PackageOnDesk & { readonly review: Review }>();
  /** Packages whose files are being looked through. */
  readonly #shut = new Map<string, Promise<void>>();
  /** The last few; they never change, so they can be read again. */
  readonly #data = new Map<string, Promise<UnitData>>();
  /** Packages whose contents.json was made anew since the desk was opened. */
  readonly #remade = new Set<string>();
  #campaign: Campaign;
  #campaignHash: string;
  /** Packages whose rows are by another campaign yet. */
  readonly #unjudged = new Set<string>();

  constructor(options: ReviewsOptions) {
    this.#options = options;
    this.#campaign = options.campaign;
    this.#campaignHash = campaignHash(options.campaign);
  }

  get(key: string): Promise<OpenReview> {
    return remember(this.#open, key, async () => {
      await this.#shut.get(key);
      await this.#options.assure(key);
      const opened = await this.#openReview(this.#options.packages.get(key).receipt);
      this.#opened.set(key, opened);
      return opened;
    });
  }

  /**
   * Runs a task on the files of a package while its review is neither opened nor saved; not at all where that is being
   * opened: then its row is assured.
   */
  async alone(key: string, task: () => Promise<void>): Promise<void> {
    const opened = this.#opened.get(key);
    if (opened) return opened.document.inTurn(task);
    if (this.#open.has(key)) return;
    const working = task();
    this.#shut.set(
      key,
      working.catch(() => undefined),
    );
    try {
      await working;
    } finally {
      this.#shut.delete(key);
    }
  }

  /**
   * A package was taken off the list: should it come back, its review is opened anew, as it is then. `isLost`: what is open
   * is not what it was.
   */
  forget(key: string, isLost: boolean): void {
    const opened = this.#opened.get(key);
    const found = this.#options.packages.find(key);
    if (opened && found && !isLost) this.#left.set(key, { ...found, review: opened.document.value });
    for (const each of [this.#open, this.#opened, this.#data]) each.delete(key);
  }

  /** It is on the list as it is on the disk. */
  found(key: string): void {
    this.#left.delete(key);
  }

  /** What was open of it is there yet, wherever its file is. */
  holds(key: string): boolean {
    return this.#opened.has(key) || this.#left.has(key);
  }

  /** Those of which something is, or was, open. */
  get heldKeys(): string[] {
    return [...this.#opened.keys(), ...this.#left.keys()];
  }

  /**
   * Writes what is, or was, open of a review whose file is gone, be it with all of its folder; false where nothing is.
   */
  async writeAgain(key: string): Promise<boolean> {
    const opened = this.#opened.get(key);
    const left = this.#left.get(key);
    const found = opened ? this.#options.packages.get(key) : left;
    if (!found) return false;
    const { receipt } = found;
    const folder = this.#folderOf(receipt);
    await makeFolder(dirname(folder));
    await makeFolder(folder);
    await keepReceipt(folder, receipt);
    if (opened && !(await opened.document.writeAgain())) return false;
    if (left) {
      const { held, now, requireItself: requireIt } = this.#options;
      const ready = (): Promise<void> => held().then(() => requireIt(receipt));
      await documentFile(reviewDocument, folder, now, ready).write(left.review);
      this.#left.delete(key);
    }
    // Without its original it can be made anew from nothing else.
    const { summary } = this.#options.packages.find(key) ?? found;
    await ifThere(keepSummary(folder, summary, this.#campaignHash));
    return true;
  }

  /**
   * The folder of a package that was taken off the list is back: where what was open of its review is newer than what lies
   * there, it is written. False where nothing is.
   */
  async putBack(key: string): Promise<boolean> {
    const left = this.#left.get(key);
    if (!left) return false;
    const folder = this.#folderOf(left.receipt);
    const found = await documentFile(reviewDocument, folder, this.#options.now)
      .find()
      .catch(() => undefined);
    if (!found) return false;
    if (found.value.updatedAt >= left.review.updatedAt) {
      // By another clock, perhaps: what was open is kept beside it.
      const when = { reason: 'here', now: this.#options.now() } as const;
      if (sortedJson(found.value) !== sortedJson(left.review))
        await backUpValue(reviewDocument, folder, left.review, when);
      return false;
    }
    await this.#options.requireItself(left.receipt);
    return this.writeAgain(key);
  }

  /** What is open of reviews in whose place another program has put something else is kept beside that, in backups/. */
  async keepAside(): Promise<void> {
    for (const { document } of this.#opened.values())
      await document.keepAside('here').catch((error: unknown) => console.error(error));
  }

  dataOf(key: string): Promise<UnitData> {
    const data = remember(this.#data, key, () => this.#readData(this.#options.packages.get(key).receipt));
    const [oldest] = this.#data.keys();
    if (oldest !== undefined && this.#data.size > DATA_KEPT) this.#data.delete(oldest);
    return data;
  }

  /**
   * A summary that is missing or not to be believed, from the original and the review. Where the review cannot be read, the
   * package is in doubt, and nothing is written. `isLost`: that, or an older copy of it counts.
   */
  async remake(receipt: Receipt): Promise<{ summary: Summary; isLost: boolean }> {
    const folder = this.#folderOf(receipt);
    const data = await this.#readData(receipt);
    let found: Found;
    try {
      found = await this.#find(receipt);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      const { candidate, losses } = summaryOf({ receipt, ...data, review: firstReview(receipt) });
      const { fileName } = receipt;
      const unread = reviewUnread({ fileName, unit: candidate.unit }, error);
      await this.#options.lostReviews.unread(receipt.key, unread);
      const suspicions = [unread.message, ...candidate.suspicions];
      return { summary: { candidate: { ...candidate, suspicions }, losses }, isLost: true };
    }
    const { review, isCopy } = found;
    const summary = summaryOf({ receipt, ...data, review });
    await keepSummary(folder, summary, this.#campaignHash, isCopy);
    return { summary, isLost: isCopy || this.#options.lostReviews.isBehind(receipt.key) };
  }

  /** As `campaignHash` gives it. */
  get campaign(): string {
    return this.#campaignHash;
  }

  isJudgedBy(campaign: Campaign): boolean {
    return this.#campaignHash === campaignHash(campaign) && this.#unjudged.size === 0;
  }

  /**
   * Every package by this campaign from now on: the desk's was taken anew, or that was undone. `missed` is told of one that
   * cannot be read; where it throws, or after an abort, the next call goes on with the rest.
   */
  async judgeBy(
    campaign: Campaign,
    missed: (key: string, error: unknown) => Promise<unknown>,
    signal: AbortSignal,
  ): Promise<void> {
    const { packages, held } = this.#options;
    const hash = campaignHash(campaign);
    if (hash !== this.#campaignHash) {
      [this.#campaign, this.#campaignHash] = [campaign, hash];
      this.#data.clear();
      for (const key of packages.keys()) this.#unjudged.add(key);
    }
    for (const key of this.#unjudged) {
      if (signal.aborted) return;
      await held();
      const judge = async (): Promise<void> => {
        const found = packages.find(key);
        if (found) packages.renew(key, (await this.remake(found.receipt)).summary);
        this.#unjudged.delete(key);
      };
      while (this.#unjudged.has(key)) {
        // One that is being opened is so first.
        await this.#open.get(key)?.catch(() => undefined);
        await this.alone(key, judge).catch(async (error: unknown) => {
          await missed(key, error);
          this.#unjudged.delete(key);
        });
      }
    }
  }

  /** Unpacks a piece of the unit's evidence. */
  async unpack(key: string, sha256: string, target: string): Promise<void> {
    const { receipt } = this.#options.packages.get(key);
    const { remade } = await unpackEvidence(this.#kept(receipt), sha256, target);
    if (remade) this.#remade.add(key);
  }

  /** What a sync client has left beside a review, as it is now. */
  async beside(key: string): Promise<Failure[]> {
    const folder = this.#folderOf(this.#options.packages.get(key).receipt);
    return [
      ...this.#options.lostReviews.failuresOf(key),
      ...(await this.#photosGone(key, folder)),
      ...(await conflictNotices(folder, reviewDocument.file)),
    ];
  }

  async #photosGone(key: string, folder: string): Promise<Failure[]> {
    const visits = this.#opened.get(key)?.document.value.fieldVisits ?? [];
    const photos = visits.flatMap((visit) => visit.photos);
    const there = await Promise.all(photos.map(({ sha256 }) => isThere(join(folder, PHOTOS, sha256))));
    const gone = photos.filter((_, at) => !there[at]).map(({ fileName }) => fileName);
    return gone.length > 0 ? [photosGone(gone)] : [];
  }

  /** What the user must know of a package's records that were mended while the desk is open. */
  mended(key: string): Failure[] {
    return this.#remade.has(key) ? [CONTENTS_REMADE] : [];
  }

  /** Waits for queued changes. */
  async settled(): Promise<void> {
    for (const open of await Promise.allSettled(this.#open.values())) {
      if (open.status === 'fulfilled') await open.value.document.settled();
    }
  }

  #folderOf({ key }: Receipt): string {
    return join(this.#options.folder, PACKAGES, key);
  }

  #kept(receipt: Receipt): Kept {
    return { folder: this.#folderOf(receipt), sha256: receipt.sha256, now: this.#options.now };
  }

  async #readData(receipt: Receipt): Promise<UnitData> {
    const read = await guarded(READING, () => readOriginal(this.#kept(receipt)));
    const { assessment, standard, remade } = read;
    if (remade) this.#remade.add(receipt.key);
    const by = scoringStandard(this.#options.standard, standard);
    return { assessment: { ...assessment, campaign: this.#campaign }, ...by };
  }

  /** As it counts now; what is lost of it is noted down before anything is written. */
  async #find(receipt: Receipt): Promise<Found> {
    const found = await documentFile(reviewDocument, this.#folderOf(receipt), this.#options.now).find();
    const first = firstReview(receipt);
    if (!found) return { review: first, isCopy: false };
    const { value: review, recovered: isCopy } = found;
    if (review.packageId !== receipt.packageId) throw new UserError(REVIEW_OF_OTHER);
    await this.#options.lostReviews.read(receipt, { review, first, isCopy });
    return { review, isCopy };
  }

  async #openReview(receipt: Receipt): Promise<OpenReview> {
    const { held, now, packages, lostReviews } = this.#options;
    const folder = this.#folderOf(receipt);
    const keep = async (review: Review): Promise<void> => {
      const found = packages.get(receipt.key);
      // The receipt as it is now: the package may have been judged again since this was opened.
      const parts = { receipt: found.receipt, ...(await this.dataOf(receipt.key)), review };
      const summary = summaryOf(parts);
      packages.renew(receipt.key, summary);
      await keepSummary(folder, summary, this.#campaignHash);
    };
    const wrote = async (review: Review): Promise<void> => {
      await keep(review);
      await this.#options.wrote(receipt.key);
      await lostReviews.read(receipt, { review, first: firstReview(receipt), isCopy: false });
    };
    return guarded(READING, async () => {
      await requireItself(folder);
      await this.#find(receipt);
      const opened = await OpenDocument.open({
        kind: reviewDocument,
        folder,
        first: firstReview(receipt),
        context: () => this.dataOf(receipt.key),
        held: () => held().then(() => this.#options.requireItself(receipt)),
        now,
        hooks: {
          journal: journalIn(folder),
          // Gone while the review is written: a crash in between makes the summary anew, never leaves an old one.
          beforeWrite: () => rm(join(folder, SUMMARY), { force: true }),
          // Where this fails, the summary is made anew when the desk is opened next.
          afterWrite: wrote,
        },
      });
      const { document, notices } = opened;
      // It was written anew: recovered or migrated.
      if (notices.length > 0) await keep(document.value);
      return { document, notices };
    });
  }
}

function firstReview({ packageId, verification, receivedAt }: Receipt): Review {
  return newReview(packageId, verification.sealCode ?? '', receivedAt);
}

/** The value that is there or being made; a failure is forgotten, so that the next call tries again. */
function remember<T>(made: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const known = made.get(key);
  if (known) return known;
  const making = make();
  made.set(key, making);
  making.catch(() => made.delete(key));
  return making;
}
