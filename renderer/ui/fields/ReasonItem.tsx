import { Form, Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { type Ref, useState } from 'react';
import { LONG_TEXT } from '../../../shared/values/long-text.ts';
import { FieldNote, overLength } from './length.tsx';

interface Props {
  readonly id: string;
  readonly label?: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** Why it is missing; absent while it is not. */
  readonly problem: string | undefined;
  readonly extra?: string;
  readonly rows?: number;
  readonly inputRef?: Ref<TextAreaRef>;
}

/** A reason that must be given, in a dialog. */
export function ReasonItem(props: Props) {
  const { id, label = '理由（必填）', value, onChange, problem, extra, rows = 2, inputRef } = props;
  return (
    <Form.Item
      label={label}
      htmlFor={id}
      validateStatus={problem === undefined ? undefined : 'error'}
      help={problem === undefined ? undefined : <span role="alert">{problem}</span>}
      extra={extra}
    >
      <Input.TextArea
        id={id}
        ref={inputRef}
        rows={rows}
        value={value}
        aria-invalid={problem !== undefined}
        onChange={({ target }) => onChange(target.value)}
      />
      <FieldNote text={value.trim()} most={LONG_TEXT} problem={undefined} />
    </Form.Item>
  );
}

/** A reason that is asked for before something is done: words, and what is wrong with them once it was tried. */
export function useReason(first: string, missing: string) {
  const [text, setText] = useState(first);
  const [asked, setAsked] = useState(false);
  const reason = text.trim();
  const tooLong = overLength(reason, LONG_TEXT);
  return {
    reason,
    asked,
    /** Whether it is there; from now on it is said where not. */
    ask: (): boolean => {
      setAsked(true);
      return reason !== '' && tooLong === undefined;
    },
    field: {
      value: text,
      onChange: setText,
      problem: tooLong ?? (asked && reason === '' ? missing : undefined),
    },
  };
}
