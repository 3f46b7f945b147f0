import * as z from 'zod';
import { LABEL_LENGTH } from '../values/file-names.ts';
import { campaignSchema, namingLevelSchema } from '../campaign/schema.ts';
import { pointsSchema, signedPointsSchema } from '../values/points.ts';
import { changeSchema } from '../standard/change.ts';
import { codeSchema } from '../standard/schema.ts';
import { isSafeFileName } from '../values/file-names.ts';
import { longTextSchema } from '../values/long-text.ts';
import { own } from '../values/own.ts';
import { feedbackSchema } from './feedback.ts';
import { profileSchema } from './profile.ts';
import { ruleInputSchema } from './rule-input.ts';

/** Version of assessment.json; older ones are migrated step by step (`migrations.ts`), newer ones refused. */
export const ASSESSMENT_VERSION = 2;

export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, '不是 SHA-256');
/** A name that can become a path on every system; names that cannot are refused, not mended (`safeFileName`). */
export const fileNameSchema = z.string().refine(isSafeFileName, '不是安全的文件名');
/** Carried over from an edition that said something else here: what it said, until the user confirms or scores anew. */
const confirmSchema = z.object({
  change: changeSchema,
  formerCode: codeSchema,
  formerTitle: z.string(),
  formerCriterion: z.string(),
  /** Items only. */
  formerFullScore: pointsSchema.optional(),
  /** What the former answer scored and how; absent where there was none, or none with points. */
  formerScore: signedPointsSchema.optional(),
  formerExplanation: z.string().optional(),
  /** What differs, one Chinese sentence each. */
  details: z.array(z.string()).default([]),
});
export type Confirm = z.output<typeof confirmSchema>;

/**
 * One entry per code of the standard (items, bonus, penalty and veto entries share one code space).
 * A code without an entry is `unscored`.
 */
const entrySchema = z.object({
  state: z.enum(['unscored', 'scored', 'notApplicable']),
  input: ruleInputSchema.optional(),
  /** 自评说明, or why the item is not applicable. */
  reason: longTextSchema.default(''),
  /** SHA-256 of the evidence linked to this entry, in the order of linking. */
  evidence: z.array(sha256Schema).default([]),
  confirm: confirmSchema.optional(),
});
export type Entry = z.output<typeof entrySchema>;

const maybeDay = z.union([z.iso.date(), z.literal('')]).default('');

/** What 佐证材料目录 says of a document besides its name. Absent fields were never filled in. */
export const evidenceDetailsSchema = z.object({
  /** 文号. */
  documentNumber: z.string().trim().max(100).optional(),
  /** 形成日期. */
  formedOn: z.iso.date().optional(),
  /** 发文单位. */
  issuer: z.string().trim().max(100).optional(),
  pages: z.int().min(1).max(100_000).optional(),
});
export type EvidenceDetails = z.output<typeof evidenceDetailsSchema>;

/** A piece of evidence. Its SHA-256 is its id: the same content is stored once, whatever its names. */
export const evidenceSchema = z.object({
  sha256: sha256Schema,
  bytes: z.int().min(0),
  /** Name as chosen by the user, NFC, without what Windows forbids. */
  fileName: fileNameSchema,
  /** 名称 shown and printed; starts as the file name without its ending. */
  label: z.string().trim().min(1).max(LABEL_LENGTH),
  mediaType: z.string(),
  addedAt: z.iso.datetime(),
  details: evidenceDetailsSchema.optional(),
});
export type Evidence = z.output<typeof evidenceSchema>;

/** 示范点命名. */
export const namingSchema = z.object({
  level: namingLevelSchema.optional(),
  document: z.string().trim().max(100).default(''),
  date: maybeDay,
});
/** 列为培育对象: by which document, when. */
export const cultivationSchema = namingSchema.omit({ level: true });
/** One 指导 of a 培育对象. */
export const guidanceSchema = z.object({
  id: z.uuid(),
  date: maybeDay,
  /** Who came, or was asked. */
  by: z.string().trim().max(100).default(''),
  content: longTextSchema.default(''),
});
export type Guidance = z.output<typeof guidanceSchema>;
export const contactSchema = z.object({
  name: z.string().trim().max(50).default(''),
  phone: z.string().trim().max(50).default(''),
});

