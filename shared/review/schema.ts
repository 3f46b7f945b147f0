import { own } from '../values/own.ts';
import * as z from 'zod';
import { fileNameSchema, sha256Schema } from '../assessment/schema.ts';
import { ruleInputSchema } from '../assessment/rule-input.ts';
import { campaignSchema } from '../campaign/schema.ts';
import { longTextSchema } from '../values/long-text.ts';
import { percentSchema, pointsSchema, signedPointsSchema } from '../values/points.ts';
import { codeSchema } from '../standard/schema.ts';
import { packageKeySchema } from './package-key.ts';

/** Versions of desk.json and review.json. */
export const DESK_VERSION = 3;
export const REVIEW_VERSION = 2;

const day = z.iso.date();
const maybeDay = z.union([day, z.literal('')]).default('');
const name = z.string().trim().min(1).max(50);

/** One piece of evidence of one entry. A piece without a decision has not been looked at yet. */
export const evidenceDecisionSchema = z.object({
  decision: z.enum(['accepted', 'rejected']),
  reason: longTextSchema.default(''),
});
export type EvidenceDecision = z.output<typeof evidenceDecisionSchema>;

/** What the evaluator found on one code of the standard (item, bonus, penalty, veto). */
export const reviewEntrySchema = z.object({
  state: z.enum(['pending', 'scored', 'notApplicable']),
  /** Of the kind of the item's rule, as in the assessment. */
  input: ruleInputSchema.optional(),
  /**
   * In place of `input`: a score given outright, read from a workbook where nobody can say which points were met
   * or which faults were found. Bounded like any score of the item.
   */
  points: signedPointsSchema.optional(),
  reason: longTextSchema.default(''),
  /** By the SHA-256 of the evidence that the unit linked to this code. */
  evidence: z.record(sha256Schema, evidenceDecisionSchema).default({}),
});
export type ReviewEntry = z.output<typeof reviewEntrySchema>;
export const EMPTY_REVIEW_ENTRY: ReviewEntry = { state: 'pending', reason: '', evidence: {} };

/** A photo kept in the package's files/ folder under its SHA-256. */
export const photoSchema = z.object({
  sha256: sha256Schema,
  bytes: z.int().min(0),
  fileName: fileNameSchema,
  mediaType: z.string(),
});
export type Photo = z.output<typeof photoSchema>;

/** 实地核验 (豫法政办〔2020〕16号 附件 二). */
export const fieldVisitSchema = z.object({
  id: z.uuid(),
  date: maybeDay,
  people: z.array(z.object({ role: name, name: z.string().trim().max(50).default('') })).default([]),
  /** `code` '' for a finding about the unit as a whole. */
  findings: z.array(z.object({ code: codeSchema.or(z.literal('')), text: longTextSchema })).default([]),
  photos: z.array(photoSchema).default([]),
  /** Hundredths of a percent; only where the campaign gives the visit a weight. */
  score: percentSchema.refine((value) => value <= 10_000, '不能超过 100').optional(),
});
export type FieldVisit = z.output<typeof fieldVisitSchema>;

/** 第三方满意度调查: the percentage is satisfied ÷ sample. */
export const surveyFieldsSchema = z.object({
  sample: z.int().min(1).max(100_000_000),
  satisfied: z.int().min(0),
  date: maybeDay,
  by: z.string().trim().max(100).default(''),
});
export const surveySchema = surveyFieldsSchema.refine(({ sample, satisfied }) => satisfied <= sample, {
  message: '满意人数不能大于样本数',
  path: ['satisfied'],
});
export type Survey = z.output<typeof surveySchema>;

/** 公示 and the objections raised in it. */
export const publicitySchema = z.object({
  from: maybeDay,
  to: maybeDay,
  objections: z
    .array(
      z.object({ date: maybeDay, content: longTextSchema.default(''), outcome: longTextSchema.default('') }),
    )
    .default([]),
});
export type Publicity = z.output<typeof publicitySchema>;

/** 确认: document number and date. */
export const confirmationSchema = z.object({
  document: z.string().trim().max(100).default(''),
  date: maybeDay,
});
export type Confirmation = z.output<typeof confirmationSchema>;

/**
 * The 合理缺项 together, as they were confirmed: where other items are left out by now, or they come to something else, they
 * are not. Files of before name no items: they are confirmed anew.
 */
export const gapsSchema = z.object({
  count: z.int().min(1),
  points: pointsSchema,
  codes: z.array(codeSchema).readonly().default([]),
});
export type ConfirmedGaps = z.output<typeof gapsSchema>;

/** The evaluator's work on one package. Nothing of the unit's own data is ever in here. */
export const reviewSchema = z.object({
  version: z.literal(REVIEW_VERSION),
  /** Of which package: a colleague's review is merged only into a review of the same one. */
  packageId: z.string(),
  sealCode: z.string(),
  updatedAt: z.iso.datetime(),
  entries: z.record(codeSchema, reviewEntrySchema).default({}),
  reviewers: z.array(name).default([]),
  fieldVisits: z.array(fieldVisitSchema).default([]),
  survey: surveySchema.optional(),
  publicity: publicitySchema.optional(),
  confirmation: confirmationSchema.optional(),
  conclusion: longTextSchema.default(''),
  gapsConfirmed: gapsSchema.optional(),
});
export type Review = z.output<typeof reviewSchema>;

export function newReview(packageId: string, sealCode: string, now: string): Review {
  return {
    version: REVIEW_VERSION,
    packageId,
    sealCode,
    updatedAt: now,
    entries: {},
    reviewers: [],
    fieldVisits: [],
    conclusion: '',
  };
}

