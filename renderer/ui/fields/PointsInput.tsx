import { Input } from 'antd';
import { useState } from 'react';
import { MAX_PERCENT, MAX_POINTS, parsePoints, showPoints } from '../../../shared/values/points.ts';
import { useTypedText } from './typed-text.ts';
import './fields.css';

export interface PointsInputProps {
  readonly label: string;
  readonly id?: string;
  /** Hundredths. */
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
  readonly suffix?: string;
  /** An empty field means "none"; otherwise it is wrong. */
  readonly mayBeEmpty?: boolean;
  readonly mayBeNegative?: boolean;
  readonly placeholder?: string;
}

/** Points (or a percentage) as people type them; what is no number stays in the field, marked. */
export function PointsInput(props: PointsInputProps) {
  const { label, id, value, onChange, suffix = '分', mayBeEmpty = false, mayBeNegative = false } = props;
  const most = suffix === '%' ? MAX_PERCENT : MAX_POINTS;
  const [wrong, setWrong] = useState(false);
  const read = (text: string): { value: number | undefined } | undefined => {
    const plain = text
      .normalize('NFKC')
      .replace(/。/g, '.')
      .replace(/[分%]$/, '')
      .trim();
    if (plain === '') return mayBeEmpty ? { value: undefined } : undefined;
    const points = parsePoints(plain);
    if (points === undefined || points > most || (points < 0 && !mayBeNegative)) return undefined;
    return { value: points };
  };
  const typed = useTypedText(value === undefined ? '' : showPoints(value), (text) => {
    const found = read(text);
    setWrong(!found);
    if (found && found.value !== value) onChange(found.value);
    return Promise.resolve(found !== undefined);
  });
  return (
    <Input
      {...typed}
      id={id}
      className="fields-points-input"
      size="small"
      aria-label={label}
      aria-invalid={wrong}
      status={wrong && read(typed.value) === undefined ? 'error' : ''}
      title={wrong ? `请填写不大于 ${showPoints(most)} 的数字，最多两位小数` : undefined}
      inputMode="decimal"
      autoComplete="off"
      placeholder={props.placeholder}
      suffix={suffix}
    />
  );
}
