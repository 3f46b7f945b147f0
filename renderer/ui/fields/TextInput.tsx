import { Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import type { Ref } from 'react';
import { useTypedText } from './typed-text.ts';

interface Props {
  readonly label: string;
  readonly id?: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly lines?: { readonly min: number; readonly max: number };
  readonly placeholder?: string;
  readonly areaRef?: Ref<TextAreaRef>;
}

/** A text of the draft: one pause, one undo step. With `lines` it is several lines long. */
export function TextInput({ label, id, value, onChange, lines, placeholder, areaRef }: Props) {
  const typed = useTypedText(value, (text) => {
    onChange(text);
    return Promise.resolve(true);
  });
  const common = { ...typed, id, 'aria-label': label, placeholder, size: 'small' as const };
  if (!lines) return <Input {...common} autoComplete="off" />;
  return <Input.TextArea {...common} ref={areaRef} autoSize={{ minRows: lines.min, maxRows: lines.max }} />;
}
