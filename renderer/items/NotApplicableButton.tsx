import { type ComponentRef, useId, useRef, useState } from 'react';
import { Button, Input, Modal } from 'antd';
import { useReturnFocus } from '../ui/use-return-focus.ts';
import type { Item, Standard } from '../../shared/standard/schema.ts';

interface Props {
  readonly item: Item;
  readonly terms: Standard['notApplicable'];
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
export function NotApplicableButton({ item, terms, reason, onDeclare }: Props) {
  const [open, setOpen] = useState(false);
  if (terms.rule === 'forbidden' || (terms.scope === 'marked' && !item.notApplicableWhen)) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>标为不适用</Button>
      {open && (
        <ReasonDialog
          condition={item.notApplicableWhen}
          consequence={CONSEQUENCES[terms.rule]}
          reason={reason}
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

function ReasonDialog({ condition, consequence, reason, onCancel, onConfirm }: DialogProps) {
  useReturnFocus();
  const id = useId();
  const field = useRef<ComponentRef<typeof Input.TextArea>>(null);
  const [text, setText] = useState(reason);
  const [asked, setAsked] = useState(false);
  const missing = asked && text.trim() === '';
  const confirm = (): void => {
    setAsked(true);
    if (text.trim() !== '') onConfirm(text.trim());
  };
  return (
    <Modal
      open
      title="标为不适用"
      okText="标为不适用"
      cancelText="取消"
      onOk={confirm}
      onCancel={onCancel}
      afterOpenChange={() => field.current?.focus()}
    >
      {condition && <p>适用条件：{condition}</p>}
      <p>{consequence}</p>
      <label htmlFor={id}>不适用理由（必填）</label>
      <Input.TextArea
        id={id}
        ref={field}
        rows={3}
        maxLength={5000}
        value={text}
        status={missing ? 'error' : ''}
        aria-invalid={missing}
        onChange={(event) => setText(event.target.value)}
      />
      {missing && (
        <div className="field-problem" role="alert">
          请写明理由，例如本单位不承担这项职能的依据
        </div>
      )}
    </Modal>
  );
}
