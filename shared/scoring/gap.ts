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

  // Totalled anew for each prefix: single gains are rounded, their sum would not be the total.
  const enough = steps.findIndex(
    (_, last) => totalWith(steps.slice(0, last + 1).map(({ code }) => code)) >= report.passScore,
  );
  return {
    gap: report.gap,
    steps,
    toPass: report.passes ? [] : steps.slice(0, enough + 1),
    scoredWithoutEvidence: withoutEvidence(report, (code) => placeOf(standard, code)?.asked ?? []),
    unscored: report.items.filter(({ state }) => state === 'unscored'),
    unlinkedEvidence: unlinkedEvidence(assessment).map(({ sha256 }) => sha256),
  };
}
