import { Alert, Button } from 'antd';
import { type Feedback, ratedIn } from '../../../shared/assessment/feedback.ts';
import type { Campaign } from '../../../shared/campaign/schema.ts';
import { kindWords, lineNameBy } from '../../../shared/campaign/words.ts';
import { type Rated, wordsOfBasis } from '../../../shared/standard/basis.ts';
import { showPoints } from '../../../shared/values/points.ts';
import { useAssessment } from '../../state/assessment-store.ts';
import { useOpen } from '../../state/derived.ts';

/** What the office sent back on an earlier revision; the items say more in 逐项自评. */
export function FeedbackNote() {
  const { assessment, standard } = useOpen();
  const { feedback } = assessment;
  const edit = useAssessment((state) => state.edit);
  if (!feedback) return null;
  const rated = ratedIn(feedback, standard);
  return (
    <Alert
      type={feedback.problems.length === 0 ? 'info' : 'warning'}
      showIcon
      title={`${feedback.from}对第 ${feedback.revision} 版的核验反馈（${feedback.date}）：${scores(feedback, rated, assessment.campaign)}`}
      description={
        <>
          {feedback.problems.map((problem) => (
            <div key={problem}>
              {rated.basis === 'official' ? kindWords(assessment.campaign).fails : '核验发现'}：{problem}
            </div>
          ))}
          {feedback.notes.map((note) => (
            <div key={note}>{note}</div>
          ))}
          {feedback.conclusion !== '' && <div>{feedback.conclusion}</div>}
          <div>
            {feedback.items.length === 0
              ? feedback.verifiedScore === undefined
                ? '已核验的各项没有意见。'
                : '各项没有意见。'
              : `${feedback.items.length} 项有意见，见“逐项自评”。原来的填写都在，修改后再导出就是新的一版。`}
          </div>
        </>
      }
      action={<Button onClick={() => void edit({ kind: 'setFeedback', feedback: null })}>收起反馈</Button>}
    />
  );
}

function scores(
  { selfScore, verifiedScore, passScore }: Feedback,
  rated: Rated,
  campaign: Pick<Campaign, 'kind'>,
): string {
  const { by } = wordsOfBasis(rated);
  const line = lineNameBy(campaign, rated.basis);
  const verified = verifiedScore === undefined ? '未完成核验' : `核验 ${showPoints(verifiedScore)} 分`;
  return `${by}自评 ${showPoints(selfScore)} 分，${verified}，${line} ${showPoints(passScore)} 分`;
}
