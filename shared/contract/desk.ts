import * as z from 'zod';
import { assessmentSchema, sha256Schema } from '../assessment/schema.ts';
import { candidateSchema } from '../review/candidate.ts';
import { comparisonSchema } from '../review/compare.ts';
import { deskDocument, reviewDocument } from '../review/documents.ts';
import { heatTableSchema } from '../review/heat.ts';
import { differenceSchema, picksSchema } from '../review/merge.ts';
import { receiptSchema } from '../review/receipt.ts';
import { packageKeySchema } from '../review/package-key.ts';
import { bodySchema, deskLevelSchema, photoSchema } from '../review/schema.ts';
import { reviewLossSchema } from '../review/words.ts';
import { standardSchema } from '../standard/schema.ts';
import { longTextSchema } from '../values/long-text.ts';
import { documentSchemas } from './documents.ts';
import {
  declareCall,
  fileOutcome,
  id,
  job,
  libraryChoice,
  listed,
  madeFileSchema,
  none,
  token,
} from './parts.ts';
import { startCalls } from './start.ts';

const namedPackage = z.object({ key: z.string(), fileName: z.string(), unit: z.string() });

/** Everything that a desk's table needs. Ranking and choice are pure (`shared/review/ranking.ts`). */
export const deskSchemas = documentSchemas({
  document: 'desk',
  kind: deskDocument,
  ref: { id },
  saved: {},
  opened: {
    standard: standardSchema,
    candidates: z.array(candidateSchema),
    /** Every file that was handed in, kept or not, in the order of receiving. */
    receipts: z.array(receiptSchema),
    /** What was received and is not among the candidates; `isGone`: its folder is away, otherwise it cannot be read. */
    missing: z.array(namedPackage.extend({ isGone: z.boolean() })),
    /** Which packages belong to the desk was lost once, and nobody has vouched for them since. */
    isListLost: z.boolean(),
    /** In the place of desk.json an older one counts, and nobody has said since that nothing is missing. */
    isDeskOlder: z.boolean(),
    /** Whose reviews the desk has had, and which are not there, or not as they were saved last. */
    lostReviews: z.array(namedPackage.extend({ loss: reviewLossSchema })),
    /** Whose original is not what came in. */
    wrongOriginals: z.array(namedPackage),
    folder: z.string(),
  },
});

/**
 * One package opened for verifying. The assessment is the unit's own, with the desk's campaign; the standard is the
 * desk's copy where the package's is the same by its content (`isDesks`), else the package's.
 */
export const reviewSchemas = documentSchemas({
  document: 'review',
  kind: reviewDocument,
  ref: { deskId: id, key: packageKeySchema },
  /** The table's row, computed anew. */
  saved: { candidate: candidateSchema },
  opened: {
    assessment: assessmentSchema,
    standard: standardSchema,
    isDesks: z.boolean(),
    receipt: receiptSchema,
  },
});

/** One line of the list of desks. */
const deskSummarySchema = z.object({
  ...listed,
  title: z.string(),
  campaign: z.string(),
  standardTitle: z.string(),
  /** Packages in the desk's folder. */
  packages: z.int(),
});
export type DeskSummary = z.output<typeof deskSummarySchema>;

/** Names one package on one desk. Its evidence is at `evidence/<deskId>.<key>/<sha256>`, field photos too. */
export const packageRefSchema = z.object({ deskId: id, key: packageKeySchema });
export type PackageRef = z.output<typeof packageRefSchema>;

/** A receipt, or why the file could not even be read. */
const importOutcomeSchema = z.object({ ...fileOutcome, receipt: receiptSchema.optional() });
export type ImportOutcome = z.output<typeof importOutcomeSchema>;

const photoOutcomeSchema = z.object({ ...fileOutcome, photo: photoSchema.optional() });
export type PhotoOutcome = z.output<typeof photoOutcomeSchema>;

export const deskJobResults = [
  z.object({ kind: z.literal('deskImport'), outcomes: z.array(importOutcomeSchema) }),
  z.object({
    kind: z.literal('deskPhotos'),
    outcomes: z.array(photoOutcomeSchema),
    saved: reviewSchemas.saved,
  }),
] as const;

export const deskCalls = {
  listDesks: declareCall(none, z.object({ desks: z.array(deskSummarySchema) })),
  lastDesk: startCalls.lastDesk,
  createDesk: declareCall(
    z.object({
      title: z.string().trim().min(1).max(100),
      level: deskLevelSchema.optional(),
      /** 推荐单位 of the desk of one body; '' or absent: named later. */
      body: bodySchema.optional(),
      ...libraryChoice,
    }),
    z.object({ id }),
  ),
  /**
   * Files only; the interface takes a dropped folder apart. `receivedOn`: today where absent. `body`: who recommends these
   * packages, on a provincial desk. `workId`: the work (`beginWork`) whose files these are.
   */
  importPackages: declareCall(
    z.object({
      id,
      tokens: z.array(token).min(1).max(5000),
      receivedOn: z.iso.date().optional(),
      body: bodySchema.optional(),
      workId: z.string().optional(),
    }),
    job,
  ),
  addVisitPhotos: declareCall(
    packageRefSchema.extend({ visitId: z.uuid(), tokens: z.array(token).min(1).max(500) }),
    job,
  ),
  /** Desktop only, as `openEvidence`. */
  openDeskEvidence: declareCall(packageRefSchema.extend({ sha256: sha256Schema }), none),
  /** The code on the stamped 封签单, as typed: blanks, hyphens and case do not count, O is 0, I and L are 1. */
  compareSeal: declareCall(
    packageRefSchema.extend({ typed: longTextSchema }),
    z.object({ equal: z.boolean(), sealCode: z.string() }),
  ),

  /** Two or more packages, of any desks: other units, an earlier revision, an earlier year. */
  compareCandidates: declareCall(
    z.object({ packages: z.array(packageRefSchema).min(2).max(10) }),
    comparisonSchema,
  ),
  /** The folder of a package is gone for good: it is not waited for any more. */
  giveUpPackage: declareCall(z.object({ id, key: z.string().min(1).max(100) }), none),
  /** Somebody has looked: all that was received is there. */
  vouchForPackages: declareCall(z.object({ id }), none),
  /** Somebody has looked: nothing is missing from desk.json, in whose place an older one counts. */
  vouchForDesk: declareCall(z.object({ id }), none),
  /** Somebody has looked: nothing is missing from a review of which an older copy counts. */
  vouchForReview: declareCall(z.object({ id, key: z.string().min(1).max(100) }), none),
  deskHeat: declareCall(z.object({ id }), heatTableSchema),

  /** Writes the review alone as a file for a colleague. */
  exportReview: declareCall(packageRefSchema, madeFileSchema),
  /** A colleague's file beside ours. Nothing is taken yet, the token stays good. */
  compareReview: declareCall(
    packageRefSchema.extend({ token }),
    z.object({
      reviewers: z.array(z.string()),
      differences: z.array(differenceSchema),
      /** Names what was shown; the picks are made on it. */
      shown: z.string(),
    }),
  ),
  /** Every conflict needs a pick, by its path. One step of undo. Refused where `shown` is not what differs now. */
  mergeReview: declareCall(
    packageRefSchema.extend({ token, picks: picksSchema, shown: z.string().max(100) }),
    reviewSchemas.saved,
  ),
} as const;
