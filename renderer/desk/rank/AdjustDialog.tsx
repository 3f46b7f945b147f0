import { Alert, Button, Form, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import type { Ranked } from '../../../shared/review/ranking.ts';
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
  const [reason, setReason] = useState(adjustment?.reason ?? '');
  const [asked, setAsked] = useState(false);
  const missing = asked && reason.trim() === '';
  const adjust = () => {
    setAsked(true);
    if (place === null || reason.trim() === '') return;
    void edit({ kind: 'adjustRank', adjustment: { key: candidate.key, place, reason: reason.trim() } });
    onClose();
  };
  const clear = () => {
    void edit({ kind: 'clearRank', key: candidate.key, reason: reason.trim() });
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
            value={place}
            onChange={setPlace}
            onPressEnter={adjust}
          />
        </Form.Item>
        <Form.Item
          label="理由（必填）"
          htmlFor="rank-reason"
          validateStatus={missing ? 'error' : undefined}
          help={missing ? '请写明调整的理由' : undefined}
        >
          <Input.TextArea
            id="rank-reason"
            rows={3}
            maxLength={5000}
            value={reason}
            aria-invalid={missing}
            onChange={({ target }) => setReason(target.value)}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
