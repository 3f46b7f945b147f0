import * as z from 'zod';
import { codeSchema } from '../standard/schema.ts';
import { own } from '../values/own.ts';
import { patched, patchedFields, patchOf } from '../values/patch.ts';
import { EMPTY_PROFILE, profileSchema } from './profile.ts';
import { contactSchema, cultivationSchema, namingSchema, type Unit, unitSchema } from './schema.ts';

/** Some fields of the unit; null clears one that may be absent. */
export const unitPatchSchema = patchOf(
  unitSchema.omit({ naming: true, cultivation: true, contact: true, facts: true, profile: true }).shape,
).extend({
  naming: patchOf(namingSchema.shape).optional(),
  cultivation: patchOf(cultivationSchema.shape).optional(),
  contact: patchOf(contactSchema.shape).optional(),
  profile: patchOf(profileSchema.shape).optional(),
  /** null takes an answer back. */
  facts: z.record(codeSchema, z.boolean().nullable()).optional(),
});
export type UnitPatch = z.output<typeof unitPatchSchema>;

export function patchedUnit(
  unit: Unit,
  { naming = {}, cultivation, contact = {}, facts, profile, ...fields }: UnitPatch,
): Unit {
  return {
    ...patched(unit, fields),
    naming: patched(unit.naming, naming),
    contact: patched(unit.contact, contact),
    ...(cultivation && { cultivation: patched(unit.cultivation ?? NOT_CULTIVATED, cultivation) }),
    ...(profile && { profile: patched(unit.profile ?? EMPTY_PROFILE, profile) }),
    ...(facts && { facts: answered({ ...unit.facts, ...facts }) }),
  };
}

const NOT_CULTIVATED: NonNullable<Unit['cultivation']> = { document: '', date: '' };

function answered(facts: Readonly<Record<string, boolean | null>>): Record<string, boolean> {
  return Object.fromEntries(
    Object.entries(facts).filter((entry): entry is [string, boolean] => entry[1] !== null),
  );
}

/** What a patch of the unit replaces. */
export function unitFields(
  unit: Unit,
  { naming, cultivation, contact, facts, profile, ...fields }: UnitPatch,
): object {
  return {
    ...patchedFields(unit, fields),
    ...(naming && { naming: patchedFields(unit.naming, naming) }),
    ...(contact && { contact: patchedFields(unit.contact, contact) }),
    ...(cultivation && { cultivation: patchedFields(unit.cultivation, cultivation) }),
    ...(profile && { profile: patchedFields(unit.profile, profile) }),
    ...(facts && {
      facts: Object.fromEntries(
        Object.keys(facts).map((code) => [code, own(unit.facts ?? {}, code) ?? null]),
      ),
    }),
  };
}
