import { join } from 'node:path';
import type { DeskEdit } from '../../../shared/review/desk-edits.ts';
import { type DeskContext, deskDocument, reviewDocument } from '../../../shared/review/documents.ts';
import type { Receipt } from '../../../shared/review/receipt.ts';
import type { Received } from '../../../shared/review/unsettled.ts';
import type { NamedPackage } from '../../../shared/review/words.ts';
import type { Desk } from '../../../shared/review/schema.ts';
import type { Standard } from '../../../shared/standard/schema.ts';
import { type Failure, UserError } from '../../../shared/values/errors.ts';
import { guarded } from '../base/failures.ts';
import { Queue } from '../base/queue.ts';
import type { Locked } from '../document/locked-session.ts';
import { Behind } from './behind.ts';
import { clearPackage } from './clearing.ts';
import { PACKAGES } from './desk-folder.ts';
import { indexHead } from './desk-index.ts';
import { DeskReader } from './desk-reader.ts';
import type { LostReviews } from './lost-reviews.ts';
import type { MissingKnown } from './missing.ts';
import { mendReceipt } from './mend.ts';
import type { Packages } from './packages.ts';
import { type Reading, requirePackage, Told } from './read-package.ts';
import { Reviews } from './reviews.ts';
import { campaignHash } from './summary.ts';

/** What an open desk works with. */
export interface DeskParts {
  readonly standard: Standard;
  readonly packages: Packages;
  readonly reviews: Reviews;
  /** Ends when everything that opening took for granted was looked at, and is so now. Throws as `Behind.ended`. */
  readonly checked: (signal?: AbortSignal) => Promise<void>;
  /** The same for the rows alone: to be waited for before anything is held against them. */
  readonly assured: () => Promise<void>;
  /** What the user must know of the packages, as it is now. */
  readonly found: () => readonly Failure[];
  /** Ends what goes on behind. */
  readonly stop: () => Promise<void>;
  /** What changes the files of packages, but for the saving of reviews. */
  readonly queue: Queue;
  readonly now: () => Date;
  /** Throws a UserError where the desk's packages are away: nothing may be put there. */
  readonly requireThere: () => Promise<void>;
  /** True where a package is not on the list, or is not there any more: then it is taken off. Throws as `requireThere`. */
  readonly isMissing: (key: string) => Promise<boolean>;
  /** What was received, as far as it is known to be here, as it is now. */
  readonly received: () => Received & { readonly missing: readonly MissingKnown[] };
  /** Somebody says that all packages are there. */
  readonly vouch: () => Promise<void>;
  /** Somebody says that nothing is missing from the review of this package. */
  readonly vouchFor: (key: string) => Promise<void>;
  /** The same of desk.json, which was saved then. */
  readonly vouchForDesk: (savedAt: string) => Promise<void>;
  /** It is gone for good, somebody says: it is not waited for any more. False where it is there. Throws as `requireThere`. */
  readonly giveUp: (key: string) => Promise<boolean>;
  /** Puts on the list what is back. Throws as `requireThere`. */
  readonly lookForMissing: () => Promise<void>;
  /** To be called before the desk is closed: writes what is open of reviews whose files are gone. */
  readonly keepOpen: () => Promise<void>;
  /** To be called before the folder of a package is put in its place. */
  readonly announce: (key: string, about: Pick<NamedPackage, 'fileName' | 'unit'>) => Promise<void>;
  readonly lostReviews: Pick<LostReviews, 'isBehind' | 'changes'>;
  /** The desk has had a review of this package, and nothing of it is there or open. */
  readonly isReviewLost: (key: string) => Promise<boolean>;
  /** Writes what is, or was, open of the review of a package that came again without it; false where nothing is. */
  readonly bringBack: (receipt: Receipt) => Promise<boolean>;
  /** To be called when the original of a package has come into its place, as it was verified. */
  readonly cameIn: (key: string) => Promise<void>;
  /** Writes the index, where the list is not what it says. */
  readonly keepIndex: () => Promise<void>;
  /** To be called when desk.json was written: judges everything by the campaign that the desk has now. */
  readonly wrote: (desk: Desk) => Promise<void>;
}

