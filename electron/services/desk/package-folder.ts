import { join } from 'node:path';
import * as z from 'zod';
import { sha256Schema } from '../../../shared/assessment/schema.ts';
import { candidateSchema } from '../../../shared/review/candidate.ts';
import { itemLossSchema } from '../../../shared/review/heat.ts';
import {
  boundReceipt,
  type Receipt,
  RECEIPT_BYTES,
  receiptAsRead,
  receiptSchema,
} from '../../../shared/review/receipt.ts';
import { UserError } from '../../../shared/values/errors.ts';
import { isSystemError } from '../base/failures.ts';
import { parseJson } from '../files/durable-json.ts';
import { readTextUpTo } from '../files/files.ts';

/** The names in packages/<key>/. */
export const ORIGINAL = 'original.zip';
export const RECEIPT = 'receipt.json';
export const CONTENTS = 'contents.json';
export const SUMMARY = 'summary.json';
export const PHOTOS = 'files';

/** Bytes that are read at most: what a stranger's package left behind is never read without a limit. */
const CONTENTS_BYTES = 64 * 2 ** 20;
const SUMMARY_BYTES = 32 * 2 ** 20;

/**
 * Where things lie in original.zip, found once when the package came in: paths below the bag's root as the
 * archive has them, which may not be those of the manifest.
 */
const contentsSchema = z.object({
  version: z.literal(1),
  assessment: z.object({ path: z.string(), sha256: sha256Schema }),
  standard: z.object({ path: z.string(), sha256: sha256Schema }),
  /** By the SHA-256 of the evidence. */
  evidence: z.record(sha256Schema, z.string()),
});
export type PackageContents = z.output<typeof contentsSchema>;

/**
 * What the desk's table needs of a package, derived from its data and its review. Raise the version whenever
 * it is derived in another way: an unknown one is made anew.
 */
const summarySchema = z.object({
  version: z.literal(2),
  candidate: candidateSchema,
  losses: z.array(itemLossSchema),
});
export type Summary = z.output<typeof summarySchema>;

export async function readReceipt(folder: string): Promise<Receipt> {
  return readReceiptFile(join(folder, RECEIPT));
}

/** A receipt as it is to be understood today, whichever version wrote it. */
export async function readReceiptFile(path: string): Promise<Receipt> {
  return receiptAsRead(receiptSchema.parse(parseJson(await readTextUpTo(path, RECEIPT_BYTES))));
}

export async function readContents(folder: string): Promise<PackageContents> {
  return contentsSchema.parse(parseJson(await readTextUpTo(join(folder, CONTENTS), CONTENTS_BYTES)));
}

/** Undefined where it must be made anew: it is only derived. */
export async function readSummary(folder: string): Promise<Summary | undefined> {
  let text: string;
  try {
    text = await readTextUpTo(join(folder, SUMMARY), SUMMARY_BYTES);
  } catch (error) {
    if (isSystemError(error, 'ENOENT') || error instanceof UserError) return undefined;
    throw error;
  }
  try {
    return summarySchema.safeParse(parseJson(text)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export function summaryText(summary: Summary): string {
  return JSON.stringify(z.encode(summarySchema, summary));
}

/** The receipt as it is stored: bounded, whatever the package says. */
export function receiptText(receipt: Receipt): string {
  return JSON.stringify(z.encode(receiptSchema, boundReceipt(receipt)));
}
