import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { reviewDocument } from '../../../shared/review/documents.ts';
import { isOfTheSystem } from '../base/failures.ts';
import { namesIn } from '../document/new-folder.ts';
import { removeLeftovers } from '../files/ingest.ts';
import { removeTemporaries } from '../files/leftovers.ts';
import { CACHE, INCOMING, INDEX, PACKAGES } from './desk-folder.ts';
import { CONTENTS, PHOTOS, RECEIPT, SUMMARY } from './package-folder.ts';

/** What a crash left half done on a desk, but for what lies within its packages. */
export async function clearDesk(folder: string): Promise<void> {
  await clearCache(folder);
  await clear(join(folder, INCOMING), () => true);
  await clear(join(folder, PACKAGES), (name) => name.endsWith('.new'));
  await removeTemporaries(folder, [basename(INDEX, '.json')]);
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

async function clear(folder: string, which: (name: string) => boolean): Promise<void> {
  for (const name of (await namesIn(folder)).filter(which)) {
    await rm(join(folder, name), { recursive: true, force: true });
  }
}
