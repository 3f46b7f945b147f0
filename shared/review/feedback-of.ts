import type { Feedback, FeedbackFile, FeedbackItem } from '../assessment/feedback.ts';
import { entryOf } from '../assessment/schema.ts';
import { placesOf } from '../standard/places.ts';
import type { Candidate } from './candidate.ts';
import { unseenWords } from './candidate-columns.ts';
import { candidateOf } from './candidate-of.ts';
import type { CandidateParts } from './candidate-parts.ts';
import { reviewEntryOf } from './schema.ts';
import { shownResults } from './shown.ts';

/**
 * What goes back to the unit: every verified item that differs, has a reason or a rejected piece. `eligible`: the final word
 * where the package stands among the others. Pure.
 */
export function feedbackOf(
  parts: CandidateParts,
  { from, date, eligible }: Pick<Feedback, 'from' | 'date' | 'eligible'>,
): FeedbackFile {
  const { assessment, standard, review } = parts;
  const { candidate, verified } = candidateOf(parts);
  const [own, found] = [shownResults(verified.self), shownResults(verified.report)];
  const labels = new Map(assessment.evidence.map(({ sha256, label }) => [sha256, label]));
  const items = placesOf(standard).flatMap(({ code, title }): FeedbackItem[] => {
    const entry = reviewEntryOf(review, code);
    const evidence = entryOf(assessment, code).evidence.flatMap((sha256) => {
      const decided = Object.hasOwn(entry.evidence, sha256) ? entry.evidence[sha256] : undefined;
      return decided ? [{ label: labels.get(sha256) ?? sha256, ...decided }] : [];
    });
    const self = own.get(code)?.shown ?? '';
    const verified = entry.state === 'pending' ? '待核' : (found.get(code)?.shown ?? '');
    const differs = entry.state !== 'pending' && verified !== self;
    const rejected = evidence.some(({ decision }) => decision === 'rejected');
    if (!differs && !rejected && entry.reason === '') return [];
    const explanation = entry.state === 'pending' ? '' : (found.get(code)?.explanation ?? '');
    return [{ code, title, self, verified, explanation, reason: entry.reason, evidence }];
  });
  return {
    version: 1,
    assessmentId: assessment.id,
    unit: candidate.unit,
    feedback: {
      packageId: candidate.packageId,
      revision: candidate.revision,
      from,
      date,
      selfScore: candidate.selfScore,
      verifiedScore: candidate.state === 'done' ? candidate.verifiedScore : undefined,
      passScore: candidate.passScore,
      basis: candidate.basis,
      eligible,
      notes: notesOf(candidate),
      problems: candidate.qualifies ? [] : unitProblems(candidate.findings, verified.findings),
      conclusion: review.conclusion,
      items,
    },
  };
}

function notesOf(candidate: Candidate): string[] {
  const { gaps, vetoes, onlyBy } = candidate;
  return [...[gaps, unseenWords(candidate)].filter((words) => words !== ''), ...vetoes, ...onlyBy];
}

/** Without what the evaluator owes: that is no business of the unit. */
function unitProblems(
  all: readonly { severity: string; code: string; item: string; message: string }[],
  owed: readonly { code: string; item: string }[],
): string[] {
  return all
    .filter(({ severity }) => severity === 'block')
    .filter(({ code, item }) => !owed.some((each) => each.code === code && each.item === item))
    .map(({ message }) => message);
}
