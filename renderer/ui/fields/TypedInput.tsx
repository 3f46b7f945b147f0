import { Input } from 'antd';
import { useTypedText } from './typed-text.ts';

interface Props {
  id: string;
  'aria-label'?: string;
  'aria-describedby'?: string;
  value: string;
  commit: (text: string) => Promise<boolean>;
  maxLength?: number;
  placeholder?: string;
}

/** One line of text, saved on blur and after a pause. */
export function TypedInput({ value, commit, ...input }: Props) {
  return <Input {...input} {...useTypedText(value, commit)} />;
}
