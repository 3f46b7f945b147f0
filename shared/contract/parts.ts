import * as z from 'zod';

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

/** A file that the host made in 导出: `token` is for `revealExport` (desktop) and `GET /download/<token>`. */
export const madeFileSchema = z.object({
  token,
  fileName: z.string(),
  /** For the user's eyes only. */
  folder: z.string(),
  bytes: z.int(),
});
export type MadeFile = z.output<typeof madeFileSchema>;
