import { join } from 'node:path';
import { isChecked, type Receipt } from '../../../shared/review/receipt.ts';
import { UserError } from '../../../shared/values/errors.ts';
import { isSystemError } from '../base/failures.ts';
import { isWrongJson } from '../files/foreign-json.ts';
import { replaceFile } from '../files/files.ts';
import { inspectFile } from './inspection.ts';
import { type Judge, judgeFile } from './judge.ts';
import { markOf } from './marks.ts';
import { originalChanged } from './messages.ts';
import { hashOfOriginal } from './original.ts';
import { keepContents, keepDamaged, ORIGINAL, RECEIPT, receiptText } from './package-folder.ts';
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
  const inspection = await inspectFile(judge.standard, { path, ...found }, {});
  const { receipt, contents } = judgeFile(judge, { ...found, came, isIn: true }, inspection);
  await keepDamaged(folder, RECEIPT, judge.now);
  if (contents) await keepContents(folder, contents, judge.now);
  await replaceFile(join(folder, RECEIPT), receiptText(receipt));
  return receipt;
}

/**
 * Puts the receipt of a package where it is gone; not one that an earlier version wrote, of which more is said than it holds.
 */
export async function keepReceipt(folder: string, receipt: Receipt): Promise<void> {
  if (isChecked(receipt) && (await markOf(join(folder, RECEIPT))) === null)
    await replaceFile(join(folder, RECEIPT), receiptText(receipt));
}

/** True for what a damaged or missing record throws; a disk that does not answer is no damage. */
export function isDamage(error: unknown): boolean {
  return isWrongJson(error) || error instanceof UserError || isSystemError(error, 'ENOENT');
}
