import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Assessment } from '../../../shared/assessment/schema.ts';
import type { DocumentStep, OpenedDocument, SavedDocument } from '../../../shared/contract/contract.ts';
import type { Candidate } from '../../../shared/review/candidate.ts';
import type { DeskEdit } from '../../../shared/review/desk-edits.ts';
import { type DeskContext, deskDocument, reviewDocument } from '../../../shared/review/documents.ts';
import type { ReviewEdit } from '../../../shared/review/edits.ts';
import { type HeatTable, heatTable } from '../../../shared/review/heat.ts';
import { rankCandidates } from '../../../shared/review/ranking.ts';
import type { Receipt } from '../../../shared/review/receipt.ts';
import type { Desk, Review } from '../../../shared/review/schema.ts';
import { type Verified, verifyScore } from '../../../shared/review/verified-score.ts';
import type { Standard } from '../../../shared/standard/schema.ts';
import type { Failure } from '../../../shared/values/errors.ts';
import { guarded, isOfTheSystem } from '../base/failures.ts';
import { Queue } from '../base/queue.ts';
import { type Locked, LockedSession, type Opening, openLocked } from '../document/locked-session.ts';
import { foldersIn, namesIn } from '../document/new-folder.ts';
import { makeFolder } from '../files/files.ts';
import { removeLeftovers } from '../files/ingest.ts';
import { removeTemporaries } from '../files/leftovers.ts';
import type { TaskOptions } from '../package/progress.ts';
import { CACHE, INCOMING, PACKAGES, readDeskFolder, RECEIPTS } from './desk-folder.ts';
import { type Inspect, inspectFile } from './inspection.ts';
import { mendReceipt } from './mend.ts';
import { CONTENTS, PHOTOS, RECEIPT, SUMMARY } from './package-folder.ts';
import { Reviews } from './reviews.ts';
import { Packages } from './packages.ts';
import { rowOn } from '../../../shared/review/desk-row.ts';
import { ShownRows } from './shown-rows.ts';
import { placingEdits } from '../../../shared/review/placing.ts';
import { campaignHash } from './summary.ts';
import { bringIn, type Inbox, letGo, takeIn } from './take-in.ts';

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

interface Parts {
  readonly standard: Standard;
  readonly packages: Packages;
  readonly reviews: Reviews;
  readonly now: () => Date;
}

/** One open, locked desk. Each package's work is kept with the package; the table's rows are in memory. */
export class DeskSession extends LockedSession<'desk', Desk, DeskEdit, DeskContext> {
  readonly #parts: Parts;
  readonly #inbox = new Queue();
  readonly #shown: ShownRows;

  private constructor(locked: Locked<Desk, DeskEdit, DeskContext>, parts: Parts) {
    super('desk', locked);
    this.#parts = parts;
    this.#shown = new ShownRows(parts.packages);
  }

  /** Locks the desk, clears what a crash left half done, and reads one small summary a package. */
  static async open(
    folder: string,
    { takeOver = 'no', now = () => new Date(), beside }: Partial<Opening> = {},
  ): Promise<DeskSession> {
    const { standard } = await guarded(deskDocument.words.opening, () => readDeskFolder(folder));
    const packages = new Packages(folder);
    const context = () => ({ keys: packages.keys(), standard });
    let follow = (_: Desk): Promise<void> => Promise.resolve();
    // Where making the rows anew fails, they are made anew when the desk is opened next.
    const hooks = { afterWrite: (desk: Desk) => follow(desk) };
    return openLocked(
      { kind: deskDocument, folder, takeOver, now, beside, context, hooks },
      async (locked) => {
        await clearCache(folder);
        await clear(join(folder, INCOMING), () => true);
        await clearPackages(join(folder, PACKAGES));
        for (const name of [PACKAGES, RECEIPTS, INCOMING]) await makeFolder(join(folder, name));
        const desk = locked.document.value;
        const { campaign } = desk;
        const reviews = new Reviews({ folder, campaign, standard, packages, held: locked.held, now });
        follow = (changed) => reviews.judgeBy(changed.campaign);
        const read = await packages.read({
          campaign: campaignHash(campaign),
          remake: (receipt) => reviews.remake(receipt),
          mend: (key, came) => {
            const onDesk = {
              alike: (traits: readonly string[]) => packages.alike(traits),
              rowOf: () => undefined,
            };
            const judge = { desk, standard, onDesk, now: now() };
            return mendReceipt(join(folder, PACKAGES, key), key, came, judge);
          },
        });
        const notices = [...locked.notices, ...read];
        return new DeskSession({ ...locked, notices }, { standard, packages, reviews, now });
      },
    );
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
    return {
      ...super.opened(),
      standard: this.standard,
      candidates: this.candidates(),
      receipts: this.receipts(),
      folder: this.folder,
    };
  }

