import { z } from 'zod';
import { percentSchema, pointsSchema } from '../../values/points.ts';
import { ruleSchema } from '../../standard/rules.ts';
import { adjustmentSchema, sourceSchema, standardSchema, vetoSchema } from '../../standard/schema.ts';
import { COLUMN_ROLES, type ColumnMap, type SourceTable, type StandardDraft } from '../types.ts';

const count = z.int().min(0);

export const sourceTableSchema: z.ZodType<SourceTable> = z.strictObject({
  id: z.string(),
  name: z.string(),
  rows: count,
  columns: count,
  cells: z.array(
    z.strictObject({ row: count, column: count, rowSpan: count, columnSpan: count, text: z.string() }),
  ),
});

export const columnMapSchema: z.ZodType<ColumnMap> = z.strictObject({
  headerFrom: count,
  headerTo: count,
  roles: z.array(z.enum(COLUMN_ROLES)),
});

const sourceRow = z.strictObject({ table: z.string(), row: count });
const texts = z.array(z.string());

const nodeSchema = z.strictObject({
  id: z.string().min(1),
  kind: z.enum(['section', 'item', 'bonus', 'penalty', 'veto']),
  code: z.string(),
  title: z.string(),
  criterion: z.string(),
  fullScore: pointsSchema.optional(),
  evidence: texts,
  methods: texts,
  department: z.string(),
  deadline: z.string(),
  note: z.string(),
  appliesTo: texts,
  weight: percentSchema.optional(),
  proposal: z
    .strictObject({
      confidence: z.enum(['sure', 'likely', 'hand']),
      rule: ruleSchema,
      spans: z.array(z.strictObject({ from: count, to: count, meaning: z.string() })),
      explanation: z.string(),
    })
    .optional(),
  accepted: z.boolean(),
  adjustment: adjustmentSchema.pick({ options: true, counting: true, cap: true }).optional(),
  vetoEffect: vetoSchema.shape.effect.optional(),
  kept: z
    .strictObject({
      basis: z.array(sourceSchema),
      notApplicableWhen: z.string().optional(),
      optionalEvidence: texts,
    })
    .optional(),
  get children() {
    return z.array(nodeSchema);
  },
  sourceRows: z.array(sourceRow),
});

const draftObject = z.strictObject({
  nodes: z.array(nodeSchema),
  sums: z.array(
    z.strictObject({ ...sourceRow.shape, label: z.string(), points: pointsSchema, section: z.string() }),
  ),
  notes: z.array(z.strictObject({ ...sourceRow.shape, text: z.string() })),
  rows: z.array(
    z.strictObject({
      ...sourceRow.shape,
      fate: z.enum(['title', 'header', 'section', 'item', 'continued', 'sum', 'note', 'empty']),
      code: z.string(),
      text: z.string(),
      reason: z.string(),
    }),
  ),
  warnings: z.array(z.strictObject({ ...sourceRow.shape, code: z.string(), message: z.string() })),
  bonusCap: pointsSchema.optional(),
  penaltyCap: pointsSchema.optional(),
});

/** A draft in JSON, where `undefined` and absent are the same: that alone is what the type says otherwise. */
export const draftSchema = draftObject as unknown as z.ZodType<StandardDraft>;

/** What the tables don't say of the standard, while it is being filled in. */
export const identityDraftSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  edition: z.string(),
  issuer: z.string(),
  documentNumber: z.string(),
  authority: standardSchema.shape.authority,
  statement: z.string(),
  checkedBy: z.string(),
  /** The ticked sentence that the text was compared with the original. */
  checked: z.boolean(),
  fullScore: pointsSchema.optional(),
  passScore: pointsSchema.optional(),
  notApplicable: standardSchema.shape.notApplicable,
  unitCategories: standardSchema.shape.unitCategories,
  starBands: standardSchema.shape.starBands,
  sources: standardSchema.shape.sources,
  /** Absent: the tables' notes are the standard's. */
  notes: texts.optional(),
});
export type IdentityDraft = z.output<typeof identityDraftSchema>;

/** The steps after the file was read, in their order. */
export const IMPORT_STEPS = ['tables', 'columns', 'tree', 'rules', 'check', 'identity', 'save'] as const;
export type ImportStep = (typeof IMPORT_STEPS)[number];

/** An import, or the editing of a copied standard, as it can be left and taken up again. */
export const importStateSchema = z.strictObject({
  id: z.uuid(),
  kind: z.enum(['import', 'copy']),
  /** The file's name, 粘贴的表格, or the copied standard's name. */
  source: z.string(),
  startedAt: z.string(),
  step: z.enum(IMPORT_STEPS),
  /** Ids of the tables taken. */
  chosen: texts,
  maps: z.record(z.string(), columnMapSchema),
  /** Table id -> unit categories that it is for. */
  appliesTo: z.record(z.string(), texts),
  /** Its `rows` are left out: they are read from the tables again for the report. */
  draft: draftSchema.optional(),
  /** What the draft was read from, as `readingKey` gives it: other tables or columns make another draft. */
  draftKey: z.string(),
  /** True once the draft was changed by hand. */
  edited: z.boolean(),
  identity: identityDraftSchema,
});
export type ImportState = z.output<typeof importStateSchema>;
