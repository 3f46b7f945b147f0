import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Assessment } from '../../../shared/assessment/schema.ts';
import type { Campaign } from '../../../shared/campaign/schema.ts';
import type { Failure } from '../../../shared/values/errors.ts';
import type { Receipt } from '../../../shared/review/receipt.ts';
import { reviewDocument } from '../../../shared/review/documents.ts';
import type { ReviewEdit } from '../../../shared/review/edits.ts';
import { newReview, type Review } from '../../../shared/review/schema.ts';
import type { Standard } from '../../../shared/standard/schema.ts';
import { guarded } from '../base/failures.ts';
import { conflictNotices } from '../document/conflict-copies.ts';
import { documentFile } from '../document/document-file.ts';
import { journalIn } from '../document/journal.ts';
import { OpenDocument } from '../document/open-document.ts';
import { replaceFile } from '../files/files.ts';
import { PACKAGES } from './desk-folder.ts';
import { readOriginal } from './original.ts';
import { SUMMARY, type Summary, summaryText } from './package-folder.ts';
import type { Packages } from './packages.ts';
import { summaryOf } from './take-in.ts';

const READING = { action: '打开推荐包', effect: '没有改动任何内容。' };
/** Packages whose data stays in memory. */
const DATA_KEPT = 12;

/** The unit's own data, with the desk's campaign. */
export interface UnitData {
  readonly assessment: Assessment;
  readonly standard: Standard;
}

export interface OpenReview {
  readonly document: OpenDocument<Review, ReviewEdit, UnitData>;
  readonly notices: readonly Failure[];
}

interface ReviewsOptions {
  readonly folder: string;
  readonly campaign: Campaign;
  readonly packages: Packages;
  readonly held: () => boolean;
  readonly now: () => Date;
}

/** The reviews of a desk's packages, each opened when it is first asked for. */
export class Reviews {
  readonly #options: ReviewsOptions;
  /** Never let go while the desk is open: they hold what can be undone. */
  readonly #open = new Map<string, Promise<OpenReview>>();
  /** The last few; they never change, so they can be read again. */
  readonly #data = new Map<string, Promise<UnitData>>();

  constructor(options: ReviewsOptions) {
    this.#options = options;
  }

  get(key: string): Promise<OpenReview> {
    return remember(this.#open, key, () => this.#openReview(this.#options.packages.get(key).receipt));
  }

  dataOf(key: string): Promise<UnitData> {
    const data = remember(this.#data, key, () => this.#readData(this.#options.packages.get(key).receipt));
    const [oldest] = this.#data.keys();
    if (oldest !== undefined && this.#data.size > DATA_KEPT) this.#data.delete(oldest);
    return data;
  }

  /** A summary that a crash or another version of the program left missing, from the original and the review. */
  async remake(receipt: Receipt): Promise<Summary> {
    const folder = this.#folderOf(receipt);
    const found = await documentFile(reviewDocument, folder, this.#options.now).find();
    const review = found?.value ?? firstReview(receipt);
    const summary = summaryOf({ receipt, ...(await this.#readData(receipt)), review });
    await replaceFile(join(folder, SUMMARY), summaryText(summary));
    return summary;
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

  async #readData(receipt: Receipt): Promise<UnitData> {
    const { assessment, standard } = await guarded(READING, () => readOriginal(this.#folderOf(receipt)));
    return { assessment: { ...assessment, campaign: this.#options.campaign }, standard };
  }

  async #openReview(receipt: Receipt): Promise<OpenReview> {
    const { held, now, packages } = this.#options;
    const folder = this.#folderOf(receipt);
    return guarded(READING, async () => {
      const { document, notices } = await OpenDocument.open({
        kind: reviewDocument,
        folder,
        first: firstReview(receipt),
        context: () => this.dataOf(receipt.key),
        held,
        now,
        hooks: {
          journal: journalIn(folder),
          // Gone while the review is written: a crash in between makes the summary anew, never leaves an old one.
          beforeWrite: () => rm(join(folder, SUMMARY), { force: true }),
          // Where this fails, the summary is made anew when the desk is opened next.
          afterWrite: async (review) => {
            const found = packages.get(receipt.key);
            // The receipt as it is now: the package may have been judged again since this was opened.
            const parts = { receipt: found.receipt, ...(await this.dataOf(receipt.key)), review };
            found.summary = summaryOf(parts);
            await replaceFile(join(folder, SUMMARY), summaryText(found.summary));
          },
        },
      });
      return { document, notices: [...notices, ...(await conflictNotices(folder, reviewDocument.file))] };
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
