import * as z from 'zod';

/** One thing that keeps an assessment from being handed in (`block`) or that deserves a look (`warn`). */
export const assessmentFindingSchema = z.object({
  code: z.string(),
  severity: z.enum(['block', 'warn']),
  /** Code of the item, entry or material; '' for the assessment as a whole. */
  item: z.string(),
  message: z.string(),
});
export type AssessmentFinding = Readonly<z.output<typeof assessmentFindingSchema>>;
