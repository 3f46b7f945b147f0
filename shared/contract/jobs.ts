import { z } from 'zod';
import { failureSchema } from '../values/errors.ts';
import { assessmentJobResults } from './assessments.ts';
import { deskExportJobResults } from './desk-exports.ts';
import { deskJobResults } from './desk.ts';
import { call, none } from './parts.ts';
import { standardJobResults } from './standards.ts';

export const jobResultSchema = z.discriminatedUnion('kind', [
  ...assessmentJobResults,
  ...standardJobResults,
  ...deskJobResults,
  ...deskExportJobResults,
]);
export type JobResult = z.output<typeof jobResultSchema>;

export const jobStatusSchema = z.object({
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

export const jobCalls = {
  jobStatus: call(z.object({ jobId: z.string() }), jobStatusSchema),
  cancelJob: call(z.object({ jobId: z.string() }), none),
} as const;
