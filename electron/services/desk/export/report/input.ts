import type { Candidate } from '../../../../../shared/review/candidate.ts';
import type { LostReview } from '../../../../../shared/review/words.ts';
import type { CandidateParts } from '../../../../../shared/review/candidate-parts.ts';

/** One package as it was opened for verifying; its row of the table besides. */
export interface ReportInput extends CandidateParts {
  readonly candidate: Candidate;
  /** Where it stands on its desk. */
  readonly standing: StandingWords;
  /** What is lost of its review, where something is. */
  readonly loss?: LostReview['loss'] | undefined;
}

/** In Chinese, as the desk shows it. */
export interface StandingWords {
  readonly label: string;
  /** The final word, or why there is none (`eligibilityOn`). */
  readonly eligibility: string;
  readonly eligible: boolean;
  readonly doubts: readonly string[];
  /** What a person decided about the doubts, with the reason; ''. */
  readonly decision: string;
}
