import { Form, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { call } from '../../ui/call/client.ts';
import { useHost } from '../../ui/call/host-store.ts';
import { useCall } from '../../ui/call/use-call.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { useReturnFocus } from '../../ui/use-return-focus.ts';

interface Props {
  readonly onClose: () => void;
  readonly onCreated: (id: string) => Promise<void>;
}

/** A roll-up: whose, of which year. */
export function NewRollup({ onClose, onCreated }: Props) {
  useReturnFocus();
  const today = useHost((state) => state.info?.today ?? '');
  const [office, setOffice] = useState('');
  const [year, setYear] = useState(Number(today.slice(0, 4)) || 2026);
  const { busy, failure, run } = useCall();
  const create = async () => {
    const made = await run(() => call('createRollup', { office: office.trim(), year }));
    if (!made) return;
    onClose();
    await onCreated(made.id);
  };
  return (
    <Modal
      open
      title="新建年度任务汇总"
      okText="新建"
      cancelText="取消"
      confirmLoading={busy}
      onOk={() => void create()}
      onCancel={onClose}
    >
      <FailureNotice failure={failure} />
      <Form layout="vertical">
        <Form.Item label="办公室名称" htmlFor="new-rollup-office">
          <Input
            id="new-rollup-office"
            value={office}
            maxLength={100}
            placeholder="如：示例市法治政府建设领导小组办公室"
            onChange={({ target }) => setOffice(target.value)}
            onPressEnter={() => void create()}
          />
        </Form.Item>
        <Form.Item label="年份" htmlFor="new-rollup-year" extra="只收这一年的进度表；建好以后不能改。">
          <InputNumber
            id="new-rollup-year"
            value={year}
            min={1949}
            max={2999}
            precision={0}
            onChange={(value) => setYear(value ?? year)}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
