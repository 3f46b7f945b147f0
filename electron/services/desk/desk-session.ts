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
import type { Failure } from '../../../shared/values/errors.ts';
import { guarded } from '../base/failures.ts';
import { type Locked, LockedSession, type Opening, openLocked } from '../document/locked-session.ts';
import { makeFolder } from '../files/files.ts';
import { clearCache, clearDesk } from './clearing.ts';
import { INCOMING, PACKAGES, readDeskFolder, RECEIPTS } from './desk-folder.ts';
import { type DeskParts, deskParts } from './desk-parts.ts';
import { packageIsBack, packageUnknown } from './messages.ts';
import type { MissingKnown } from './missing.ts';
import { Packages } from './packages.ts';
import { type ReceiveOptions, Receiving } from './receiving.ts';
import { ShownRows } from './shown-rows.ts';
import { placingEdits } from '../../../shared/review/placing.ts';

/** One package opened for verifying. */
export interface Loaded {
  readonly receipt: Receipt;
  /** The unit's own data, with the desk's campaign: never changed. */
  readonly assessment: Assessment;
  /** The desk's own copy, where the package's is the same by its content. */
  readonly standard: Standard;
  readonly standardContent: string;
  readonly isDesks: boolean;
  readonly review: Review;
  readonly candidate: Candidate;
  readonly notices: readonly Failure[];
}

/** One open, locked desk. Each package's work is kept with the package; the table's rows are in memory. */
export class DeskSession extends LockedSession<'desk', Desk, DeskEdit, DeskContext> {
  readonly #parts: DeskParts;
  readonly #shown: ShownRows;
  readonly #receiving: Receiving;

