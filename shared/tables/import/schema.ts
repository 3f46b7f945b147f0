import * as z from 'zod';
import { standardSchema } from '../../standard/schema.ts';
import { pointsSchema } from '../../values/points.ts';
import { newerWords } from '../../document-words.ts';
import type { StoredForm } from '../../stored-form.ts';
import { columnMapSchema } from '../column-map.ts';
import { sourceTableSchema } from '../source-table.ts';
import { standardDraftSchema } from '../standard-draft.ts';

const texts = z.array(z.string());

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
  /** The `tick` of the parts that were compared with the original (`standard/basis.ts`); another content is ticked anew. */
  ticked: texts,
  fullScore: pointsSchema.optional(),
  passScore: pointsSchema.optional(),
  notApplicable: standardSchema.shape.notApplicable,
  unitCategories: standardSchema.shape.unitCategories,
  facts: standardSchema.shape.facts,
  starBands: standardSchema.shape.starBands,
  sources: standardSchema.shape.sources,
  /** Absent: the tables' notes are the standard's. */
  notes: texts.optional(),
});
export type IdentityDraft = z.output<typeof identityDraftSchema>;

/** The steps after the file was read, in their order. */
export const IMPORT_STEPS = [
  'tables',
  'columns',
  'tree',
  'rules',
  'check',
  'compare',
  'identity',
  'save',
] as const;
export type ImportStep = (typeof IMPORT_STEPS)[number];

/** Of both files of an import. Files of before bear none: the same fields, and the tables as a bare list. */
export const IMPORT_VERSION = 7;

const sourceFileSchema = z.strictObject({ sha256: z.string(), bytes: z.int().min(0) });

/** An import, or the editing of a copied standard, as it can be left and taken up again. */
export const importStateSchema = z.strictObject({
  version: z.literal(IMPORT_VERSION),
  id: z.uuid(),
  kind: z.enum(['import', 'copy']),
  /** The file's name, 粘贴的表格, or the copied standard's name. */
  source: z.string(),
  startedAt: z.string(),
  /** The file that it was read from; absent for what was pasted. */
  file: sourceFileSchema.optional(),
  step: z.enum(IMPORT_STEPS),
  /** Ids of the tables taken. */
  chosen: texts,
  maps: z.record(z.string(), columnMapSchema),
  /** Table id -> unit categories that it is for. */
  appliesTo: z.record(z.string(), texts),
  /** Its `rows` are left out: they are read from the tables again for the report. */
  draft: standardDraftSchema.optional(),
  /** What the draft was read from, as `readingKey` gives it: other tables or columns make another draft. */
  draftKey: z.string(),
  /** True once the draft was changed by hand, or gone back to from another reading: it is replaced only when asked. */
  edited: z.boolean(),
  identity: identityDraftSchema,
  /** `lookOf` each row, `lookOfCap` each cap of a block, that was found to be as in the original. */
  looked: texts.optional(),
  /** Ids of tables that the form taken over had not, or had with other columns, until somebody has looked at each. */
  unlike: texts.optional(),
});
export type ImportState = z.output<typeof importStateSchema>;

const importTablesSchema = z.strictObject({
  version: z.literal(IMPORT_VERSION),
  tables: z.array(sourceTableSchema),
});

export type ImportTables = z.output<typeof importTablesSchema>;

/** <id>.tables.json: what was read from the file, written once. */
export const importTablesForm: StoredForm<ImportTables> = {
  version: IMPORT_VERSION,
  // Since 3 a table may hold the paragraphs around it, since 5 what plain text does not say of its cells.
  migrations: {
    1: (stored) => stored,
    2: (stored) => stored,
    3: (stored) => stored,
    4: (stored) => stored,
    5: (stored) => stored,
    6: (stored) => stored,
  },
  bare: (tables) => (Array.isArray(tables) ? { version: 1, tables } : tables),
  schema: importTablesSchema,
  words: newerWords('import', '导入时读取的表格'),
};
