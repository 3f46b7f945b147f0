import type { ReactNode } from 'react';
import { Choice } from './Choice.tsx';
import { Field } from './Field.tsx';
import { PointsInput, type PointsInputProps } from './PointsInput.tsx';
import { TextInput, type TextInputProps } from './TextInput.tsx';

interface Named {
  /** Above the field, and its accessible name. */
  readonly label: string;
  /** Over the whole width of the form. */
  readonly wide?: boolean;
  /** Behind the field. */
  readonly children?: ReactNode;
}

interface TextCellProps extends Omit<TextInputProps, 'commit' | 'size' | 'aria-label' | 'problemOf'> {
  /** Accessible name. */
  readonly name: string;
  /** Empty is wrong; blanks around it do not count. */
  readonly required?: boolean;
  readonly onChange: (text: string) => void;
}

/** A text in a line of a dense form, whose changes are kept until they are saved. */
export function TextCell({ name, required = false, onChange, ...input }: TextCellProps) {
  const commit = (text: string) => {
    onChange(required ? text.trim() : text);
    return Promise.resolve(true);
  };
  const problemOf = (text: string) => (required && text.trim() === '' ? '不能为空，没有保存' : undefined);
  return <TextInput {...input} size="small" aria-label={name} commit={commit} problemOf={problemOf} />;
}

/** A text of a dense form; `name` where its accessible name is not its label. */
export function TextField({
  label,
  name = label,
  wide,
  children,
  ...cell
}: Named & Omit<TextCellProps, 'name'> & { readonly name?: string }) {
  return (
    <Field label={label} wide={wide}>
      <TextCell {...cell} name={name} />
      {children}
    </Field>
  );
}

/** Points or a percentage of a dense form. */
export function PointsField({
  label,
  name = label,
  wide,
  ...input
}: Named & Omit<PointsInputProps, 'label'> & { readonly name?: string }) {
  return (
    <Field label={label} wide={wide}>
      <PointsInput {...input} label={name} />
    </Field>
  );
}

interface ChoiceProps<Value extends string> extends Named {
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly disabled?: boolean;
  readonly onChange: (value: Value) => void;
}

/** One of a few, in a dense form. */
export function ChoiceField<Value extends string>(props: ChoiceProps<Value>) {
  const { label, wide, value, options, disabled, onChange } = props;
  return (
    <Field label={label} wide={wide}>
      <Choice size="small" {...{ label, value, options, disabled, onChange }} />
    </Field>
  );
}

/** The choices of a record of labels, in its order. */
export function choicesOf<Value extends string>(
  labels: Readonly<Record<Value, string>>,
): { value: Value; label: string }[] {
  return Object.entries<string>(labels).map(([value, label]) => ({ value: value as Value, label }));
}
