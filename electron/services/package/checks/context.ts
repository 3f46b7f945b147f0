import type { Assessment } from '../../../../shared/assessment/schema.ts';
import type { PackageForm } from '../../../../shared/package/form.ts';
import type { ScoreReport } from '../../../../shared/scoring/types.ts';
import type { Standard } from '../../../../shared/standard/schema.ts';
import type { CheckedBag } from '../bagit.ts';
import type { StoredAssessment } from '../revision.ts';
import type { BagSource, Findings } from '../source.ts';

/** A bag that is whole by its hashes, with the data that everything else in it is held against. */
export interface Checking {
  readonly source: BagSource;
  readonly bag: CheckedBag;
  readonly findings: Findings;
  readonly signal: AbortSignal | undefined;
  readonly assessment: Assessment;
  /** assessment.json as it came, before any migration. */
  readonly stored: StoredAssessment;
  readonly standard: Standard;
  /** What its standard makes it, or the form of before where it says nothing of its basis. */
  readonly form: PackageForm;
  readonly report: ScoreReport;
  /** Where each piece of evidence belongs: SHA-256 -> path below data/. */
  readonly paths: ReadonlyMap<string, string>;
}
