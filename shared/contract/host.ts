import * as z from 'zod';
import { failureSchema } from '../values/errors.ts';
import { assessmentJobResults } from './assessments.ts';
import { deskExportJobResults } from './desk-exports.ts';
import { deskJobResults } from './desk.ts';
import { declareCall, none, token } from './parts.ts';
import { standardJobResults } from './standards.ts';

const jobResultSchema = z.discriminatedUnion('kind', [
  ...assessmentJobResults,
  ...standardJobResults,
  ...deskJobResults,
  ...deskExportJobResults,
]);
export type JobResult = z.output<typeof jobResultSchema>;

const jobStatusSchema = z.object({
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  /** What is being done now, in Chinese. */
  step: z.string(),
  /** Bytes done and in all; `total` 0 while unknown. */
  done: z.int().min(0),
  total: z.int().min(0),
  result: jobResultSchema.optional(),
  failure: failureSchema.optional(),
});
export type JobStatus = z.output<typeof jobStatusSchema>;

/** The host itself: what it is, its jobs, the files that it knows by a token. */
export const hostCalls = {
  hostInfo: declareCall(
    none,
    z.object({
      door: z.enum(['desktop', 'local']),
      version: z.string(),
      /** 数据文件夹, for the user's eyes. */
      root: z.string(),
      /** Today by the host's clock, YYYY-MM-DD: the interface passes it to the deadline rules. */
      today: z.string(),
    }),
  ),

  jobStatus: declareCall(z.object({ jobId: z.string() }), jobStatusSchema),
  cancelJob: declareCall(z.object({ jobId: z.string() }), none),

  /** Desktop only: shows the exported package in its folder. */
  revealExport: declareCall(z.object({ token }), none),
  /** Desktop only: asks where to, and writes the page there as it is printed; without a path nothing was chosen. */
  savePdf: declareCall(
    z.object({ name: z.string().min(1).max(400) }),
    z.object({ path: z.string().optional() }),
  ),
  /** Gives a chosen file up; an upload is deleted. */
  forgetFile: declareCall(z.object({ token }), none),
} as const;
