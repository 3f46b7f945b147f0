import { join } from 'node:path';
import { several } from '../base/several.ts';
import { namesIn } from '../document/new-folder.ts';
import { RECEIPTS } from './desk-folder.ts';
import { packageUnreadable } from './messages.ts';
import { readReceiptFile } from './package-folder.ts';
import type { Packages } from './packages.ts';
import type { Told } from './read-package.ts';

/** Receipts read at a time. */
const AT_ONCE = 16;

/** The receipts of files that were handed in and not kept. */
export async function readRefused(folder: string, packages: Packages, told: Told): Promise<void> {
  const receipts = join(folder, RECEIPTS);
  const names = (await namesIn(receipts)).filter((each) => each.endsWith('.json'));
  const readOne = async (name: string): Promise<void> =>
    packages.addRefused(name, (await readReceiptFile(join(receipts, name))).receipt);
  await several(names, AT_ONCE, (name) =>
    readOne(name).catch((error: unknown) => told.add(packageUnreadable(name, error))),
  );
}
