import * as z from 'zod';
import { reviewEntrySchema } from './schema.ts';

/**
 * One line of a 推荐材料.xlsx whose 核验分 or 核验意见 somebody filled in, beside the review.
 * `same`: the review says so already. `new`: the review has nothing there. `conflict`: it says something else.
 * `problem`: cannot be taken; `message` says why.
 */
export const workbookRowSchema = z.object({
  code: z.string(),
  /** Of the standard; '' for a code that it lacks. */
  title: z.string(),
  /** The two cells as filled in. */
  score: z.string(),
  opinion: z.string(),
  outcome: z.enum(['same', 'new', 'conflict', 'problem']),
  /** In Chinese: why it cannot be taken, or how the number is taken where that needs saying; mostly ''. */
  message: z.string(),
  /** The review as it is: 待核, 不适用, 存在, 不存在 or points. */
  present: z.object({ value: z.string(), reason: z.string() }),
  /** What `takeEntries` would put there, decisions on evidence kept; absent for `problem`. */
  entry: reviewEntrySchema.optional(),
});
export type WorkbookRow = z.output<typeof workbookRowSchema>;
