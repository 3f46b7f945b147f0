import * as z from 'zod';
import { assessmentDocument } from '../assessment/document.ts';
import { assessmentSchema } from '../assessment/schema.ts';
import type { DocumentKind } from '../document.ts';
import { candidateSchema } from '../review/candidate.ts';
import { deskDocument, reviewDocument } from '../review/documents.ts';
import { receiptSchema } from '../review/receipt.ts';
import { packageKeySchema } from '../review/schema.ts';
import { standardSchema } from '../standard/schema.ts';
import { importDocument } from '../tables/import/document.ts';
import { sourceTableSchema } from '../tables/source-table.ts';
import { failureSchema } from '../values/errors.ts';
import { call, id, none } from './parts.ts';

/** What a kind of document is to the interface: how one is named, and what comes with its value. */
interface Parts<
  Name extends string,
  Value extends object,
  Edit,
  Context,
  Ref extends z.ZodRawShape,
  Saved extends z.ZodRawShape,
  Opened extends z.ZodRawShape,
> {
  readonly document: Name;
  readonly kind: DocumentKind<Value, Edit, Context>;
  readonly ref: Ref;
  /** Derived from the value, told after every change. */
  readonly saved: Saved;
  /** What stays the same while it is open. */
  readonly opened: Opened;
}

function documentSchemas<
  Name extends string,
  Value extends object,
  Edit,
  Context,
  Ref extends z.ZodRawShape,
  Saved extends z.ZodRawShape,
  Opened extends z.ZodRawShape,
>(parts: Parts<Name, Value, Edit, Context, Ref, Saved, Opened>) {
  const { kind } = parts;
  const document = z.literal(parts.document);
  const ref = z.object({ document, ...parts.ref });
  const step = z.discriminatedUnion('do', [
    /** `base`: what the edit replaces, as the page shows it (`DocumentKind.replaces`); absent: nothing is there yet. */
    z.object({ do: z.literal('edit'), edit: kind.edit, base: z.unknown().optional() }),
    z.object({ do: z.literal('undo') }),
    z.object({ do: z.literal('redo') }),
  ]);
  const value = {
    document,
    value: kind.schema,
    canUndo: z.boolean(),
    canRedo: z.boolean(),
    ...parts.saved,
  };
  return {
    kind,
    ref,
    step,
    change: z.object({ document, ...parts.ref, step }),
    /** What a change answers; returned only after the file is fsynced. */
    saved: z.object(value),
    opened: z.object({
      ...value,
      ...parts.opened,
      /** Things the user must know about this opening: recovered from the previous copy, migrated, … */
      notices: z.array(failureSchema),
    }),
  };
}

/** Every kind of document that a user edits. Whatever comes next is one more entry here, and in the unions below. */
export const documents = {
  assessment: documentSchemas({
    document: 'assessment',
    kind: assessmentDocument,
    ref: { id },
    saved: {},
    opened: { standard: standardSchema, folder: z.string() },
  }),
  /** Everything that a desk's table needs. Ranking and choice are pure (`shared/review/ranking.ts`). */
  desk: documentSchemas({
    document: 'desk',
    kind: deskDocument,
    ref: { id },
    saved: {},
    opened: {
      standard: standardSchema,
      candidates: z.array(candidateSchema),
      /** Every file that was handed in, kept or not, in the order of receiving. */
      receipts: z.array(receiptSchema),
      folder: z.string(),
    },
  }),
  /** One package opened for verifying. The assessment is the unit's own, with the desk's campaign. */
  review: documentSchemas({
    document: 'review',
    kind: reviewDocument,
    ref: { deskId: id, key: packageKeySchema },
    /** The table's row, computed anew. */
    saved: { candidate: candidateSchema },
    opened: { assessment: assessmentSchema, standard: standardSchema, receipt: receiptSchema },
  }),
  /** An import of a standard, or the editing of a copied one; the tables are those that were read from the file. */
  import: documentSchemas({
    document: 'import',
    kind: importDocument,
    ref: { id },
    saved: {},
    opened: { tables: z.array(sourceTableSchema) },
  }),
} as const;

const { assessment, desk, review, import: imported } = documents;

type Documents = typeof documents;
export type DocumentName = keyof Documents;
/** Names one document. */
export type DocumentRef<N extends DocumentName> = z.output<Documents[N]['ref']> & { readonly document: N };
/** An edit, or a step back or forth. */
export type DocumentStep<N extends DocumentName> = z.output<Documents[N]['step']>;
export type SavedDocument<N extends DocumentName> = z.output<Documents[N]['saved']>;
/** An open document as the interface holds it. */
export type OpenedDocument<N extends DocumentName> = z.output<Documents[N]['opened']>;
export type DocumentEdit<N extends DocumentName> = z.output<Documents[N]['kind']['edit']>;

export const documentCalls = {
  /** Also to read an open one again. */
  openDocument: call(
    z.object({
      ref: z.discriminatedUnion('document', [assessment.ref, desk.ref, review.ref, imported.ref]),
      takeOverLock: z.enum(['no', 'yes']).default('no'),
    }),
    z.discriminatedUnion('document', [assessment.opened, desk.opened, review.opened, imported.opened]),
  ),
  closeDocument: call(
    z.object({ ref: z.discriminatedUnion('document', [assessment.ref, desk.ref, review.ref, imported.ref]) }),
    none,
  ),
  changeDocument: call(
    z.discriminatedUnion('document', [assessment.change, desk.change, review.change, imported.change]),
    z.discriminatedUnion('document', [assessment.saved, desk.saved, review.saved, imported.saved]),
  ),
} as const;
