import type { UnitPatch } from '../../../shared/assessment/unit-patch.ts';
import { EMPTY_PROFILE, type Profile } from '../../../shared/assessment/profile.ts';
import { useAssessment } from '../../state/assessment-store.ts';

/** 单位概况 as it is now, also between two drawings. */
export function profileNow(): Profile {
  return useAssessment.getState().open?.value.unit.profile ?? EMPTY_PROFILE;
}

export function changeProfile(profile: NonNullable<UnitPatch['profile']>): Promise<boolean> {
  return useAssessment.getState().edit({ kind: 'setUnit', unit: { profile } });
}
