import { basename, join } from 'node:path';
import * as z from 'zod';
import { sha256Schema } from '../../../shared/assessment/schema.ts';
import { type Campaign, campaignForm } from '../../../shared/campaign/schema.ts';
import { encode } from '../../../shared/document.ts';
import { candidateSchema } from '../../../shared/review/candidate.ts';
import { candidateOf } from '../../../shared/review/candidate-of.ts';
import type { CandidateParts } from '../../../shared/review/candidate-parts.ts';
import { itemLossSchema, lossesOf } from '../../../shared/review/heat.ts';
import { RECEIPT_BYTES } from '../../../shared/review/receipt.ts';
import { storedVersion } from '../../../shared/stored-form.ts';
import { UserError } from '../../../shared/values/errors.ts';
import { sortedJson } from '../../../shared/values/sorted-json.ts';
import { isSystemError } from '../base/failures.ts';
import { parseJson } from '../files/durable-json.ts';
import { readTextUpTo, replaceFile } from '../files/files.ts';
import { hashOf, RECEIPT, REVIEW, REVIEW_BEFORE, REVIEW_BYTES, SUMMARY } from './package-folder.ts';

/** Bytes that are read at most. */
const SUMMARY_BYTES = 32 * 2 ** 20;
/** Items whose losses are kept: more than any standard has, fewer than a stranger's can. */
const LOSSES = 10_000;

/**
 * What the desk's table needs of a package, derived from its data and its review. Raise the version whenever
 * it is derived in another way: one of another version is made anew.
 */
export const SUMMARY_VERSION = 9;
export const summarySchema = z.object({ candidate: candidateSchema, losses: z.array(itemLossSchema) });
export type Summary = z.output<typeof summarySchema>;

/** SHA-256 of what a summary was derived from; the receipt in its turn names that of original.zip. */
const sourcesSchema = z.object({
  receipt: sha256Schema,
  /** '' while there is none; where what was saved before counts, of both (`reviewsOf`). */
  review: z.union([sha256Schema, z.literal('')]),
  campaign: sha256Schema,
});
export type Sources = z.output<typeof sourcesSchema>;

/** How and when a file was handed in: what nothing but the desk's own records knows. */
const cameSchema = candidateSchema.pick({ fileName: true, receivedAt: true, receivedOn: true });
const keySchema = candidateSchema.pick({ key: true });
export type Came = z.output<typeof cameSchema>;

/** `changed`: another program wrote into it, or a disk lost part of it. `other`: of another version. */
type FoundSummary =
  | {
      readonly state: 'whole';
      readonly key: string;
      readonly summary: Summary;
      readonly sources: Sources;
      readonly came: Came;
    }
  | {
      readonly state: 'other' | 'absent' | 'changed';
      readonly key?: string | undefined;
      readonly came?: Came | undefined;
    };

/** The table's row and the losses; the self score's until it is verified. Pure. */
export function summaryOf(parts: CandidateParts): Summary {
  const { candidate, verified } = candidateOf(parts);
  const { self, report, verifiedScore } = verified;
  const losses = lossesOf((verifiedScore === undefined ? self : report).items);
  return { candidate, losses: losses.slice(0, LOSSES) };
}

/** The text ends with the hash of all before: a change from outside is found out without reading the package. */
const SEAL = /,"sha256":"([0-9a-f]{64})"\}$/;

export function summaryText(summary: Summary, sources: Sources): string {
  const form = { version: SUMMARY_VERSION, of: sources, ...z.encode(summarySchema, summary) };
  const open = JSON.stringify(form).slice(0, -1);
  return `${open},"sha256":"${hashOf(open)}"}`;
}

/** `isCopy`: by the review that was saved before, which counts. */
export async function keepSummary(
  folder: string,
  summary: Summary,
  campaign: string,
  isCopy = false,
): Promise<void> {
  const receipt = hashOf(await readTextUpTo(join(folder, RECEIPT), RECEIPT_BYTES));
  const { now, withCopy } = await reviewsOf(folder);
  const review = isCopy ? await withCopy() : now;
  await replaceFile(join(folder, SUMMARY), summaryText(summary, { receipt, review, campaign }));
}

export async function readSummary(folder: string): Promise<FoundSummary> {
  try {
    const found = foundIn(await readTextUpTo(join(folder, SUMMARY), SUMMARY_BYTES));
    // One of another package says nothing of this one, nor of how it came.
    return found.key === undefined || found.key === basename(folder) ? found : { state: 'changed' };
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return { state: 'absent' };
    if (error instanceof SyntaxError || error instanceof UserError) return { state: 'changed' };
    throw error;
  }
}

function foundIn(text: string): FoundSummary {
  const json = parseJson(text);
  const version = storedVersion(json);
  if (version === undefined) return { state: 'changed' };
  const { of, candidate, losses } = json as Readonly<Record<string, unknown>>;
  if (version !== SUMMARY_VERSION) {
    const { data: came } = cameSchema.safeParse(candidate);
    return { state: 'other', key: keySchema.safeParse(candidate).data?.key, came };
  }
  const seal = SEAL.exec(text);
  if (!seal || hashOf(text.slice(0, seal.index)) !== seal[1]) return { state: 'changed' };
  const summary = summarySchema.safeParse({ candidate, losses }).data;
  const sources = sourcesSchema.safeParse(of).data;
  return summary && sources
    ? { state: 'whole', key: summary.candidate.key, summary, sources, came: summary.candidate }
    : { state: 'changed' };
}

export function campaignHash(campaign: Campaign): string {
  return hashOf(sortedJson(encode(campaignForm, campaign)));
}

/**
 * What a summary may be derived from, as `Sources.review` has it. `now`: from the review itself, '' where there is none;
 * `withCopy`: where that does not count, from what was saved before.
 */
export async function reviewsOf(folder: string): Promise<{ now: string; withCopy: () => Promise<string> }> {
  const now = await hashOfFile(folder, REVIEW);
  const withCopy = async (): Promise<string> => {
    const before = await hashOfFile(folder, REVIEW_BEFORE);
    return before === '' ? now : hashOf(`${now} ${before}`);
  };
  return { now, withCopy };
}

/** '' where there is none; one that is no file or too long is named by that alone. */
async function hashOfFile(folder: string, name: string): Promise<string> {
  try {
    return hashOf(await readTextUpTo(join(folder, name), REVIEW_BYTES));
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return '';
    if (error instanceof UserError) return hashOf(error.failure.code);
    throw error;
  }
}
