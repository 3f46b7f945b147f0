import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Assessment } from '../../../shared/assessment/schema.ts';
import type { DocumentStep, OpenedDocument, SavedDocument } from '../../../shared/contract/contract.ts';
import type { Candidate } from '../../../shared/review/candidate.ts';
import type { DeskEdit } from '../../../shared/review/desk-edits.ts';
import { type DeskContext, deskDocument } from '../../../shared/review/documents.ts';
import type { ReviewEdit } from '../../../shared/review/edits.ts';
import { type HeatTable, heatTable } from '../../../shared/review/heat.ts';
import { rankCandidates } from '../../../shared/review/ranking.ts';
import type { Receipt } from '../../../shared/review/receipt.ts';
import type { Desk, Review } from '../../../shared/review/schema.ts';
import { type Verified, verifyScore } from '../../../shared/review/verified-score.ts';
import type { Standard } from '../../../shared/standard/schema.ts';
import { type Failure, UserError } from '../../../shared/values/errors.ts';
import { guarded, isSystemError } from '../base/failures.ts';
import { Queue } from '../base/queue.ts';
import { journalIn } from '../document/journal.ts';
import { OpenDocument } from '../document/open-document.ts';
import type { Session } from '../document/sessions.ts';
import { makeFolder } from '../files/files.ts';
import { type FolderLock, lockFolder } from '../files/lock.ts';
import type { TaskOptions } from '../package/progress.ts';
import { CACHE, INCOMING, namesIn, PACKAGES, readDeskFolder, RECEIPTS } from './desk-folder.ts';
import { notADesk } from './messages.ts';
import { Reviews } from './reviews.ts';
import { Shelf } from './shelf.ts';
import { takeIn } from './take-in.ts';

const OPENING = { action: '打开核验台', effect: '没有改动任何内容。' };

/** One package opened for verifying. */
export interface Loaded {
  readonly receipt: Receipt;
  /** The unit's own data, with the desk's campaign: never changed. */
  readonly assessment: Assessment;
  readonly standard: Standard;
  readonly review: Review;
  readonly candidate: Candidate;
  readonly notices: readonly Failure[];
}

interface Parts {
  readonly folder: string;
  readonly standard: Standard;
  readonly document: OpenDocument<Desk, DeskEdit, DeskContext>;
  readonly notices: readonly Failure[];
  readonly lock: FolderLock;
  readonly shelf: Shelf;
  readonly reviews: Reviews;
  readonly now: () => Date;
}

/** One open, locked desk. Each package's work is kept with the package; the table's rows are in memory. */
export class DeskSession implements Session {
  readonly #parts: Parts;
  readonly #inbox = new Queue();

  private constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Locks the desk, clears what a crash left half done, and reads one small summary a package. */
  static async open(
    folder: string,
    { takeOver = 'no', now = () => new Date() }: { takeOver?: 'no' | 'yes'; now?: () => Date } = {},
  ): Promise<DeskSession> {
    return guarded(OPENING, async () => {
      const { standard } = await readDeskFolder(folder);
      const lock = await lockFolder(folder, takeOver, deskDocument.words.title);
      try {
        const held = lock.held;
        const shelf = new Shelf(folder);
        const context = () => ({ keys: shelf.keys() });
        const opened = await OpenDocument.open({
          kind: deskDocument,
          folder,
          context,
          held,
          now,
          hooks: { journal: journalIn(folder) },
        });
        if (!opened) throw notADesk();
        const { document } = opened;
        await clearCache(folder);
        await clear(join(folder, INCOMING), () => true);
        await clear(join(folder, PACKAGES), (name) => name.endsWith('.new'));
        for (const name of [PACKAGES, RECEIPTS, INCOMING]) await makeFolder(join(folder, name));
        const reviews = new Reviews({ folder, campaign: document.value.campaign, shelf, held, now });
        const notices = [
          ...(lock.tookOver ? [deskDocument.words.tookOver] : []),
          ...opened.notices,
          ...(await shelf.read((receipt) => reviews.remake(receipt))),
        ];
        return new DeskSession({ folder, standard, document, notices, lock, shelf, reviews, now });
      } catch (error) {
        await lock.release();
        throw error;
      }
    });
  }

  /** The desk itself: every change of it goes through this. */
  get document(): OpenDocument<Desk, DeskEdit, DeskContext> {
    return this.#parts.document;
  }

  get folder(): string {
    return this.#parts.folder;
  }

  get standard(): Standard {
    return this.#parts.standard;
  }

  get desk(): Desk {
    return this.#parts.document.value;
  }

  get held(): boolean {
    return this.#parts.lock.held();
  }

  /** Every row of the table, in the order of keys. */
  candidates(): Candidate[] {
    return this.#parts.shelf.candidates();
  }

