import * as z from 'zod';
import { standardFindingSchema } from '../standard/finding.ts';
import { standardSchema } from '../standard/schema.ts';
import { failureSchema } from '../values/errors.ts';
import { importDocument } from '../tables/import/document.ts';
import { importStateSchema } from '../tables/import/schema.ts';
import { sourceTableSchema } from '../tables/source-table.ts';
import { documentSchemas } from './documents.ts';
import { declareCall, id, job, madeFileSchema, none, token } from './parts.ts';

/** An import of a standard, or the editing of a copied one; the tables are those that were read from the file. */
export const importSchemas = documentSchemas({
  document: 'import',
  kind: importDocument,
  ref: { id },
  saved: {},
  opened: { tables: z.array(sourceTableSchema) },
});

/** An import that was begun and not finished. */
const importSummarySchema = importStateSchema
  .pick({ id: true, kind: true, source: true, step: true, startedAt: true })
  .extend({ title: z.string() });
export type ImportSummary = z.output<typeof importSummarySchema>;

/** Importing, editing and keeping standards. */
export const standardJobResults = [z.object({ kind: z.literal('import'), importId: id })] as const;

const standardId = standardSchema.shape.id;
const byImport = z.object({ importId: id });
/**
 * `kept`: corrections that hold here as well; `left`: those that do not, in words; `unlike`: names of tables that the form
 * had not, or had with other columns.
 */
const correctionsSchema = z.object({
  kept: z.int(),
  left: z.array(z.string()),
  unlike: z.array(z.string()),
  saved: importSchemas.saved,
});

export const standardCalls = {
  /** `own`: ids of those in 标准库; the others come with the program. `problems`: files that could not be used. */
  listStandards: declareCall(
    none,
    z.object({
      standards: z.array(standardSchema),
      own: z.array(z.string()),
      /** Ids of those whose original is kept. */
      withOriginal: z.array(z.string()).optional(),
      problems: z.array(failureSchema).optional(),
    }),
  ),

  /** What a standard was made from. `isSame`: the standard is still what was made of it. */
  standardOriginal: declareCall(
    z.object({ id: standardId }),
    z.object({
      tables: z.array(sourceTableSchema),
      state: importStateSchema,
      keptOn: z.string(),
      isSame: z.boolean(),
    }),
  ),

  /**
   * Own standards whose original is of the same form as the tables of an import, those of the same file first, then the most
   * alike. `isClear`: it is the first; else the user chooses.
   */
  sameFormStandards: declareCall(
    byImport,
    z.object({
      standards: z.array(standardSchema.pick({ id: true, title: true, edition: true })),
      isClear: z.boolean(),
    }),
  ),
  /** The columns of that original, and what was put right by hand in it, as one step of undo. */
  takeCorrections: declareCall(z.object({ importId: id, standard: standardId }), correctionsSchema),
  /** The same by a file that a colleague exported. */
  takeSettings: declareCall(z.object({ importId: id, token }), correctionsSchema),
  /** How the tables are read and what was put right by hand, for the next tables of the form. */
  exportSettings: declareCall(byImport, madeFileSchema),

  /** Reads the tables of a chosen file, or of what was pasted. */
  startImport: declareCall(z.object({ token }), job),
  startImportFromClipboard: declareCall(z.object({ html: z.string(), text: z.string() }), job),
  /** The same session for a copy of a standard: a new edition, to be edited. */
  copyStandard: declareCall(z.object({ id: standardId }), z.object({ importId: id })),

  /** `problems`: files of imports that could not be read. */
  listImports: declareCall(
    none,
    z.object({ imports: z.array(importSummarySchema), problems: z.array(failureSchema) }),
  ),
  discardImport: declareCall(byImport, none),
  /** What became of each source row, as .xlsx. */
  importReport: declareCall(byImport, madeFileSchema),
  /** Puts the standard into 标准库 and ends the import. `findings` are warnings: with errors nothing is saved. */
  finishImport: declareCall(
    byImport,
    z.object({
      standard: standardSchema,
      findings: z.array(standardFindingSchema),
      report: madeFileSchema.optional(),
    }),
  ),

  exportStandard: declareCall(z.object({ id: standardId, format: z.enum(['xlsx', 'json']) }), madeFileSchema),
  /** An empty table with instructions, as .xlsx. */
  standardTemplate: declareCall(none, madeFileSchema),
  /** Moves an imported standard to 已删除; assessments keep their own copy of it. */
  removeStandard: declareCall(z.object({ id: standardId }), z.object({ movedTo: z.string() })),
} as const;