export function reviewEntryOf(review: Review, code: string): ReviewEntry {
  return own(review.entries, code) ?? EMPTY_REVIEW_ENTRY;
}

/** One package that the office means to recommend. */
export const choiceSchema = z.object({ key: packageKeySchema, reason: longTextSchema.default('') });
export type Choice = z.output<typeof choiceSchema>;

/** A place in the order given by hand: the package stands at `place` (1 is the first), whatever its score. */
export const rankAdjustmentSchema = z.object({
  key: packageKeySchema,
  place: z.int().min(1).max(100_000),
  reason: longTextSchema.min(1, '调整名次要写理由'),
});
export type RankAdjustment = z.output<typeof rankAdjustmentSchema>;

/**
 * A person's decision to let a package count that is in doubt: about its content, about whose it is. It covers what
 * was there: a doubt that comes up later is shown again.
 */
export const acceptanceSchema = z
  .object({
    key: packageKeySchema,
    reason: z.string().trim().min(1, '采用存疑的推荐包要写理由').max(5000),
    /** Packages that this one is taken instead of: they are out of the running. Empty: it counts beside them. */
    instead: z.array(packageKeySchema).max(5000).default([]),
    /** Packages that it collided with when this was decided. */
    against: z.array(packageKeySchema).max(5000).default([]),
    /** What is doubtful in its content was accepted as well. */
    content: z.boolean().default(true),
  })
  .refine(({ key, instead }) => !instead.includes(key), '推荐包不能取代它自己');
export type Acceptance = z.output<typeof acceptanceSchema>;

/**
 * Whose desk it is. `body`: of one recommending body (a city, a department), whatever districts and bureaus hand in
 * through it; `province`: all recommending bodies hand in here, each with a quota of its own.
 */
export const deskLevelSchema = z.enum(['body', 'province']);
export type DeskLevel = z.output<typeof deskLevelSchema>;
export const DESK_LEVEL_LABELS: Record<DeskLevel, string> = {
  body: '推荐单位（省辖市、部门等）',
  province: '省级（汇总各推荐单位）',
};

export const OFFICE_LENGTH = 100;
export const officeSchema = z.string().trim().max(OFFICE_LENGTH);

export const BODY_LENGTH = 100;
/** The name of a recommending body (推荐单位); '' : none is named yet. */
export const bodySchema = z.string().trim().max(BODY_LENGTH);
const namedBodySchema = bodySchema.min(1, '请填写推荐单位');

/** On a provincial desk: the body that recommends a package, as the evaluator says. */
const placementSchema = z.object({
  key: packageKeySchema,
  body: bodySchema,
  /** Bodies that have handed in the very same package besides; empty once it is settled who recommends it. */
  also: z.array(namedBodySchema).max(100).default([]),
});
export type Placement = z.output<typeof placementSchema>;

/** 行业 and 地域: what the quota tells candidates apart by, and the evaluator may correct. */
export const correctableSchema = z.enum(['industry', 'region']);
export type Correctable = z.output<typeof correctableSchema>;
export const CORRECTABLE_LENGTH = 50;
export const correctedSchema = z.object({
  value: z.string().trim().min(1, '请填写更正后的内容').max(CORRECTABLE_LENGTH),
  reason: longTextSchema.min(1, '更正要写理由'),
});
/** What the evaluator says in place of the unit's own words, of one package. */
const correctionSchema = z.object({
  key: packageKeySchema,
  industry: correctedSchema.optional(),
  region: correctedSchema.optional(),
});
export type Correction = z.output<typeof correctionSchema>;

/** desk.json: one campaign's desk (核验台). What belongs to one package is kept with that package. */
export const deskSchema = z.object({
  version: z.literal(DESK_VERSION),
  id: z.uuid(),
  title: z.string().trim().min(1).max(100),
  level: deskLevelSchema,
  /** 核验单位: the office whose desk it is, as its users call it; the campaign's issuer is another one. */
  office: officeSchema.optional(),
  /** 推荐单位 of a desk of level `body`: whose the quota is. Absent: not named yet. */
  body: bodySchema.optional(),
  /** Of a provincial desk: the bodies that were added by hand to those that the campaign lists. */
  bodies: z.array(namedBodySchema).max(5000).default([]),
  placements: z.array(placementSchema).default([]),
  corrections: z.array(correctionSchema).default([]),
  /**
   * A provincial desk of before counted each package for the 上级主管部门 that its unit had written: so it does for those
   * that nobody has placed, until the evaluator has looked at it.
   */
  placedBySuperior: z.boolean().default(false),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  /** The desk's own copy: packages are judged by it, not by what they bring. */
  campaign: campaignSchema,
  standard: z.object({ id: z.string(), edition: z.string(), title: z.string(), sha256: sha256Schema }),
  choices: z.array(choiceSchema).default([]),
  adjustments: z.array(rankAdjustmentSchema).default([]),
  acceptances: z.array(acceptanceSchema).default([]),
});

/**
 * 1 -> 2: every desk was taken for that of one recommending body, which is what a desk is unless it is said. 2 -> 3: who
 * recommends is the desk's to say; a provincial desk goes on with what it went by until then.
 */
export const DESK_MIGRATIONS = {
  1: (stored: Readonly<Record<string, unknown>>): Record<string, unknown> => ({ ...stored, level: 'body' }),
  2: (stored: Readonly<Record<string, unknown>>): Record<string, unknown> => ({
    ...stored,
    placedBySuperior: stored['level'] === 'province',
  }),
};
/** 1 -> 2: 合理缺项 may be confirmed; nobody had. */
export const REVIEW_MIGRATIONS = {
  1: (stored: Readonly<Record<string, unknown>>): Record<string, unknown> => ({ ...stored }),
};
export type Desk = z.output<typeof deskSchema>;
