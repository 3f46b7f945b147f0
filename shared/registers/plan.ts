import * as z from 'zod';
import { codeSchema, sourceSchema } from '../standard/schema.ts';
import { newerWords } from '../document-words.ts';
import type { StoredForm } from '../stored-form.ts';

const text = z.string().trim().min(1, '不能为空');

/** One row of a notice's table. `due`: our reading of the notice's words, MM-DD; absent where the row has no day of its own. */
const planRowSchema = z.strictObject({
  matter: text,
  material: text,
  limit: z.string().trim().default(''),
  due: z
    .string()
    .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
    .optional(),
  only: z.string().trim().default(''),
});

/** A notice that divides a year's work: one table for each category of unit, and none for any other. */
export const planSchema = z.strictObject({
  version: z.literal(1),
  id: codeSchema,
  title: text,
  document: text,
  /** In which year its days lie. */
  year: z.int().min(1949).max(2999),
  /** How its words for days are read. */
  reading: text,
  /** What it asks for as material. */
  asks: z.strictObject({ words: text, source: sourceSchema }),
  tables: z
    .array(
      z.strictObject({
        /** Code of a `unitCategories` of the standards. */
        category: codeSchema,
        title: text,
        clause: text,
        rows: z.array(planRowSchema).min(1),
      }),
    )
    .min(1),
});
export type Plan = z.output<typeof planSchema>;
export type PlanTable = Plan['tables'][number];

export const planForm: StoredForm<Plan> = {
  version: 1,
  migrations: {},
  schema: planSchema,
  words: newerWords('plan', '年度任务分解表'),
};
