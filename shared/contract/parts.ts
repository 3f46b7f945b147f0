import * as z from 'zod';
import { failureSchema } from '../values/errors.ts';

/** Pieces that every group of calls is made of. */
export const id = z.uuid();
/** Stands for a file that the user chose or that the host made; the host keeps the path. */
export const token = z.string().min(1).max(100);
export const none = z.object({});
/** Answer of every call that starts a job. */
export const job = z.object({ jobId: z.string() });

export const declareCall = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({
  input,
  output,
});

/** What something new is made of: a standard and a campaign of the library. */
export const libraryChoice = { standardId: z.string(), campaignId: z.string() };

/** Every line of a list of folders. `problem` is set where the folder could not be read; then most else is empty. */
export const listed = {
  id: z.string(),
  updatedAt: z.string(),
  /** For the user's eyes only; never sent back. */
  folder: z.string(),
  problem: failureSchema.optional(),
  /** How many folders hold this id, where there are several: the newest is shown, and opening asks which. */
  copies: z.int().min(2).optional(),
};

/** The revision of an assessment that was exported last; `changed`: it says something else by now. */
export const latestSchema = z.object({ number: z.int().min(1), draft: z.boolean(), changed: z.boolean() });

/** What became of one chosen file; `failure`: why nothing did. */
export const fileOutcome = { fileName: z.string(), failure: failureSchema.optional() };

/** A file that the host made in 导出: `token` is for `revealExport` (desktop) and `GET /download/<token>`. */
export const madeFileSchema = z.object({
  token,
  fileName: z.string(),
  /** For the user's eyes only. */
  folder: z.string(),
  bytes: z.int(),
});
export type MadeFile = z.output<typeof madeFileSchema>;
