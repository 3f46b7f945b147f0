import { useId } from 'react';
import { Input } from 'antd';
import { useComposed } from '../../../ui/fields/composed.ts';
import '../rules.css';

interface Props {
  readonly label: string;
  readonly text: string;
  readonly problem: string;
  readonly onText: (text: string) => void;
}

export function RatioField({ label, text, problem, onText }: Props) {
  const id = useId();
  const composed = useComposed(text, onText);
  return (
    <div className="items-rules-ratio-field">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        inputMode="numeric"
        autoComplete="off"
        {...composed}
        status={problem ? 'error' : ''}
        aria-invalid={problem !== ''}
        aria-describedby={`${id}-problem`}
      />
      <div id={`${id}-problem`} className="ui-field-problem" role={problem ? 'alert' : undefined}>
        {problem && `${problem}（“${text}”未计入）`}
      </div>
    </div>
  );
}
