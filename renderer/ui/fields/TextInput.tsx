import { Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import type { Ref } from 'react';
import { useTypedText } from './typed-text.ts';

export interface TextInputProps {
  readonly id?: string;
  readonly 'aria-label'?: string;
  readonly 'aria-describedby'?: string;
  readonly value: string;
  /** Answers false where saving failed: then the words stay in the field. */
  readonly commit: (text: string) => Promise<boolean>;
  readonly maxLength?: number;
  readonly placeholder?: string;
  /** Several lines; one otherwise. */
  readonly lines?: { readonly min: number; readonly max: number };
  readonly size?: 'small';
  readonly areaRef?: Ref<TextAreaRef>;
}

/** A text that the user types, saved on blur and after a pause: one pause, one undo step. */
export function TextInput({ value, commit, lines, areaRef, ...input }: TextInputProps) {
  const typed = useTypedText(value, commit);
  if (!lines) return <Input {...input} {...typed} autoComplete="off" />;
  const autoSize = { minRows: lines.min, maxRows: lines.max };
  return <Input.TextArea {...input} {...typed} ref={areaRef} autoSize={autoSize} />;
}
