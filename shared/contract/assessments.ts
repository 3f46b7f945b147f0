import * as z from 'zod';
import { assessmentDocument } from '../assessment/document.ts';
import { evidenceStateSchema } from '../assessment/evidence-state.ts';
import { sha256Schema } from '../assessment/schema.ts';
import { verificationSchema } from '../package/verification.ts';
import { signedPointsSchema } from '../values/points.ts';
import { standardDiffSchema } from '../edition/diff.ts';
import { standardSchema } from '../standard/schema.ts';
import { documentSchemas } from './documents.ts';
import { startCalls } from './start.ts';
import { declareCall, fileOutcome, id, job, libraryChoice, madeFileSchema, none, token } from './parts.ts';

export const assessmentSchemas = documentSchemas({
  document: 'assessment',
  kind: assessmentDocument,
  ref: { id },
  saved: {},
  opened: { standard: standardSchema, folder: z.string() },
});

/**
 * `duplicate`: the same content was already there and is linked instead. `healed`: it was registered, but its file was
 * missing or damaged, and is whole again.
 */
const evidenceOutcomeSchema = z.object({
  ...fileOutcome,
  outcome: z.enum(['added', 'duplicate', 'healed', 'failed']),
  sha256: z.string().optional(),
  /** For `duplicate` and `healed`: the label under which the content is already kept. */
  label: z.string().optional(),
  /** For `added`: pieces of the same file name but another content, which it may be meant to replace. */
  namesakes: z.array(z.object({ sha256: z.string(), label: z.string() })).optional(),
});
export type EvidenceOutcome = z.output<typeof evidenceOutcomeSchema>;

const exportResultSchema = z.object({
  fileName: z.string(),
  /** Folder for the user's eyes. */
  folder: z.string(),
  /** Token for `revealExport` (desktop) and `GET /download/<token>` (local door). */
  token,
  bytes: z.int(),
  files: z.int(),
  sealCode: z.string(),
  packageId: z.string(),
  revision: z.int(),
  previousRevision: z.int().optional(),
  draft: z.boolean(),
  /** True: nothing had changed since this revision, so the very same package was made again. */
  repeated: z.boolean(),
  date: z.string(),
  selfScore: signedPointsSchema,
  verification: verificationSchema,
});
export type ExportResult = z.output<typeof exportResultSchema>;

/** An assessment that is in the data folder; `revision` is its latest, 0 where none was exported. */
const knownAssessmentSchema = z.object({ id, unit: z.string(), revision: z.int().min(0) });
export type KnownAssessment = z.output<typeof knownAssessmentSchema>;

/** What a chosen file would open as. A `package` is whole, perhaps 存疑; anything else fails the job. */
const inspectionSchema = z.discriminatedUnion('content', [
  z.object({
    content: z.literal('package'),
    verification: verificationSchema,
    /** Day of its revision, YYYY-MM-DD; '' where it names none. */
    date: z.string(),
    /** Where its assessment is here already. */
    here: knownAssessmentSchema.optional(),
  }),
  z.object({ content: z.literal('feedback') }),
]);
export type Inspection = z.output<typeof inspectionSchema>;

/** What the jobs of this group end with. */
export const assessmentJobResults = [
  z.object({
    kind: z.literal('evidence'),
    outcomes: z.array(evidenceOutcomeSchema),
    saved: assessmentSchemas.saved,
  }),
  z.object({ kind: z.literal('export'), export: exportResultSchema, saved: assessmentSchemas.saved }),
  z.object({ kind: z.literal('inspect'), inspection: inspectionSchema }),
  z.object({ kind: z.literal('open'), id }),
  z.object({ kind: z.literal('verify'), verifications: z.array(verificationSchema) }),
] as const;

/** How many files, and their bytes together. */
const amount = z.object({ files: z.int().min(0), bytes: z.int().min(0) });

export const assessmentCalls = {
  listAssessments: startCalls.listAssessments,
  lastEntry: startCalls.lastEntry,
  createAssessment: declareCall(
    z.object({ unitName: z.string().trim().min(1).max(100), ...libraryChoice }),
    z.object({ id }),
  ),
  openSample: declareCall(none, z.object({ id })),
  /** Moves the folder to 已删除/ in the data folder; nothing is erased. Answers where it went. */
  removeAssessment: declareCall(z.object({ id }), z.object({ movedTo: z.string() })),

  /** What carrying over to another standard would do; changes nothing. The numbers count entries. */
  previewCarryOver: declareCall(
    z.object({ id, standardId: z.string() }),
    z.object({
      diff: standardDiffSchema,
      kept: z.int(),
      toConfirm: z.int(),
      toScore: z.int(),
      gone: z.int(),
    }),
  ),
  /** Makes a new assessment under another standard; the old one stays as it is. Ends as `openPackage` does. */
  carryOver: declareCall(z.object({ id, standardId: z.string() }), job),

  listBackups: declareCall(
    z.object({ id }),
    z.object({
      backups: z.array(
        z.object({ name: z.string(), savedAt: z.string(), unit: z.string(), scored: z.int() }),
      ),
      /** Of a version that this program does not know: not listed, because they cannot be restored. */
      newer: z.int(),
    }),
  ),
  /** Files of evidence that the assessment does not use; `kept`: that a backup or undo may still bring back. */
  orphanedEvidence: declareCall(z.object({ id }), z.object({ orphaned: amount, kept: amount })),
  /** Removes for good what is orphaned; answers what was. */
  removeOrphanedEvidence: declareCall(z.object({ id }), amount),
  /** Restoring is an edit like any other: it can be undone. */
  restoreBackup: declareCall(z.object({ id, name: z.string().max(200) }), assessmentSchemas.saved),

  /** `only`: the SHA-256 of a registered piece whose file is put back; any other content is refused. */
  addEvidence: declareCall(
    z.object({
      id,
      tokens: z.array(token).min(1).max(500),
      linkTo: z.string().optional(),
      only: sha256Schema.optional(),
    }),
    job,
  ),
  /** Looks at the files of the evidence and answers what is known; contents are read on behind the answer. */
  evidenceState: declareCall(z.object({ id }), evidenceStateSchema),
  /** Desktop only: opens a document, picture or video with the system's program. Never a program or script. */
  openEvidence: declareCall(z.object({ id, sha256: z.string() }), none),

  /** What the 督导平台 asks for, indicator by indicator, as .xlsx. */
  platformTable: declareCall(z.object({ id }), madeFileSchema),
  /** 差距分析 and 申报条件自查 for the unit itself: no part of a package. */
  inwardWorkbook: declareCall(z.object({ id }), madeFileSchema),
  exportPackage: declareCall(z.object({ id, mode: z.enum(['final', 'draft']) }), job),
  /** Looks at a package before it is opened; the token stays good. */
  inspectPackage: declareCall(z.object({ token }), job),
  /**
   * `continue`: the same assessment goes on here; refused where it is here already. `blueprint`: a new one is made
   * after it. A 反馈包 is taken by `continue`. The token is spent where the job succeeds.
   */
  openPackage: declareCall(z.object({ token, as: z.enum(['continue', 'blueprint']) }), job),
  verifyPackages: declareCall(z.object({ tokens: z.array(token).min(1).max(500) }), job),
} as const;
