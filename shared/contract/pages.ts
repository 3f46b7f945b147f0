import * as z from 'zod';
import { declareCall, none } from './parts.ts';

/** Something long that was cut off: by closing, a crash or a power cut. `title`: 导出推荐包. */
const leftWorkSchema = z.object({ title: z.string(), since: z.iso.datetime() });
export type LeftWork = z.output<typeof leftWorkSchema>;

/** By the key of a field: what is typed in it and is not saved yet. */
const wordsSchema = z.record(z.string(), z.string());

/** What a page is at work on and what is typed on it: so that nothing of it goes unasked, or unsaid. */
export const pageCalls = {
  /** The page begins something that takes long: closing asks first, and where it is cut off, the next start says so. */
  beginWork: declareCall(z.object({ title: z.string().min(1).max(100) }), z.object({ workId: z.string() })),
  endWork: declareCall(z.object({ workId: z.string() }), none),
  /** What was cut off; told once. */
  takeLeftWork: declareCall(none, z.object({ left: z.array(leftWorkSchema) })),

  /** What is typed on the page and not saved yet, so that a page that crashes finds it again. */
  keepWords: declareCall(z.object({ words: wordsSchema }), none),
  keptWords: declareCall(none, z.object({ words: wordsSchema })),
} as const;
