import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { reviewDocument } from '../../../shared/review/documents.ts';
import { isOfTheSystem } from '../base/failures.ts';
import { namesIn } from '../document/new-folder.ts';
import { removeLeftovers } from '../files/ingest.ts';
import { removeTemporaries } from '../files/leftovers.ts';
import { isBuilding } from '../files/work-names.ts';
import { CACHE, INCOMING, INDEX, PACKAGE_LIST, PACKAGES, RECEIPTS } from './desk-folder.ts';
import { CONTENTS, PHOTOS, RECEIPT, SUMMARY } from './package-folder.ts';

/** What a crash left half done on a desk, but for what lies within its packages. */
export async function clearDesk(folder: string): Promise<void> {
  await clearCache(folder);
  await clear(join(folder, INCOMING), isSlot);
  // Under the desk's lock nobody is at it any more.
  await clear(join(folder, PACKAGES), isBuilding);
  await removeTemporaries(
    folder,
    [INDEX, PACKAGE_LIST].map((name) => basename(name, '.json')),
  );
  // What was not taken in has a receipt of its own (`packages.ts`).
  await removeTemporaries(join(folder, RECEIPTS), ['[0-9a-f]{16}']);
}

/** What saving leaves in the folder of one package when it is cut off. */
const SAVED = [reviewDocument.file, ...[RECEIPT, CONTENTS, SUMMARY].map((name) => basename(name, '.json'))];

/** The folder of one package. Call only while nothing is being added to it. */
export async function clearPackage(folder: string): Promise<void> {
  await removeTemporaries(folder, SAVED);
  await removeLeftovers(join(folder, PHOTOS));
}

/** What was unpacked to be shown. */
export async function clearCache(folder: string): Promise<void> {
  try {
    await rm(join(folder, CACHE), { recursive: true, force: true });
  } catch (error) {
    // Still being shown, or the disk is gone: the next opening clears it.
    if (!isOfTheSystem(error)) throw error;
  }
}

/** What the program itself calls a copy that is verified (`take-in.ts`). */
const isSlot = (name: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(name);

async function clear(folder: string, which: (name: string) => boolean): Promise<void> {
  // A file in its place is told of when it is read.
  for (const name of await namesIn(folder).catch(() => [])) {
    if (which(name)) await rm(join(folder, name), { recursive: true, force: true });
  }
}
