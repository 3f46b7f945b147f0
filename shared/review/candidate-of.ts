import { officeTitles } from '../campaign/words.ts';
import type { Assessment } from '../assessment/schema.ts';
import { categoryOf } from '../assessment/category.ts';
import { uncountedMaterials } from '../eligibility/campaign-conditions.ts';
import { onlyBySentences, vetoSentences } from '../eligibility/verdict.ts';
import { type Points, parsePoints } from '../values/points.ts';
import type { ScoreReport, SectionResult } from '../scoring/types.ts';
import { showable } from '../values/text.ts';
import type { CandidateParts } from './candidate-parts.ts';
import type { Candidate, CandidateState } from './candidate.ts';
import { comprehensiveScore, fieldVisitPercent, surveyPercent } from './comprehensive.ts';
import { eligibilityOf } from './desk-findings.ts';
import { gapsLine, gapsStateOf } from './gaps.ts';
import { isChecked } from './receipt.ts';
import { suspicionsOf } from './receive.ts';
import { type Review, reviewEntryOf } from './schema.ts';
import { STANDARD_REMARK } from './standard-match.ts';
import { type Verified, verifyScore } from './verified-score.ts';

/** Suspicions that a row names; the receipt has them all. */
const SUSPICIONS = 50;
/** Titles of a package's own standard, findings about it (UTF-16 units). */
const TITLE = 200;
const MESSAGE = 500;
const FINDINGS = 1000;

/**
 * One row of the desk's table. Scores and eligibility are recomputed from the data by the desk's campaign; what
 * the package says of itself is only compared with them. Pure.
 */
export function candidateOf(parts: CandidateParts): { candidate: Candidate; verified: Verified } {
  const { receipt, assessment, standard, review } = parts;
  const { unit, campaign } = assessment;
  const verified = verifyScore(standard, parts);
  const { self, report, verifiedScore, required, pending } = verified;
  const claimedScore = parsePoints(receipt.verification.selfScore);
  const survey = review.survey;
  const fieldVisit = fieldVisitPercent(review);
  const { score: comprehensive } = comprehensiveScore(campaign, standard.fullScore, {
    verified: verifiedScore,
    survey,
    fieldVisit,
  });
  const state = stateOf(review, verified);
  const result = state === 'done' ? (campaign.comprehensive ? comprehensive : verifiedScore) : undefined;
  const { findings, ...verdict } = eligibilityOf(parts, verified, { claimedScore, result });
  const shown = verifiedScore === undefined ? self : report;
  const candidate: Candidate = {
    key: receipt.key,
    fileName: receipt.fileName,
    ...judgedNow(parts),
    receivedOn: receipt.receivedOn,
    receivedAt: receipt.receivedAt,
    // By the desk (`rowsOn`), which may be handed to another office.
    ...{ timing: 'inTime', timingWords: '', body: '', alsoBodies: [], corrected: {} },
    draft: receipt.verification.draft,
    suspicions: suspicionsOf(receipt.verification).slice(0, SUSPICIONS),
    checked: isChecked(receipt),
    packageId: receipt.packageId,
    assessmentId: receipt.assessmentId,
    revision: receipt.verification.revision,
    sealCode: receipt.verification.sealCode ?? '',
    standardContent: parts.standardContent,
    standardLine: showable(`${standard.title}（${standard.edition}）`, TITLE),
    sample: assessment.sample,
    unit: unit.name,
    creditCode: unit.creditCode ?? '',
    superior: unit.superior,
    industry: unit.industry,
    region: unit.region,
    level: unit.naming.level,
    cultivation: cultivationOf(assessment),
    office: officeTitles(assessment.campaign),
    uncounted: [...uncountedMaterials(assessment).values()],
    category: categoryOf(standard, unit).slice(0, TITLE),
    claimedScore,
    selfScore: self.total,
    fullScore: self.fullScore,
    passScore: self.passScore,
    verifiedScore,
    delta: verifiedScore === undefined ? undefined : verifiedScore - self.total,
    survey: survey && surveyPercent(survey),
    fieldVisit,
    comprehensive,
    result,
    base: { self: self.base, verified: verifiedScore === undefined ? undefined : report.base },
    onlyBy: onlyBySentences(shown),
    vetoes: vetoSentences(standard, shown),
    gaps: gapsLine(shown.gaps, gapsStateOf(shown.gaps, verifiedScore === undefined ? {} : review)),
    state,
    progress: { done: required.length - pending.length, total: required.length },
    ...verdict,
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

function cultivationOf({ campaign, unit }: Assessment): string {
  if (!campaign.cultivation) return '';
  const { document = '', date = '' } = unit.cultivation ?? {};
  return [document, date].filter((part) => part !== '').join('，');
}

/** Earlier versions told standards apart by their bytes: what they called another one may be the desk's own. */
function judgedNow({ receipt, isDesks }: CandidateParts): Pick<Candidate, 'verdict' | 'remarks'> {
  const { verdict, remarks, verification } = receipt;
  if (verdict !== 'wrong-standard' || !isDesks) return { verdict, remarks };
  return {
    verdict: verification.draft ? 'draft' : 'accepted',
    remarks: remarks.filter((remark) => !remark.startsWith(STANDARD_REMARK)),
  };
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
