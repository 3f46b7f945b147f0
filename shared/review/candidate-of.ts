import type { Assessment } from '../assessment/schema.ts';
import { checkEligibility } from '../eligibility/eligibility.ts';
import { type Points, parsePoints, showPoints } from '../values/points.ts';
import type { ScoreReport, SectionResult } from '../scoring/types.ts';
import type { AssessmentFinding } from '../eligibility/finding.ts';
import type { Standard } from '../standard/schema.ts';
import { showable } from '../values/text.ts';
import type { Candidate, CandidateState } from './candidate.ts';
import { comprehensiveScore, fieldVisitPercent, surveyPercent } from './comprehensive.ts';
import { isChecked, type Receipt } from './receipt.ts';
import { isLate, suspicionsOf, unitDeadline } from './receive.ts';
import { type Review, reviewEntryOf } from './schema.ts';
import { type Verified, verifyScore } from './verified-score.ts';

/** Suspicions that a row names; the receipt has them all. */
const SUSPICIONS = 50;
/** Titles of a package's own standard, findings about it (UTF-16 units). */
const TITLE = 200;
const MESSAGE = 500;
const FINDINGS = 1000;

/** Everything that one row of the desk is made of; `assessment` with the desk's campaign. */
export interface CandidateParts {
  readonly receipt: Receipt;
  readonly assessment: Assessment;
  readonly standard: Standard;
  readonly review: Review;
}

/**
 * One row of the desk's table. Scores and eligibility are recomputed from the data by the desk's campaign; what
 * the package says of itself is only compared with them. Pure.
 */
export function candidateOf(parts: CandidateParts): { candidate: Candidate; verified: Verified } {
  const { receipt, assessment, standard, review } = parts;
  const { unit } = assessment;
  const verified = verifyScore(standard, parts);
  const { self, report, verifiedScore, required, pending } = verified;
  const claimedScore = parsePoints(receipt.verification.selfScore);
  const survey = review.survey;
  const fieldVisit = fieldVisitPercent(review);
  const { score: comprehensive } = comprehensiveScore(assessment.campaign, standard.fullScore, {
    verified: verifiedScore,
    survey,
    fieldVisit,
  });
  const { eligible, findings } = eligibilityOf(parts, verified, claimedScore);
  const candidate: Candidate = {
    key: receipt.key,
    fileName: receipt.fileName,
    verdict: receipt.verdict,
    remarks: receipt.remarks,
    receivedOn: receipt.receivedOn,
    receivedAt: receipt.receivedAt,
    late: isLate(assessment.campaign, receipt.receivedOn),
    draft: receipt.verification.draft,
    suspicions: suspicionsOf(receipt.verification).slice(0, SUSPICIONS),
    checked: isChecked(receipt),
    packageId: receipt.packageId,
    assessmentId: receipt.assessmentId,
    revision: receipt.verification.revision,
    sealCode: receipt.verification.sealCode ?? '',
    standardSha256: assessment.standard.sha256,
    standardLine: showable(`${standard.title}（${standard.edition}）`, TITLE),
    sample: assessment.sample,
    unit: unit.name,
    creditCode: unit.creditCode ?? '',
    superior: unit.superior,
    industry: unit.industry,
    region: unit.region,
    level: unit.naming.level,
    category: standard.unitCategories.find(({ code }) => code === unit.category)?.title.slice(0, TITLE) ?? '',
    claimedScore,
    selfScore: self.total,
    fullScore: self.fullScore,
    passScore: self.passScore,
    verifiedScore,
    delta: verifiedScore === undefined ? undefined : verifiedScore - self.total,
    survey: survey && surveyPercent(survey),
    fieldVisit,
    comprehensive,
    state: stateOf(review, verified),
    progress: { done: required.length - pending.length, total: required.length },
    eligible,
    findings: findings
      .slice(0, FINDINGS)
      .map((each) => ({ ...each, message: showable(each.message, MESSAGE) })),
    evidence: evidenceCounts(assessment, review),
    sections: sectionsOf(self, report),
    reviewers: review.reviewers,
    conclusion: review.conclusion,
    updatedAt: review.updatedAt,
  };
  return { candidate, verified };
}

/** 已核: nothing pending and no reason owed. 待核: nothing done at all. */
function stateOf(review: Review, { pending, findings }: Verified): CandidateState {
  const owed = findings.some(({ severity }) => severity === 'block');
  if (pending.length === 0 && !owed) return 'done';
  const begun = Object.values(review.entries).some(
    ({ state, reason, evidence }) => state !== 'pending' || reason !== '' || Object.keys(evidence).length > 0,
  );
  return begun ? 'reviewing' : 'pending';
}

/** The unit's own conditions, judged by the day of receipt, and what only the desk can see. */
function eligibilityOf(
  { receipt, assessment, standard }: CandidateParts,
  verified: Verified,
  claimedScore: Points | undefined,
): Pick<Candidate, 'eligible' | 'findings'> {
  const { self, report } = verified;
  const checked = checkEligibility(standard, assessment, self, receipt.receivedOn);
  const deadline = unitDeadline(assessment.campaign);
  const about = (
    code: string,
    severity: AssessmentFinding['severity'],
    message: string,
    item = '',
  ): AssessmentFinding => ({
    code,
    severity,
    item,
    message,
  });
  const own: AssessmentFinding[] = [];
  if (deadline && isLate(assessment.campaign, receipt.receivedOn)) {
    own.push(about('late', 'block', `${receipt.receivedOn}收到，${deadline.label}截止于${deadline.date}`));
  }
  if (claimedScore !== self.total) {
    const stated =
      claimedScore === undefined ? '没有写明自评分' : `写的自评分是${showPoints(claimedScore)}分`;
    own.push(about('claimedScore', 'warn', `包内清单${stated}，按档案数据重算是${showPoints(self.total)}分`));
  }
  for (const { code, title, state } of report.vetoes) {
    const known = self.vetoes.some((veto) => veto.code === code && veto.state === 'applies');
    if (state === 'applies' && !known) {
      own.push(about(`veto.${code}`, 'block', `核验发现存在“${title}”，一票否决，不能推荐`, code));
    }
  }
  const unitFindings = checked.findings.filter(({ code }) => !code.startsWith('deadline.'));
  return {
    eligible: checked.eligible && !own.some(({ severity }) => severity === 'block'),
    findings: [...own, ...unitFindings, ...verified.findings],
  };
}

function evidenceCounts(assessment: Assessment, review: Review): Candidate['evidence'] {
  const counts = { total: 0, accepted: 0, rejected: 0 };
  for (const [code, { evidence }] of Object.entries(assessment.entries)) {
    const decisions = reviewEntryOf(review, code).evidence;
    counts.total += evidence.length;
    for (const sha256 of evidence) {
      const decision = decisions[sha256]?.decision;
      if (decision) counts[decision] += 1;
    }
  }
  return counts;
}

function sectionsOf(self: ScoreReport, verified: ScoreReport): Candidate['sections'] {
  const score = (section: SectionResult | undefined): Points | undefined =>
    section === undefined || section.unscored > 0 ? undefined : section.score;
  return self.sections.map(({ code, title, fullScore, score: own }, index) => ({
    code,
    title: showable(title, TITLE),
    fullScore,
    self: own,
    verified: score(verified.sections[index]),
  }));
}
