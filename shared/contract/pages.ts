import * as z from 'zod';
import { declareCall, none } from './parts.ts';

/** Something long. `title`: 导出推荐包; `of`: whose and where, "" where it is nobody's; `files`: how many it is to take in. */
const workSchema = z.object({
  title: z.string().min(1).max(100),
  of: z.string().max(300),
  files: z.int().min(1).optional(),
});

/** What was cut off: by closing, a crash or a power cut. `taken`: of its files. */
export const leftWorkSchema = workSchema.extend({
  since: z.iso.datetime(),
  taken: z.int().min(0).optional(),
});
export type Work = z.output<typeof workSchema>;
export type LeftWork = z.output<typeof leftWorkSchema>;

/**
 * What is typed in a field and is not saved yet. `told`: it is refused, or could not be saved, and the user knows; `problem`:
 * why, of a number. `meant`: what may be saved there for it to be still meant: what was when it was begun, and what of it was
 * sent since.
 */
const typedWordsSchema = z.object({
  text: z.string(),
  told: z.boolean(),
  problem: z.string().optional(),
  meant: z.array(z.string()).optional(),
});

/** The same of a page, by the keys of its fields. `place`: where the page was, as it writes that down for itself. */
export const keptWordsSchema = z.object({
  words: z.record(z.string(), typedWordsSchema),
  place: z.unknown().optional(),
});
export type KeptWords = z.output<typeof keptWordsSchema>;

/** What a page is at work on and what is typed on it: so that nothing of it goes unasked, or unsaid. */
export const pageCalls = {
  /** The page begins something that takes long: closing asks first, and where it is cut off, the next start says so. */
  beginWork: declareCall(workSchema, z.object({ workId: z.string() })),
  endWork: declareCall(z.object({ workId: z.string() }), none),
  /** The page goes while it is at it: nobody will see there what it came to. */
  leaveWork: declareCall(z.object({ workId: z.string() }), none),
  /** What was cut off; told until the user has read it. `isNew`: the page has just been loaded, and is at nothing. */
  leftWork: declareCall(z.object({ isNew: z.boolean() }), z.object({ left: z.array(leftWorkSchema) })),
  forgetLeftWork: declareCall(none, none),

  /** So that a page that crashes finds it again; after a program that ended, its next start. */
  keepWords: declareCall(keptWordsSchema, none),
  /** Of the page itself, or what the last page of an earlier run left; `more`: others left some too, which `next` gives. */
  keptWords: declareCall(z.object({ next: z.boolean() }), keptWordsSchema.extend({ more: z.boolean() })),
} as const;
