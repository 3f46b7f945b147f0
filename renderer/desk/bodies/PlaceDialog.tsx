import { Alert, Form, Modal } from 'antd';
import { useState } from 'react';
import type { Candidate } from '../../../shared/review/candidate.ts';
import { BODY_LENGTH } from '../../../shared/review/schema.ts';
import { useDesk, useOpenDesk } from '../../state/desk-store.ts';
import { useAsShown } from '../../ui/fields/use-as-shown.ts';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { BodyPick } from '../BodyField.tsx';
import { nameOf } from '../table/candidate-words.ts';

interface Props {
  readonly rows: readonly Candidate[];
  readonly onClose: () => void;
}

/** Who recommends one package, or several at once. */
export function PlaceDialog({ rows, onClose }: Props) {
  useReturnFocus();
  const [first] = rows;
  const [body, setBody] = useState(first && rows.every((row) => row.body === first.body) ? first.body : '');
  const [asked, setAsked] = useState(false);
  const asShown = useAsShown();
  const { desk } = useOpenDesk();
  const name = body.trim();
  const through = rows.filter(({ alsoBodies }) => alsoBodies.length > 0);
  const place = (): void => {
    setAsked(true);
    if (name === '' || name.length > BODY_LENGTH) return;
    const edit = { kind: 'place', keys: rows.map(({ key }) => key), body: name } as const;
    void asShown(() => useDesk.getState().edit(edit));
    onClose();
  };
  return (
    <Modal
      open
      title={
        rows.length === 1 ? `推荐单位：${nameOf(rows[0] ?? NOBODY)}` : `${rows.length} 份推荐包的推荐单位`
      }
      okText="确定"
      onOk={place}
      onCancel={onClose}
    >
      {through.length > 0 && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 12 }}
          title={through
            .map((row) => `${nameOf(row)}经${[row.body, ...row.alsoBodies].join('、')}报送`)
            .join('；')}
          description="确定后只算所选的一个推荐单位。"
        />
      )}
      <Form layout="vertical" onFinish={place}>
        <Form.Item
          label="推荐单位"
          htmlFor="place-body"
          extra={desk.campaign.quota && '名额按它计算；单位自己填写的上级主管部门不影响名额。'}
        >
          <BodyPick
            id="place-body"
            value={body}
            onChange={setBody}
            problem={asked && name === '' ? '请选择或填写推荐单位' : undefined}
          />
        </Form.Item>
        {rows.length === 1 && rows[0]?.superior && (
          <p className="desk-sentence">单位填写的上级主管部门：{rows[0].superior}</p>
        )}
      </Form>
    </Modal>
  );
}

const NOBODY = { unit: '', fileName: '' };