export const unitSchema = z.object({
  name: z.string().trim().max(100).default(''),
  /** 统一社会信用代码 (GB 32100), as typed, upper case; absent while it was never filled in. */
  creditCode: z.string().trim().max(50).optional(),
  /** Code of one of the standard's `unitCategories`; '' where it has none or none is chosen. */
  category: z.string().default(''),
  /** 单位类别 by hand, where the standard has no fitting one. */
  otherCategory: z.string().trim().max(50).optional(),
  industry: z.string().trim().max(50).default(''),
  region: z.string().trim().max(50).default(''),
  /** 上级主管部门, as the unit writes it. Who recommends it is the desk's to say. */
  superior: z.string().trim().max(100).default(''),
  naming: namingSchema.default({ document: '', date: '' }),
  cultivation: cultivationSchema.optional(),
  contact: contactSchema.default({ name: '', phone: '' }),
  /** By the codes of the standard's `facts`: whether the unit has the function. Absent: not answered. */
  facts: z.record(codeSchema, z.boolean()).optional(),
  profile: profileSchema.optional(),
});
export type Unit = z.output<typeof unitSchema>;

/** Files and ticks for one material requirement of the campaign, keyed by its code. */
export const materialSchema = z.object({
  files: z.array(z.object({ sha256: sha256Schema, theme: z.string().default('') })).default([]),
  checked: z.array(z.string()).default([]),
});
export type Material = z.output<typeof materialSchema>;

/** An exported revision. Same content, same revision: exporting twice gives the same bytes. */
const revisionSchema = z.object({
  number: z.int().min(1),
  date: z.iso.date(),
  draft: z.boolean(),
  packageId: z.string().min(1),
  /** SHA-256 of the assessment's content without its revisions (see `services/package/revision.ts`). */
  contentSha256: sha256Schema,
  /** Known only after the package is written: absent in the copy inside that package. */
  sealCode: z.string().optional(),
});
export type Revision = z.output<typeof revisionSchema>;

/** Where an assessment was carried over from, and what its standard has no place for. */
const carriedFromSchema = z.object({
  assessmentId: z.uuid(),
  standard: z.object({ id: z.string(), edition: z.string(), title: z.string() }),
  /** What was filled in for entries that are gone: their evidence is still in `evidence`. */
  gone: z
    .array(
      z.object({
        code: codeSchema,
        title: z.string(),
        explanation: z.string(),
        reason: z.string(),
        evidence: z.array(sha256Schema),
      }),
    )
    .default([]),
});
export type CarriedFrom = z.output<typeof carriedFromSchema>;

/** Whose package an assessment was made from (以此为蓝本新建). Part of what is handed in: who reads it may know. */
export const basedOnSchema = z.object({
  unit: z.string(),
  packageId: z.string(),
  /** 0 where the package named none. */
  revision: z.int().min(0),
});

/** The package file that was opened here. Of this computer alone: no part of what is handed in. */
export const openedFromSchema = z.object({
  fileName: z.string(),
  unit: z.string(),
  /** 0 where the package named none. */
  revision: z.int().min(0),
  at: z.iso.datetime(),
  /** Absent where an older program opened it, too. */
  draft: z.literal(true).optional(),
  /** What made the package 存疑, one Chinese sentence each; empty where it was 完好. */
  doubts: z.array(z.string()).default([]),
});
export type OpenedFrom = z.output<typeof openedFromSchema>;

export const assessmentSchema = z.object({
  version: z.literal(ASSESSMENT_VERSION),
  id: z.uuid(),
  /** 示例: invented data, marked wherever it is shown or exported. */
  sample: z.boolean().default(false),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  standard: z.object({ id: z.string(), edition: z.string(), sha256: sha256Schema }),
  campaign: campaignSchema,
  unit: unitSchema,
  /** 参评意愿: null until stated. */
  willing: z.boolean().nullable().default(null),
  /** By the codes of the campaign's conditions (true: met) and vetoes (true: it is so). Absent: not answered. */
  answers: z.record(codeSchema, z.boolean()).optional(),
  /** 对培育对象的指导, in the order of entering. */
  guidance: z.array(guidanceSchema).max(1000).optional(),
  entries: z.record(codeSchema, entrySchema).default({}),
  evidence: z.array(evidenceSchema).default([]),
  materials: z.record(codeSchema, materialSchema).default({}),
  revisions: z.array(revisionSchema).default([]),
  carriedFrom: carriedFromSchema.optional(),
  basedOn: basedOnSchema.optional(),
  openedFrom: openedFromSchema.optional(),
  /** What the office sent back on a revision; the office's words, so no part of what is handed in next. */
  feedback: feedbackSchema.optional(),
});
export type Assessment = z.output<typeof assessmentSchema>;

export const EMPTY_ENTRY: Entry = { state: 'unscored', reason: '', evidence: [] };
export const EMPTY_MATERIAL: Material = { files: [], checked: [] };

export function entryOf(assessment: Assessment, code: string): Entry {
  return own(assessment.entries, code) ?? EMPTY_ENTRY;
}

export function materialOf({ materials }: Pick<Assessment, 'materials'>, code: string): Material {
  return own(materials, code) ?? EMPTY_MATERIAL;
}
