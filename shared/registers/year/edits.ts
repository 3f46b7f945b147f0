import * as z from 'zod';
import { campaignSchema } from '../../campaign/schema.ts';
import { sha256Schema } from '../../assessment/schema.ts';
import { patchOf } from '../../values/patch.ts';
import { entryFileSchema, entrySchema, fieldsSchema, FILE_ROLES } from '../entry.ts';
import { LEDGER_NAMES, REGISTER_NAMES } from '../kinds.ts';
import { formSchema } from './forms.ts';
import { statTableSchema } from './tables.ts';
import {
  connectedSchema,
  fillSchema,
  headShape,
  linkedItemSchema,
  MOST_LINKED,
  recommendingShape,
} from './schema.ts';

const register = z.enum(REGISTER_NAMES);
const id = z.uuid();
/** As `After`: where new entries stand that do not come last. */
const after = z.record(id, id).optional();

/** Each a field, an entry or several that came together, a file. */
export const yearEditSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('setHead'), fields: patchOf(headShape) }),
  z.object({
    ...{ kind: z.literal('addEntries'), register, after },
    entries: z.array(entrySchema).min(1).max(20_000),
  }),
  /** A table of the office was taken in: new rows, and what it says otherwise of those that were there. */
  z.object({
    ...{ kind: z.literal('takeTable'), register, after, entries: z.array(entrySchema).max(20_000) },
    changed: z.array(z.object({ id, fields: fieldsSchema })).max(20_000),
  }),
  z.object({ kind: z.literal('setEntry'), register, id, fields: fieldsSchema }),
  /** Right behind another one, or to the first place. */
  z.object({ kind: z.literal('moveEntry'), register, id, after: id.nullable() }),
  z.object({ kind: z.literal('removeEntries'), register, ids: z.array(id).min(1).max(20_000) }),
  z.object({ kind: z.literal('addFile'), register, id, file: entryFileSchema }),
  z.object({
    ...{ kind: z.literal('setFileRole'), register, id },
    ...{ sha256: sha256Schema, role: z.enum(FILE_ROLES) },
  }),
  z.object({ kind: z.literal('setRecommending'), fields: patchOf(recommendingShape) }),
  z.object({
    ...{ kind: z.literal('setNotice'), of: z.enum(['commendationNotice', 'experienceNotice']) },
    notice: campaignSchema.nullable(),
  }),
  /** An item of an assessment was filled from a register. */
  z.object({ kind: z.literal('noteFill'), fill: fillSchema }),
  /** By which assessment the items are chosen; null: by none any more. What was chosen stays. */
  z.object({ kind: z.literal('connect'), assessment: connectedSchema.nullable() }),
  /** All items of a task, or of a whole ledger (without `id`). */
  z.object({
    ...{ kind: z.literal('setLinks'), register, id: id.optional() },
    items: z.array(linkedItemSchema).max(MOST_LINKED),
  }),
  /** All columns of a ledger; none: those of the kind again, in its order. */
  z.object({ kind: z.literal('setForm'), register: z.enum(LEDGER_NAMES), columns: formSchema }),
  /** A 统计表 of a ledger: a new one, or in the place of the one that has its id. */
  z.object({ kind: z.literal('putTable'), table: statTableSchema }),
  z.object({ kind: z.literal('removeTable'), id }),
  z.object({ kind: z.literal('removeFile'), register, id, sha256: sha256Schema }),
]);
export type YearEdit = z.output<typeof yearEditSchema>;
