import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import type { RollupSummary } from '../../../shared/contract/contract.ts';
import { rollupTitle } from '../../../shared/registers/rollup/schema.ts';
import { nameKey } from '../../../shared/registers/rollup/units.ts';
import { readYear } from '../../../shared/registers/year/read-year.ts';
import { call } from '../../ui/call/client.ts';
import { useHost } from '../../ui/call/host-store.ts';
import { useCall } from '../../ui/call/use-call.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { SameAlready } from '../SameAlready.tsx';
import { YearField } from '../YearField.tsx';

interface Props {
  readonly rollups: readonly RollupSummary[];
  readonly onClose: () => void;
  readonly onCreated: (id: string) => Promise<void>;
}

/** A roll-up: whose, of which year. */
export function NewRollup({ rollups, onClose, onCreated }: Props) {
  useReturnFocus();
  const today = useHost((state) => state.info?.today ?? '');
  const [office, setOffice] = useState('');
  const [yearText, setYearText] = useState(today.slice(0, 4) || '2026');
  const year = readYear(yearText);
  const title = year === undefined ? undefined : nameKey(rollupTitle({ office, year }));
  const same = rollups.find((each) => nameKey(each.title) === title);
  const { busy, failure, run } = useCall();
  const create = async () => {
    if (year === undefined) return;
    const made = await run(() => call('createRollup', { office: office.trim(), year }));
    if (made) await open(made.id);
  };
  const open = async (id: string) => {
    onClose();
    await onCreated(id);
  };
  return (
    <Modal
      open
      title="新建年度任务汇总"
      okText={same ? '另建一份' : '新建'}
      confirmLoading={busy}
      onOk={() => void create()}
      onCancel={onClose}
    >
      <FailureNotice failure={failure} />
      {same && <SameAlready title={same.title} what="年度任务汇总" onOpen={() => void open(same.id)} />}
      <Form layout="vertical">
        <Form.Item label="办公室名称" htmlFor="new-rollup-office">
          <Input
            id="new-rollup-office"
            value={office}
            maxLength={100}
            placeholder="如：示例市法治政府建设领导小组办公室"
            onChange={({ target }) => setOffice(target.value)}
            onPressEnter={() => void (same ?? create())}
          />
        </Form.Item>
        <YearField
          id="new-rollup-year"
          text={yearText}
          setText={setYearText}
          extra="只收这一年的进度表；建好以后不能改。"
        />
      </Form>
    </Modal>
  );
}
