import { type Assessment, type CarriedFrom, entryOf, materialOf } from '../../../shared/assessment/schema.ts';
import type { Standard } from '../../../shared/standard/schema.ts';
import { placesByCode } from '../../../shared/standard/places.ts';

/** Where a piece of evidence is used: an entry of the standard or a material of the campaign. */
export interface Use {
  readonly kind: 'entry' | 'material';
  readonly code: string;
  readonly title: string;
}

/** SHA-256 -> its uses: entries in the standard's order, then materials. */
export function usesOf(standard: Standard, assessment: Assessment): ReadonlyMap<string, readonly Use[]> {
  const uses = new Map<string, Use[]>();
  const note = (sha256: string, use: Use): void => {
    uses.set(sha256, [...(uses.get(sha256) ?? []), use]);
  };
  for (const place of placesByCode(standard).values()) {
    for (const sha256 of entryOf(assessment, place.code).evidence) {
      note(sha256, { kind: 'entry', code: place.code, title: place.title });
    }
  }
  for (const { code, title } of assessment.campaign.materials) {
    for (const { sha256 } of materialOf(assessment, code).files) {
      note(sha256, { kind: 'material', code, title });
    }
  }
  return uses;
}

export type FormerUse = CarriedFrom['gone'][number];

/** SHA-256 -> what it was used for in the edition that the assessment was carried over from, and that is gone. */
export function formerUsesOf({ carriedFrom }: Assessment): ReadonlyMap<string, readonly FormerUse[]> {
  const uses = new Map<string, FormerUse[]>();
  for (const use of carriedFrom?.gone ?? []) {
    for (const sha256 of use.evidence) uses.set(sha256, [...(uses.get(sha256) ?? []), use]);
  }
  return uses;
}
