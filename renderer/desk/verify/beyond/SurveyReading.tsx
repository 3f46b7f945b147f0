import { Modal } from 'antd';
import type { CallOutput } from '../../../../shared/contract/contract.ts';
import { surveyPercent } from '../../../../shared/review/comprehensive.ts';
import type { Survey } from '../../../../shared/review/schema.ts';
import { showPoints } from '../../../../shared/values/points.ts';

interface Props {
  readonly read: CallOutput<'readSurvey'>;
  /** What is filled in now. */
  readonly survey: Survey | undefined;
  readonly onRefuse: () => void;
  readonly onAdopt: () => void;
}

/** Asks before the numbers of a table replace those that are there. */
export function SurveyReading({ read, survey, onRefuse, onAdopt }: Props) {
  return (
    <Modal
      open
      title="采用表格里的结果？"
      okText="采用"
      cancelText="不采用"
      onCancel={onRefuse}
      onOk={onAdopt}
    >
      <p>
        样本 {read.sample}，满意 {read.satisfied}
        {read.sample > 0 && read.satisfied <= read.sample && (
          <>
            ，满意率 <strong>{showPoints(surveyPercent({ ...read, date: '', by: '' }))}%</strong>
          </>
        )}
      </p>
      <p>{read.explanation}</p>
      {survey && (
        <p>
          现在填的是样本 {survey.sample}、满意 {survey.satisfied}，采用后会换掉，可以撤销。
        </p>
      )}
    </Modal>
  );
}
