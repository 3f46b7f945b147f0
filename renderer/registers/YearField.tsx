import { Form, Input } from 'antd';
import { readYear } from '../../shared/registers/year/read-year.ts';

interface Props {
  readonly id: string;
  /** As it is typed. */
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly extra?: string;
}

/** Which year, in a dialog for something new. Whatever is typed stays; what is no year is said. */
export function YearField({ id, text, setText, extra }: Props) {
  const problem = readYear(text) === undefined ? '请填写四位数的年份，如 2027' : undefined;
  return (
    <Form.Item label="年份" htmlFor={id} extra={extra} validateStatus={problem && 'error'} help={problem}>
      <Input
        id={id}
        value={text}
        inputMode="numeric"
        aria-invalid={problem !== undefined}
        onChange={({ target }) => setText(target.value)}
      />
    </Form.Item>
  );
}
