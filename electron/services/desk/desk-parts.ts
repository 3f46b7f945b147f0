import { join } from 'node:path';
import type { DeskEdit } from '../../../shared/review/desk-edits.ts';
import type { DeskContext } from '../../../shared/review/documents.ts';
import type { Desk } from '../../../shared/review/schema.ts';
import type { Standard } from '../../../shared/standard/schema.ts';
import type { Failure } from '../../../shared/values/errors.ts';
import { Queue } from '../base/queue.ts';
import type { Locked } from '../document/locked-session.ts';
import { Behind } from './behind.ts';
import { clearPackage } from './clearing.ts';
import { PACKAGES } from './desk-folder.ts';
import { indexHead } from './desk-index.ts';
import { DeskReader } from './desk-reader.ts';
import { mendReceipt } from './mend.ts';
import type { Packages } from './packages.ts';
import type { Reading } from './read-package.ts';
import { Reviews } from './reviews.ts';
import { campaignHash } from './summary.ts';

/** What an open desk works with. */
export interface DeskParts {
  readonly standard: Standard;
  readonly packages: Packages;
  readonly reviews: Reviews;
  readonly behind: Behind;
  /** What changes the files of packages, but for the saving of reviews. */
  readonly queue: Queue;
  readonly now: () => Date;
  /** To be called when the original of a package has come into its place, as it was verified. */
  readonly hashed: (key: string) => Promise<void>;
  /** Writes the index, where the list is not what it says. */
  readonly keepIndex: () => Promise<void>;
  /** Judges everything by the campaign that the desk has now. */
  readonly follow: (desk: Desk) => Promise<void>;
}

interface Given extends Pick<DeskParts, 'standard' | 'packages' | 'now'> {
  readonly locked: Locked<Desk, DeskEdit, DeskContext>;
}

/** Reads the packages of a desk that was just opened, and begins to look behind at what was believed. */
export async function deskParts(given: Given): Promise<{ parts: DeskParts; notices: Failure[] }> {
  const { locked, packages, standard, now } = given;
  const { folder, document, held } = locked;
  const [behind, queue] = [new Behind(), new Queue()];
  const reader = new DeskReader(folder, packages);
  const campaign = (): string => campaignHash(document.value.campaign);
  const { told } = behind;
  const assure = (key: string): Promise<void> =>
    reader.assure(key, readingNow(), { told, alone: (_, task) => queue.run(() => held().then(task)) });
  const reviews = new Reviews({
    ...{ folder, packages, standard, held, assure, now },
    campaign: document.value.campaign,
  });
  const reading = (): Reading => ({
    campaign: campaign(),
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
  });
  // While the desk is open, what looks left behind may be in the making.
  const readingNow = (): Reading => ({ ...reading(), clear: () => Promise.resolve() });
  const keepIndex = async (): Promise<void> => {
    const isHeld = await held().then(
      () => true,
      () => false,
    );
    if (isHeld) await reader.keepIndex({ campaign: campaign() }, indexHead(document.value));
  };
  const alone = (key: string, task: () => Promise<void>): Promise<void> =>
    queue.run(() => held().then(() => reviews.whileShut(key, task)));
  const look = (): void =>
    behind.start(async (signal) => {
      await reader.lookBehind(readingNow(), { told, alone, signal });
      if (!signal.aborted) await queue.run(keepIndex);
    });
  let judgedBy = campaign();
  const follow = async (desk: Desk): Promise<void> => {
    const hash = campaignHash(desk.campaign);
    if (hash === judgedBy) return;
    // Every row is made anew; only the originals are left to look at.
    await behind.stop();
    judgedBy = hash;
    await reviews.judgeBy(desk.campaign);
    look();
  };
  const notices = await reader.read(reading(), indexHead(document.value));
  look();
  const hashed = (key: string): Promise<void> => reader.hashed(key);
  return { parts: { standard, packages, reviews, behind, queue, now, hashed, keepIndex, follow }, notices };
}
