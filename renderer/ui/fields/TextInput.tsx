import { Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { type Ref, useId } from 'react';
import { FieldNote, overLength } from './length.tsx';
import { useTypedText } from './typed-text.ts';

export interface TextInputProps {
  readonly id?: string;
  /** Which field it is within its FieldScope, where neither its id nor its name says so. */
  readonly field?: string;
  readonly 'aria-label'?: string;
  readonly 'aria-describedby'?: string;
  readonly value: string;
  /** Answers false where saving failed: then the words stay in the field. */
  readonly commit: (text: string) => Promise<boolean>;
  /** What is over it is never cut: it stays in the field and is refused in words. */
  readonly maxLength?: number;
  /** Why such words cannot be saved; undefined where they can. */
  readonly problemOf?: (text: string) => string | undefined;
  /** Marked, though saved, while nothing is in it: why something should be. */
  readonly needed?: string | false;
  readonly placeholder?: string;
  readonly className?: string;
  /** Several lines; one otherwise. */
  readonly lines?: { readonly min: number; readonly max: number };
  /** Offered while a line is typed; any other words can be written as well. */
  readonly suggestions?: readonly string[] | undefined;
  readonly size?: 'small';
  readonly areaRef?: Ref<TextAreaRef>;
}

/** A text that the user types, saved on blur and after a pause: one pause, one undo step. */
export function TextInput(props: TextInputProps) {
  const {
    field,
    value,
    commit,
    maxLength,
    problemOf,
    needed,
    lines,
    areaRef,
    suggestions = [],
    ...input
  } = props;
  const listId = useId();
  const noteId = useId();
  // A line is stored without the blanks around it.
  const counted = (text: string): string => (lines ? text : text.trim());
  const tooLong = (text: string) => overLength(counted(text), maxLength);
  const [typed, refused] = useTypedText({
    ...{ field: field ?? input.id ?? input['aria-label'] ?? '', value, commit },
    problemOf: (text) => tooLong(text) ?? problemOf?.(text),
  });
  const problem = tooLong(typed.value) ?? refused;
  const missing = needed && typed.value.trim() === '' ? needed : undefined;
  const wrong = problem !== undefined || missing !== undefined;
  const all = {
    ...input,
    ...typed,
    ...(problem !== undefined && { 'data-typed': undefined }),
    status: wrong ? ('error' as const) : ('' as const),
    'aria-invalid': wrong,
    'aria-describedby': wrong ? noteId : input['aria-describedby'],
  };
  return (
    <>
      {lines ? (
        <Input.TextArea {...all} ref={areaRef} autoSize={{ minRows: lines.min, maxRows: lines.max }} />
      ) : (
        <Input {...all} autoComplete="off" list={suggestions.length > 0 ? listId : undefined} />
      )}
      {suggestions.length > 0 && (
        <datalist id={listId}>
          {suggestions.map((value) => (
            <option key={value} value={value} />
          ))}
        </datalist>
      )}
      {problem === undefined && missing !== undefined ? (
        <div id={noteId} className="ui-field-problem">
          {missing}
        </div>
      ) : (
        <FieldNote id={noteId} text={counted(typed.value)} most={maxLength} problem={problem} />
      )}
    </>
  );
}
