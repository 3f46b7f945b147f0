import * as z from 'zod';
import { sha256Schema } from '../assessment/schema.ts';
import { progressForm } from '../registers/progress.ts';
import { rollupDocument } from '../registers/rollup/document.ts';
import { rollupSchema } from '../registers/rollup/schema.ts';
import { documentSchemas } from './documents.ts';
import { declareCall, fileOutcome, id, job, listed, madeFileSchema, none, token } from './parts.ts';
import { startCalls } from './start.ts';

/** Files of its cases are at `evidence/rollup.<id>/<sha256>`. */
export const rollupSchemas = documentSchemas({
  document: 'rollup',
  kind: rollupDocument,
  ref: { id },
  saved: {},
  opened: {},
});

/** One line of the list of roll-ups. */
const rollupSummarySchema = z.object({
  ...listed,
  title: z.string(),
  units: z.int(),
  /** Units that have handed in something. */
  received: z.int(),
  /** Tasks of all units whose day has passed, by today. */
  late: z.int(),
  /** Which units are not in that (`uncountedWords`); '' where all are. */
  uncounted: z.string(),
});
export type RollupSummary = z.output<typeof rollupSummarySchema>;

/** `unread`: it is no such file; `failure` says why. */
const progressReceiptSchema = z.object({
  ...fileOutcome,
  unit: z.string(),
  outcome: z.enum([
    ...([
      'new',
      'updated',
      'same',
      'older',
      'inDoubt',
      'otherYear',
      'otherCategory',
      'otherOrigin',
      'full',
    ] as const),
    'unread',
  ]),
  words: z.string(),
  /** Of one that was not taken because of its time: for `takeProgress`. */
  held: progressForm.schema.optional(),
});
export type ProgressReceipt = z.output<typeof progressReceiptSchema>;

/** `unchecked`: kept, but nothing here can read its text; `unread`: not taken, `failure` says why; `junk`: left out by its name. */
const caseFileReceiptSchema = z.object({
  ...fileOutcome,
  /** Id of a unit; '' where none is chosen. */
  unit: z.string(),
  outcome: z.enum(['case', 'unchecked', 'attachment', 'same', 'full', 'unread', 'junk']),
  words: z.string(),
});
export type CaseFileReceipt = z.output<typeof caseFileReceiptSchema>;

export const rollupJobResults = [
  z.object({
    kind: z.literal('progressFiles'),
    receipts: z.array(progressReceiptSchema),
    saved: rollupSchemas.saved,
  }),
  z.object({
    kind: z.literal('caseFiles'),
    receipts: z.array(caseFileReceiptSchema),
    saved: rollupSchemas.saved,
  }),
  z.object({ kind: z.literal('caseDisc'), file: madeFileSchema, files: z.int() }),
] as const;

/** 年度任务汇总: the same of many units, in an office. */
export const rollupCalls = {
  rollupReminders: startCalls.rollupReminders,
  listRollups: declareCall(none, z.object({ rollups: z.array(rollupSummarySchema) })),
  createRollup: declareCall(
    z.object({ office: rollupSchema.shape.office.unwrap(), year: rollupSchema.shape.year }),
    z.object({ id }),
  ),
  /** Takes what units have handed in, all of it as one step of undo; each file has its receipt. */
  importProgress: declareCall(z.object({ id, tokens: z.array(token).min(1).max(1000) }), job),
  /** Takes one that was held back because of its time, as one step of undo. */
  takeProgress: declareCall(
    z.object({ id, fileName: z.string(), progress: progressForm.schema }),
    z.object({ receipt: progressReceiptSchema, saved: rollupSchemas.saved }),
  ),
  /** .xlsx: who is late with what, the table of each category, 督查、通报、加扣分. */
  exportRollup: declareCall(z.object({ id }), madeFileSchema),
  /** Takes 典型案例 and what comes with them, as one step of undo; each file has its receipt. `unit`: '' for none yet. */
  collectCases: declareCall(
    z.object({
      id,
      files: z
        .array(z.object({ token, unit: z.union([id, z.literal('')]) }))
        .min(1)
        .max(1000),
    }),
    job,
  ),
  /** Desktop only, as `openEvidence`. */
  openCaseFile: declareCall(z.object({ id, sha256: sha256Schema }), none),
  /** .xlsx: the cases by their marks, how many of each unit, what goes onto the disc. */
  exportCaseList: declareCall(z.object({ id }), madeFileSchema),
  /** .zip of what is chosen with its attachments, as they came, and the list of them. */
  exportCaseDisc: declareCall(z.object({ id }), job),
} as const;
