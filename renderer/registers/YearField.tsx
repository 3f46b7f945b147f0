import { Form, InputNumber } from 'antd';

interface Props {
  readonly id: string;
  readonly year: number;
  readonly setYear: (year: number) => void;
  readonly extra?: string;
}

/** Which year, in a dialog for something new. */
export function YearField({ id, year, setYear, extra }: Props) {
  return (
    <Form.Item label="年份" htmlFor={id} extra={extra}>
      <InputNumber
        id={id}
        value={year}
        min={1949}
        max={2999}
        precision={0}
        onChange={(value) => setYear(value ?? year)}
      />
    </Form.Item>
  );
}
