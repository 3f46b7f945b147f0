import * as z from 'zod';
import { percentSchema, pointsSchema, signedPointsSchema } from '../values/points.ts';

const label = z.string().trim().min(1, '不能为空');
const optionCode = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .refine((code) => code !== '__proto__', '编号不能是 __proto__');
/** Options, points or faults of one rule: more than any table has, few enough to be compared with each other. */
const MOST = 500;

/** Points given by hand, 0 to full, in steps. */
const awardRuleSchema = z.strictObject({ kind: z.literal('award'), step: pointsSchema.default(1) });

/** Exactly one option is chosen; its points are the score. */
const tiersRuleSchema = z.strictObject({
  kind: z.literal('tiers'),
  options: z
    .array(z.strictObject({ code: optionCode, label, points: pointsSchema }))
    .min(2)
    .max(MOST),
});

/** Each listed point that is met adds its points; capped at the item's full score. */
const checklistRuleSchema = z.strictObject({
  kind: z.literal('checklist'),
  points: z
    .array(z.strictObject({ code: optionCode, label, points: pointsSchema }))
    .min(1)
    .max(MOST),
});

/** Full score minus unit price × count per fault. */
const deductRuleSchema = z.strictObject({
  kind: z.literal('deduct'),
  faults: z
    .array(
      z.strictObject({
        code: optionCode,
        label,
        /** Taken per occurrence; 0 only where `zeroes` is set. */
        points: pointsSchema,
        /** 处, 次, 份, 人, … */
        unit: z.string().trim().min(1).max(4).default('处'),
        /** The most that this fault can take. */
        cap: pointsSchema.optional(),
        /** One occurrence makes the whole item 0. */
        zeroes: z.boolean().default(false),
      }),
    )
    .min(1)
    .max(MOST),
  /** The lowest score of the item; below 0 only where the standard takes points beyond the item. */
  floor: signedPointsSchema.default(0),
});

/** In proportion to a target; full at the target, 0 below the minimum. */
const ratioRuleSchema = z.strictObject({
  kind: z.literal('ratio'),
  numerator: label,
  denominator: label,
  /** Hundredths of a percent. 3000 = 30 %. */
  target: percentSchema,
  /** Below this share the item scores 0. Hundredths of a percent. */
  minimum: percentSchema.optional(),
});

export const ruleSchema = z.discriminatedUnion('kind', [
  awardRuleSchema,
  tiersRuleSchema,
  checklistRuleSchema,
  deductRuleSchema,
  ratioRuleSchema,
]);

export type AwardRule = z.output<typeof awardRuleSchema>;
export type TiersRule = z.output<typeof tiersRuleSchema>;
export type ChecklistRule = z.output<typeof checklistRuleSchema>;
export type DeductRule = z.output<typeof deductRuleSchema>;
export type RatioRule = z.output<typeof ratioRuleSchema>;
export type Rule = z.output<typeof ruleSchema>;
export type RuleKind = Rule['kind'];

export const RULE_LABELS: Record<RuleKind, string> = {
  award: '按情况给分',
  tiers: '分档给分',
  checklist: '逐项累计',
  deduct: '按次扣分',
  ratio: '按比例给分',
};
