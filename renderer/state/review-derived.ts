import type { Candidate } from '../../shared/review/candidate.ts';
import { candidateOf } from '../../shared/review/candidate-of.ts';
import type { Review } from '../../shared/review/schema.ts';
import type { Verified } from '../../shared/review/verified-score.ts';
import { saidAs } from '../../shared/review/desk-row.ts';
import { timedAs } from '../../shared/review/timing.ts';
import { useMemo } from 'react';
import type { OpenedDocument } from '../../shared/contract/contract.ts';
import { useReview } from './review-store.ts';

/** Once per version of the review: every part of the screen asks for it. */
const known = new WeakMap<Review, { candidate: Candidate; verified: Verified }>();

/** The package being verified, its review under its own name. */
export type OpenCandidate = OpenedDocument<'review'> & { readonly review: Review };

/** The package being verified; only its screen may ask. */
export function useOpenCandidate(): OpenCandidate {
  const open = useReview((state) => state.open);
  if (!open) throw new Error('No package is being verified');
  return useMemo(() => ({ ...open, review: open.value }), [open]);
}

/** Both scores and what is owed, by the review as it is shown now. */
export function useVerified(): { candidate: Candidate; verified: Verified } {
  const open = useOpenCandidate();
  const { standardContent } = open.candidate;
  const found = known.get(open.review) ?? candidateOf({ ...open, standardContent });
  known.set(open.review, found);
  return useMemo(
    () => ({ ...found, candidate: timedAs(open.candidate, saidAs(open.candidate, found.candidate)) }),
    [found, open.candidate],
  );
}
