import * as z from 'zod';
import { declareCall, none } from './parts.ts';

/** Something long. `title`: 导出推荐包; `of`: whose and where, "" where it is nobody's. */
const workSchema = z.object({ title: z.string().min(1).max(100), of: z.string().max(300) });

/** What was cut off: by closing, a crash or a power cut. */
export const leftWorkSchema = workSchema.extend({ since: z.iso.datetime() });
export type Work = z.output<typeof workSchema>;
export type LeftWork = z.output<typeof leftWorkSchema>;

/**
 * What is typed on a page and is not saved yet, by the key of its field; `told`: it is refused, or could not be saved, and
 * the user knows. `place`: where the page was, as it writes that down for itself.
 */
export const keptWordsSchema = z.object({
  words: z.record(z.string(), z.object({ text: z.string(), told: z.boolean() })),
  place: z.unknown().optional(),
});
export type KeptWords = z.output<typeof keptWordsSchema>;

/** What a page is at work on and what is typed on it: so that nothing of it goes unasked, or unsaid. */
export const pageCalls = {
  /** The page begins something that takes long: closing asks first, and where it is cut off, the next start says so. */
  beginWork: declareCall(workSchema, z.object({ workId: z.string() })),
  endWork: declareCall(z.object({ workId: z.string() }), none),
  /** What was cut off; told once. */
  takeLeftWork: declareCall(none, z.object({ left: z.array(leftWorkSchema) })),

  /** So that a page that crashes finds it again; after a program that ended, its next start. */
  keepWords: declareCall(keptWordsSchema, none),
  keptWords: declareCall(none, keptWordsSchema),
} as const;
