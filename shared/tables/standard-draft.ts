import * as z from 'zod';
import { ruleSchema } from '../standard/rules.ts';
import { adjustmentSchema, itemSchema, sourceSchema, vetoSchema } from '../standard/schema.ts';
import { percentSchema, pointsSchema } from '../values/points.ts';

const count = z.int().min(0);
const texts = z.array(z.string()).readonly();

/** Table id and row (as people count: 1 is the table's first row; 0 where it is about no single row). */
const sourceRow = { table: z.string(), row: count };

/** What became of a source row. No row is without one. */
const rowReportSchema = z
  .strictObject({
    ...sourceRow,
    fate: z.enum(['title', 'header', 'section', 'item', 'continued', 'sum', 'note', 'empty']),
    /** Code of the section, item or entry that it became part of; '' where none. */
    code: z.string(),
    text: z.string(),
    /** Chinese, one sentence: why. */
    reason: z.string(),
  })
  .readonly();
export type RowReport = z.output<typeof rowReportSchema>;
export type RowFate = RowReport['fate'];

/** Words of the original text that a proposal was read from: offsets into the criterion text. */
const textSpanSchema = z
  .strictObject({
    from: count,
    to: count,
    /** Chinese: what was read there, e.g. "每处扣0.5分". */
    meaning: z.string(),
  })
  .readonly();
export type TextSpan = z.output<typeof textSpanSchema>;

/** What became of a filled cell: the field that holds it, and of which node. */
const cellReportSchema = z
  .strictObject({
    ...sourceRow,
    /** As people count them; where it is merged, its first row and column. */
    column: count,
    /** `remark`: kept as a note of the standard. `none`: its content is nowhere. */
    field: z.enum([
      ...([
        'title',
        'header',
        'number',
        'name',
        'criterion',
        'score',
        'veto',
        'evidence',
        'methods',
      ] as const),
      ...(['department', 'deadline', 'appliesTo', 'note', 'sum', 'remark', 'none'] as const),
    ]),
    /** Code of the section, item or entry; '' where none. */
    code: z.string(),
  })
  .readonly();
export type CellReport = z.output<typeof cellReportSchema>;
export type CellField = CellReport['field'];

/**
 * A rule read from a criterion text.
 * - `sure`: every scoring phrase of the text was understood and the numbers fit the full score.
 * - `likely`: understood in part, or a number does not fit; shown for a decision.
 * - `hand`: not understood; the rule is `award` and the clerk decides.
 */
const ruleProposalSchema = z
  .strictObject({
    confidence: z.enum(['sure', 'likely', 'hand']),
    rule: ruleSchema,
    spans: z.array(textSpanSchema).readonly(),
    /** Chinese, one line: what was understood, and what was not. */
    explanation: z.string(),
  })
  .readonly();
export type RuleProposal = z.output<typeof ruleProposalSchema>;

/** What no column of a table holds; nodes made of an existing standard carry it through. */
const keptFieldsSchema = z
  .strictObject({
    basis: z.array(sourceSchema).readonly(),
    notApplicableWhen: z.string().optional(),
    notApplicableFor: itemSchema.shape.notApplicableFor,
    needs: itemSchema.shape.needs,
    notApplicableBasis: itemSchema.shape.notApplicableBasis,
    /** Of items and entries: what no document states. */
    own: z.string().optional(),
    /** Of vetoes: that no document states it. */
    isOwnVeto: z.boolean().optional(),
    consequence: z.string().optional(),
    /** Titles among `evidence` that are 选交. */
    optionalEvidence: texts,
  })
  .readonly();
export type KeptFields = z.output<typeof keptFieldsSchema>;

/** An item, section or outside entry while it is being edited; becomes part of a Standard at the end. */
const draftNodeSchema = z.strictObject({
  id: z.string().min(1),
  kind: z.enum(['section', 'item', 'bonus', 'penalty', 'veto']),
  code: z.string(),
  title: z.string(),
  criterion: z.string(),
  /** Items: the full score. Sections: the declared one. Absent where the table states none. */
  fullScore: pointsSchema.optional(),
  evidence: texts,
  methods: texts,
  department: z.string(),
  deadline: z.string(),
  note: z.string(),
  /** Codes of unit categories; empty: all. */
  appliesTo: texts,
  /** Hundredths of a percent; top-level sections only. */
  weight: percentSchema.optional(),
  /** Items only. */
  proposal: ruleProposalSchema.optional(),
  /** True once the clerk (or "accept all sure ones") has taken the proposal. */
  accepted: z.boolean(),
  /** Bonus and penalty entries: options, counting, cap. */
  adjustment: adjustmentSchema.pick({ options: true, counting: true, cap: true }).optional(),
  vetoEffect: vetoSchema.shape.effect.optional(),
  kept: keptFieldsSchema.optional(),
  // Written out: inferred, it depends on the order in which files are checked and can come out as any.
  get children(): z.ZodReadonly<z.ZodArray<typeof draftNodeSchema>> {
    return z.array(draftNodeSchema).readonly();
  },
  /** Every source row in it. */
  sourceRows: z.array(z.strictObject(sourceRow).readonly()).readonly(),
});
/** What a clerk may type over in a node. */
export const nodeFields = draftNodeSchema.omit({ id: true, children: true, sourceRows: true }).shape;
export type DraftNode = Readonly<z.output<typeof draftNodeSchema>>;

/** A 小计/合计/总计 row: a check, never an item. */
const declaredSumSchema = z
  .strictObject({
    ...sourceRow,
    label: z.string(),
    points: pointsSchema,
    /** The table in which the rows begin that it adds up, where that is one before its own, which goes on in it. */
    fromTable: z.string().optional(),
    /** The rows of its table that it adds up, as people count them, both ends in it. */
    from: count,
    to: count,
    counts: z.enum(['items', 'bonus', 'both']),
    /** It is the total of its whole table, or of all tables taken. */
    whole: z.boolean(),
    /** It adds up the items of all tables taken, where one table goes on in the next. */
    overAll: z.boolean(),
    /** The kind of unit whose items alone it adds up, where each has a column of scores of its own. */
    unit: z.string().optional(),
  })
  .readonly();

const importWarningSchema = z
  .strictObject({
    ...sourceRow,
    /** As people count them; 0 where it is about no single column. */
    column: count,
    code: z.string(),
    message: z.string(),
  })
  .readonly();
export type ImportWarning = z.output<typeof importWarningSchema>;

/** Everything that one or several tables became. */
export const standardDraftSchema = z
  .strictObject({
    nodes: z.array(draftNodeSchema).readonly(),
    sums: z.array(declaredSumSchema).readonly(),
    notes: z.array(z.strictObject({ ...sourceRow, text: z.string() }).readonly()).readonly(),
    rows: z.array(rowReportSchema).readonly(),
    /** Every filled cell of the tables. */
    cells: z.array(cellReportSchema).readonly(),
    warnings: z.array(importWarningSchema).readonly(),
    /** Caps of the whole blocks, where stated ("加分总和不超过10分"). */
    bonusCap: pointsSchema.optional(),
    penaltyCap: pointsSchema.optional(),
  })
  .readonly();
export type StandardDraft = z.output<typeof standardDraftSchema>;
