import { Input } from 'antd';
import { useTypedText } from './typed-text.ts';

interface Props {
  readonly id?: string;
  readonly 'aria-label'?: string;
  readonly value: string;
  readonly commit: (text: string) => Promise<boolean>;
  readonly maxLength: number;
  readonly placeholder?: string;
  readonly rows?: number;
}

/** Several lines of text, saved on blur and after a pause. */
export function TypedArea({ value, commit, rows = 1, ...input }: Props) {
  return (
    <Input.TextArea {...input} {...useTypedText(value, commit)} autoSize={{ minRows: rows, maxRows: 12 }} />
  );
}
