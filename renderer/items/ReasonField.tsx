import { useId } from 'react';
import { LONG_TEXT } from '../../shared/values/long-text.ts';
import { TextInput } from '../ui/fields/TextInput.tsx';
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
export function ReasonField({ label, reason, ...input }: Props) {
  const id = useId();
  return (
    <div className="items-reason">
      <label htmlFor={id}>{label}</label>
      <TextInput
        {...input}
        id={id}
        field="reason"
        value={reason}
        maxLength={LONG_TEXT}
        lines={{ min: 2, max: 8 }}
      />
    </div>
  );
}
