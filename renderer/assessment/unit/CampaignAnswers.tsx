import { Button, Form, Radio } from 'antd';
import { askedOf, kindWords } from '../../../shared/campaign/words.ts';
import { own } from '../../../shared/values/own.ts';
import { showSource } from '../../ui/show.ts';
import { useAssessment } from '../../state/assessment-store.ts';
import { useOpen } from '../../state/derived.ts';

/** What the notice states besides the line and the naming: the unit answers each by yes or no. */
export function CampaignAnswers() {
  const { campaign, answers = {} } = useOpen().assessment;
  const edit = useAssessment((state) => state.edit);
  const questions = [
    ...askedOf(campaign).conditions.map((each) => ({ ...each, what: '条件' })),
    ...askedOf(campaign).vetoes.map((each) => ({ ...each, what: '否决事项' })),
  ];
  if (questions.length === 0) return null;
  return (
    <Form.Item label={`${kindWords(campaign).name}的其他条件，请如实回答`}>
      {questions.map(({ code, title, what, source }) => {
        const answer = own(answers, code);
        return (
          <div key={code} className="unit-answer">
            <span>
              {what}：{title}
              <span className="ui-muted"> {showSource(source)}</span>
            </span>
            <Radio.Group
              aria-label={title}
              value={answer}
              options={[
                { value: true, label: '是' },
                { value: false, label: '否' },
              ]}
              onChange={({ target }) => void edit({ kind: 'answer', code, answer: target.value === true })}
            />
            <Button
              type="text"
              size="small"
              disabled={answer === undefined}
              aria-label={`清除回答：${title}`}
              onClick={() => void edit({ kind: 'answer', code, answer: null })}
            >
              清除
            </Button>
          </div>
        );
      })}
    </Form.Item>
  );
}
