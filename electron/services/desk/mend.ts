import { join } from 'node:path';
import type { Receipt } from '../../../shared/review/receipt.ts';
import { UserError } from '../../../shared/values/errors.ts';
import { fileStamp } from '../base/clock.ts';
import { isSystemError } from '../base/failures.ts';
import { isWrongJson } from '../files/foreign-json.ts';
import { replaceFile } from '../files/files.ts';
import { readKept } from '../files/kept.ts';
import { type Judge, judgeFile } from './judge.ts';
import { originalChanged } from './messages.ts';
import { hashOfOriginal } from './original.ts';
import { CONTENTS, ORIGINAL, RECEIPT, receiptText } from './package-folder.ts';
import type { Came } from './summary.ts';

/**
 * A receipt that cannot be read, or was changed, from the original: judged again as the file that came in then. What is
 * there stays under another name. Throws a UserError where the original is not whole.
 */
export async function mendReceipt(
  folder: string,
  key: string,
  came: Came,
  judge: Judge & { now: Date },
): Promise<Receipt> {
  const path = join(folder, ORIGINAL);
  const found = await hashOfOriginal(folder);
  // The key is the beginning of its hash.
  if (!found?.sha256.startsWith(key)) throw originalChanged();
  const { receipt, contents } = await judgeFile(judge, { path, ...found, came, isIn: true }, {});
  await setAside(folder, judge.now);
  if (contents) await replaceFile(join(folder, CONTENTS), JSON.stringify(contents));
  await replaceFile(join(folder, RECEIPT), receiptText(receipt));
  return receipt;
}

async function setAside(folder: string, now: Date): Promise<void> {
  try {
    const bytes = await readKept(join(folder, RECEIPT));
    await replaceFile(join(folder, `receipt.damaged-${fileStamp(now)}.json`), bytes);
  } catch (error) {
    if (!isSystemError(error, 'ENOENT')) throw error;
  }
}

/** True for what a damaged or missing record throws; a disk that does not answer is no damage. */
export function isDamage(error: unknown): boolean {
  return isWrongJson(error) || error instanceof UserError || isSystemError(error, 'ENOENT');
}
