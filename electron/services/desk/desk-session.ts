import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Assessment } from '../../../shared/assessment/schema.ts';
import type { DeskSaved, OpenDesk, ReviewSaved } from '../../../shared/contract.ts';
import { type Failure } from '../../../shared/errors.ts';
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
import type { Known } from '../../../shared/review/receive.ts';
import { type Desk, newReview, type Review } from '../../../shared/review/schema.ts';
import { type Verified, verifyScore } from '../../../shared/review/verified-score.ts';
import type { Standard } from '../../../shared/standard/schema.ts';
import { allCodes } from '../../../shared/standard/walk.ts';
import { guarded, isSystemError } from '../failures.ts';
import { Queue } from '../queue.ts';
import type { Running } from '../package/progress.ts';
import { makeFolder, replaceFile } from '../store/files.ts';
import { type FolderLock, lockFolder } from '../store/lock.ts';
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
import {
  DESK,
  lockLost,
  notADesk,
  packageUnknown,
  packageUnreadable,
  refused,
  RECOVERED,
  TOOK_OVER,
} from './messages.ts';
import { readOriginal } from './original.ts';
import {
  readReceipt,
  readReceiptFile,
  readSummary,
  receiptText,
  reviewCodec,
  reviewFile,
  SUMMARY,
  type Summary,
  summaryText,
} from './package-folder.ts';
import { summaryOf, takeIn, type TakenIn } from './take-in.ts';

const READING = { action: '打开推荐包', effect: '没有改动任何内容。' };
const OPENING = { action: '打开核验台', effect: '没有改动任何内容。' };
/** Packages read at a time when a desk is opened. */
const AT_ONCE = 16;
/** Packages whose data stays in memory. */
const DATA_KEPT = 12;

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

interface Package {
  readonly receipt: Receipt;
  summary: Summary;
}

/** The unit's own data, with the desk's campaign. */
interface UnitData {
  readonly assessment: Assessment;
  readonly standard: Standard;
}

interface OpenReview {
  readonly review: EditedJson<Review>;
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
  readonly #packages = new Map<string, Package>();
  readonly #refused = new Map<string, Receipt>();
  /** Keys by assessment, so that a batch costs in proportion. */
  readonly #byAssessment = new Map<string, string[]>();
  /** Never let go while the desk is open: they hold what can be undone. */
  readonly #reviews = new Map<string, Promise<OpenReview>>();
  /** The last few; they never change, so they can be read again. */
  readonly #data = new Map<string, Promise<UnitData>>();
  readonly #inbox = new Queue();