  /** Every file that was handed in, kept or not, in the order of receiving. */
  receipts(): Receipt[] {
    return this.#parts.shelf.receipts();
  }

  /** Over the packages in the running: one for each unit. */
  heat(): HeatTable {
    const running = rankCandidates(this.desk, this.candidates()).filter(({ rank }) => rank !== undefined);
    return heatTable(
      this.standard,
      running.map(({ candidate }) => this.#parts.shelf.get(candidate.key).summary.losses),
    );
  }

  saved(): SavedDocument<'desk'> {
    return { document: 'desk', ...this.#parts.document.saved() };
  }

  opened(): OpenedDocument<'desk'> {
    return {
      ...this.saved(),
      standard: this.standard,
      candidates: this.candidates(),
      receipts: this.receipts(),
      folder: this.folder,
      notices: [...this.#parts.notices],
    };
  }

  /** Takes one file in, one after another. Throws a UserError where it cannot be read or kept. */
  receive(
    file: { readonly path: string; readonly name: string },
    options: { receivedOn: string } & TaskOptions,
  ): Promise<Receipt> {
    return this.#inbox.run(async () => {
      if (!this.held) throw new UserError(deskDocument.words.lockLost);
      const taken = await takeIn(
        {
          desk: this.desk,
          incoming: join(this.folder, INCOMING),
          packages: join(this.folder, PACKAGES),
          receiptOf: (key) => this.#parts.shelf.receiptOf(key),
          known: () => this.#parts.shelf.candidates(),
        },
        file,
        { ...options, receivedAt: this.#parts.now().toISOString() },
      );
      const { receipt, rejudged } = taken;
      await this.#parts.shelf.note(
        rejudged ? { ...taken, summary: await this.#parts.reviews.remake(receipt) } : taken,
      );
      return receipt;
    });
  }

  /** The package with the unit's data and the review as it is now. Throws a UserError for an unknown one. */
  async load(key: string): Promise<Loaded> {
    const { receipt } = this.#parts.shelf.get(key);
    const { document, notices } = await this.#parts.reviews.get(key);
    const data = await this.#parts.reviews.dataOf(key);
    const { candidate } = this.#parts.shelf.get(key).summary;
    return { receipt, ...data, review: document.value, candidate, notices };
  }

  /** Where the verifying of a package stands. */
  async progressOf(key: string): Promise<Verified> {
    const { standard, assessment, review } = await this.load(key);
    return verifyScore(standard, { assessment, review });
  }

  async reviewSaved(key: string): Promise<SavedDocument<'review'>> {
    const { document } = await this.#parts.reviews.get(key);
    const { candidate } = this.#parts.shelf.get(key).summary;
    return { document: 'review', ...document.saved(), candidate };
  }

  async openedReview(key: string): Promise<OpenedDocument<'review'>> {
    const { assessment, standard, receipt, notices } = await this.load(key);
    return { ...(await this.reviewSaved(key)), assessment, standard, receipt, notices: [...notices] };
  }

  /** An edit of the interface's on one package's review, or a step back or forth. */
  async takeReview(key: string, step: DocumentStep<'review'>): Promise<SavedDocument<'review'>> {
    await (await this.#parts.reviews.get(key)).document.take(step);
    return this.reviewSaved(key);
  }

  /** An edit of the host's own. */
  async editReview(key: string, edit: ReviewEdit): Promise<SavedDocument<'review'>> {
    await (await this.#parts.reviews.get(key)).document.editNow(edit);
    return this.reviewSaved(key);
  }

  /** One step of undo on a package's review that is no edit, e.g. a merge. */
  async changeReview(
    key: string,
    what: string,
    change: (review: Review) => Review,
  ): Promise<SavedDocument<'review'>> {
    await (await this.#parts.reviews.get(key)).document.change(what, change);
    return this.reviewSaved(key);
  }

  /** The folder of one package. Throws a UserError for an unknown one: a key is looked up, never joined. */
  packageFolder(key: string): string {
    return join(this.folder, PACKAGES, this.#parts.shelf.get(key).receipt.key);
  }

  async close(): Promise<void> {
    const { document, reviews, lock } = this.#parts;
    await this.#inbox.run(() => Promise.resolve());
    await document.settled();
    await reviews.settled();
    await clearCache(this.folder);
    await lock.release();
  }
}

async function clearCache(folder: string): Promise<void> {
  try {
    await rm(join(folder, CACHE), { recursive: true, force: true });
  } catch (error) {
    // Still being shown: the next opening clears it.
    if (!isSystemError(error, 'EBUSY', 'EPERM', 'ENOTEMPTY')) throw error;
  }
}

async function clear(folder: string, which: (name: string) => boolean): Promise<void> {
  for (const name of (await namesIn(folder)).filter(which)) {
    await rm(join(folder, name), { recursive: true, force: true });
  }
}