  private constructor(locked: Locked<Desk, DeskEdit, DeskContext>, parts: DeskParts) {
    super('desk', locked);
    this.#parts = parts;
    this.#shown = new ShownRows(parts.packages, parts.lostReviews);
    this.#receiving = new Receiving({
      ...parts,
      folder: this.folder,
      desk: () => this.desk,
      rowOf: (key) => this.#shown.of(this.desk).get(key),
      requireHeld: () => this.requireHeld(),
    });
  }

  /**
   * Locks the desk, clears what a crash left half done, and takes the rows from the index, or reads one small summary a
   * package. What was taken from the index, and originals that are not known, are looked at behind (`checked`).
   */
  static async open(
    folder: string,
    { takeOver = 'no', now = () => new Date(), beside }: Partial<Opening> = {},
  ): Promise<DeskSession> {
    const { standard } = await guarded(deskDocument.words.opening, () => readDeskFolder(folder));
    const packages = new Packages(folder);
    const context = () => ({ keys: packages.keys(), standard });
    let wrote = (_: Desk): Promise<void> => Promise.resolve();
    // Where making the rows anew fails, they are made anew before anything is made of them.
    const hooks = { afterWrite: (desk: Desk) => wrote(desk) };
    return openLocked(
      { kind: deskDocument, folder, takeOver, now, beside, context, hooks },
      async (locked) => {
        await clearDesk(folder);
        for (const name of [RECEIPTS, INCOMING]) await makeFolder(join(folder, name));
        const parts = await deskParts({ locked, standard, packages, now });
        ({ wrote } = parts);
        return new DeskSession(locked, parts);
      },
    );
  }

  /**
   * Ends when everything that opening took for granted was looked at; what is wrong is among the notices then. Throws a
   * UserError where that failed. An abort ends the waiting alone.
   */
  checked(signal?: AbortSignal): Promise<void> {
    return this.#parts.checked(signal);
  }

  override get notices(): readonly Failure[] {
    return [...super.notices, ...this.#parts.found()];
  }

  get standard(): Standard {
    return this.#parts.standard;
  }

  get desk(): Desk {
    return this.value;
  }

  /** Every row of the table, in the order of keys. */
  candidates(): Candidate[] {
    return [...this.#shown.of(this.desk).values()];
  }

  /** What was received, as far as it is known to be here: of whatever is not, nothing is final. */
  received(): ReturnType<DeskParts['received']> {
    return this.#parts.received();
  }

  /** What was received and is not among the rows: its folder is away, or cannot be read. */
  missing(): readonly MissingKnown[] {
    return this.received().missing;
  }

  /** Puts on the list what is back. Throws a UserError where all packages are away. */
  lookForMissing(): Promise<void> {
    return this.#parts.lookForMissing();
  }

  /** Somebody has looked: all that was received is there. */
  vouch(): Promise<void> {
    return this.#parts.vouch();
  }

  /** The same of what is saved of one review. */
  vouchFor(key: string): Promise<void> {
    return this.#parts.vouchFor(this.#parts.packages.get(key).receipt.key);
  }

  /** The same of desk.json, in whose place an older one counts. */
  vouchForDesk(): Promise<void> {
    return this.#parts.vouchForDesk(this.desk.updatedAt);
  }

  /** The folder of one is gone for good: it is not waited for any more. A UserError where it is there. */
  async giveUp(key: string): Promise<void> {
    if (await this.#parts.giveUp(key)) return;
    await this.#parts.lookForMissing();
    throw packageIsBack();
  }

  /** Every file that was handed in, kept or not, in the order of receiving. */
  receipts(): Receipt[] {
    return this.#parts.packages.receipts();
  }

  /** Over the packages in the running, one for each unit; a sample is none. */
  heat(): HeatTable {
    const running = rankCandidates(this.desk, this.candidates()).filter(
      ({ rank, candidate }) => rank !== undefined && !candidate.sample,
    );
    return heatTable(
      this.standard,
      running.map(({ candidate }) => this.#parts.packages.get(candidate.key).summary.losses),
    );
  }

  /** Its packages and their reviews belong to what is shown of it. */
  override saved() {
    const saved = super.saved();
    return { ...saved, revision: `${saved.revision}-${this.#parts.packages.changes}` };
  }

  override opened(): OpenedDocument<'desk'> {
    const { missing, isListLost, isDeskOlder, lostReviews, wrongOriginals } = this.received();
    return {
      ...super.opened(),
      standard: this.standard,
      candidates: this.candidates(),
      receipts: this.receipts(),
      missing: [...missing],
      isListLost,
      isDeskOlder,
      lostReviews: [...lostReviews],
      wrongOriginals: [...wrongOriginals],
      folder: this.folder,
    };
  }

  /**
   * Takes one file in. Several may be copied and verified at a time; each is judged beside all that were handed in before
   * it. Throws a UserError where it cannot be read or kept.
   */
  receive(file: { readonly path: string; readonly name: string }, options: ReceiveOptions): Promise<Receipt> {
    return this.#receiving.receive(file, options);
  }

  /** Notes down who recommends what was taken in: on a provincial desk, one step of undo. */
  async place(batch: Parameters<typeof placingEdits>[2]): Promise<void> {
    for (const edit of placingEdits(this.desk, this.candidates(), batch)) {
      await this.document.editNow(edit);
    }
  }

  /** The package with the unit's data and the review as it is now. Throws a UserError for an unknown one. */
  async load(key: string): Promise<Loaded> {
    const { receipt } = this.#parts.packages.get(key);
    const { document, notices } = await this.#parts.reviews.get(key);
    const data = await this.#parts.reviews.dataOf(key);
    const candidate = this.#rowOf(key);
    const told = [...notices, ...this.#parts.reviews.mended(key)];
    return { receipt, ...data, review: document.value, candidate, notices: told };
  }

  /** Where the verifying of a package stands. */
  async progressOf(key: string): Promise<Verified> {
    const { standard, assessment, review } = await this.load(key);
    return verifyScore(standard, { assessment, review });
  }

  async reviewSaved(key: string): Promise<SavedDocument<'review'>> {
    const { document } = await this.#parts.reviews.get(key);
    const candidate = this.#rowOf(key);
    return { document: 'review', ...document.saved(), candidate };
  }

  #rowOf(key: string): Candidate {
    return this.#shown.one(this.desk, this.#parts.packages.get(key).summary.candidate);
  }

  async openedReview(key: string): Promise<OpenedDocument<'review'>> {
    const { assessment, standard, isDesks, receipt, notices } = await this.load(key);
    const told = [...notices, ...(await this.#parts.reviews.beside(key))];
    return { ...(await this.reviewSaved(key)), assessment, standard, isDesks, receipt, notices: told };
  }

  async reviewNow(key: string) {
    const { document } = await this.#parts.reviews.get(key);
    return { revision: document.revision, beside: document };
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

  /** Unpacks a piece of a package's evidence to `target`. */
  unpack(key: string, sha256: string, target: string): Promise<void> {
    return this.#parts.reviews.unpack(key, sha256, target);
  }

  /** To be asked before files are put beside a package's review; a UserError where it is not there. */
  async requirePackage(key: string): Promise<void> {
    await this.requireHeld();
    if (await this.#parts.isMissing(key)) throw packageUnknown();
  }

  /** The folder of one package. Throws a UserError for an unknown one: a key is looked up, never joined. */
  packageFolder(key: string): string {
    return join(this.folder, PACKAGES, this.#parts.packages.get(key).receipt.key);
  }

  override async close(): Promise<void> {
    await this.#parts.stop();
    await this.#parts.queue.run(() => Promise.resolve());
    await this.document.settled();
    await this.#parts.reviews.settled();
    // Where the disk is gone, that is told of already.
    await this.#parts.keepOpen().catch((error: unknown) => console.error(error));
    await this.#parts.keepIndex();
    await clearCache(this.folder);
    await super.close();
  }
}