interface Given extends Pick<DeskParts, 'standard' | 'packages' | 'now'> {
  readonly locked: Locked<Desk, DeskEdit, DeskContext>;
}

/** Reads the packages of a desk that was just opened, and begins to look behind at what was believed. */
export async function deskParts(given: Given): Promise<DeskParts> {
  const { locked, packages, standard, now } = given;
  const { folder, document, held } = locked;
  const queue = new Queue();
  const told = new Told();
  const reader: DeskReader = new DeskReader(folder, packages, {
    dropped: (key) => reviews.forget(key, reader.lostReviews.isLost(key)),
    found: (key) => reviews.found(key),
    holds: (key) => reviews.holds(key),
    writeAgain: (key) => queue.run(() => held().then(() => reviews.writeAgain(key))),
    putBack: (key) => reviews.putBack(key),
  });
  const assure = async (key: string): Promise<void> => {
    const looking = {
      told,
      alone: (_: string, task: () => Promise<void>) => queue.run(() => held().then(task)),
    };
    await reader.assure(key, readingNow(), looking);
    await reader.lookForReview(key, readingNow(), looking);
  };
  const { campaign } = document.value;
  const requireItself = (receipt: Receipt): Promise<void> =>
    guarded(reviewDocument.words.saving, async () => {
      await reader.requireThere();
      await requirePackage(join(folder, PACKAGES, receipt.key), receipt);
    });
  const { lostReviews } = reader;
  const own = { held, assure, wrote: (key: string) => reader.wroteReview(key), lostReviews, requireItself };
  const reviews: Reviews = new Reviews({ folder, packages, standard, now, campaign, ...own });
  const reading = (): Reading => ({
    campaign: reviews.campaign,
    remake: (receipt) => reviews.remake(receipt),
    mend: (key, came) => {
      const onDesk = {
        alike: (traits: readonly string[]) => packages.alike(traits),
        rowOf: () => undefined,
      };
      const judge = { desk: document.value, standard, onDesk, now: now() };
      return mendReceipt(join(folder, PACKAGES, key), key, came, judge);
    },
    clear: clearPackage,
    missReview: ({ receipt: { key, fileName }, summary }) =>
      reader.list.noteReview(key, { fileName, unit: summary.candidate.unit }),
  });
  // While the desk is open, what looks left behind may be in the making.
  const readingNow = (): Reading => ({ ...reading(), clear: () => Promise.resolve() });
  const keepIndex = async (): Promise<void> => {
    const { value } = document;
    if (await isKept(held())) await reader.keepIndex(campaignHash(value.campaign), indexHead(value));
  };
  const alone = (key: string, task: () => Promise<void>): Promise<void> =>
    queue.run(() => held().then(() => reviews.alone(key, task)));
  const assured = (): Promise<void> => reader.assureAll(readingNow(), { told, alone });
  const isJudged = (): boolean => reviews.isJudgedBy(document.value.campaign);
  const behind = new Behind({
    first: async (signal) => {
      if (isJudged()) return;
      await held();
      // Rows are made anew from what is in memory: that must be what the disk has.
      await assured();
      await reviews.judgeBy(document.value.campaign, (key, error) => reader.miss(key, error), signal);
    },
    work: async (signal) => {
      await reader.assureAll(readingNow(), { told, alone, signal });
      await reader.look(readingNow(), { told, alone, signal });
      if (!signal.aborted) await queue.run(keepIndex);
    },
  });
  const checked = async (signal?: AbortSignal): Promise<void> => {
    for (;;) {
      // Another campaign may be on its way: the rows are made by it before anything is made of them.
      await document.settled();
      if (!isJudged()) void behind.start();
      const { of } = await behind.ended(signal);
      await reader.look(readingNow(), { told, alone, signal });
      signal?.throwIfAborted();
      if (behind.isStill(of) && isJudged()) return;
    }
  };
  const { isOlder, isCopy } = openedAs(locked.notices);
  await reader.read(reading(), { head: indexHead(document.value), isOlder }, told);
  reader.list.openDesk(document.value.updatedAt, isCopy);
  void behind.start();
  return {
    ...{ standard, packages, reviews, queue, now, keepIndex, checked, assured },
    wrote: async ({ updatedAt }) => {
      if (reader.list.noteDesk(updatedAt)) await keepIndex();
      if (!isJudged()) await behind.start();
    },
    isMissing: async (key) => !packages.find(key) || reader.miss(key),
    ...wordsOf({ reader, reviews, keepIndex }, (task) => queue.run(() => held().then(task))),
    lookForMissing: async () => {
      await reader.lookForMissing(readingNow(), { told, alone });
      await reader.lookForReviews(readingNow(), { told, alone });
    },
    ...arrivalsOf({ reader, reviews, told }),
    found: () => [...reader.failures, ...told.failures, ...behind.failures],
    stop: () => behind.stop(),
  };
}