  /**
   * Takes one file in. Several may be copied and verified at a time; each is judged beside all that were handed in before
   * it. Throws a UserError where it cannot be read or kept.
   */
  receive(
    file: { readonly path: string; readonly name: string },
    options: { receivedOn: string; body?: string | undefined; inspect?: Inspect } & TaskOptions,
  ): Promise<Receipt> {
    const { inspect = (each, task) => inspectFile(this.standard, each, task) } = options;
    const bringing = this.requireHeld().then(() => bringIn(this.#receiving(inspect), file, options));
    // Told of when it is its turn.
    bringing.catch(() => undefined);
    return this.#inbox.run(async () => {
      const brought = await bringing;
      try {
        await this.requireHeld();
        const receivedAt = this.#parts.now().toISOString();
        const taken = await takeIn(this.#receiving(inspect), brought, { ...options, receivedAt });
        const { receipt, rejudged } = taken;
        await this.#parts.packages.note(
          rejudged ? { ...taken, summary: (await this.#parts.reviews.remake(receipt)).summary } : taken,
        );
        return receipt;
      } finally {
        await letGo(brought);
      }
    });
  }

  #receiving(inspect: Inspect): Inbox {
    const { packages } = this.#parts;
    return {
      desk: this.desk,
      standard: this.standard,
      incoming: join(this.folder, INCOMING),
      packages: join(this.folder, PACKAGES),
      receiptOf: (key) => packages.receiptOf(key),
      onDesk: {
        alike: (traits) => packages.alike(traits),
        rowOf: (key) => this.#shown.of(this.desk).get(key),
      },
      inspect,
    };
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
    const candidate = rowOn(this.desk, this.#parts.packages.get(key).summary.candidate);
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
    const candidate = rowOn(this.desk, this.#parts.packages.get(key).summary.candidate);
    return { document: 'review', ...document.saved(), candidate };
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

  /** The folder of one package. Throws a UserError for an unknown one: a key is looked up, never joined. */
  packageFolder(key: string): string {
    return join(this.folder, PACKAGES, this.#parts.packages.get(key).receipt.key);
  }

  override async close(): Promise<void> {
    await this.#inbox.run(() => Promise.resolve());
    await this.document.settled();
    await this.#parts.reviews.settled();
    await clearCache(this.folder);
    await super.close();
  }
}

/** What saving leaves in the folder of one package when it is cut off. */
const SAVED = [reviewDocument.file, ...[RECEIPT, CONTENTS, SUMMARY].map((name) => basename(name, '.json'))];

async function clearPackages(folder: string): Promise<void> {
  await clear(folder, (name) => name.endsWith('.new'));
  for (const key of await foldersIn(folder)) {
    await removeTemporaries(join(folder, key), SAVED);
    await removeLeftovers(join(folder, key, PHOTOS));
  }
}

async function clearCache(folder: string): Promise<void> {
  try {
    await rm(join(folder, CACHE), { recursive: true, force: true });
  } catch (error) {
    // Still being shown, or the disk is gone: the next opening clears it.
    if (!isOfTheSystem(error)) throw error;
  }
}

async function clear(folder: string, which: (name: string) => boolean): Promise<void> {
  for (const name of (await namesIn(folder)).filter(which)) {
    await rm(join(folder, name), { recursive: true, force: true });
  }
}
