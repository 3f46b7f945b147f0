import { Tag, Tooltip } from 'antd';
import { lineSentence, officialNeeded } from '../../../shared/eligibility/verdict.ts';
import { resultName } from '../../../shared/review/comprehensive.ts';
import { reachedOf } from '../../../shared/review/status.ts';
import { zeroes } from '../../../shared/scoring/total.ts';
import { lineNameIn } from '../../../shared/campaign/words.ts';
import { basisOf, byWords, ratedOf } from '../../../shared/standard/basis.ts';
import { showPoints } from '../../../shared/values/points.ts';
import { useOpenCandidate, useVerified } from '../../state/review-derived.ts';
import { showSigned } from './show-score.ts';
import { deltaSoFar } from './items/marks.ts';
import { useStandingOf } from '../use-ranked.ts';
import { StatusTag, VerdictTag } from '../verdict.tsx';

/** Whose package it is, and both scores. */
export function VerifyTitle() {
  const { candidate } = useVerified();
  const ranked = useStandingOf(candidate.key);
  return (
    <>
      <div className="verify-unit">
        <div>
          <strong title={candidate.unit}>{candidate.unit || '（未录入单位名称）'}</strong>
          {ranked ? (
            <StatusTag ranked={ranked} />
          ) : (
            <VerdictTag verdict={candidate.verdict} checked={candidate.checked} />
          )}
          {candidate.sample && <Tag color="purple">示例</Tag>}
        </div>
        <div className="ui-muted">
          封签码 <span className="verify-seal">{candidate.sealCode || '无'}</span>，第 {candidate.revision}{' '}
          版，
          {candidate.receivedOn} 收到
        </div>
      </div>
      <Scores />
    </>
  );
}

function Scores() {
  const { review } = useOpenCandidate();
  const { candidate, verified } = useVerified();
  const { selfScore, claimedScore, verifiedScore, delta, base } = candidate;
  const raised = claimedScore !== undefined && claimedScore !== selfScore;
  return (
    <dl className="verify-scores" aria-label="自评与核验得分">
      <div>
        <dt>自评</dt>
        <dd>
          {showPoints(selfScore)}
          {raised && (
            <Tooltip title="包内清单写的自评分与按档案数据重算的不一致，以重算为准">
              <Tag color="red" tabIndex={0}>
                包内写 {showPoints(claimedScore)}
              </Tag>
            </Tooltip>
          )}
        </dd>
      </div>
      <div>
        <dt>{verifiedScore === undefined ? '已核部分' : '核验'}</dt>
        <dd title={base.verified === undefined ? undefined : `基础分 ${showPoints(base.verified)} 分`}>
          {showPoints(verifiedScore ?? verified.report.total)}
        </dd>
      </div>
      <div>
        <dt>{delta === undefined ? '已核各项相差' : '相差'}</dt>
        <dd>{showSigned(delta ?? deltaSoFar(review, verified))}</dd>
      </div>
      <Reached />
    </dl>
  );
}

/** As every list says it, and by which standard; without what the line would not be reached stands behind it. */
function Reached() {
  const { standard, assessment } = useOpenCandidate();
  const { candidate, verified } = useVerified();
  const { passScore, verifiedScore } = candidate;
  const onlyBy = verifiedScore === undefined ? [] : candidate.onlyBy;
  const isZeroed = verified.report.vetoes.some(zeroes);
  const reached = reachedOf(candidate);
  const result =
    reached === '未完成核验'
      ? [byWords(standard), reached].filter((words) => words !== '').join('，')
      : `${byWords(standard)}${resultName(assessment.campaign)}${reached}${lineNameIn(assessment.campaign, standard)} ${showPoints(passScore)} 分`;
  return (
    <div className="verify-reached">
      {isZeroed ? (
        <span className="desk-wrong">
          {lineSentence(ratedOf(standard), { total: 0, passScore, isZeroed }, assessment.campaign)}
        </span>
      ) : (
        <span className="ui-muted">{[result, ...onlyBy].join('；')}</span>
      )}
      {basisOf(standard) !== 'official' && (
        <span className="ui-muted">{officialNeeded(assessment.campaign)}</span>
      )}
    </div>
  );
}
