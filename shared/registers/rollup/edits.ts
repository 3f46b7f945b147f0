import * as z from 'zod';
import { patchOf } from '../../values/patch.ts';
import { caseEdits } from './collect/edits.ts';
import {
  correctionSchema,
  MOST_UNITS,
  pointSchema,
  pointShape,
  rollupHeadShape,
  unitSchema,
  unitShape,
} from './schema.ts';

const id = z.uuid();

export const rollupEditSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('setHead'), fields: patchOf(rollupHeadShape) }),
  z.object({ kind: z.literal('addUnits'), units: z.array(unitSchema).min(1).max(MOST_UNITS) }),
  /** `tasks`: those of another category's table, for a unit that has handed in nothing. */
  z.object({
    ...{ kind: z.literal('setUnit'), id, fields: patchOf(unitShape) },
    tasks: unitSchema.shape.tasks.optional(),
  }),
  z.object({ kind: z.literal('removeUnit'), id }),
  /** What was handed in is no longer held against what comes: the unit has made its year anew, or an older file counts. */
  z.object({ kind: z.literal('forgetReport'), id }),
  /** A file in doubt is not the one to go by. */
  z.object({ kind: z.literal('putAway'), id, file: z.uuid() }),
  /** null: what the unit says counts again. */
  z.object({ kind: z.literal('correct'), id, task: z.uuid(), correction: correctionSchema.nullable() }),
  z.object({ kind: z.literal('addPoint'), entry: pointSchema }),
  z.object({ kind: z.literal('setPoint'), id, fields: patchOf(pointShape) }),
  z.object({ kind: z.literal('removePoint'), id }),
  ...caseEdits,
]);
export type RollupEdit = z.output<typeof rollupEditSchema>;
