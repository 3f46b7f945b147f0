import { Alert, Card } from 'antd';
import {
  comprehensiveScore,
  fieldVisitPercent,
  surveyPercent,
  weightsSentence,
} from '../../../../shared/review/comprehensive.ts';
import { showPoints } from '../../../../shared/values/points.ts';
import { useOpenCandidate, useVerified } from '../../../state/review-derived.ts';
import './beyond.css';

/** 综合评价 by the weights that the campaign states; where it states none, there is no such part (`partsFor`). */
export function ComprehensivePart() {
  const { assessment, standard, review } = useOpenCandidate();
  const { verifiedScore } = useVerified().verified;
  const { campaign } = assessment;
  const weights = campaign.comprehensive;
  const { survey } = review;
  const visit = fieldVisitPercent(review);
  const { score, explanation } = comprehensiveScore(campaign, standard.fullScore, {
    verified: verifiedScore,
    survey,
    fieldVisit: visit,
  });
  const percent = (value: number | undefined): string =>
    value === undefined ? '还没有' : `${showPoints(value)}%`;
  const rows = [
    {
      part: '核验得分',
      weight: weights?.verified,
      result: verifiedScore === undefined ? '还没有' : `${showPoints(verifiedScore)} 分`,
    },
    { part: '满意度调查', weight: weights?.survey, result: percent(survey && surveyPercent(survey)) },
    { part: '实地核验', weight: weights?.fieldVisit, result: percent(visit) },
  ];
  return (
    <div className="ui-page">
      <h2 className="verify-title">综合评价</h2>
      <Alert type="info" showIcon title={weightsSentence(campaign)} />
      <Card size="small">
        <p role="status" aria-label="综合评价得分">
          {score === undefined ? (
            <span>还算不出来：{explanation}</span>
          ) : (
            <>
              <strong className="beyond-large">{showPoints(score)} 分</strong>{' '}
              <span className="ui-muted">{weights && explanation}</span>
            </>
          )}
        </p>
        <table className="ui-terms">
          <thead>
            <tr>
              <th scope="col">部分</th>
              <th scope="col">权重</th>
              <th scope="col">结果</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ part, weight, result }) => (
              <tr key={part}>
                <th scope="row">{part}</th>
                <td>{weights ? (weight === undefined ? '不计入' : `${showPoints(weight)}%`) : '没有规定'}</td>
                <td>{result}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Card>
    </div>
  );
}