  private constructor(parts: {
    folder: string;
    standard: Standard;
    desk: EditedJson<Desk>;
    notices: readonly Failure[];
    lock: FolderLock;
    now: () => Date;
  }) {
    this.folder = parts.folder;
    this.standard = parts.standard;
    this.#desk = parts.desk;
    this.#notices = parts.notices;
    this.#lock = parts.lock;
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
        const session = new DeskSession({ folder, standard, desk, notices, lock, now });
        await session.#readPackages(notices);
        return session;
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
    return [...this.#packages.values()].map(({ summary }) => summary.candidate);
  }

  /** Every file that was handed in, kept or not, in the order of receiving. */
  receipts(): Receipt[] {
    const all = [...[...this.#packages.values()].map(({ receipt }) => receipt), ...this.#refused.values()];
    const order = (receipt: Receipt): string => `${receipt.receivedAt} ${receipt.fileName}`;
    return all.sort((a, b) => (order(a) < order(b) ? -1 : 1));
  }

  /** Over the packages in the running: one for each unit. */
  heat(): HeatTable {
    const running = rankCandidates(this.desk, this.candidates()).filter(({ rank }) => rank !== undefined);
    return heatTable(
      this.standard,
      running.map(({ candidate }) => this.#package(candidate.key).summary.losses),
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
    if (edit.kind === 'choose') this.#package(edit.choice.key);
    if (edit.kind === 'adjustRank') this.#package(edit.adjustment.key);
    const why = 'reason' in edit && edit.reason !== '' ? `：${edit.reason}` : '';
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
          receiptOf: (key) => this.#packages.get(key)?.receipt,
          knownOf: (id) => this.#knownOf(id),
        },
        file,
        { ...options, receivedAt: this.#now().toISOString() },
      );
      await this.#note(taken);
      return taken.receipt;
    });
  }

  /** The package with the unit's data and the review as it is now. Throws a UserError for an unknown one. */
  async load(key: string): Promise<Loaded> {
    const { receipt } = this.#package(key);
    const { review, notices } = await this.#review(key);
    const data = await this.#dataOf(key);
    const { candidate } = this.#package(key).summary;
    return { receipt, ...data, review: review.value, candidate, notices };
  }

  /** Where the verifying of a package stands. */
  async progressOf(key: string): Promise<Verified> {
    const { standard, assessment, review } = await this.load(key);
    return verifyScore(standard, { assessment, review });
  }

  async reviewSaved(key: string): Promise<ReviewSaved> {
    const { review } = await this.#review(key);
    const { candidate } = this.#package(key).summary;
    return { review: review.value, candidate, canUndo: review.canUndo, canRedo: review.canRedo };
  }

  async editReview(key: string, edit: ReviewEdit): Promise<ReviewSaved> {
    const { assessment, standard } = await this.#dataOf(key);
    requireCodes(edit, standard);
    return this.changeReview(key, edit.kind, (review) =>
      applyReviewEdit(review, edit, { assessment, now: this.#now().toISOString() }),
    );
  }

  /** One step of undo on a package's review; a RangeError of the pure rules becomes a UserError. */
  async changeReview(key: string, what: string, change: (review: Review) => Review): Promise<ReviewSaved> {
    const { review } = await this.#review(key);
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
    await (await this.#review(key)).review.undo();
    return this.reviewSaved(key);
  }

  async redoReview(key: string): Promise<ReviewSaved> {
    await (await this.#review(key)).review.redo();
    return this.reviewSaved(key);
  }

  /** The folder of one package. Throws a UserError for an unknown one: a key is looked up, never joined. */
  packageFolder(key: string): string {
    return join(this.folder, PACKAGES, this.#package(key).receipt.key);
  }

  /** Waits for queued changes and lets others open the desk. */
  async close(): Promise<void> {
    await this.#inbox.run(() => Promise.resolve());
    await this.#desk.settled();
    for (const open of await Promise.allSettled(this.#reviews.values())) {
      if (open.status === 'fulfilled') await open.value.review.settled();
    }
    await clearCache(this.folder);
    await this.#lock.release();
  }

  async #readPackages(notices: Failure[]): Promise<void> {
    const packages = join(this.folder, PACKAGES);
    const keys = await namesIn(packages);
    for (let at = 0; at < keys.length; at += AT_ONCE) {
      const read = await Promise.all(
        keys.slice(at, at + AT_ONCE).map(async (key) => {
          try {
            const receipt = await readReceipt(join(packages, key));
            return { receipt, summary: await readSummary(join(packages, key)) };
          } catch (error) {
            notices.push(packageUnreadable(key, error));
            return undefined;
          }
        }),
      );
      for (const found of read) {
        if (!found) continue;
        const { receipt, summary } = found;
        try {
          this.#add(receipt, summary ?? (await this.#remake(receipt)));
        } catch (error) {
          notices.push(packageUnreadable(receipt.key, error));
        }
      }
    }
    const receipts = join(this.folder, RECEIPTS);
    for (const name of (await namesIn(receipts)).filter((each) => each.endsWith('.json'))) {
      try {
        this.#refused.set(name, await readReceiptFile(join(receipts, name)));
      } catch (error) {
        notices.push(packageUnreadable(name, error));
      }
    }
  }

  /** A summary that a crash or another version of the program left missing, from the original and the review. */
  async #remake(receipt: Receipt): Promise<Summary> {
    const folder = join(this.folder, PACKAGES, receipt.key);
    const found = await reviewFile(folder, this.#now).find();
    const review = found?.value ?? this.#newReview(receipt);
    const summary = summaryOf({ receipt, ...(await this.#readData(receipt)), review });
    await replaceFile(join(folder, SUMMARY), summaryText(summary));
    return summary;
  }

  #newReview({ packageId, verification, receivedAt }: Receipt): Review {
    return newReview(packageId, verification.sealCode, receivedAt);
  }

  #add(receipt: Receipt, summary: Summary): void {
    this.#packages.set(receipt.key, { receipt, summary });
    const siblings = this.#byAssessment.get(receipt.assessmentId) ?? [];
    this.#byAssessment.set(receipt.assessmentId, [...siblings, receipt.key]);
  }

  #knownOf(assessmentId: string): Known[] {
    return (this.#byAssessment.get(assessmentId) ?? []).map((key) => {
      const { receipt } = this.#package(key);
      const { revision, sealCode } = receipt.verification;
      return { ...receipt, revision, sealCode };
    });
  }

  /** Files that are not kept leave a receipt of their own, one for each name and content. */
  async #note({ receipt, summary, again }: TakenIn): Promise<void> {
    if (summary) {
      this.#add(receipt, summary);
      return;
    }
    const { verdict, fileName, sha256 } = receipt;
    const identity = createHash('sha256').update(`${verdict}\0${fileName}\0${sha256}`).digest('hex');
    const name = `${identity.slice(0, 16)}.json`;
    if (again || this.#refused.has(name)) return;
    await replaceFile(join(this.folder, RECEIPTS, name), receiptText(receipt));
    this.#refused.set(name, receipt);
  }

  #package(key: string): Package {
    const found = this.#packages.get(key);
    if (!found) throw packageUnknown();
    return found;
  }

  #review(key: string): Promise<OpenReview> {
    return remember(this.#reviews, key, () => this.#openReview(key));
  }

  #dataOf(key: string): Promise<UnitData> {
    const data = remember(this.#data, key, () => this.#readData(this.#package(key).receipt));
    const [oldest] = this.#data.keys();
    if (oldest !== undefined && this.#data.size > DATA_KEPT) this.#data.delete(oldest);
    return data;
  }

  async #readData({ key }: Receipt): Promise<UnitData> {
    const folder = join(this.folder, PACKAGES, key);
    const { assessment, standard } = await guarded(READING, () => readOriginal(folder));
    return { assessment: { ...assessment, campaign: this.desk.campaign }, standard };
  }

  async #openReview(key: string): Promise<OpenReview> {
    const { receipt } = this.#package(key);
    const folder = this.packageFolder(key);
    return guarded(READING, async () => {
      const file = reviewFile(folder, this.#now);
      const recovered = (await file.find())?.recovered === true;
      const review = new EditedJson<Review>({
        value: (await file.read()) ?? this.#newReview(receipt),
        file,
        codec: reviewCodec,
        folder,
        held: this.#lock.held,
        now: this.#now,
        // Gone while the review is written: a crash in between makes the summary anew, never leaves an old one.
        before: () => rm(join(folder, SUMMARY), { force: true }),
        after: async (value) => {
          const summary = summaryOf({ receipt, ...(await this.#dataOf(key)), review: value });
          this.#package(key).summary = summary;
          await replaceFile(join(folder, SUMMARY), summaryText(summary)).catch((error: unknown) => {
            // The review is saved; its summary is made anew when the desk is opened next.
            console.error(error);
          });
        },
      });
      return { review, notices: recovered ? [RECOVERED] : [] };
    });
  }
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
