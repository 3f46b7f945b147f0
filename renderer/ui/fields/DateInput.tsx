import { Form, Input } from 'antd';
import { useTypedText } from './typed-text.ts';
import { dateProblem, readDate } from './read-date.ts';

interface Props {
  id: string;
  /** Which field it is within its FieldScope, where its id does not say so. */
  field?: string;
  label?: string;
  /** Accessible name, where there is no room for a label: what is wrong is said below the field then. */
  name?: string;
  /** YYYY-MM-DD or ''. */
  value: string;
  commit: (date: string) => Promise<boolean>;
  /** What else may stand there, as it is to be kept; undefined for what may not. */
  others?: (text: string) => string | undefined;
}

/** A day, typed. Text, not the browser's own field, which speaks the language of the system and not ours. */
export function DateInput({ id, field = id, label, name, value, commit, others }: Props) {
  const [typed, problem] = useTypedText({
    field,
    value,
    commit: (text) => commit(readDate(text) ?? others?.(text) ?? ''),
    problemOf: (text) => (others?.(text) === undefined ? dateProblem(text, '2018-12-01') : undefined),
    live: true,
  });
  const refused = problem === undefined ? undefined : `${problem}，现在没有保存`;
  return (
    <Form.Item
      {...(name === undefined
        ? { label: refused === undefined ? label : `${label}（${refused}）`, htmlFor: id }
        : { help: refused })}
      validateStatus={problem === undefined ? undefined : 'error'}
    >
      <Input
        {...typed}
        id={id}
        aria-label={name}
        aria-invalid={problem !== undefined}
        placeholder="如：2018-12-01"
      />
    </Form.Item>
  );
}
