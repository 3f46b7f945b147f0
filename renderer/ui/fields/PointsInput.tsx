import { Input } from 'antd';
import { MAX_PERCENT, MAX_POINTS, showPoints } from '../../../shared/values/points.ts';
import { isBlank, readPoints } from '../../../shared/values/typed-number.ts';
import { FieldNote } from './length.tsx';
import { useTypedText } from './typed-text.ts';
import './fields.css';

export interface PointsInputProps {
  readonly label: string;
  readonly id?: string;
  /** Which field it is within its FieldScope, where its label does not say so. */
  readonly field?: string;
  /** Hundredths. */
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
  readonly suffix?: string;
  /** The largest, where the house's own is not meant. */
  readonly most?: number;
  /** Why a number that is one cannot be taken. */
  readonly refuse?: (value: number) => string | undefined;
  /** An empty field means "none"; otherwise it is wrong. */
  readonly mayBeEmpty?: boolean;
  readonly mayBeNegative?: boolean;
  readonly placeholder?: string;
}

/** Points (or a percentage) as people type them; what is no number stays in the field, marked. */
export function PointsInput(props: PointsInputProps) {
  const { label, id, field = label, value, onChange, suffix = '分' } = props;
  const { mayBeEmpty = false, mayBeNegative: signed = false } = props;
  const { most = suffix === '%' ? MAX_PERCENT : MAX_POINTS } = props;
  const read = (text: string) => {
    if (isBlank(text)) return mayBeEmpty ? { value: undefined } : { problem: '不能为空' };
    const found = readPoints(text, { units: [suffix], signed, most });
    const refused = 'value' in found ? props.refuse?.(found.value) : undefined;
    return refused === undefined ? found : { problem: refused };
  };
  const [typed, problem] = useTypedText({
    field,
    value: value === undefined ? '' : showPoints(value),
    commit: (text) => {
      const found = read(text);
      if ('value' in found && found.value !== value) onChange(found.value);
      return Promise.resolve('value' in found);
    },
    problemOf: (text) => {
      const found = read(text);
      return 'problem' in found ? `${found.problem}，没有保存` : undefined;
    },
  });
  return (
    <>
      <Input
        {...typed}
        id={id}
        className="fields-points-input"
        size="small"
        aria-label={label}
        aria-invalid={problem !== undefined}
        status={problem === undefined ? '' : 'error'}
        title={problem && `请填写不大于 ${showPoints(most)} 的数字，最多两位小数`}
        inputMode="decimal"
        autoComplete="off"
        placeholder={props.placeholder}
        suffix={suffix}
      />
      <FieldNote text={typed.value} problem={problem} />
    </>
  );
}
