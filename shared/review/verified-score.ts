import { type Assessment, type Entry, EMPTY_ENTRY, entryOf } from '../assessment/schema.ts';
import type { Points } from '../values/points.ts';
import { scoreAssessment } from '../scoring/report.ts';
import { adjustmentResults } from '../scoring/results.ts';
import type { ScoreReport } from '../scoring/types.ts';
import type { AssessmentFinding } from '../eligibility/finding.ts';
import { gapsWords } from '../eligibility/verdict.ts';
import type { Standard } from '../standard/schema.ts';
import { adjustmentsOf, placesOf } from '../standard/places.ts';
import { gapsStateOf } from './gaps.ts';
import { type Review, type ReviewEntry, reviewEntryOf } from './schema.ts';

/** Where the verifying of one package stands. All points are hundredths. */
export interface Verified {
  readonly self: ScoreReport;
  /** By the review's inputs; pending codes count as unscored in it. */
  readonly report: ScoreReport;
  /** Only when nothing is pending. */
  readonly verifiedScore?: Points;
  /** Codes that must be verified: items of the unit's category, claimed bonus and penalty entries, vetoes. */
  readonly required: readonly string[];
  /** Those of `required` that are not, in the standard's order. */
  readonly pending: readonly string[];
  /** What the evaluator still owes: reasons, inputs that do not fit. */
  readonly findings: readonly AssessmentFinding[];
}

interface Judged {
  readonly assessment: Assessment;
  readonly review: Review;
}

/** The verified total by the same rules as the self score (豫法政办〔2020〕16号 附件 二). Pure. */
export function verifyScore(standard: Standard, { assessment, review }: Judged): Verified {
  const self = scoreAssessment(standard, assessment);
  const report = scoreAssessment(
    standard,
    verifiedAssessment(standard, assessment, review),
    givenPoints(review),
  );
  const results = resultsOf(report);
  const required = requiredCodes(standard, self, assessment);
  const pending = required.filter(
    (code) => reviewEntryOf(review, code).state === 'pending' || results.get(code)?.problem !== undefined,
  );
  return {
    self,
    report,
    verifiedScore: pending.length === 0 ? report.total : undefined,
    required,
    pending,
    findings: [
      ...owed(standard, { assessment, review }, resultsOf(self), results),
      ...unconfirmedGaps(report, review),
    ],
  };
}

/** The unit's assessment with the evaluator's entries in place of its own; rejected evidence is unlinked. */
export function verifiedAssessment(standard: Standard, assessment: Assessment, review: Review): Assessment {
  const entries = placesOf(standard).map(({ code }): [string, Entry] => {
    const self = entryOf(assessment, code);
    const found = reviewEntryOf(review, code);
    const evidence = self.evidence.filter((sha256) => found.evidence[sha256]?.decision !== 'rejected');
    if (found.state === 'pending') return [code, { ...EMPTY_ENTRY, evidence }];
    const { state, input, reason } = found;
    return [code, { state, input, reason, evidence }];
  });
  return { ...assessment, entries: Object.fromEntries(entries) };
}

/** Scores given outright, by code. */
function givenPoints({ entries }: Review): ReadonlyMap<string, Points> {
  return new Map(
    Object.entries(entries).flatMap(([code, { state, points }]) =>
      state === 'scored' && points !== undefined ? [[code, points] as const] : [],
    ),
  );
}

function requiredCodes(standard: Standard, self: ScoreReport, assessment: Assessment): string[] {
  const claimed = adjustmentsOf(standard).filter(({ code }) => {
    const { input } = entryOf(assessment, code);
    return input?.kind === 'claims' && Object.values(input.counts).some((count) => count > 0);
  });
  return [...self.items, ...claimed, ...standard.vetoes].map(({ code }) => code);
}

/** What is compared for one code: points, or the answer to a veto. */
export interface Result {
  readonly title: string;
  readonly value: string;
  readonly score: Points;
  readonly problem?: string;
}

/** By code. Two results of one code differ where their `value` does; `score` is in hundredths. */
export function resultsOf(report: ScoreReport): ReadonlyMap<string, Result> {
  return new Map<string, Result>([
    ...report.items.map((item): [string, Result] => [
      item.code,
      { ...item, value: `${item.state} ${item.score}` },
    ]),
    ...adjustmentResults(report).map((entry): [string, Result] => [
      entry.code,
      { ...entry, value: String(entry.score) },
    ]),
    ...report.vetoes.map((veto): [string, Result] => [veto.code, { ...veto, value: veto.state, score: 0 }]),
  ]);
}

function owed(
  standard: Standard,
  { assessment, review }: Judged,
  self: ReadonlyMap<string, Result>,
  verified: ReadonlyMap<string, Result>,
): AssessmentFinding[] {
  return placesOf(standard).flatMap(({ code, title }): AssessmentFinding[] => {
    const found = reviewEntryOf(review, code);
    const result = verified.get(code);
    const messages = [
      ...(result?.problem !== undefined && found.state !== 'pending'
        ? [['reviewInput', `“${title}”：${result.problem}`]]
        : []),
      ...(found.state !== 'pending' && found.reason.trim() === '' && result?.value !== self.get(code)?.value
        ? [['reasonMissing', `“${title}”的核验结果与自评不同，还没有写理由`]]
        : []),
      ...(rejectedWithoutReason(found)
        ? [['rejectionWithoutReason', `“${title}”有不予认可的佐证材料没有写理由`]]
        : []),
      ...(result !== undefined && result.score > 0 && allRejected(assessment, code, found)
        ? [['allEvidenceRejected', `“${title}”的佐证材料全部不予认可，但仍给了分`]]
        : []),
    ];
    return messages.map(([about = '', message = '']) => ({
      code: about,
      severity: about === 'allEvidenceRejected' ? 'warn' : 'block',
      item: code,
      message,
    }));
  });
}

/** They lower what the unit is measured by: somebody has to say so of their sum, and again where it changes. */
function unconfirmedGaps(report: ScoreReport, review: Review): AssessmentFinding[] {
  if (gapsStateOf(report.gaps, review) !== 'open') return [];
  const message = `${gapsWords(report)}还没有确认`;
  return [{ code: 'gapsUnconfirmed', severity: 'block', item: '', message }];
}

function rejectedWithoutReason({ evidence }: ReviewEntry): boolean {
  return Object.values(evidence).some(
    ({ decision, reason }) => decision === 'rejected' && reason.trim() === '',
  );
}

function allRejected(assessment: Assessment, code: string, { evidence }: ReviewEntry): boolean {
  const linked = entryOf(assessment, code).evidence;
  return linked.length > 0 && linked.every((sha256) => evidence[sha256]?.decision === 'rejected');
}
