import { AutoComplete, Button, Form, Modal } from 'antd';
import { useState } from 'react';
import type { Candidate } from '../../../shared/review/candidate.ts';
import { type Correctable, CORRECTABLE_LENGTH } from '../../../shared/review/schema.ts';
import { useDesk, useOpenDesk } from '../../state/desk-store.ts';
import { FieldNote } from '../../ui/fields/length.tsx';
import { ReasonItem, useReason } from '../../ui/fields/ReasonItem.tsx';
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
  const [typed, setTyped] = useState({ industry: candidate.industry, region: candidate.region });
  const {
    reason,
    ask,
    field: reasonField,
  } = useReason(corrected.industry?.reason ?? corrected.region?.reason ?? '', '请写明更正的理由');
  const lists = { industry: desk.campaign.industries, region: desk.campaign.regions };
  const changed = FIELDS.filter(({ field }) => {
    const value = typed[field].trim();
    return value !== '' && value.length <= CORRECTABLE_LENGTH && value !== candidate[field].trim();
  });
  const correct = async (): Promise<void> => {
    if (!ask() || changed.length === 0) return;
    onClose();
    for (const { field } of changed) {
      await edit({ kind: 'correct', key, field, value: typed[field].trim(), reason });
    }
  };
  return (
    <Modal
      open
      title={`更正行业、地域：${nameOf(candidate)}`}
      okText="更正"
      cancelText="取消"
      okButtonProps={{ disabled: changed.length === 0 }}
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
                        void edit({ kind: 'uncorrect', key, field });
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
              <FieldNote text={typed[field].trim()} most={CORRECTABLE_LENGTH} problem={undefined} />
            </Form.Item>
          );
        })}
        <ReasonItem {...reasonField} id="correct-reason" />
      </Form>
    </Modal>
  );
}
