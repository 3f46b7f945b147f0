import { Alert, Button, Card, Form, Select } from 'antd';
import { showPoints } from '../../../../shared/values/points.ts';
import { useOpenCandidate, useVerified } from '../../../state/review-derived.ts';
import { useReview } from '../../../state/review-store.ts';
import { isOwed } from '../items/marks.ts';
import { TextInput } from '../../../ui/fields/TextInput.tsx';

/** 核验结论 and the evaluators, with what is still open said beforehand. */
export function ConclusionPart() {
  const { review } = useOpenCandidate();
  const { verified } = useVerified();
  const { edit, goTo } = useReview.getState();
  const { pending, verifiedScore, report } = verified;
  const owed = verified.findings.filter(isOwed);
  const open = pending[0] ?? owed[0]?.item;
  return (
    <div className="ui-page">
      <h2 className="verify-title">核验结论</h2>
      {open === undefined && verifiedScore !== undefined ? (
        <Alert
          type="success"
          showIcon
          title={`各项都已核验，核验分 ${showPoints(verifiedScore)} 分（${
            verifiedScore >= report.passScore ? '已达' : '未达'
          } ${showPoints(report.passScore)} 分线）`}
        />
      ) : (
        <Alert
          type="warning"
          showIcon
          title={`还有 ${pending.length} 项待核，${owed.length} 处缺理由`}
          action={<Button onClick={() => goTo('items', open)}>去核验</Button>}
        />
      )}
      <Card size="small">
        <Form component="div" layout="vertical">
          <Form.Item label="核验结论" htmlFor="conclusion">
            <TextInput
              lines={{ min: 5, max: 12 }}
              maxLength={5000}
              id="conclusion"
              value={review.conclusion}
              placeholder="对该单位的总体意见"
              commit={(conclusion) => edit({ kind: 'setConclusion', conclusion })}
            />
          </Form.Item>
          <Form.Item label="核验人（写好一个名字按回车）" htmlFor="reviewers">
            <Select
              id="reviewers"
              mode="tags"
              open={false}
              suffixIcon={null}
              tokenSeparators={['、', '，', ',', ';', '；']}
              value={review.reviewers}
              onChange={(names: string[]) =>
                void edit({
                  kind: 'setReviewers',
                  reviewers: names.map((name) => name.trim().slice(0, 50)).filter((name) => name !== ''),
                })
              }
            />
          </Form.Item>
        </Form>
      </Card>
    </div>
  );
}
