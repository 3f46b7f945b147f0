import { Alert, Form, Select } from 'antd';
import { useOpenYear, useYear } from '../state/year-store.ts';
import { call } from '../ui/call/client.ts';
import { useAnswer } from '../ui/call/use-call.ts';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { useAssessmentItems } from './assessment-items.tsx';

const listAssessments = async () =>
  (await call('listAssessments', {})).assessments.filter(({ problem }) => !problem);

/** With which assessment of the data folder the year is connected; one that is gone is told, and nothing is lost. */
export function ConnectedAssessment() {
  const { assessment } = useOpenYear().value;
  const { failure, retry } = useAssessmentItems();
  const { value: listed, failure: unlisted } = useAnswer(listAssessments);
  const options = (listed ?? []).map(({ id, unit, standardTitle, standardEdition, sample }) => ({
    value: id,
    label: `${unit || '未录入单位名称'}${sample && !unit.includes('示例') ? '（示例）' : ''}　${standardTitle} ${standardEdition}`,
  }));
  const isListed = options.some(({ value }) => value === assessment?.id);
  const isGone = assessment !== undefined && failure?.code === 'assessment-unknown';
  const connect = (id?: string) => {
    const chosen = options.find(({ value }) => value === id);
    const title = chosen?.label.slice(0, 400) ?? '';
    void useYear
      .getState()
      .edit({ kind: 'connect', assessment: chosen ? { id: chosen.value, title } : null });
  };
  return (
    <>
      <Form.Item className="registers-connect" label="对应的自评" htmlFor="year-assessment">
        <Select
          id="year-assessment"
          allowClear
          value={assessment?.id}
          placeholder={listed?.length === 0 ? '还没有自评，请先在首页新建' : '没有选'}
          options={[
            ...options,
            ...(assessment && !isListed
              ? [{ value: assessment.id, label: `${assessment.title}${isGone ? '（找不到）' : ''}` }]
              : []),
          ]}
          onChange={connect}
        />
      </Form.Item>
      {isGone ? (
        <Alert
          type="warning"
          showIcon
          title={`数据文件夹里找不到对应的自评“${assessment.title}”。`}
          description="选好的评分项都还留着，只是看不到分数。请把这份自评放回数据文件夹，或者另选一份。"
        />
      ) : (
        <FailureNotice failure={failure} onRetry={() => void retry()} />
      )}
      <FailureNotice failure={unlisted} />
    </>
  );
}
