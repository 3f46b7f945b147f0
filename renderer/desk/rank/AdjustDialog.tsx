import { Alert, Button, Form, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import type { Ranked } from '../../../shared/review/ranking.ts';
import { readRow } from '../../ui/fields/read-row.ts';
import { ReasonItem, useReason } from '../../ui/fields/ReasonItem.tsx';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { useDesk } from '../../state/desk-store.ts';
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
  const { edit } = useDesk.getState();
  const [place, setPlace] = useState<number | null>(adjustment?.place ?? rank ?? 1);
  const { reason, ask, field } = useReason(adjustment?.reason ?? '', '请写明调整的理由');
  const adjust = () => {
    if (!ask() || place === null) return;
    void edit({ kind: 'adjustRank', adjustment: { key: candidate.key, place, reason } });
    onClose();
  };
  const clear = () => {
    void edit({ kind: 'clearRank', key: candidate.key, reason });
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
        title="名次按综合评价分排出。调整会和理由一起记入汇总表和操作记录。"
        style={{ marginBottom: 12 }}
      />
      <Form layout="vertical" onFinish={adjust}>
        <Form.Item label="排在第几名" htmlFor="rank-place">
          <InputNumber
            id="rank-place"
            autoFocus
            min={1}
            max={places}
            precision={0}
            parser={readRow}
            value={place}
            onChange={setPlace}
            onPressEnter={adjust}
          />
        </Form.Item>
        <ReasonItem {...field} id="rank-reason" rows={3} />
      </Form>
    </Modal>
  );
}
