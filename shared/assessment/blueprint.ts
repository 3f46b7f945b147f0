import { type Assessment, unitSchema } from './schema.ts';

/**
 * A new assessment after another unit's package: what was filled in, its evidence and its materials stay; who the
 * unit is does not, so that nobody hands in a neighbour's name. Only its category stays, because it decides which
 * items apply. `now` is ISO 8601.
 */
export function blueprintOf(
  assessment: Assessment,
  { newId, now }: { readonly newId: string; readonly now: string },
): Assessment {
  const { unit, revisions } = assessment;
  const revision = revisions.at(-1);
  return {
    ...assessment,
    id: newId,
    createdAt: now,
    updatedAt: now,
    unit: unitSchema.parse({ category: unit.category, otherCategory: unit.otherCategory }),
    willing: null,
    answers: undefined,
    guidance: undefined,
    revisions: [],
    feedback: undefined,
    basedOn: {
      unit: unit.name,
      packageId: revision?.packageId ?? '',
      revision: revision?.number ?? 0,
    },
  };
}
