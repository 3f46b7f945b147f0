import * as z from 'zod';
import { failureSchema } from '../values/errors.ts';
import { signedPointsSchema } from '../values/points.ts';
import { declareCall, id, none } from './parts.ts';

/** The kinds of document that lie in folders of their own: a copied folder holds the same id. */
const inFolders = z.enum(['assessment', 'desk', 'campaign', 'year', 'rollup']);
export type InFolders = z.output<typeof inFolders>;

/** One of several folders that hold the same document, by what a user tells them apart. */
const folderCopySchema = z.object({
  /** Names it among the others of its id; no path. */
  key: z.string(),
  /** For the user's eyes only. */
  folder: z.string(),
  /** Of the last change, ISO 8601; '' where nothing tells it. */
  updatedAt: z.string(),
  /** Lines of its journals. */
  changes: z.int().min(0),
  /** 自评总分 of an assessment. */
  total: signedPointsSchema.optional(),
  /** Packages on a desk. */
  packages: z.int().optional(),
  /** This program has it open now. */
  open: z.boolean(),
  /** Why it cannot be opened. */
  problem: failureSchema.optional(),
});
export type FolderCopy = z.output<typeof folderCopySchema>;

const named = { document: inFolders, id };
const key = z.string().min(1).max(300);

/** Several folders of one id: nothing is opened until the user has said which. */
export const copyCalls = {
  /** Newest change first. */
  listCopies: declareCall(z.object(named), z.object({ copies: z.array(folderCopySchema) })),
  /** From now on, until the folders or what is in the chosen one are others, the id means this folder. Refused while another of them is open. */
  chooseCopy: declareCall(z.object({ ...named, key }), none),
  /** Moves one of several to 已删除/; nothing is erased, and the last one stays. Answers where it went. */
  removeCopy: declareCall(z.object({ ...named, key }), z.object({ movedTo: z.string() })),
} as const;
