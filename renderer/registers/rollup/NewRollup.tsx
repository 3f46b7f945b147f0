import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { call } from '../../ui/call/client.ts';
import { useHost } from '../../ui/call/host-store.ts';
import { useCall } from '../../ui/call/use-call.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { YearField } from '../YearField.tsx';

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
        <YearField
          id="new-rollup-year"
          year={year}
          setYear={setYear}
          extra="只收这一年的进度表；建好以后不能改。"
        />
      </Form>
    </Modal>
  );
}
