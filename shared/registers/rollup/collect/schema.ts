import * as z from 'zod';
import { pointsSchema } from '../../../values/points.ts';
import { entryFileSchema, MAX_FIELD } from '../../entry.ts';

export const MOST_CASES = 2000;
export const LONGEST_TITLE = 500;

/** At least so many are asked of a 开发区、区县（市）by 郑法政办〔2020〕9号 三(二); another notice may ask for others. */
export const LEAST = 2;

/** A file as it came, kept in the roll-up's files/ under its SHA-256. */
const keptFileSchema = entryFileSchema.omit({ role: true });
export type KeptCaseFile = z.output<typeof keptFileSchema>;

const text = (most: number) => z.string().max(most).default('');
/** '' where the office has not said. */
const reference = z.union([z.uuid(), z.literal('')]);

/** 应当推选, 积极推选: what the notice asks of a unit. Which unit is which, the office says. */
export const DUTIES = ['least', 'encouraged'] as const;
export type Duty = (typeof DUTIES)[number];

/** What the year's notice says of the collection, as the office enters it. */
export const collectionShape = {
  /** The last day, ISO 8601; no document states this year's. */
  caseDay: text(40),
  /** Document and clause of the day and the number. */
  caseSource: text(300),
  caseLeast: z.int().min(0).max(99).default(LEAST),
  /** 满分 of the one mark of a case: no document states any. */
  caseTop: pointsSchema.optional(),
};

export const caseShape = {
  unit: reference,
  title: text(LONGEST_TITLE),
  /** The day on which the office received it, ISO 8601. */
  day: text(40),
  /** One total; there are no marks of parts. */
  mark: pointsSchema.optional(),
  chosen: z.boolean().default(false),
  /** Why it was not chosen although one with less was. */
  reason: text(2000),
  remark: text(2000),
};

/** A 典型案例 that a unit handed in. */
const caseSchema = z.object({
  id: z.uuid(),
  ...caseShape,
  file: keptFileSchema,
  /** What was read of it; absent of a file whose text cannot be read here (.wps, .doc). */
  text: z.string().max(MAX_FIELD).optional(),
});
export type CollectedCase = z.output<typeof caseSchema>;

export const attachmentShape = { unit: reference, case: reference };

/** PPT、讲解视频 and whatever else came with a case. */
const attachmentSchema = z.object({ id: z.uuid(), ...attachmentShape, file: keptFileSchema });
export type CaseAttachment = z.output<typeof attachmentSchema>;

/** The parts of a roll-up that the collection is. */
export const collectedShape = {
  cases: z.array(caseSchema).max(MOST_CASES).default([]),
  attachments: z.array(attachmentSchema).max(MOST_CASES).default([]),
};
