import type { Assessment } from '../assessment/schema.ts';
import type { Standard } from '../standard/schema.ts';
import type { Receipt } from './receipt.ts';
import type { Review } from './schema.ts';

/** Everything that one row of the desk is made of; `assessment` with the desk's campaign. */
export interface CandidateParts {
  readonly receipt: Receipt;
  readonly assessment: Assessment;
  /** The desk's own copy, where the package's is the same by its content; otherwise the package's. */
  readonly standard: Standard;
  /** SHA-256 of the content of the package's own standard. */
  readonly standardContent: string;
  /** It is the desk's. */
  readonly isDesks: boolean;
  readonly review: Review;
}
