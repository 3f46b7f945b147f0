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
import { decode, type StoredForm } from '../../../shared/stored-form.ts';
import { parseJson } from '../files/durable-json.ts';
import { readTextUpTo } from '../files/files.ts';

/** The names in packages/<key>/. */
export const ORIGINAL = 'original.zip';
export const RECEIPT = 'receipt.json';
export const CONTENTS = 'contents.json';
export const SUMMARY = 'summary.json';
export const REVIEW = `${reviewDocument.file}.json`;
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

/** The receipt as it is stored: bounded, whatever the package says. */
export function receiptText(receipt: Receipt): string {
  return JSON.stringify(z.encode(receiptSchema, boundReceipt(receipt)));
}
