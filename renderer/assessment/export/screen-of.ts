import { EVIDENCE_DAMAGED, EXECUTABLE } from '../../../shared/eligibility/check-export.ts';
import type { Campaign } from '../../../shared/campaign/schema.ts';
import type { AssessmentFinding } from '../../../shared/eligibility/finding.ts';
import type { Screen } from '../../state/assessment-store.ts';

const BY_CODE: Record<string, Screen> = {
  score: 'gap',
  complete: 'scoring',
  unconfirmed: 'scoring',
  noEvidence: 'evidence',
  unlinkedEvidence: 'evidence',
  [EXECUTABLE]: 'evidence',
  emptyEvidence: 'evidence',
};

/** The screen where a finding is settled: its item, its material, or what its code is about. */
export function screenOf(finding: AssessmentFinding, campaign: Campaign): { screen: Screen; code?: string } {
  // Named with the item that it is for, but put right where the files are.
  if (finding.code === EVIDENCE_DAMAGED) return { screen: 'evidence' };
  if (campaign.materials.some(({ code }) => code === finding.item)) return { screen: 'materials' };
  if (finding.item !== '') return { screen: 'scoring', code: finding.item };
  return { screen: BY_CODE[finding.code] ?? 'unit' };
}
