import { useCall } from '../../../ui/call/use-call.ts';
import { useState } from 'react';
import { Button, Card, Form } from 'antd';
import { ImportOutlined } from '@ant-design/icons';
import { surveyPercent } from '../../../../shared/review/comprehensive.ts';
import type { CallOutput } from '../../../../shared/contract/contract.ts';
import type { Survey } from '../../../../shared/review/schema.ts';
import { showPoints } from '../../../../shared/values/points.ts';
import { call } from '../../../ui/call/client.ts';
import type { ChosenFile } from '../../../ui/call/files.ts';
import { DateInput } from '../../../ui/fields/DateInput.tsx';
import { FieldScope, useDropLine } from '../../../ui/fields/drafts.tsx';
import { TextInput } from '../../../ui/fields/TextInput.tsx';
import { useFileTarget } from '../../../ui/intake/targets.ts';
import { FailureNotice } from '../../../ui/FailureNotice.tsx';
import { FilePickButton } from '../../../ui/FilePickButton.tsx';
import { useOpenCandidate } from '../../../state/review-derived.ts';
import { useReview } from '../../../state/review-store.ts';
import { SurveyNumbers } from './SurveyNumbers.tsx';
import { SurveyReading } from './SurveyReading.tsx';
import './beyond.css';

function change(survey: Partial<Survey>): Promise<boolean> {
  return useReview.getState().edit({ kind: 'setSurvey', survey });
}

/** 第三方满意度调查: the two numbers, and who asked when. */
export function SurveyPart() {
  const survey = useOpenCandidate().review.survey;
  const [read, setRead] = useState<CallOutput<'readSurvey'>>();
  /** Numbers from elsewhere: what was typed and not counted is forgotten. */
  const dropLine = useDropLine();
  const { failure, run, dismiss } = useCall();
  const importFile = async (file: ChosenFile): Promise<void> => {
    const found = await run(async () => call('readSurvey', { token: await file.offer() }));
    if (found) setRead(found);
  };
  useFileTarget('screen', () => ({
    words: '松开，读取满意度调查表（.xlsx）',
    take: ([file]) => file && void importFile(file),
  }));
  return (
    <div className="ui-page">
      <div className="ui-page-title">
        <h2>第三方满意度调查</h2>
        <FilePickButton
          label="从表格导入"
          icon={<ImportOutlined aria-hidden />}
          purpose="survey"
          onFiles={([file]) => file && void importFile(file)}
        />
      </div>
      <FailureNotice failure={failure} onClose={dismiss} />
      <Card size="small">
        <FieldScope name="survey">
          <SurveyNumbers
            survey={survey}
            onNumbers={({ sample, satisfied }) => void change({ sample, satisfied })}
          />
        </FieldScope>
        <SurveyPercent survey={survey} />
        {survey && <SurveyOrigin survey={survey} />}
        {survey && (
          <Button
            onClick={() => {
              dropLine('survey');
              void useReview.getState().edit({ kind: 'setSurvey', survey: null });
            }}
          >
            清除调查结果
          </Button>
        )}
      </Card>
      {read && (
        <SurveyReading
          read={read}
          survey={survey}
          onRefuse={() => setRead(undefined)}
          onAdopt={() => {
            setRead(undefined);
            dropLine('survey');
            void change({ sample: read.sample, satisfied: read.satisfied });
          }}
        />
      )}
    </div>
  );
}

/** 满意率, and what it comes from. */
function SurveyPercent({ survey }: { readonly survey: Survey | undefined }) {
  return (
    <p role="status" aria-label="满意率">
      {survey ? (
        <>
          满意率 <strong className="beyond-large">{showPoints(surveyPercent(survey))}%</strong>
          <span className="ui-muted">
            {' '}
            = {survey.satisfied} ÷ {survey.sample}，四舍五入到 0.01%
          </span>
        </>
      ) : (
        <span className="ui-muted">还没有调查结果</span>
      )}
    </p>
  );
}

/** Who asked, and when. */
function SurveyOrigin({ survey }: { readonly survey: Survey }) {
  return (
    <Form component="div" layout="vertical" className="ui-form-grid">
      <DateInput id="survey-date" label="调查日期" value={survey.date} commit={(date) => change({ date })} />
      <Form.Item label="调查方" htmlFor="survey-by">
        <TextInput
          id="survey-by"
          value={survey.by}
          maxLength={100}
          placeholder="做调查的第三方"
          commit={(by) => change({ by: by.trim() })}
        />
      </Form.Item>
    </Form>
  );
}