/** `isOlder`: an earlier version has left the desk; `isCopy`: of desk.json what was saved before counts. */
function openedAs(notices: readonly Failure[]): { isOlder: boolean; isCopy: boolean } {
  const { migrated, recovered } = deskDocument.words;
  return { isOlder: notices.includes(migrated), isCopy: notices.includes(recovered) };
}

/** False where it throws. */
function isKept(held: Promise<void>): Promise<boolean> {
  return held.then(
    () => true,
    () => false,
  );
}

/** What somebody says of packages that are missing, or may be. */
function wordsOf(
  { reader, reviews, keepIndex }: { reader: DeskReader; reviews: Reviews; keepIndex: () => Promise<void> },
  alone: <T>(task: () => Promise<T>) => Promise<T>,
): Pick<DeskParts, 'vouch' | 'vouchFor' | 'vouchForDesk' | 'giveUp'> {
  return {
    vouchFor: async (key) => {
      // A copy that counts is written in the place of what was lost; where nothing can be read, that is told.
      const { document } = await reviews.get(key);
      // What is open says something else than what would be vouched for.
      if (await document.changedOutside()) throw new UserError(reviewDocument.words.changedOutside);
      await alone(async () => {
        await reader.lostReviews.vouch(key);
        await keepIndex();
      });
    },
    vouch: () =>
      alone(async () => {
        reader.list.vouch();
        await keepIndex();
      }),
    vouchForDesk: (savedAt) =>
      alone(async () => {
        reader.list.vouchForDesk(savedAt);
        await keepIndex();
      }),
    giveUp: (key) =>
      alone(async () => {
        const isGivenUp = await reader.giveUp(key);
        if (isGivenUp) await keepIndex();
        return isGivenUp;
      }),
  };
}

/** What taking in and closing ask of the desk's own records, and tell them. */
function arrivalsOf({
  reader,
  reviews,
  told,
}: {
  readonly reader: DeskReader;
  readonly reviews: Reviews;
  readonly told: Told;
}): Pick<
  DeskParts,
  | 'lostReviews'
  | 'requireThere'
  | 'announce'
  | 'isReviewLost'
  | 'bringBack'
  | 'keepOpen'
  | 'cameIn'
  | 'received'
> {
  const { lostReviews, list } = reader;
  return {
    lostReviews,
    requireThere: () => reader.requireThere(),
    announce: (key, about) => list.announce(key, about),
    isReviewLost: async (key) => {
      const isHeld = reviews.holds(key) && !lostReviews.isLost(key);
      return !isHeld && (await lostReviews.isGone(key));
    },
    bringBack: async (receipt) => {
      const { key, fileName, verification } = receipt;
      if (lostReviews.isLost(key) || !(await lostReviews.isGone(key))) return false;
      const isBack = await reviews.writeAgain(key);
      if (isBack) told.note('rewritten', { fileName, unit: verification.unit });
      return isBack;
    },
    keepOpen: async () => {
      await reader.keepOpen(reviews.heldKeys);
      await reviews.keepAside();
    },
    cameIn: (key) => reader.cameIn(key),
    received: () => ({
      missing: reader.missing,
      isListLost: list.isLost,
      isDeskOlder: list.deskFile?.isOlder ?? false,
      lostReviews: lostReviews.packages,
      wrongOriginals: reader.wrongOriginals,
    }),
  };
}
