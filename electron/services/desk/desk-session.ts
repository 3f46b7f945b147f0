import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Assessment } from '../../../shared/assessment/schema.ts';
import type { DeskSaved, OpenDesk, ReviewSaved } from '../../../shared/contract/contract.ts';
import { type Failure } from '../../../shared/values/errors.ts';
import type { Candidate } from '../../../shared/review/candidate.ts';
import {
  applyDeskEdit,
  applyReviewEdit,
  type DeskEdit,
  type ReviewEdit,
} from '../../../shared/review/edits.ts';
import { type HeatTable, heatTable } from '../../../shared/review/heat.ts';
import { rankCandidates } from '../../../shared/review/ranking.ts';
import type { Receipt } from '../../../shared/review/receipt.ts';
import type { Desk, Review } from '../../../shared/review/schema.ts';
import { type Verified, verifyScore } from '../../../shared/review/verified-score.ts';
import type { Standard } from '../../../shared/standard/schema.ts';
import { allCodes } from '../../../shared/standard/places.ts';
import { guarded, isSystemError } from '../base/failures.ts';
import { Queue } from '../base/queue.ts';
import type { Running } from '../package/progress.ts';
import { makeFolder } from '../files/files.ts';
import { type FolderLock, lockFolder } from '../files/lock.ts';
import {
  CACHE,
  deskCodec,
  deskFile,
  INCOMING,
  namesIn,
  PACKAGES,
  readDeskFolder,
  RECEIPTS,
} from './desk-folder.ts';
import { EditedJson } from './edited-json.ts';
import { DESK, lockLost, notADesk, refused, RECOVERED, TOOK_OVER } from './messages.ts';
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

/** One open, locked desk. Each package's work is kept with the package; the table's rows are in memory. */
export class DeskSession {
  readonly folder: string;
  readonly standard: Standard;
  readonly #desk: EditedJson<Desk>;
  readonly #notices: readonly Failure[];
  readonly #lock: FolderLock;
  readonly #now: () => Date;
  readonly #shelf: Shelf;
  readonly #reviews: Reviews;
  readonly #inbox = new Queue();

  private constructor(parts: {
    folder: string;
    standard: Standard;
    desk: EditedJson<Desk>;
    notices: readonly Failure[];
    lock: FolderLock;
    shelf: Shelf;
    reviews: Reviews;
    now: () => Date;
  }) {
    this.folder = parts.folder;
    this.standard = parts.standard;
    this.#desk = parts.desk;
    this.#notices = parts.notices;
    this.#lock = parts.lock;
    this.#shelf = parts.shelf;
    this.#reviews = parts.reviews;
    this.#now = parts.now;
  }

  /** Locks the desk, clears what a crash left half done, and reads one small summary a package. */
  static async open(
    folder: string,
    { takeOver = 'no', now = () => new Date() }: { takeOver?: 'no' | 'yes'; now?: () => Date } = {},
  ): Promise<DeskSession> {
    return guarded(OPENING, async () => {
      const { standard } = await readDeskFolder(folder);
      const lock = await lockFolder(folder, takeOver, DESK);
      try {
        const notices: Failure[] = lock.tookOver ? [TOOK_OVER] : [];
        const file = deskFile(folder, now);
        if ((await file.find())?.recovered) notices.push(RECOVERED);
        const value = await file.read();
        if (!value) throw notADesk();
        await clearCache(folder);
        await clear(join(folder, INCOMING), () => true);
        await clear(join(folder, PACKAGES), (name) => name.endsWith('.new'));
        for (const name of [PACKAGES, RECEIPTS, INCOMING]) await makeFolder(join(folder, name));
        const held = lock.held;
        const desk = new EditedJson({ value, file, codec: deskCodec, folder, held, now });
        const shelf = new Shelf(folder);
        const reviews = new Reviews({ folder, campaign: value.campaign, shelf, held, now });
        notices.push(...(await shelf.read((receipt) => reviews.remake(receipt))));
        return new DeskSession({ folder, standard, desk, notices, lock, shelf, reviews, now });
      } catch (error) {
        await lock.release();
        throw error;
      }
    });
  }

  get desk(): Desk {
    return this.#desk.value;
  }

  /** False once another program has taken the desk over: then every change is refused. */
  get held(): boolean {
    return this.#lock.held();
  }

  /** Every row of the table, in the order of keys. */
  candidates(): Candidate[] {
    return this.#shelf.candidates();
  }

  /** Every file that was handed in, kept or not, in the order of receiving. */
  receipts(): Receipt[] {
    return this.#shelf.receipts();
  }

