import { type KeyboardEvent, useId } from 'react';
import { Button, Input, Space } from 'antd';
import { MinusOutlined, PlusOutlined } from '@ant-design/icons';
import { useComposed } from '../../../ui/fields/composed.ts';
import { useTypedField } from './typed-fields.ts';
import type { ReadNumber } from '../../../../shared/values/typed-number.ts';
import '../rules.css';

interface Props {
  /** Its name inside the item, for what is typed in it. */
  readonly field: string;
  /** Accessible name. */
  readonly label: string;
  readonly saved: number | undefined;
  readonly show: (value: number) => string;
  readonly parse: (text: string) => ReadNumber;
  readonly commit: (value: number) => void;
  readonly step: number;
  readonly max: number;
  /** 分, 处, … */
  readonly suffix: string;
  readonly hint?: string;
}

/**
 * A number with a stepper. Valid text is committed with every keystroke; invalid text stays in the field
 * with a sentence that says why it does not count.
 */
export function NumberField(props: Props) {
  const { field, label, saved, show, parse, commit, step, max, suffix, hint } = props;
  const [typed, setTyped] = useTypedField(field);
  const messageId = useId();
  // Typed text that reads as another value than the saved one is out of date (undo, a quick button).
  const stale = typed?.problem === '' && !sameValue(parse(typed.text), saved);
  const text = typed && !stale ? typed.text : saved === undefined ? '' : show(saved);
  const problem = typed?.problem ?? '';

  const type = (next: string): void => {
    const parsed = parse(next);
    const problem = 'problem' in parsed ? parsed.problem : '';
    setTyped({ text: next, problem, isSaved: problem === '' });
    if ('value' in parsed && parsed.value !== saved) commit(parsed.value);
  };
  const composed = useComposed(text, type);
  const move = (by: number): void => {
    setTyped(undefined);
    commit(Math.min(max, Math.max(0, (saved ?? 0) + by)));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.altKey || event.ctrlKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(event.key === 'ArrowUp' ? step : -step);
  };

  return (
    <div className="items-rules-number-field">
      <Space.Compact>
        <Button
          aria-label={`${label}减少`}
          tabIndex={-1}
          icon={<MinusOutlined aria-hidden />}
          disabled={(saved ?? 0) <= 0}
          onClick={() => move(-step)}
        />
        <Input
          aria-label={label}
          aria-invalid={problem !== ''}
          aria-describedby={messageId}
          inputMode="decimal"
          // Valid digits are saved already: Ctrl+Z is the assessment's. Wrong ones are only in the field.
          data-typed={problem === '' || undefined}
          autoComplete="off"
          status={problem ? 'error' : ''}
          suffix={suffix}
          {...composed}
          onKeyDown={onKeyDown}
          onBlur={() => {
            if (typed?.problem === '') setTyped(undefined);
          }}
        />
        <Button
          aria-label={`${label}增加`}
          tabIndex={-1}
          icon={<PlusOutlined aria-hidden />}
          disabled={(saved ?? 0) >= max}
          onClick={() => move(step)}
        />
      </Space.Compact>
      <div
        id={messageId}
        className={problem ? 'ui-field-problem' : 'items-rules-field-hint'}
        role={problem ? 'alert' : undefined}
      >
        {problem ? `${problem}（“${text}”未计入）` : hint}
      </div>
    </div>
  );
}

function sameValue(parsed: ReadNumber, saved: number | undefined): boolean {
  return 'value' in parsed && parsed.value === saved;
}
