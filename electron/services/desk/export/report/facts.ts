import { CANDIDATE_COLUMNS, type TextKey, unseenOf } from '../../../../../shared/review/candidate-columns.ts';
import type { Candidate } from '../../../../../shared/review/candidate.ts';
import { comprehensiveScore, fieldVisitPercent } from '../../../../../shared/review/comprehensive.ts';
import { correctedWords } from '../../../../../shared/review/desk-row.ts';
import { type Correctable } from '../../../../../shared/review/schema.ts';
import { type Verified } from '../../../../../shared/review/verified-score.ts';
import { reachedOf } from '../../../../../shared/review/status.ts';
import { isRecommending } from '../../../../../shared/review/recommending.ts';
import { type Points, showPoints } from '../../../../../shared/values/points.ts';
import { kindWords, lineNameIn } from '../../../../../shared/campaign/words.ts';
import { authorityName } from '../../../../../shared/standard/authority.ts';
import { showable } from '../../../../../shared/values/text.ts';
import { standardLine } from '../desk-view.ts';
import type { ReportInput } from './input.ts';

/** UTF-16 units of remarks in one cell of the cover. */
const REMARKS = 400;

/** What stands on the cover: label and value. */
export function factsOf(
  { candidate, standard, assessment, review, standing }: ReportInput,
  verified: Verified,
): (readonly [string, string])[] {
  const { claimedScore, selfScore, verifiedScore, delta, passScore, timingWords, evidence } = candidate;
  const remarks = [
    ...candidate.remarks.filter((remark) => remark !== timingWords),
    ...(timingWords === '' ? [] : [timingWords]),
  ];
  const comprehensive = comprehensiveScore(assessment.campaign, standard.fullScore, {
    verified: verifiedScore,
    survey: review.survey,
    fieldVisit: fieldVisitPercent(review),
  });
  const score = (value: Points | undefined, missing: string): string =>
    value === undefined ? missing : `${showPoints(value)}分`;
  const stated =
    claimedScore === undefined || claimedScore === selfScore
      ? ''
      : `（包内写的是${showPoints(claimedScore)}分，按数据重算）`;
  const change = delta === undefined || delta === 0 ? '' : `（${delta > 0 ? '+' : ''}${showPoints(delta)}）`;
  const titled = (key: keyof typeof CANDIDATE_COLUMNS, words: string): readonly [string, string] => [
    CANDIDATE_COLUMNS[key].title,
    words,
  ];
  const plain = (key: TextKey) => titled(key, CANDIDATE_COLUMNS[key].value(candidate));
  return [
    plain('unit'),
    ...(candidate.body === '' ? [] : [plain('body')]),
    ...(['superior', 'level', 'category'] as const).map(plain),
    ...(['industry', 'region'] as const).map((key) => titled(key, correctedReason(candidate, key))),
    [kindWords(assessment.campaign).activity, assessment.campaign.title],
    ['标准', `${standardLine(standard)}，${authorityName(standard)}`],
    ['推荐包', `第${candidate.revision}版，${candidate.packageId}`],
    titled('sealCode', candidate.sealCode || '无'),
    ['收到日期', showable(`${candidate.receivedOn}，${[standing.label, ...remarks].join('；')}`, REMARKS)],
    ['核验人', review.reviewers.join('、')],
    titled('selfScore', `${score(selfScore, '')}${stated}`),
    titled(
      'verifiedScore',
      `${score(verifiedScore, `未完成核验，还差${verified.pending.length}项`)}${change}`,
    ),
    ...(assessment.campaign.comprehensive
      ? [titled('comprehensive', score(comprehensive.score, comprehensive.explanation))]
      : []),
    ['基础分', baseWords(candidate)],
    [
      lineNameIn(assessment.campaign, standard),
      [`${showPoints(passScore)}分，${reachedOf(candidate)}`, ...candidate.onlyBy].join('；'),
    ],
    ['合理缺项', candidate.gaps || '没有'],
    [
      isRecommending(standard, assessment.campaign) ? CANDIDATE_COLUMNS.eligible.title : '依据',
      standing.eligibility,
    ],
    [
      '佐证材料',
      `${evidence.total}件次，认可${evidence.accepted}，不予认可${evidence.rejected}，未看${unseenOf(candidate)}`,
    ],
  ];
}

/** As counted, what the unit wrote and why that was corrected. */
function correctedReason(candidate: Candidate, field: Correctable): string {
  const reason = candidate.corrected[field]?.reason;
  return `${correctedWords(candidate, field)}${reason === undefined ? '' : `，更正理由：${reason}`}`;
}

function baseWords({ base: { self, verified } }: Candidate): string {
  return `自评${showPoints(self)}分${verified === undefined ? '' : `，核验${showPoints(verified)}分`}`;
}
