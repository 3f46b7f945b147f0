import { AutoComplete, Button, Form, Modal } from 'antd';
import { useState } from 'react';
import type { Candidate } from '../../../shared/review/candidate.ts';
import { type Correctable, CORRECTABLE_LENGTH } from '../../../shared/review/schema.ts';
import { useDesk, useOpenDesk } from '../../state/desk-store.ts';
import { FieldNote, overLength } from '../../ui/fields/length.tsx';
import { ReasonItem, useReason } from '../../ui/fields/ReasonItem.tsx';
import { useAsShown } from '../../ui/fields/use-as-shown.ts';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { nameOf } from '../table/candidate-words.ts';

const FIELDS: readonly { field: Correctable; label: string }[] = [
  { field: 'industry', label: '行业' },
  { field: 'region', label: '地域' },
];

interface Props {
  readonly candidate: Candidate;
  readonly onClose: () => void;
}

/** 行业 and 地域 as the quota counts them; the unit's own word stays beside, the reason goes to the record. */
export function CorrectDialog({ candidate, onClose }: Props) {
  useReturnFocus();
  const { desk } = useOpenDesk();
  const { edit } = useDesk.getState();
  const { key, corrected } = candidate;
  const asShown = useAsShown();
  const [shown] = useState({ industry: candidate.industry, region: candidate.region });
  const [typed, setTyped] = useState(shown);
  const [unchanged, setUnchanged] = useState(false);
  const {
    reason,
    ask,
    field: reasonField,
  } = useReason(corrected.industry?.reason ?? corrected.region?.reason ?? '', '请写明更正的理由');
  const lists = { industry: desk.campaign.industries, region: desk.campaign.regions };
  const changed = FIELDS.filter(({ field }) => typed[field].trim() !== shown[field].trim());
  const problemOf = (field: Correctable, label: string): string | undefined => {
    const value = typed[field].trim();
    if (value !== '' || !changed.some((each) => each.field === field))
      return overLength(value, CORRECTABLE_LENGTH);
    return `不能改成空的，请填写${label}${corrected[field] ? '，或按“恢复原填”' : ''}`;
  };
  const correct = async (): Promise<void> => {
    setUnchanged(changed.length === 0);
    const wrong = FIELDS.some(({ field, label }) => problemOf(field, label) !== undefined);
    if (!ask() || wrong || changed.length === 0) return;
    onClose();
    for (const { field } of changed) {
      await asShown(() => edit({ kind: 'correct', key, field, value: typed[field].trim(), reason }));
    }
  };
  return (
    <Modal
      open
      title={`更正行业、地域：${nameOf(candidate)}`}
      okText="更正"
      onOk={() => void correct()}
      onCancel={onClose}
    >
      <Form layout="vertical" onFinish={() => void correct()}>
        {FIELDS.map(({ field, label }) => {
          const found = corrected[field];
          return (
            <Form.Item
              key={field}
              label={label}
              htmlFor={`correct-${field}`}
              extra={
                <>
                  原填：{(found ? found.stated : candidate[field]) || '未录入'}
                  {found && (
                    <Button
                      type="link"
                      size="small"
                      aria-label={`恢复原填的${label}`}
                      onClick={() => {
                        void asShown(() => edit({ kind: 'uncorrect', key, field }));
                        onClose();
                      }}
                    >
                      恢复原填
                    </Button>
                  )}
                </>
              }
            >
              <AutoComplete
                id={`correct-${field}`}
                value={typed[field]}
                placeholder="选择，或直接填写"
                options={lists[field].map((value) => ({ value }))}
                onChange={(text: string) => setTyped((before) => ({ ...before, [field]: text }))}
              />
              <FieldNote problem={problemOf(field, label)} />
            </Form.Item>
          );
        })}
        <FieldNote problem={unchanged && changed.length === 0 ? '行业、地域都没有改动' : undefined} />
        <ReasonItem {...reasonField} id="correct-reason" />
      </Form>
    </Modal>
  );
}
