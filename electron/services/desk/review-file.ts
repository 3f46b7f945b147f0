import { createHash } from 'node:crypto';
import { type Assessment, entryOf } from '../../../shared/assessment/schema.ts';
import type { MadeFile, SavedDocument } from '../../../shared/contract/contract.ts';
import { UserError } from '../../../shared/values/errors.ts';
import {
  type Difference,
  mergeReviews,
  type Picks,
  reviewDifferences,
} from '../../../shared/review/merge.ts';
import { encode, refusal } from '../../../shared/document.ts';
import { decode, NewerForm } from '../../../shared/stored-form.ts';
import { reviewDocument, UNFIT } from '../../../shared/review/documents.ts';
import type { Review, ReviewEntry } from '../../../shared/review/schema.ts';
import { allCodes } from '../../../shared/standard/places.ts';
import { sortedJson } from '../../../shared/values/sorted-json.ts';
import type { OfferedFile } from '../base/file-tokens.ts';
import { guarded } from '../base/failures.ts';
import { isWrongJson, parseForeignJson } from '../files/foreign-json.ts';
import { readUpTo } from '../files/files.ts';
import { type FileMaker, makeFile } from '../files/made-files.ts';
import type { DeskSession } from './desk-session.ts';
import { mergeStale, notAReview, otherPackage } from './messages.ts';

/** Characters of a unit's name in a file name: the end of the name, which tells files apart, is never cut off. */
const NAME = 40;
/** Bytes. */
const { maxBytes: REVIEW_BYTES = Infinity } = reviewDocument;
const EXPORTING = { action: '导出核验记录', effect: '核验记录没有改动。' };

/** Writes the review alone, without the package, for a colleague who has the same package. */
export async function exportReview(desk: DeskSession, key: string, maker: FileMaker): Promise<MadeFile> {
  const { review, candidate } = await desk.load(key);
  const whose = `${[...candidate.unit].slice(0, NAME).join('')}_第${candidate.revision}版_${key}`;
  const text = JSON.stringify(encode(reviewDocument, review), undefined, 2);
  const how = { longest: Infinity, separator: '_', doing: EXPORTING } as const;
  return makeFile(maker, `核验记录_${whose}`, '.json', text, how);
}

/** A colleague's review beside ours; a UserError where it is no review, or of another package. */
export async function compareReview(
  desk: DeskSession,
  key: string,
  file: OfferedFile,
): Promise<{ reviewers: string[]; differences: Difference[]; shown: string }> {
  const { review, standard, assessment } = await desk.load(key);
  const theirs = await readReview(file, review, assessment);
  const differences = reviewDifferences(review, theirs, allCodes(standard));
  return { reviewers: theirs.reviewers, differences, shown: nameOf(differences) };
}

/** Two sides alike have one name, whenever and on whatever page they are compared. */
function nameOf(differences: readonly Difference[]): string {
  return createHash('sha256').update(sortedJson(differences)).digest('hex');
}

/** Takes what the picks say, as one step of undo. A UserError where what differs is not what was `shown`. */
export async function mergeReview(
  desk: DeskSession,
  key: string,
  file: OfferedFile,
  { picks, shown, now }: { picks: Picks; shown: string; now: Date },
): Promise<SavedDocument<'review'>> {
  const { review, standard, assessment } = await desk.load(key);
  const theirs = await readReview(file, review, assessment);
  const codes = allCodes(standard);
  return desk.changeReview(key, `merge ${file.name}`, (ours) => {
    if (nameOf(reviewDifferences(ours, theirs, codes)) !== shown) throw mergeStale();
    try {
      return mergeReviews(ours, theirs, { codes, picks, now: now.toISOString() });
    } catch (error) {
      if (error instanceof RangeError) throw refusal(reviewDocument, UNFIT);
      throw error;
    }
  });
}

async function readReview({ path }: OfferedFile, ours: Review, assessment: Assessment): Promise<Review> {
  const theirs = await guarded({ action: '读取核验记录', effect: '核验记录没有改动。' }, () => parse(path));
  if (theirs.packageId !== ours.packageId || theirs.sealCode !== ours.sealCode) throw otherPackage();
  return withoutPhotos(withoutStrangers(theirs, assessment), ours);
}

async function parse(path: string): Promise<Review> {
  try {
    return decode(reviewDocument, parseForeignJson(await readUpTo(path, REVIEW_BYTES)));
  } catch (error) {
    if (error instanceof NewerForm) throw error;
    if (isWrongJson(error) || error instanceof UserError) throw notAReview(error);
    throw error;
  }
}

/** Decisions on evidence that the unit linked to the item; a file from elsewhere may name anything. */
function withoutStrangers(theirs: Review, assessment: Assessment): Review {
  const entries = Object.entries(theirs.entries).map(([code, entry]): [string, ReviewEntry] => {
    const linked = new Set(entryOf(assessment, code).evidence);
    const evidence = Object.entries(entry.evidence).filter(([sha256]) => linked.has(sha256));
    return [code, { ...entry, evidence: Object.fromEntries(evidence) }];
  });
  return { ...theirs, entries: Object.fromEntries(entries) };
}

/** The file carries no pictures: only photos that are here too stay named. */
function withoutPhotos(theirs: Review, ours: Review): Review {
  const here = new Set(ours.fieldVisits.flatMap(({ photos }) => photos.map(({ sha256 }) => sha256)));
  return {
    ...theirs,
    fieldVisits: theirs.fieldVisits.map((visit) => ({
      ...visit,
      photos: visit.photos.filter(({ sha256 }) => here.has(sha256)),
    })),
  };
}
