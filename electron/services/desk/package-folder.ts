import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { sha256Schema } from '../../../shared/assessment/schema.ts';
import { candidateSchema } from '../../../shared/review/candidate.ts';
import { itemLossSchema } from '../../../shared/review/heat.ts';
import { type Receipt, receiptSchema } from '../../../shared/review/receipt.ts';
import { type Review, reviewSchema } from '../../../shared/review/schema.ts';
import { fileStamp } from '../clock.ts';
import { isSystemError } from '../failures.ts';
import { type Codec, DurableJson, parseJson } from '../store/durable-json.ts';
import { REVIEW_UNREADABLE } from './messages.ts';

/** The names in packages/<key>/. */
export const ORIGINAL = 'original.zip';
export const RECEIPT = 'receipt.json';
export const CONTENTS = 'contents.json';
export const SUMMARY = 'summary.json';
export const PHOTOS = 'files';

/**
 * Where things lie in original.zip, found once when the package came in: paths below the bag's root as the
 * archive has them, which may not be those of the manifest.
 */
export const contentsSchema = z.object({
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
export const summarySchema = z.object({
  version: z.literal(1),
  candidate: candidateSchema,
  losses: z.array(itemLossSchema),
});
export type Summary = z.output<typeof summarySchema>;

export const reviewCodec: Codec<Review> = {
  decode: (json) => reviewSchema.parse(json),
  encode: (review) => z.encode(reviewSchema, review),
};

export function reviewFile(folder: string, now: () => Date): DurableJson<Review> {
  return new DurableJson({
    path: join(folder, 'review.json'),
    previous: join(folder, 'review.previous.json'),
    damaged: () => join(folder, `review.damaged-${fileStamp(now())}.json`),
    codec: reviewCodec,
    unreadable: REVIEW_UNREADABLE,
  });
}

export async function readReceipt(folder: string): Promise<Receipt> {
  return readReceiptFile(join(folder, RECEIPT));
}

export async function readReceiptFile(path: string): Promise<Receipt> {
  return receiptSchema.parse(parseJson(await readFile(path, 'utf8')));
}

export async function readContents(folder: string): Promise<PackageContents> {
  return contentsSchema.parse(parseJson(await readFile(join(folder, CONTENTS), 'utf8')));
}

/** Undefined where it must be made anew: it is only derived. */
export async function readSummary(folder: string): Promise<Summary | undefined> {
  let text: string;
  try {
    text = await readFile(join(folder, SUMMARY), 'utf8');
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return undefined;
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

/** The receipt as it is stored. */
export function receiptText(receipt: Receipt): string {
  return JSON.stringify(z.encode(receiptSchema, receipt));
}
