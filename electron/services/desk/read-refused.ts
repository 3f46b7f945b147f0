import { join } from 'node:path';
import { several } from '../base/several.ts';
import { namesIn } from '../document/new-folder.ts';
import { RECEIPTS } from './desk-folder.ts';
import { packageUnreadable } from './notices.ts';
import { readReceiptFile } from './package-folder.ts';
import type { Packages } from './packages.ts';
import type { Told } from './read-package.ts';

/** Receipts read at a time. */
const AT_ONCE = 16;

/** As `Packages.note` names them: what a sync client leaves beside them was never handed in. */
const OWN_NAME = /^[0-9a-f]{16}\.json$/;

/** The receipts of files that were handed in and not kept; answers which are there, be it that they cannot be read. */
export async function readRefused(
  folder: string,
  packages: Packages,
  told: Told,
): Promise<readonly string[]> {
  const receipts = join(folder, RECEIPTS);
  const names = (await namesIn(receipts)).filter((each) => OWN_NAME.test(each));
  const readOne = async (name: string): Promise<void> =>
    packages.addRefused(name, (await readReceiptFile(join(receipts, name))).receipt);
  await several(names, AT_ONCE, (name) =>
    readOne(name).catch((error: unknown) => told.add(packageUnreadable(name, error))),
  );
  return names;
}
