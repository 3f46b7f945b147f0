import { Alert, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { type ReadNumber, readWhole } from '../../../shared/values/typed-number.ts';
import type { Ranked } from '../../../shared/review/ranking.ts';
import { ReasonItem, useReason } from '../../ui/fields/ReasonItem.tsx';
import { useAsShown } from '../../ui/fields/use-as-shown.ts';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { resultName } from '../../../shared/review/comprehensive.ts';
import { useDesk, useOpenDesk } from '../../state/desk-store.ts';
import { nameOf } from '../table/candidate-words.ts';

interface Props {
  readonly ranked: Ranked;
  /** How many are in the running. */
  readonly places: number;
  readonly onClose: () => void;
}

/** A place given by hand, with the reason that goes to the record. */
export function AdjustDialog({ ranked: { candidate, rank, adjustment }, places, onClose }: Props) {
  useReturnFocus();
  const { desk } = useOpenDesk();
  const { edit } = useDesk.getState();
  const asShown = useAsShown();
  const [typed, setTyped] = useState(String(adjustment?.place ?? rank ?? 1));
  const read = readPlace(typed, places);
  const { reason, ask, field } = useReason(adjustment?.reason ?? '', '请写明调整的理由');
  const adjust = () => {
    if (!ask() || 'problem' in read) return;
    const adjustment = { key: candidate.key, place: read.value, reason };
    void asShown(() => edit({ kind: 'adjustRank', adjustment }));
    onClose();
  };
  const clear = () => {
    void asShown(() => edit({ kind: 'clearRank', key: candidate.key, reason }));
    onClose();
  };
  return (
    <Modal
      open
      title={`调整名次：${nameOf(candidate)}`}
      onCancel={onClose}
      footer={
        <>
          {adjustment && <Button onClick={clear}>恢复按分数排</Button>}
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" onClick={adjust}>
            调整
          </Button>
        </>
      }
    >
      <Alert
        type="info"
        title={`名次按${resultName(desk.campaign)}排出。调整会和理由一起记入汇总表和操作记录。`}
        style={{ marginBottom: 12 }}
      />
      <Form layout="vertical" onFinish={adjust}>
        <Form.Item
          label="排在第几名"
          htmlFor="rank-place"
          validateStatus={'problem' in read ? 'error' : undefined}
          help={'problem' in read && <span role="alert">{read.problem}</span>}
        >
          <Input
            id="rank-place"
            autoFocus
            inputMode="numeric"
            autoComplete="off"
            style={{ width: 110 }}
            suffix="名"
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
            onPressEnter={adjust}
          />
        </Form.Item>
        <ReasonItem {...field} id="rank-reason" rows={3} />
      </Form>
    </Modal>
  );
}

function readPlace(typed: string, places: number): ReadNumber {
  const read = readWhole(typed, { units: ['名'], most: places });
  return 'value' in read && read.value === 0 ? { problem: '从第 1 名起' } : read;
}
