import { Alert, Form, Modal, Select } from 'antd';
import { useCallback, useState } from 'react';
import type { RatioItem } from '../../shared/contract/contract.ts';
import type { Ratio } from '../../shared/registers/kind.ts';
import { ledgerNamed, registerOf, type RegisterName } from '../../shared/registers/kinds.ts';
import { showShare } from '../../shared/registers/share.ts';
import { useOpenYear, useYear } from '../state/year-store.ts';
import { call } from '../ui/call/client.ts';
import { useAnswer, useCall } from '../ui/call/use-call.ts';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { useReturnFocus } from '../ui/use-return-focus.ts';

const listAssessments = async () =>
  (await call('listAssessments', {})).assessments.filter(({ problem }) => !problem);

interface Props {
  readonly name: RegisterName;
  readonly ratio: Ratio;
  readonly onClose: () => void;
}

/** The user says into which item of which assessment; what is counted here and asked for there stand side by side. */
export function FillRatio({ name, ratio, onClose }: Props) {
  useReturnFocus();
  const { value } = useOpenYear();
  const { value: assessments, failure: unlisted } = useAnswer(listAssessments);
  const [chosenId, setChosenId] = useState<string>();
  const assessmentId = chosenId ?? assessments?.[0]?.id;
  const ask = useCallback(
    () => (assessmentId === undefined ? Promise.resolve(undefined) : call('ratioItems', { assessmentId })),
    [assessmentId],
  );
  const { value: found, failure: unread } = useAnswer(ask);
  const [code, setCode] = useState<string>();
  const item = found?.items.find((each) => each.code === code);
  const { busy, failure, run } = useCall();
  const fill = async () => {
    if (!item || assessmentId === undefined) return;
    const { saved, reload } = useYear.getState();
    const done = await run(async () => {
      await saved();
      return call('fillRatio', {
        id: value.id,
        register: name,
        ratio: ratio.code,
        assessmentId,
        code: item.code,
      });
    });
    if (!done) return;
    await reload();
    onClose();
  };
  return (
    <Modal
      open
      title={`把${ratio.label}填入自评`}
      okText="填入"
      okButtonProps={{ disabled: !item }}
      confirmLoading={busy}
      onOk={() => void fill()}
      onCancel={onClose}
    >
      <FailureNotice failure={failure ?? unread ?? unlisted} />
      <Form layout="vertical">
        <Form.Item label="哪一份自评" htmlFor="fill-assessment">
          <Select
            id="fill-assessment"
            value={assessmentId}
            placeholder={assessments?.length === 0 ? '还没有自评，请先在首页新建' : '请选择'}
            options={(assessments ?? []).map(({ id, unit, standardTitle, standardEdition, sample }) => ({
              value: id,
              label: `${unit || '未录入单位名称'}${sample ? '（示例）' : ''}　${standardTitle} ${standardEdition}`,
            }))}
            onChange={(id: string) => {
              setChosenId(id);
              setCode(undefined);
            }}
          />
        </Form.Item>
        <Form.Item label="哪一个评分项（只列按比例计分的）" htmlFor="fill-item">
          <Select
            id="fill-item"
            value={code}
            placeholder={found?.items.length === 0 ? '这个标准没有按比例计分的项' : '请选择'}
            options={(found?.items ?? []).map((each) => ({
              value: each.code,
              label: `${each.code} ${each.title}`,
            }))}
            onChange={setCode}
          />
        </Form.Item>
      </Form>
      {item && <SideBySide name={name} ratio={ratio} item={item} />}
      {found && found.basis !== 'official' && (
        <Alert
          type="info"
          showIcon
          title={
            found.basis === 'reference'
              ? '这份自评按参考标准计分，得分只供自查。'
              : '这份自评按自定义标准计分，得分只供自查。'
          }
        />
      )}
    </Modal>
  );
}

function SideBySide({ name, ratio, item }: { name: RegisterName; ratio: Ratio; item: RatioItem }) {
  const { numerator, denominator, counted } = ratio;
  return (
    <table className="registers-months">
      <thead>
        <tr>
          <th />
          <th>评分项要的是</th>
          <th>{ledgerNamed(registerOf(name).label)}统计的是</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th>分子</th>
          <td>{item.numerator}</td>
          <td>
            {counted.numerator}：{numerator}
          </td>
        </tr>
        <tr>
          <th>分母</th>
          <td>{item.denominator}</td>
          <td>
            {counted.denominator}：{denominator}
          </td>
        </tr>
        <tr>
          <th>填写</th>
          <td>
            {item.now ? `现在是 ${item.now.numerator} ÷ ${item.now.denominator}，将被替换` : '现在还没有填'}
          </td>
          <td>{showShare(numerator, denominator)}</td>
        </tr>
      </tbody>
    </table>
  );
}
