import { type Assessment, entryOf, type Evidence, materialOf } from '../../../shared/assessment/schema.ts';
import type { Homes } from '../../../shared/package/elsewhere.ts';
import type { GapAnalysis, ScoreReport } from '../../../shared/scoring/types.ts';
import type { Eligibility } from '../../../shared/eligibility/eligibility.ts';
import { packageName } from '../../../shared/standard/basis.ts';
import type { Standard } from '../../../shared/standard/schema.ts';
import { allCodes } from '../../../shared/standard/places.ts';

export interface WorkbookInput {
  readonly assessment: Assessment;
  readonly standard: Standard;
  /** `number` is 0 for what is no revision: a file of the unit's own. `date` is YYYY-MM-DD. `previous`: number of the revision that this one replaces. */
  readonly revision: {
    readonly number: number;
    readonly date: string;
    readonly draft: boolean;
    readonly packageId: string;
    readonly previous?: number | undefined;
  };
  /** sha256 -> path relative to the workbook (data/), with forward slashes. */
  readonly paths: ReadonlyMap<string, string>;
  /** YYYY-MM-DD, for the deadlines. */
  readonly today: string;
}

/** Everything that a sheet draws from. */
export interface Context extends WorkbookInput {
  readonly report: ScoreReport;
  readonly gap: GapAnalysis;
  readonly eligibility: Eligibility;
  /** sha256 -> evidence. */
  readonly evidence: ReadonlyMap<string, Evidence>;
  /** sha256 -> 材料号: the place in 佐证材料目录, from 1. */
  readonly numbers: ReadonlyMap<string, number>;
  /** sha256 -> in whose folder it lies (`homesOf`). */
  readonly homes: Homes;
}

/** 自查, 草稿, 示例, 本单位自用: what nobody may mistake the workbook for anything else by. */
export function marksOf({ standard, revision, assessment }: WorkbookInput): string[] {
  const isOwn = packageName(standard) === '自查包';
  return [
    ...(isOwn ? ['自查'] : []),
    ...(revision.draft ? ['草稿'] : []),
    ...(assessment.sample ? ['示例'] : []),
    ...(revision.number === 0 ? ['本单位自用'] : []),
  ];
}

/** By first use in the standard's order, then materials of the campaign, then what nothing uses. */
export function evidenceInOrder({
  assessment,
  standard,
}: Pick<WorkbookInput, 'assessment' | 'standard'>): Evidence[] {
  const used = [
    ...allCodes(standard).flatMap((code) => entryOf(assessment, code).evidence),
    ...assessment.campaign.materials.flatMap(({ code }) =>
      materialOf(assessment, code).files.map(({ sha256 }) => sha256),
    ),
  ];
  const place = new Map([...new Set(used)].map((sha256, index) => [sha256, index]));
  const placeOf = ({ sha256 }: Evidence) => place.get(sha256) ?? place.size;
  return [...assessment.evidence].sort((a, b) => placeOf(a) - placeOf(b));
}
