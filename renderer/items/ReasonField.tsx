import { useId } from 'react';
import { Input } from 'antd';
import { useTypedText } from '../ui/fields/typed-text.ts';
import './item.css';

interface Props {
  readonly label: string;
  readonly reason: string;
  readonly commit: (reason: string) => Promise<boolean>;
  readonly placeholder: string;
  /** Why it must not be empty; absent: it may be. */
  readonly needed?: string | false;
}

/** The words of a unit or an evaluator on one entry. */
export function ReasonField({ label, reason, commit, placeholder, needed }: Props) {
  const id = useId();
  const field = useTypedText(reason, commit);
  const missing = needed && field.value.trim() === '' ? needed : undefined;
  return (
    <div className="items-reason">
      <label htmlFor={id}>{label}</label>
      <Input.TextArea
        id={id}
        {...field}
        maxLength={5000}
        autoSize={{ minRows: 2, maxRows: 8 }}
        status={missing ? 'error' : ''}
        aria-invalid={missing !== undefined}
        aria-describedby={`${id}-problem`}
        placeholder={placeholder}
      />
      <div id={`${id}-problem`} className="ui-field-problem">
        {missing}
      </div>
    </div>
  );
}
