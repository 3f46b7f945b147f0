import * as z from 'zod';
import { type Rated, ratedOf } from '../standard/basis.ts';
import { type Standard, standardSchema } from '../standard/schema.ts';
import { newerWords } from '../document-words.ts';
import type { StoredForm } from '../stored-form.ts';
import { longTextSchema } from '../values/long-text.ts';
import { pointsSchema, signedPointsSchema } from '../values/points.ts';
import { codeSchema } from '../standard/schema.ts';

/** Version of feedback.json in a 反馈包. */
export const FEEDBACK_VERSION = 1;

const short = z.string().max(200);

/** One item on which the office decided otherwise than the unit, or has something to say. */
const feedbackItemSchema = z.object({
  code: codeSchema,
  title: z.string(),
  /** As read by people: points, 不适用, 存在, … */
  self: short,
  verified: short,
  /** How the verified score came about. */
  explanation: z.string(),
  reason: longTextSchema,
  evidence: z.array(
    z.object({ label: z.string(), decision: z.enum(['accepted', 'rejected']), reason: longTextSchema }),
  ),
});
export type FeedbackItem = z.output<typeof feedbackItemSchema>;

/** What the office found on one exported revision. It never changes what the unit stated. */
export const feedbackSchema = z.object({
  packageId: z.string(),
  revision: z.int(),
  /** 核验单位: the office whose desk it was. */
  from: z.string(),
  date: z.iso.date(),
  selfScore: signedPointsSchema,
  /** Absent where the office has not finished, whatever it has scored already. */
  verifiedScore: signedPointsSchema.optional(),
  passScore: pointsSchema,
  /** By what the office judged (`standard/basis.ts`); absent in files of former versions. */
  basis: standardSchema.shape.authority.optional(),
  eligible: z.boolean(),
  /** 合理缺项 and whether they are confirmed, vetoes found, what the result is owed to: one Chinese sentence each. */
  notes: z.array(z.string()).default([]),
  /** What keeps the unit from being recommended, one Chinese sentence each. */
  problems: z.array(z.string()),
  conclusion: longTextSchema,
  items: z.array(feedbackItemSchema),
});
export type Feedback = z.output<typeof feedbackSchema>;

/** By what the office judged: by what the unit's own standard is worth, unless the file says otherwise. */
export function ratedIn({ basis }: Feedback, standard: Standard): Rated {
  const own = ratedOf(standard);
  return basis === undefined || basis === own.basis ? own : { authority: basis, basis };
}

export const feedbackFileSchema = z.object({
  version: z.literal(FEEDBACK_VERSION),
  assessmentId: z.uuid(),
  unit: z.string(),
  feedback: feedbackSchema,
});
export type FeedbackFile = z.output<typeof feedbackFileSchema>;

/** feedback.json of a 反馈包. */
export const feedbackForm: StoredForm<FeedbackFile> = {
  version: FEEDBACK_VERSION,
  migrations: {},
  schema: feedbackFileSchema,
  words: newerWords('feedback', '核验反馈'),
};
