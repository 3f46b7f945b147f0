import type { Campaign } from '../campaign/schema.ts';
import { kindWords } from '../campaign/words.ts';
import { checkEligibility } from '../eligibility/eligibility.ts';
import type { AssessmentFinding } from '../eligibility/finding.ts';
import { onlyBySentences, scoreSentence, verdictOf } from '../eligibility/verdict.ts';
import type { ScoreReport } from '../scoring/types.ts';
import type { Standard } from '../standard/schema.ts';
import { ownVetoWords, vetoSentence } from '../standard/own-words.ts';
import { showPoints } from '../values/points.ts';
import type { Candidate } from './candidate.ts';
import { reachedOf } from './status.ts';
import { SELF_CHECK_REMARK } from './standard-match.ts';
import type { CandidateParts } from './candidate-parts.ts';
import type { Verified } from './verified-score.ts';

/** In place of a final word that the desk's own result has not earned. */
const unearned = (reached: '未完成核验' | '未达', campaign: Pick<Campaign, 'kind'>): string =>
  reached === '未达' ? `未达${kindWords(campaign).line}` : reached;

/** What is shown of a package in place of a verdict whose standard is not the desk's. */
const OTHER_STANDARD = '标准不符';

/**
 * The unit's own conditions, what only the desk can see, and what the evaluator owes. Whether the unit `qualifies` is made
 * of the first two; the final word is the desk's, by what it found itself. That a package came late says nothing about the
 * unit: it is where the package stands (`standing.ts`). Pure.
 */
export function eligibilityOf(
  parts: CandidateParts,
  verified: Verified,
  { claimedScore, result }: Pick<Candidate, 'claimedScore' | 'result'>,
): Pick<Candidate, 'basis' | 'qualifies' | 'eligible' | 'eligibility' | 'findings'> {
  const { assessment, standard, isDesks } = parts;
  const about = [
    ...madeLaterFindings(parts),
    ...selfCheckFindings(parts),
    ...claimFindings(verified, claimedScore),
    ...vetoFindings(standard, verified),
    ...unitFindings(parts, verified.self),
  ];
  const { basis, eligible, label } = verdictOf(standard, assessment.campaign, about);
  const qualifies = isDesks && eligible;
  const reached = reachedOf({ result, passScore: verified.report.passScore });
  return {
    basis,
    qualifies,
    eligible: qualifies && reached === '已达',
    eligibility: !isDesks
      ? OTHER_STANDARD
      : !qualifies || reached === '已达'
        ? label
        : unearned(reached, assessment.campaign),
    findings: [...about, ...verified.findings],
  };
}

function finding(
  code: string,
  severity: AssessmentFinding['severity'],
  message: string,
  item = '',
): AssessmentFinding {
  return { code, severity, item, message };
}

export const RECEIVED_BEFORE_MADE = 'receivedBeforeMade';

/** A day of receipt is typed: one before the package was made is a slip, or worse. */
function madeLaterFindings({ assessment, receipt: { receivedOn } }: CandidateParts): AssessmentFinding[] {
  const made = assessment.revisions.at(-1)?.date;
  if (made === undefined || receivedOn >= made) return [];
  const message = `收到日期写的是${receivedOn}，早于推荐包的导出日期${made}，请核对`;
  return [finding(RECEIVED_BEFORE_MADE, 'warn', message)];
}

function selfCheckFindings({ receipt: { remarks } }: CandidateParts): AssessmentFinding[] {
  return remarks.includes(SELF_CHECK_REMARK) ? [finding('selfCheck', 'block', SELF_CHECK_REMARK)] : [];
}

function claimFindings({ self }: Verified, claimedScore: Candidate['claimedScore']): AssessmentFinding[] {
  if (claimedScore === self.total) return [];
  const stated = claimedScore === undefined ? '没有写明自评分' : `写的自评分是${showPoints(claimedScore)}分`;
  return [finding('claimedScore', 'warn', `包内清单${stated}，按档案数据重算是${showPoints(self.total)}分`)];
}

/** Those that the unit did not say. An own one, and one of 评优 alone, is told and takes nobody's place. */
function vetoFindings(standard: Standard, { self, report }: Verified): AssessmentFinding[] {
  return report.vetoes
    .filter(({ code, state }) => {
      const known = self.vetoes.some((veto) => veto.code === code && veto.state === 'applies');
      return state === 'applies' && !known;
    })
    .map((veto) => {
      const blocks = !veto.own && veto.effect !== 'notRated';
      const whose = veto.own ? `（${ownVetoWords(standard)}）` : '';
      const message = `核验发现${vetoSentence(standard, veto)}${whose}`;
      return finding(`veto.${veto.code}`, blocks ? 'block' : 'warn', message, veto.code);
    });
}

/** The days are judged by the receipt; how many items are unscored is said once, by the condition that is about it. */
function unitFindings(
  { standard, assessment, receipt }: CandidateParts,
  self: ScoreReport,
): AssessmentFinding[] {
  return checkEligibility(standard, assessment, self, receipt.receivedOn)
    .findings.filter(({ code }) => !code.startsWith('deadline.'))
    .map((each) =>
      each.code === 'score' ? { ...each, message: scoreMessage({ standard, assessment }, self) } : each,
    );
}

function scoreMessage(
  { standard, assessment }: Pick<CandidateParts, 'standard' | 'assessment'>,
  self: ScoreReport,
): string {
  return [
    scoreSentence(standard, { ...self, unscored: 0 }, assessment.campaign),
    ...onlyBySentences(self),
  ].join('；');
}
