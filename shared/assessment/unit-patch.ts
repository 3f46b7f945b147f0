import type * as z from 'zod';
import { patched, patchedFields, patchOf } from '../values/patch.ts';
import { contactSchema, namingSchema, type Unit, unitSchema } from './schema.ts';

/** Some fields of the unit; null clears one that may be absent. */
export const unitPatchSchema = patchOf(unitSchema.omit({ naming: true, contact: true }).shape).extend({
  naming: patchOf(namingSchema.shape).optional(),
  contact: patchOf(contactSchema.shape).optional(),
});
export type UnitPatch = z.output<typeof unitPatchSchema>;

export function patchedUnit(unit: Unit, { naming = {}, contact = {}, ...fields }: UnitPatch): Unit {
  return {
    ...patched(unit, fields),
    naming: patched(unit.naming, naming),
    contact: patched(unit.contact, contact),
  };
}

/** What a patch of the unit replaces. */
export function unitFields(unit: Unit, { naming, contact, ...fields }: UnitPatch): object {
  return {
    ...patchedFields(unit, fields),
    ...(naming && { naming: patchedFields(unit.naming, naming) }),
    ...(contact && { contact: patchedFields(unit.contact, contact) }),
  };
}
