import { Tag, Tooltip } from 'antd';
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
  const { selfScore, claimedScore, verifiedScore, delta, passScore } = candidate;
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
        <dd>{showPoints(verifiedScore ?? verified.report.total)}</dd>
      </div>
      <div>
        <dt>{delta === undefined ? '已核各项相差' : '相差'}</dt>
        <dd>{showSigned(delta ?? deltaSoFar(review, verified))}</dd>
      </div>
      {verifiedScore !== undefined && (
        <span className="ui-muted">
          {verifiedScore >= passScore ? '已达' : '未达'} {showPoints(passScore)} 分
        </span>
      )}
    </dl>
  );
}
