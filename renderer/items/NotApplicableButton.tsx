import { useId, useRef, useState } from 'react';
import { Button, Form, Modal } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { ReasonItem, useReason } from '../ui/fields/ReasonItem.tsx';
import { useReturnFocus } from '../ui/use-return-focus.ts';
import type { Unit } from '../../shared/assessment/schema.ts';
import { exemptionOf, exemptionOrigin, missingFacts, unitFacts } from '../../shared/standard/gaps.ts';
import type { Item, Standard } from '../../shared/standard/schema.ts';

interface Props {
  readonly item: Item;
  readonly standard: Standard;
  /** Of the unit whose assessment it is. */
  readonly unit: Unit;
  /** What is already written as 自评说明. */
  readonly reason: string;
  readonly onDeclare: (reason: string) => void;
}

const CONSEQUENCES: Record<Standard['notApplicable']['rule'], string> = {
  forbidden: '',
  fullScore: '标为不适用后，本项按满分计。',
  renormalise: '标为不适用后，本项分值不计入总分，其余各项按比例折算。',
};

/** Shown only where the standard lets this item be 不适用; asks for the reason before anything changes. */
export function NotApplicableButton({ item, standard, unit, reason, onDeclare }: Props) {
  const [open, setOpen] = useState(false);
  const { rule, scope } = standard.notApplicable;
  const exemption = exemptionOf(standard, item, unit.category);
  if (rule === 'forbidden' || (scope === 'marked' && exemption.words === '')) return null;
  const missing = missingFacts(standard, item, unitFacts(unit)).map(({ title }) => title);
  return (
    <>
      <Button onClick={() => setOpen(true)}>标为不适用</Button>
      {open && (
        <ReasonDialog
          condition={exemption.words && `${exemption.words}（${exemptionOrigin(exemption, standard)}）`}
          consequence={CONSEQUENCES[rule]}
          reason={reason || (missing.length > 0 ? `没有${missing.join('、')}` : '')}
          onCancel={() => setOpen(false)}
          onConfirm={(text) => {
            setOpen(false);
            onDeclare(text);
          }}
        />
      )}
    </>
  );
}

interface DialogProps {
  readonly condition: string | undefined;
  readonly consequence: string;
  readonly reason: string;
  readonly onCancel: () => void;
  readonly onConfirm: (reason: string) => void;
}

function ReasonDialog({ condition, consequence, reason: first, onCancel, onConfirm }: DialogProps) {
  useReturnFocus();
  const id = useId();
  const input = useRef<TextAreaRef>(null);
  const { reason, ask, field } = useReason(first, '请写明理由，例如本单位不承担这项职能的依据');
  return (
    <Modal
      open
      title="标为不适用"
      okText="标为不适用"
      onOk={() => ask() && onConfirm(reason)}
      onCancel={onCancel}
      afterOpenChange={() => input.current?.focus()}
    >
      {condition && <p>适用条件：{condition}</p>}
      <p>{consequence}</p>
      <Form component="div" layout="vertical">
        <ReasonItem {...field} id={id} inputRef={input} label="不适用理由（必填）" rows={3} />
      </Form>
    </Modal>
  );
}
