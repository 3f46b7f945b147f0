import { withoutEvidence } from './lacks-evidence.ts';
import { unlinkedEvidence } from '../assessment/unlinked-evidence.ts';
import { type Assessment, entryOf } from '../assessment/schema.ts';
import type { Standard } from '../standard/schema.ts';
import { itemsFor, placeOf } from '../standard/places.ts';
import { hintFor } from './hint.ts';
import { reachableTotals } from './total.ts';
import type { GapAnalysis, GapStep, ScoreReport } from './types.ts';

/** What is missing to the pass line and which items could bring it. Gains are hundredths of the total. */
export function analyseGap(standard: Standard, assessment: Assessment, report: ScoreReport): GapAnalysis {
  const results = new Map(report.items.map((result) => [result.code, result]));
  const placed = itemsFor(standard, assessment.unit.category).flatMap(({ item, path }) => {
    const result = results.get(item.code);
    return result ? [{ item, path, result }] : [];
  });
  const total = reachableTotals(standard, report);
  const totalWith = (codes: readonly string[]) => total(new Set(codes)).total;

  const steps = placed
    .filter(({ result }) => result.state === 'unscored' || result.lost > 0)
    .map(({ item, path, result }): GapStep => ({
      code: item.code,
      title: item.title,
      section: path.at(-1)?.title ?? '',
      state: result.state,
      gain: totalWith([item.code]) - report.total,
      hint: result.problem ?? hintFor(item, entryOf(assessment, item.code).input),
    }))
    .filter(({ gain }) => gain > 0)
    .sort((a, b) => b.gain - a.gain);

  // Totalled anew for a prefix: single gains are rounded, their sum would not be the total.
  const reaches = (count: number): boolean =>
    totalWith(steps.slice(0, count).map(({ code }) => code)) >= report.passScore;
  const enough = reaches(steps.length) ? fewest(steps.length, reaches) : 0;
  return {
    gap: report.gap,
    steps,
    toPass: report.passes ? [] : steps.slice(0, enough),
    scoredWithoutEvidence: withoutEvidence(report, (code) => placeOf(standard, code)?.asked ?? []),
    unscored: report.items.filter(({ state }) => state === 'unscored'),
    unlinkedEvidence: unlinkedEvidence(assessment).map(({ sha256 }) => sha256),
  };
}

/** The least count that is enough, by halving: what `most` reaches, and every more of a count that does. */
function fewest(most: number, reaches: (count: number) => boolean): number {
  let [few, enough] = [0, most];
  while (enough - few > 1) {
    const middle = Math.floor((few + enough) / 2);
    if (reaches(middle)) enough = middle;
    else few = middle;
  }
  return enough;
}
