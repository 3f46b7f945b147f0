import { useAnswer } from '../ui/call/use-call.ts';
import { Form, Modal, Select } from 'antd';
import { useCallback, useState } from 'react';
import type { AssessmentSummary, CallOutput } from '../../shared/contract/contract.ts';
import { authorityName } from '../../shared/standard/authority.ts';
import { call } from '../ui/call/client.ts';
import { runJob } from '../ui/call/jobs.ts';
import { DiffTable } from '../ui/DiffTable.tsx';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { ProgressModal } from '../ui/ProgressModal.tsx';
import { useJob } from '../ui/call/use-job.ts';
import { useReturnFocus } from '../ui/use-return-focus.ts';
import { unitName } from './row-words.ts';

const listStandards = async () => (await call('listStandards', {})).standards;

interface Props {
  assessment: AssessmentSummary;
  onClose: () => void;
  /** The new assessment is made: it is to be opened. */
  onCarried: (id: string) => Promise<void>;
}

/** 转到新版标准: shows first what would become of every item; the assessment itself is never touched. */
export function CarryOverDialog({ assessment, onClose, onCarried }: Props) {
  useReturnFocus();
  const { id, standardTitle, standardEdition } = assessment;
  const [standardId, setStandardId] = useState<string>();
  const { value: library, failure: unlisted } = useAnswer(listStandards);
  const standards = library?.filter(
    ({ title, edition }) => title !== standardTitle || edition !== standardEdition,
  );
  const previewOf = useCallback(
    async () => (standardId === undefined ? undefined : call('previewCarryOver', { id, standardId })),
    [id, standardId],
  );
  const { value: shown, failure } = useAnswer(previewOf);
  const job = useJob('转到新版标准');

  const carryOver = async () => {
    if (standardId === undefined) return;
    const made = await job.run((options) => runJob('open', call('carryOver', { id, standardId }), options));
    if (!made) return;
    onClose();
    await onCarried(made.id);
  };

  return (
    <Modal
      open
      width={1000}
      title={`转到新版标准：${unitName(assessment)}`}
      okText="转入"
      okButtonProps={{ disabled: !shown }}
      onOk={() => void carryOver()}
      onCancel={onClose}
    >
      <FailureNotice failure={unlisted ?? failure} />
      <FailureNotice failure={job.failure} onClose={job.dismiss} />
      <p>
        现用标准：{standardTitle} {standardEdition}。转入后另建一份自评，原来的自评和佐证材料不动。
      </p>
      {standards?.length === 0 ? (
        <p>标准库里没有其他标准，请先在“标准库”导入或另存新版。</p>
      ) : (
        <Form component="div" layout="vertical">
          <Form.Item label="转到" htmlFor="carry-over-standard">
            <Select
              id="carry-over-standard"
              placeholder="选择标准和版本"
              value={standardId}
              options={standards?.map((standard) => ({
                value: standard.id,
                label: `${standard.title} ${standard.edition}（${authorityName(standard)}）`,
              }))}
              onChange={setStandardId}
            />
          </Form.Item>
        </Form>
      )}
      {shown && (
        <>
          <p role="status">{outcome(shown)}</p>
          <DiffTable key={standardId} diff={shown.diff} />
        </>
      )}
      <ProgressModal title="转到新版标准" progress={job.progress} onCancel={job.cancel} />
    </Modal>
  );
}

function outcome({ kept, toConfirm, toScore, gone }: CallOutput<'previewCarryOver'>): string {
  const anew = toScore > 0 ? `（其中${toScore}项须重新评分）` : '';
  return `已填的内容：${kept}项直接沿用，${toConfirm}项沿用后待确认${anew}，${gone}项在新版里没有，其佐证材料仍保留。`;
}
