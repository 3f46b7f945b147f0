import * as z from 'zod';
import { failureSchema } from '../values/errors.ts';
import { assessmentJobResults } from './assessments.ts';
import { deskExportJobResults } from './desk-exports.ts';
import { deskJobResults } from './desk.ts';
import { declareCall, job, none, token } from './parts.ts';
import { pickingCalls, pickingJobResults } from './picking.ts';
import { startCalls } from './start.ts';
import { standardJobResults } from './standards.ts';
import { rollupJobResults } from './rollups.ts';
import { yearJobResults } from './years.ts';

const jobResultSchema = z.discriminatedUnion('kind', [
  ...assessmentJobResults,
  ...standardJobResults,
  ...deskJobResults,
  ...deskExportJobResults,
  ...yearJobResults,
  ...rollupJobResults,
  /** Copied to where the user said: its whole name; absent where he said nowhere. */
  z.object({ kind: z.literal('saved'), path: z.string().optional() }),
  ...pickingJobResults,
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
  ...pickingCalls,
  hostInfo: startCalls.hostInfo,
  dataFolder: startCalls.dataFolder,
  /** Goes on with another folder; nothing is moved or copied. Without `path` (desktop) the system's dialog asks for it. */
  changeDataFolder: declareCall(
    z.object({ path: z.string().min(1).max(32_768).optional() }),
    z.object({
      /** Absent: the dialog was left. */
      changed: z
        .object({
          root: z.string(),
          former: z.string(),
          /** It is 标兵自评 in the folder that was chosen. */
          inside: z.boolean(),
          /** Something of the program was in it before. */
          holds: z.boolean(),
          /** Whether the next start takes it. */
          remembered: z.boolean(),
        })
        .optional(),
    }),
  ),

  jobStatus: declareCall(z.object({ jobId: z.string() }), jobStatusSchema),
  cancelJob: declareCall(z.object({ jobId: z.string() }), none),

  /** Desktop only: shows the exported package in its folder. */
  revealExport: declareCall(z.object({ token }), none),
  /** Desktop only: copies what the host made, or evidence, to where the user says; nothing where he says nowhere. */
  saveExport: declareCall(z.object({ token }), job),
  /** `id`: as in the address of the evidence. */
  saveEvidence: declareCall(z.object({ id: z.string(), sha256: z.string() }), job),

  /** Desktop only: asks where to, and writes the page there as it is printed; without a path nothing was chosen. */
  savePdf: declareCall(
    z.object({ name: z.string().min(1).max(400) }),
    z.object({ path: z.string().optional() }),
  ),
  /** Gives a chosen file up; an upload is deleted. */
  forgetFile: declareCall(z.object({ token }), none),
} as const;
