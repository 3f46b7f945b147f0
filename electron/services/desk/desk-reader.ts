import { join } from 'node:path';
import type { NamedPackage } from '../../../shared/review/words.ts';
import { type Failure, UserError } from '../../../shared/values/errors.ts';
import { isSystemError } from '../base/failures.ts';
import { several } from '../base/several.ts';
import { foldersIn } from '../document/new-folder.ts';
import { makeFolder } from '../files/files.ts';
import { isBuilding } from '../files/work-names.ts';
import { PACKAGES } from './desk-folder.ts';
import { type About, type Indexed, packageOf } from './desk-index.ts';
import { isOf, isSameRow, isStill } from './desk-rows.ts';
import { fits, isSameMark, isThere, markOf, momentOf } from './marks.ts';
import { LostReviews } from './lost-reviews.ts';
import { packagesAway } from './messages.ts';
import { DESK_OLDER, listLost } from './notices.ts';
import { keepReceipt } from './mend.ts';
import { KeptIndex } from './kept-index.ts';
import { Missing, type MissingKnown } from './missing.ts';
import { Originals } from './originals.ts';
import { ORIGINAL, REVIEW } from './package-folder.ts';
import { PackageList } from './package-list.ts';
import type { Packages } from './packages.ts';
import { type PackageOnDesk, type Reading, readPackage, remade, Told } from './read-package.ts';
import { readRefused } from './read-refused.ts';
import type { Came } from './summary.ts';

/** Packages read at a time when a desk is opened, and behind the open one. */
const AT_ONCE = 16;
const AT_ONCE_BEHIND = 4;

/** Runs a task while nobody else works on this package; not at all where somebody does. A UserError ends what goes on. */
type Alone = (key: string, task: () => Promise<void>) => Promise<void>;

interface Looking {
  readonly told: Told;
  readonly alone: Alone;
  /** An abort ends it. */
  readonly signal?: AbortSignal | undefined;
}

/** What holds the reviews of an open desk. */
interface OpenReviews {
  /** A package was taken off the list. */
  readonly dropped: (key: string) => void;
  /** A package is on the list as it is on the disk. */
  readonly found: (key: string) => void;
  /** What is, or was, open of the review of a package is there yet. */
  readonly holds: (key: string) => boolean;
  /** Writes it again where its file is gone, be it with all of its folder; false where nothing is. */
  readonly writeAgain: (key: string) => Promise<boolean>;
  /** Writes what was open of a package whose folder is back, where that is older; false where nothing is written. */
  readonly putBack: (key: string) => Promise<boolean>;
}

/**
 * Reads what lies in a desk's folder into its list, and keeps the index, from which it is read the next time (`KeptIndex`).
 * What was on the list and is not there, or cannot be read, is looked for again with every check.
 */
export class DeskReader {
  readonly #folder: string;
  readonly list: PackageList;
  readonly #packages: Packages;
  readonly #originals: Originals;
  readonly #missing = new Missing();
  readonly lostReviews: LostReviews;
  readonly #reviews: OpenReviews;
  readonly #index: KeptIndex;
  /** Taken from the index, and not held against its files since. */
  readonly #believed = new Map<string, PackageOnDesk>();
  /** Receipts of files that were not kept, as they lay there when the desk was opened. */
  #refusedThere: readonly string[] = [];
  /** That no record named when the desk was opened, though others were. */
  #strangers: readonly string[] = [];

  constructor(folder: string, packages: Packages, reviews: OpenReviews) {
    this.#folder = folder;
    this.list = new PackageList(folder);
    this.#packages = packages;
    this.#reviews = reviews;
    this.lostReviews = new LostReviews(folder, packages, this.list);
    this.#originals = new Originals(folder, packages);
    const { list, lostReviews } = this;
    this.#index = new KeptIndex(folder, { packages, list, originals: this.#originals, lostReviews });
  }

