import * as z from 'zod';
import { newerWords } from '../document-words.ts';
import type { StoredForm } from '../stored-form.ts';
import { percentSchema, pointsSchema } from '../values/points.ts';
import { ruleSchema } from './rules.ts';

/** Version of the standard's file form. */
export const STANDARD_VERSION = 2;

const text = z.string().trim().min(1, '不能为空');
/** A code is a key in the assessment and a folder name in the package: short, no path characters. */
export const codeSchema = z
  .string()
  .trim()
  .min(1, '编号不能为空')
  .max(40, '编号最长 40 个字')
  .regex(/^[^\\/:*?"<>|\p{Cc}]+$/u, '编号里不能有 \\ / : * ? " < > |')
  // No object keeps such a key: what is entered under it would be acknowledged and lost.
  .refine((code) => code !== '__proto__', '编号不能是 __proto__');

/** Where a rule comes from: document number and clause, never a file name. */
export const sourceSchema = z.strictObject({ document: text, clause: z.string().trim().default('') });

export const evidenceRequestSchema = z.strictObject({ title: text, required: z.boolean().default(true) });

export const itemSchema = z.strictObject({
  code: codeSchema,
  title: text,
  /** 评分标准: what is looked at and how points are given, in full. */
  criterion: z.string().trim(),
  fullScore: pointsSchema,
  rule: ruleSchema,
  /** Evidence asked for. Empty: none is asked for. */
  evidence: z.array(evidenceRequestSchema).default([]),
  /** 评价方式: 查阅资料, 实地查看, 问卷调查, … */
  methods: z.array(text).default([]),
  basis: z.array(sourceSchema).default([]),
  /** Codes of the unit categories that this item applies to. Absent: every category. */
  appliesTo: z.array(codeSchema).min(1).optional(),
  /** Codes of the standard's `facts` that the item takes for granted: a unit without one of them has a 合理缺项. */
  needs: z.array(codeSchema).min(1).optional(),
  /** The condition under which the item may be declared 不适用 (see `notApplicable.scope`). */
  notApplicableWhen: z.string().trim().optional(),
  /** Codes of the unit categories that `notApplicableWhen` is for. Absent: every category. */
  notApplicableFor: z.array(codeSchema).min(1).optional(),
  /** Where a document itself states that exemption; absent: it is inferred, and said so. */
  notApplicableBasis: z.array(sourceSchema).min(1).optional(),
  /** What of the item no document states (bands, steps, samples, weights), in one sentence. */
  own: z.string().trim().optional(),
  department: z.string().trim().optional(),
  deadline: z.string().trim().optional(),
  note: z.string().trim().optional(),
});

export const sectionSchema = z.strictObject({
  code: codeSchema,
  title: text,
  /** Declared by the standard's text; checked against the sum of the children, never used for scoring. */
  fullScore: pointsSchema.optional(),
  /** Only on top-level sections, then on all of them: the share of the section's score in the total. */
  weight: percentSchema.optional(),
  note: z.string().trim().optional(),
  // Written out: inferred, it depends on the order in which files are checked and can come out as any.
  get sections(): z.ZodDefault<z.ZodArray<typeof sectionSchema>> {
    return z.array(sectionSchema).default([]);
  },
  items: z.array(itemSchema).default([]),
});

/** One entry of a bonus or penalty block: the unit claims options of it, each as many times as it happened. */
export const adjustmentSchema = z.strictObject({
  code: codeSchema,
  title: text,
  criterion: z.string().trim(),
  options: z
    .array(z.strictObject({ code: codeSchema, label: text, points: pointsSchema }))
    .min(1)
    .max(500),
  /** `sum`: every claim counts. `highest`: only the highest claimed option counts, once. */
  counting: z.enum(['sum', 'highest']),
  /** Cap of this entry. */
  cap: pointsSchema.optional(),
  /** What its document says besides the points ("建议有关单位依纪依法追究责任"): shown beside it, scored nowhere. */
  consequence: z.string().trim().optional(),
  /** What of the entry no document states (points, levels, caps), in one sentence. */
  own: z.string().trim().optional(),
  evidence: z.array(evidenceRequestSchema).default([]),
  basis: z.array(sourceSchema).default([]),
});

/** Points outside the tree. `cap` bounds the whole block. */
export const adjustmentBlockSchema = z.strictObject({
  title: text,
  cap: pointsSchema.optional(),
  entries: z.array(adjustmentSchema).min(1),
});

export const vetoSchema = z.strictObject({
  code: codeSchema,
  title: text,
  criterion: z.string().trim(),
  /** What a "yes" means: the total becomes 0, the unit may not be a candidate, or not be commended (评优). */
  effect: z.enum(['totalZero', 'notEligible', 'notRated']),
  /** True for one that no document states: it says so wherever it is shown, and takes nobody's official rank. */
  own: z.boolean().default(false),
  basis: z.array(sourceSchema).default([]),
});

/** Something about the unit that is asked once and decides which items it may leave out: "有没有行政处罚职能". */
const factSchema = z.strictObject({
  code: codeSchema,
  title: text,
  /** Codes of the unit categories that are not asked: for them it holds. */
  notAskedOf: z.array(codeSchema).default([]),
});

/** That a person compared the standard with its original, part by part: what makes it an official one. */
const checkRecordSchema = z.strictObject({
  /** Of the original: 文号. */
  documentNumber: z.string().trim(),
  checkedBy: z.string().trim(),
  date: z.iso.date(),
  /** The `tick` of each part that was ticked (`partsOf`): what changes afterwards, wherever, is ticked no more. */
  parts: z.array(z.string()),
});

export const standardSchema = z.strictObject({
  version: z.literal(STANDARD_VERSION),
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{1,63}$/, '标准标识只用小写字母、数字和连字符'),
  edition: text,
  title: text,
  issuer: z.string().trim(),
  documentNumber: z.string().trim().default(''),
  authority: z.enum(['official', 'reference', 'custom']),
  /** One sentence shown wherever the standard is named; compulsory for a reference standard. */
  statement: z.string().trim().default(''),
  /** Absent: nobody has compared it with an original. No part of what tells two standards apart. */
  check: checkRecordSchema.optional(),
  fullScore: pointsSchema,
  passScore: pointsSchema,
  notApplicable: z.strictObject({
    rule: z.enum(['forbidden', 'fullScore', 'renormalise']),
    /** `marked`: only items with `notApplicableWhen`; `all`: any item, with a reason. */
    scope: z.enum(['marked', 'all']).default('marked'),
  }),
  unitCategories: z.array(z.strictObject({ code: codeSchema, title: text })).default([]),
  facts: z.array(factSchema).default([]),
  sections: z.array(sectionSchema).min(1),
  bonus: adjustmentBlockSchema.optional(),
  penalty: adjustmentBlockSchema.optional(),
  vetoes: z.array(vetoSchema).default([]),
  /** 星级: optional, because the bands of the official rules are not public. */
  starBands: z.array(z.strictObject({ stars: z.int().min(1).max(7), from: pointsSchema })).optional(),
  sources: z
    .array(
      z.strictObject({
        document: text,
        title: text,
        /** Whose it is: how much an item that rests on it alone may claim. */
        tier: z.enum(['province', 'city', 'district']).optional(),
        note: z.string().trim().optional(),
      }),
    )
    .default([]),
  notes: z.array(text).default([]),
});

export type Source = z.output<typeof sourceSchema>;
export type EvidenceRequest = z.output<typeof evidenceRequestSchema>;
export type Item = z.output<typeof itemSchema>;
export type Section = z.output<typeof sectionSchema>;
export type Adjustment = z.output<typeof adjustmentSchema>;
export type AdjustmentBlock = z.output<typeof adjustmentBlockSchema>;
export type Veto = z.output<typeof vetoSchema>;
export type Fact = z.output<typeof factSchema>;
export type SourceTier = NonNullable<Standard['sources'][number]['tier']>;
export type Standard = z.output<typeof standardSchema>;

type Stored = Readonly<Record<string, unknown>>;

/**
 * 1 -> 2: who "checked" a standard as a whole, with no word of what, has ticked none of its parts; and the vetoes of the
 * reference standard stand in none of the documents that it gave for them.
 */
function toTicks({ checkedBy: _, ...stored }: Stored): Stored {
  const { authority, vetoes } = stored;
  if (authority !== 'reference' || stored['id'] !== REFERENCE_ID || !Array.isArray(vetoes)) return stored;
  // What is no veto is left for the schema to refuse.
  return {
    ...stored,
    vetoes: (vetoes as (Stored | null)[]).map((veto) => veto && { ...veto, own: true, basis: [] }),
  };
}
const REFERENCE_ID = 'henan-service-enforcement-reference';

/** A standard wherever it lies. Its bytes are bound by their hash, so it is migrated in memory only. */
export const standardForm: StoredForm<Standard> = {
  version: STANDARD_VERSION,
  migrations: { 1: toTicks },
  schema: standardSchema,
  words: newerWords('standard', '验收标准'),
};
export type Authority = Standard['authority'];

export const SOURCE_TIER_LABELS: Record<SourceTier, string> = {
  province: '省级',
  city: '市级',
  district: '区级部门',
};

export const VETO_EFFECT_LABELS: Record<Veto['effect'], string> = {
  totalZero: '总分计零',
  notEligible: '不得推荐',
  notRated: '不得评优',
};

export const COUNTING_LABELS: Record<Adjustment['counting'], string> = {
  sum: '逐次累计',
  highest: '只按最高的一项计',
};

export const AUTHORITY_LABELS: Record<Authority, string> = {
  official: '正式标准',
  reference: '参考标准（非官方）',
  custom: '自定义标准',
};