  /** Over the packages in the running: one for each unit. */
  heat(): HeatTable {
    const running = rankCandidates(this.desk, this.candidates()).filter(({ rank }) => rank !== undefined);
    return heatTable(
      this.standard,
      running.map(({ candidate }) => this.#shelf.get(candidate.key).summary.losses),
    );
  }

  saved(): DeskSaved {
    const { value, canUndo, canRedo } = this.#desk;
    return { desk: value, canUndo, canRedo };
  }

  opened(): OpenDesk {
    return {
      ...this.saved(),
      standard: this.standard,
      candidates: this.candidates(),
      receipts: this.receipts(),
      folder: this.folder,
      notices: [...this.#notices],
    };
  }

  async edit(edit: DeskEdit): Promise<DeskSaved> {
    if (edit.kind === 'choose') this.#shelf.get(edit.choice.key);
    if (edit.kind === 'adjustRank') this.#shelf.get(edit.adjustment.key);
    if (edit.kind === 'acceptPackage') {
      const { key, instead, against } = edit.acceptance;
      for (const each of [key, ...instead, ...against]) this.#shelf.get(each);
    }
    const reason =
      edit.kind === 'acceptPackage' ? edit.acceptance.reason : 'reason' in edit ? edit.reason : '';
    const why = reason === '' ? '' : `：${reason}`;
    await this.#desk.edit(`${edit.kind}${why}`, (desk) =>
      applyDeskEdit(desk, edit, this.#now().toISOString()),
    );
    return this.saved();
  }

  async undo(): Promise<DeskSaved> {
    await this.#desk.undo();
    return this.saved();
  }

  async redo(): Promise<DeskSaved> {
    await this.#desk.redo();
    return this.saved();
  }

  /** Takes one file in, one after another. Throws a UserError where it cannot be read or kept. */
  receive(
    file: { readonly path: string; readonly name: string },
    options: { receivedOn: string } & Running,
  ): Promise<Receipt> {
    return this.#inbox.run(async () => {
      if (!this.held) throw lockLost();
      const taken = await takeIn(
        {
          desk: this.desk,
          incoming: join(this.folder, INCOMING),
          packages: join(this.folder, PACKAGES),
          receiptOf: (key) => this.#shelf.receiptOf(key),
          known: () => this.#shelf.candidates(),
        },
        file,
        { ...options, receivedAt: this.#now().toISOString() },
      );
      const { receipt, rejudged } = taken;
      await this.#shelf.note(rejudged ? { ...taken, summary: await this.#reviews.remake(receipt) } : taken);
      return receipt;
    });
  }

  /** The package with the unit's data and the review as it is now. Throws a UserError for an unknown one. */
  async load(key: string): Promise<Loaded> {
    const { receipt } = this.#shelf.get(key);
    const { review, notices } = await this.#reviews.get(key);
    const data = await this.#reviews.dataOf(key);
    const { candidate } = this.#shelf.get(key).summary;
    return { receipt, ...data, review: review.value, candidate, notices };
  }

  /** Where the verifying of a package stands. */
  async progressOf(key: string): Promise<Verified> {
    const { standard, assessment, review } = await this.load(key);
    return verifyScore(standard, { assessment, review });
  }

  async reviewSaved(key: string): Promise<ReviewSaved> {
    const { review } = await this.#reviews.get(key);
    const { candidate } = this.#shelf.get(key).summary;
    return { review: review.value, candidate, canUndo: review.canUndo, canRedo: review.canRedo };
  }

  async editReview(key: string, edit: ReviewEdit): Promise<ReviewSaved> {
    const { assessment, standard } = await this.#reviews.dataOf(key);
    requireCodes(edit, standard);
    return this.changeReview(key, edit.kind, (review) =>
      applyReviewEdit(review, edit, { assessment, now: this.#now().toISOString() }),
    );
  }

  /** One step of undo on a package's review; a RangeError of the pure rules becomes a UserError. */
  async changeReview(key: string, what: string, change: (review: Review) => Review): Promise<ReviewSaved> {
    const { review } = await this.#reviews.get(key);
    await review.edit(what, (current) => {
      try {
        return change(current);
      } catch (error) {
        if (error instanceof RangeError) throw refused('内容与这个推荐包对不上');
        throw error;
      }
    });
    return this.reviewSaved(key);
  }

  async undoReview(key: string): Promise<ReviewSaved> {
    await (await this.#reviews.get(key)).review.undo();
    return this.reviewSaved(key);
  }

  async redoReview(key: string): Promise<ReviewSaved> {
    await (await this.#reviews.get(key)).review.redo();
    return this.reviewSaved(key);
  }

  /** The folder of one package. Throws a UserError for an unknown one: a key is looked up, never joined. */
  packageFolder(key: string): string {
    return join(this.folder, PACKAGES, this.#shelf.get(key).receipt.key);
  }

  /** Waits for queued changes and lets others open the desk. */
  async close(): Promise<void> {
    await this.#inbox.run(() => Promise.resolve());
    await this.#desk.settled();
    await this.#reviews.settled();
    await clearCache(this.folder);
    await this.#lock.release();
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

function requireCodes(edit: ReviewEdit, standard: Standard): void {
  const codes =
    'code' in edit
      ? [edit.code]
      : edit.kind === 'agree'
        ? edit.codes
        : edit.kind === 'takeEntries'
          ? Object.keys(edit.entries)
          : [];
  const all = new Set(allCodes(standard));
  const unknown = codes.find((code) => !all.has(code));
  if (unknown !== undefined) throw refused(`验收标准没有编号为 ${unknown} 的项目`);
}

async function clear(folder: string, which: (name: string) => boolean): Promise<void> {
  for (const name of (await namesIn(folder)).filter(which)) {
    await rm(join(folder, name), { recursive: true, force: true });
  }
}
