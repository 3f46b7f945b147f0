import type { Assessment } from '../../shared/assessment/schema.ts';
import type { EvidenceFaults } from '../../shared/assessment/evidence-state.ts';
import { unlinkedEvidence } from '../../shared/assessment/unlinked-evidence.ts';
import { checkExport } from '../../shared/eligibility/check-export.ts';
import { useMemo } from 'react';
import type { OpenedDocument } from '../../shared/contract/contract.ts';
import { analyseGap } from '../../shared/scoring/gap.ts';
import { scoreAssessment } from '../../shared/scoring/report.ts';
import type { GapAnalysis, ScoreReport } from '../../shared/scoring/types.ts';
import type { Eligibility } from '../../shared/eligibility/eligibility.ts';
import { useAssessment } from './assessment-store.ts';
import { useEvidenceFaults } from './evidence-store.ts';

/** The open assessment, its value under its own name. */
export type OpenAssessment = OpenedDocument<'assessment'> & { readonly assessment: Assessment };

// Everything derived from an assessment is computed once per version of it, on first use.
function memoise<T>(compute: (open: OpenAssessment) => T): (open: OpenAssessment) => T {
  const known = new WeakMap<Assessment, T>();
  return (open) => {
    const found = known.get(open.assessment);
    if (found !== undefined) return found;
    const value = compute(open);
    known.set(open.assessment, value);
    return value;
  };
}

const reportOf = memoise<ScoreReport>(({ standard, assessment }) => scoreAssessment(standard, assessment));
const gapOf = memoise<GapAnalysis>((open) => analyseGap(open.standard, open.assessment, reportOf(open)));

const unlinkedOf = memoise<ReadonlySet<string>>(
  ({ assessment }) => new Set(unlinkedEvidence(assessment).map(({ sha256 }) => sha256)),
);

/** The open assessment; only screens of an open assessment may ask. */
export function useOpen(): OpenAssessment {
  const open = useAssessment((state) => state.open);
  if (!open) throw new Error('No assessment is open');
  return useMemo(() => ({ ...open, assessment: open.value }), [open]);
}

export function useReport(): ScoreReport {
  return reportOf(useOpen());
}

export function useGap(): GapAnalysis {
  return gapOf(useOpen());
}

/** Of each version the last judgement, with what it was made on besides. */
const judged = new WeakMap<Assessment, { today: string; faults: EvidenceFaults; eligibility: Eligibility }>();

export function useEligibility(): Eligibility {
  const open = useOpen();
  const faults = useEvidenceFaults();
  const today = useAssessment((state) => state.today);
  const known = judged.get(open.assessment);
  if (known?.today === today && known.faults === faults) return known.eligibility;
  const eligibility = checkExport(open.standard, open.assessment, reportOf(open), today, faults);
  judged.set(open.assessment, { today, faults, eligibility });
  return eligibility;
}

/** SHA-256 of the evidence that nothing uses. */
export function useUnlinked(): ReadonlySet<string> {
  return unlinkedOf(useOpen());
}
