import { Form, Input } from 'antd';
import { useTypedText } from './typed-text.ts';
import { readDate } from './read-date.ts';

interface Props {
  id: string;
  label: string;
  /** YYYY-MM-DD or ''. */
  value: string;
  commit: (date: string) => Promise<boolean>;
}

/** A day, typed. Text, not the browser's own field, which speaks the language of the system and not ours. */
export function DateInput({ id, label, value, commit }: Props) {
  const typed = useTypedText(value, (text) => {
    const date = readDate(text);
    return date === undefined ? Promise.resolve(false) : commit(date);
  });
  const wrong = readDate(typed.value) === undefined;
  return (
    <Form.Item
      label={wrong ? `${label}（写成 2018-12-01 这样）` : label}
      htmlFor={id}
      validateStatus={wrong ? 'error' : undefined}
    >
      <Input {...typed} id={id} placeholder="如：2018-12-01" maxLength={20} />
    </Form.Item>
  );
}
