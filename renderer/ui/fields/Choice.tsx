import { Select } from 'antd';
import { type KeyboardEvent, useRef, useState } from 'react';
import { foundIn } from '../../../shared/search/match.ts';
import './fields.css';

interface Option<Value extends string> {
  readonly value: Value;
  /** Absent: the value itself. */
  readonly label?: string;
}

interface Props<Value extends string> {
  /** Accessible name. */
  readonly label: string;
  /** Undefined: nothing is chosen. */
  readonly value: Value | undefined;
  readonly options: readonly Option<Value>[];
  readonly size?: 'small';
  readonly disabled?: boolean | undefined;
  readonly placeholder?: string;
  readonly onChange: (value: Value) => void;
  /** Present: what is chosen can be taken away, also by Delete. */
  readonly onClear?: () => void;
}

/**
 * One of a few. What is typed looks for it, by its sound too. Tab goes on, with what was looked for or walked to by the arrows,
 * and chooses nothing else: the library's own takes the first one of an open list.
 */
export function Choice<Value extends string>(props: Props<Value>) {
  const { label, value, options, size, disabled, placeholder, onChange, onClear } = props;
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  /** Where the arrows have led. */
  const [walked, setWalked] = useState<Value>();
  /** The next move in the list is an arrow's, and not the mouse's. */
  const isArrow = useRef(false);
  const isFound = (option: Option<Value | ''>): boolean =>
    foundIn(option.label ?? option.value, typed.trim().toLowerCase()) !== undefined;
  const close = (): void => {
    setOpen(false);
    setTyped('');
    setWalked(undefined);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Tab' && isOpen) {
      event.stopPropagation();
      const found = walked ?? (typed.trim() === '' ? undefined : options.find(isFound)?.value);
      close();
      if (found !== undefined && found !== value) onChange(found);
    } else if (event.key === 'Escape' && isOpen) {
      event.stopPropagation();
      close();
    } else if (['ArrowDown', 'ArrowUp'].includes(event.key)) {
      isArrow.current = true;
    } else if (
      ['Delete', 'Backspace'].includes(event.key) &&
      typed === '' &&
      value !== undefined &&
      onClear
    ) {
      event.stopPropagation();
      close();
      onClear();
    }
  };
  // The library's own button for that is a stop of the Tab key.
  const none = onClear && value !== undefined ? [{ value: '' as const, label: '（不选）' }] : [];
  return (
    <div className="fields-choice" onKeyDownCapture={onKeyDown}>
      <Select<Value | '', Option<Value | ''>>
        aria-label={label}
        value={value ?? null}
        open={isOpen}
        onOpenChange={(open) => (open ? setOpen(true) : close())}
        options={[...options.map((each) => ({ label: each.value, ...each })), ...none]}
        showSearch={{
          searchValue: typed,
          onSearch: (text) => {
            setTyped(text);
            setWalked(undefined);
          },
          filterOption: (_, option) => option !== undefined && isFound(option),
        }}
        defaultActiveFirstOption={typed.trim() !== ''}
        onActive={(active) => {
          if (isArrow.current && active !== '') setWalked(active);
          isArrow.current = false;
        }}
        notFoundContent="没有这个选项"
        {...(size && { size })}
        {...(disabled !== undefined && { disabled })}
        {...(placeholder !== undefined && { placeholder })}
        onChange={(next) => {
          close();
          if (next === '') onClear?.();
          else onChange(next);
        }}
      />
    </div>
  );
}