  /**
   * Takes from the index what looks as it did then, and reads everything else that is there. What a crash, another version
   * of the program or another program left missing or wrong is made anew from the original and the review, and told; so is
   * what is gone or cannot be read. The other two as of `PackageList.read`. Throws a UserError where all packages are away.
   */
  async read(
    reading: Reading,
    { head, isOlder }: { head: string; isOlder: boolean },
    told: Told,
  ): Promise<void> {
    this.#index.begin(head);
    const keys = await foldersIn(join(this.#folder, PACKAGES)).catch((error: unknown) => {
      throw isSystemError(error, 'ENOTDIR') ? packagesAway() : error;
    });
    const { rows: index, known, coming } = await this.list.read(head, isOlder);
    const there = new Set(keys);
    const arrived = [...coming].filter(([key]) => there.has(key) && !known.has(key));
    for (const [key, about] of arrived) known.set(key, about);
    await this.#requireSome(known, there);
    await makeFolder(join(this.#folder, PACKAGES));
    const doubted: string[] = [];
    await several(keys, 4 * AT_ONCE, async (key) => {
      const row = index.get(key);
      const isFit = row && isOf(row, key) && (await fits(this.#at(key), row.marks));
      if (!isFit || !this.#believes(row)) doubted.push(key);
      else if (row.marks[REVIEW]) await this.lostReviews.seeRow(key, row.marks[REVIEW]);
      else if (this.list.isReviewed(key)) await this.lostReviews.see(key);
    });
    // Before anybody is told that they are in.
    for (const [key, about] of arrived) await this.#note(key, about);
    for (const [key, about] of known) if (!there.has(key)) this.#missing.gone(key, about);
    const moment = doubted.length > 0 ? await momentOf(this.#folder) : -Infinity;
    const later: { key: string; came: Came }[] = [];
    const unread = (key: string) => async (error: unknown) => {
      const isReviewGone = await this.lostReviews.isGone(key);
      this.#missing.unread(key, known.get(key), { error, isReviewGone });
    };
    const readOne = async (key: string): Promise<void> => {
      const read = await readPackage(this.#at(key), reading, told);
      if ('came' in read) return void later.push({ key, came: read.came });
      const { found, marks } = read;
      this.#packages.add(found);
      await this.lostReviews.see(key);
      if (!read.isOriginalThere) this.#originals.doubt(key, await markOf(this.#at(key, ORIGINAL)));
      const original = index.get(key)?.marks?.[ORIGINAL];
      if (original && isSameMark(original, marks?.[ORIGINAL])) this.#originals.believe(key, original);
      if (marks) this.#index.take(found, marks, moment);
    };
    await several(doubted.sort(), AT_ONCE, (key) => readOne(key).catch(unread(key)));
    // Each is judged beside those that are there.
    for (const { key, came } of later) {
      const add = async () => this.#packages.add(await mended(key, came, reading, told));
      await add().then(() => this.lostReviews.see(key), unread(key));
    }
    // What lies in the moment in which the program was killed is named as coming.
    const isStranger = (key: string): boolean => !known.has(key) && !this.list.isGivenUp(key);
    const strangers = [...this.#packages.keys()].filter(isStranger);
    if (!isOlder && strangers.length > 0) this.list.lose();
    // Where no record was left, all are.
    if (known.size > 0) this.#strangers = strangers;
    this.#refusedThere = await readRefused(this.#folder, this.#packages, told);
    if (this.#refusedGone.length > 0) this.list.lose();
    const isKept = doubted.length === 0 && known.size === this.#believed.size && !this.list.isStale;
    if (isKept) this.#index.isAsRead();
  }

  /** What is missing from the list, and whose original is wrong, as it is now. */
  get failures(): Failure[] {
    const strangers = this.#strangers.filter((key) => this.#packages.find(key));
    const lost = this.list.isLost
      ? [
          listLost(
            strangers.map((key) => this.#packages.aboutOf(key)),
            this.#refusedGone.length,
          ),
        ]
      : [];
    const older = this.list.deskFile?.isOlder ? [DESK_OLDER] : [];
    const { failures } = this.lostReviews;
    const missing = this.#missing.failures(this.#reviews.holds);
    return [...older, ...lost, ...missing, ...failures, ...this.#originals.failures];
  }

  get #refusedGone(): string[] {
    return this.list.refusedGone([...this.#refusedThere, ...this.#packages.refused]);
  }

  /** Packages on the list whose original is not what came in. */
  get wrongOriginals(): readonly NamedPackage[] {
    return this.#originals.wrong;
  }

  get missing(): readonly MissingKnown[] {
    return this.#missing.known;
  }

  /** `campaign`: as `campaignHash` gives it. */
  keepIndex(campaign: string, head: string): Promise<void> {
    return this.#index.keep(campaign, head, this.#missing.known);
  }

  /** It is not waited for any more; false where it is there. */
  async giveUp(key: string): Promise<boolean> {
    await this.requireThere();
    if (await isThere(this.#at(key))) return false;
    this.#missing.found(key);
    this.#reviews.found(key);
    this.list.giveUp(key);
    this.#index.doubt();
    return true;
  }

  /** Looks for what is missing, was given up, or was put there by hand. A UserError where all packages are away. */
  async lookForMissing(reading: Reading, { signal, told, alone }: Looking): Promise<void> {
    for (const key of this.#missing.keys) {
      if (signal?.aborted) return;
      if (!(await isThere(this.#at(key)))) {
        await this.miss(key);
        continue;
      }
      await alone(key, async () => {
        const isNewer = await this.#reviews.putBack(key);
        await this.#readAnew(key, reading, told);
        if (isNewer && this.#packages.find(key)) told.note('rewritten', this.#packages.aboutOf(key));
      });
    }
    const known = new Set([...this.#packages.keys(), ...this.#missing.keys]);
    for (const key of await foldersIn(join(this.#folder, PACKAGES))) {
      if (known.has(key) || isBuilding(key) || signal?.aborted) continue;
      await alone(key, async () => {
        if (this.#packages.find(key)) return;
        await this.#readAnew(key, reading, told);
        if (this.#packages.find(key)) await this.#note(key, this.#packages.aboutOf(key));
      });
    }
  }

  /** Looks for the reviews that the desk has had: what is gone is written again from what is open, or missed. */
  async lookForReviews(reading: Reading, { signal, ...looking }: Looking): Promise<void> {
    await several([...this.#packages.keys()], AT_ONCE, async (key) => {
      if (!signal?.aborted) await this.lookForReview(key, reading, looking);
    });
  }

  /** The same of one: to be asked before it is opened. */
  async lookForReview(key: string, reading: Reading, { told, alone }: Looking): Promise<void> {
    const isOther = async (): Promise<boolean> =>
      this.#packages.find(key) !== undefined && (await this.lostReviews.isOther(key));
    // Where the whole folder is away, that is told.
    if (!(await isOther()) || !(await isThere(this.#at(key)))) return;
    if (!this.lostReviews.isLost(key)) await alone(key, () => this.#keepReceipt(key));
    if (!this.lostReviews.isLost(key) && (await this.#reviews.writeAgain(key))) {
      told.note('rewritten', this.#packages.aboutOf(key));
      await this.lostReviews.see(key);
      return;
    }
    await alone(key, async () => ((await isOther()) ? this.#readAnew(key, reading, told) : undefined));
  }

  /** Before the desk is closed: what is, or was, open of reviews whose folders are gone is written where they were. */
  async keepOpen(keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      if (this.lostReviews.isLost(key) || !(await this.lostReviews.isGone(key))) continue;
      await this.requireThere();
      await this.#reviews.writeAgain(key);
    }
  }

  /** What is known of it where it has gone with the rest of the folder: when it came, nothing else says. */
  async #keepReceipt(key: string): Promise<void> {
    const found = this.#packages.find(key);
    if (found && (await isThere(this.#at(key)))) await keepReceipt(this.#at(key), found.receipt);
  }

  /** Looks for all that, and reads each original that does not look as it did when it was held against its hash last. */
  async look(reading: Reading, looking: Looking): Promise<void> {
    const { signal } = looking;
    await this.lookForMissing(reading, looking);
    await this.lookForReviews(reading, looking);
    await this.#originals.look({ isMissing: (key) => this.miss(key), signal });
  }

  /** Holds every row that was taken from the index against its files. */
  async assureAll(reading: Reading, { signal, ...looking }: Looking): Promise<void> {
    await several([...this.#believed.keys()], AT_ONCE_BEHIND, async (key) => {
      if (!signal?.aborted) await this.assure(key, reading, looking);
    });
  }

  /** The same for the row of one package: to be asked before anything is built on it. */
  async assure(key: string, reading: Reading, { told, alone }: Looking): Promise<void> {
    const found = this.#believed.get(key);
    const isThis = (): boolean => found !== undefined && this.#packages.find(key) === found;
    if (!found || !isThis()) return;
    if (!(await isStill(this.#at(key), found, reading.campaign))) {
      // Read anew at the next opening, whatever becomes of it now.
      this.#index.doubt(key);
      await alone(key, async () => (isThis() ? this.#readAnew(key, reading, told, found) : undefined));
    }
    this.#believed.delete(key);
  }

  /**
   * Takes a package off the list that is not there, or cannot be read (`error`); false where it is none of both. Throws a
   * UserError where no package is there: a stick that was pulled out takes none away.
   */
  async miss(key: string, error?: unknown): Promise<boolean> {
    await this.requireThere();
    const before = this.#packages.find(key);
    const isReviewGone = await this.lostReviews.isGone(key);
    const mark = await markOf(this.#at(key)).catch(() => undefined);
    // It may have come in, or been given up, meanwhile.
    if (this.#packages.find(key) !== before) return this.miss(key, error);
    const about = before ? this.#packages.aboutOf(key) : this.#missing.aboutOf(key);
    if (mark === null && about) this.#missing.gone(key, about);
    else if (mark === null) this.#missing.found(key);
    else if (error !== undefined) this.#missing.unread(key, about, { error, isReviewGone });
    else return false;
    this.#reviews.dropped(key);
    this.#packages.drop(key);
    this.#originals.forget(key);
    this.lostReviews.forget(key);
    this.#index.doubt();
    return true;
  }

  /**
   * Throws a UserError where the folder of packages is not there, or none of several that are known is in it: nothing may be
   * taken off the list then, or put into what lies in its place.
   */
  async requireThere(): Promise<void> {
    if (!(await isThere(join(this.#folder, PACKAGES)))) throw packagesAway();
    for (const key of this.#packages.keys()) if (await isThere(this.#at(key))) return;
    const missing = this.#missing.known;
    for (const { key } of missing) if (await isThere(this.#at(key))) return;
    if ([...this.#packages.keys()].length + missing.length > 1) throw packagesAway();
  }

  /** The original of this package was held against its hash just now, and put in its place. */
  async cameIn(key: string): Promise<void> {
    this.#missing.found(key);
    await this.lostReviews.see(key);
    await this.list.note(key, this.#packages.aboutOf(key));
    await this.#originals.cameIn(key);
  }

  /** A review was written: it is missed where it is not there, from now on. */
  async wroteReview(key: string): Promise<void> {
    await this.lostReviews.written(key);
    await this.list.noteReview(key, this.#packages.aboutOf(key));
  }

  /** Where the disk does not take it, the next writing of the list has it. */
  async #note(key: string, about: Omit<About, 'reviewed'>): Promise<void> {
    await this.list.note(key, about).catch((error: unknown) => {
      if (!(error instanceof UserError)) throw error;
    });
  }

  #at(key: string, ...names: string[]): string {
    return join(this.#folder, PACKAGES, key, ...names);
  }

  /** The same at the opening: nothing is opened then, or made in its place. */
  async #requireSome(known: ReadonlyMap<string, unknown>, there: ReadonlySet<string>): Promise<void> {
    if ([...known.keys()].some((key) => there.has(key))) return;
    if (known.size > 1) throw packagesAway();
    // Every desk has the folder from its beginning.
    const isLeft = known.size > 0 || this.list.isLost;
    if (isLeft && !(await isThere(join(this.#folder, PACKAGES)))) throw packagesAway();
  }

  /** False for a row of another form, which a hash does not tell. */
  #believes(row: Indexed): boolean {
    const { key, marks } = row;
    const found = packageOf(row);
    try {
      this.#packages.add(found);
    } catch (error) {
      if (error instanceof TypeError) return false;
      throw error;
    }
    const { [ORIGINAL]: original } = marks;
    if (original) this.#originals.believe(key, original);
    this.#index.believe(found, row);
    this.#believed.set(key, found);
    return true;
  }

  /** `before`: as the index said. */
  async #readAnew(key: string, reading: Reading, told: Told, before?: PackageOnDesk): Promise<void> {
    const mine = new Told();
    this.lostReviews.readAnew(key);
    try {
      const read = await readPackage(this.#at(key), reading, mine);
      const found = 'came' in read ? await mended(key, read.came, reading, mine) : read.found;
      const isWrong = 'isOriginalThere' in read && !read.isOriginalThere;
      const isTold = isWrong || !mine.isEmpty || this.lostReviews.failuresOf(key).length > 0;
      const { fileName } = found.receipt;
      if (before && !isTold && !isSameRow(before, found))
        mine.note('index', { fileName, unit: found.summary.candidate.unit });
      this.#packages.add(found);
      this.#missing.found(key);
      await this.lostReviews.see(key);
      this.#reviews.found(key);
      if (isWrong) this.#originals.doubt(key, null);
    } catch (error) {
      await this.miss(key, error);
    }
    told.takeOver(mine);
  }
}

async function mended(key: string, came: Came, reading: Reading, told: Told): Promise<PackageOnDesk> {
  return remade(await reading.mend(key, came), reading.remake, told, 'receipt');
}
