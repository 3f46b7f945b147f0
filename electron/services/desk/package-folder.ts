import { createHash } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import { sha256Schema } from '../../../shared/assessment/schema.ts';
import { newerWords } from '../../../shared/document-words.ts';
import { reviewDocument } from '../../../shared/review/documents.ts';
import {
  boundReceipt,
  type Receipt,
  RECEIPT_BYTES,
  receiptAsRead,
  receiptForm,
  receiptSchema,
} from '../../../shared/review/receipt.ts';
import { decode, NewerForm, type StoredForm } from '../../../shared/stored-form.ts';
import { fileStamp } from '../base/clock.ts';
import { isSystemError } from '../base/failures.ts';
import { UserError } from '../../../shared/values/errors.ts';
import { parseJson } from '../files/durable-json.ts';
import { readTextUpTo, replaceFile } from '../files/files.ts';
import { readKept } from '../files/kept.ts';

/** The names in packages/<key>/. */
export const ORIGINAL = 'original.zip';
export const RECEIPT = 'receipt.json';
export const CONTENTS = 'contents.json';
export const SUMMARY = 'summary.json';
export const REVIEW = `${reviewDocument.file}.json`;
/** As it was saved before (`documentFile`). */
export const REVIEW_BEFORE = `${reviewDocument.file}.previous.json`;
/** Of the review's changes. */
export const JOURNAL = 'journal.jsonl';
export const PHOTOS = 'files';

/** Bytes that are read at most: what a stranger's package left behind is never read without a limit. */
const CONTENTS_BYTES = 64 * 2 ** 20;
export const { maxBytes: REVIEW_BYTES = Infinity } = reviewDocument;

/**
 * Where things lie in original.zip, found once when the package came in: paths below the bag's root as the
 * archive has them, which may not be those of the manifest. Derived again from original.zip where it is damaged.
 */
const contentsSchema = z.object({
  version: z.literal(1),
  assessment: z.object({ path: z.string(), sha256: sha256Schema }),
  standard: z.object({ path: z.string(), sha256: sha256Schema }),
  /** By the SHA-256 of the evidence. */
  evidence: z.record(sha256Schema, z.string()),
});
export type PackageContents = z.output<typeof contentsSchema>;

const contentsForm: StoredForm<PackageContents> = {
  version: 1,
  migrations: {},
  schema: contentsSchema,
  words: newerWords('contents', '推荐包的目录'),
};

/** With the SHA-256 of the file. */
export async function readReceipt(folder: string): Promise<{ receipt: Receipt; sha256: string }> {
  return readReceiptFile(join(folder, RECEIPT));
}

/** A receipt as it is to be understood today, whichever version wrote it. */
export async function readReceiptFile(path: string): Promise<{ receipt: Receipt; sha256: string }> {
  const text = await readTextUpTo(path, RECEIPT_BYTES);
  return { receipt: receiptAsRead(decode(receiptForm, parseJson(text))), sha256: hashOf(text) };
}

export function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

export async function readContents(folder: string): Promise<PackageContents> {
  return decode(contentsForm, parseJson(await readTextUpTo(join(folder, CONTENTS), CONTENTS_BYTES)));
}

/**
 * Puts what was derived from the original into contents.json. One of a version that this program does not know stays; any
 * other that says something else is kept beside it.
 */
export async function keepContents(folder: string, contents: PackageContents, now: Date): Promise<void> {
  const text = JSON.stringify(contents);
  const found = await textOfContents(folder);
  if (found === text || (found !== undefined && isOfOtherVersion(found))) return;
  if (found !== undefined) await keepDamaged(folder, CONTENTS, now);
  await replaceFile(join(folder, CONTENTS), text);
}

/** Undefined where there is none: it is missing, a link, a folder, or longer than any that was written here. */
async function textOfContents(folder: string): Promise<string | undefined> {
  try {
    return await readTextUpTo(join(folder, CONTENTS), CONTENTS_BYTES);
  } catch (error) {
    if (isSystemError(error, 'ENOENT') || error instanceof UserError) return undefined;
    throw error;
  }
}

function isOfOtherVersion(text: string): boolean {
  try {
    decode(contentsForm, parseJson(text));
    return false;
  } catch (error) {
    return error instanceof NewerForm;
  }
}

/** A copy of a record that cannot be read, under a name that says so; none where there is no file. */
export async function keepDamaged(folder: string, name: string, now: Date): Promise<void> {
  try {
    const copy = name.replace(/\.json$/u, `.damaged-${fileStamp(now)}.json`);
    await replaceFile(join(folder, copy), await readKept(join(folder, name)));
  } catch (error) {
    if (!isSystemError(error, 'ENOENT')) throw error;
  }
}

/** The receipt as it is stored: bounded, whatever the package says. */
export function receiptText(receipt: Receipt): string {
  return JSON.stringify(z.encode(receiptSchema, boundReceipt(receipt)));
}
