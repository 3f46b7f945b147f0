import { Checkbox, Select } from 'antd';
import type { ReactNode } from 'react';
import { MOST_LINES } from '../../../../shared/campaign/draft/schema.ts';
import { LONG_TEXT } from '../../../../shared/values/long-text.ts';
import { dateProblem, readDate } from '../../../ui/fields/read-date.ts';
import { TextInput } from '../../../ui/fields/TextInput.tsx';
import { type Part, useDraft } from './use-draft.ts';
import '../fields.css';

/** How wide a field is, in quarters of the form. */
type Span = 'one' | 'two' | 'three' | 'all';

interface Labelled {
  readonly id: string;
  readonly label: string;
  readonly span?: Span;
  readonly children: ReactNode;
}

function Labelled({ id, label, span = 'one', children }: Labelled) {
  return (
    <div className={`campaigns-field campaigns-${span}`}>
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  );
}

/** Names of the fields of a part that hold a text. */
type TextOf<Fields> = {
  [Name in keyof Fields & string]: Fields[Name] extends string ? Name : never;
}[keyof Fields & string];
type LinesOf<Fields> = {
  [Name in keyof Fields & string]: Fields[Name] extends string[] ? Name : never;
}[keyof Fields & string];

interface TextProps<Fields extends object> {
  readonly of: Part<Fields>;
  readonly name: TextOf<Fields>;
  readonly label: string;
  readonly span?: Span;
  readonly placeholder?: string;
}

export function Text<Fields extends object>({ of, name, label, span, placeholder }: TextProps<Fields>) {
  const id = of.id(name);
  return (
    <Labelled {...{ id, label, span }}>
      <TextInput
        {...{ id, placeholder, size: 'small' }}
        maxLength={LONG_TEXT}
        value={of.value[name] as string}
        commit={(text) => of.set({ [name]: text } as Partial<Fields>)}
      />
    </Labelled>
  );
}

/** A day, as people write it. */
export function Day<Fields extends object>({ of, name, label, span }: TextProps<Fields>) {
  const id = of.id(name);
  return (
    <Labelled {...{ id, label, span }}>
      <TextInput
        {...{ id, size: 'small', placeholder: '如：2027-11-25' }}
        value={of.value[name] as string}
        problemOf={(text) => {
          const problem = dateProblem(text, '2027-11-25');
          return problem && `${problem}，没有保存`;
        }}
        commit={(text) => of.set({ [name]: readDate(text) ?? '' } as Partial<Fields>)}
      />
    </Labelled>
  );
}

/** A list of words, each in a line of its own. */
export function Lines<Fields extends object>({
  of,
  name,
  label,
  span = 'two',
  placeholder,
}: Omit<TextProps<Fields>, 'name'> & { readonly name: LinesOf<Fields> }) {
  const id = of.id(name);
  return (
    <Labelled {...{ id, label, span }}>
      <TextInput
        {...{ id, placeholder, size: 'small', lines: { min: 2, max: 8 } }}
        maxLength={LONG_TEXT}
        value={(of.value[name] as string[]).join('\n')}
        problemOf={(text) => tooMany(linesOf(text).length)}
        commit={(text) => of.set({ [name]: linesOf(text) } as Partial<Fields>)}
      />
    </Labelled>
  );
}

function tooMany(lines: number): string | undefined {
  return lines > MOST_LINES
    ? `最多 ${MOST_LINES} 行，多了 ${lines - MOST_LINES} 行，没有保存；请删减`
    : undefined;
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.split('\n');
}

interface ChoiceProps<Value extends string> {
  readonly id: string;
  readonly label: string;
  readonly span?: Span;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

export function Choice<Value extends string>({
  id,
  label,
  span,
  value,
  options,
  onChange,
}: ChoiceProps<Value>) {
  return (
    <Labelled {...{ id, label, span }}>
      <Select<Value> {...{ id, value, onChange, size: 'small', options: [...options] }} aria-label={label} />
    </Labelled>
  );
}

interface ChecksProps<Value extends string> {
  readonly id: string;
  readonly label: string;
  readonly span?: Span;
  readonly value: readonly Value[];
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value[]) => void;
}

/** Any of a few. */
export function Checks<Value extends string>({
  id,
  label,
  span,
  value,
  options,
  onChange,
}: ChecksProps<Value>) {
  return (
    <div className={`campaigns-field campaigns-${span ?? 'one'}`} id={id} tabIndex={-1}>
      <span>{label}</span>
      <Checkbox.Group<Value>
        aria-label={label}
        value={[...value]}
        options={[...options]}
        onChange={(chosen) =>
          onChange(options.map((each) => each.value).filter((each) => chosen.includes(each)))
        }
      />
    </div>
  );
}

interface Cited {
  readonly document: string;
  readonly clause: string;
  readonly previous: string;
}

/** 出处: a clause of the notice itself, unless another document is named; of a copy, what was cited before. */
export function SourceFields<Fields extends Cited>({ of }: { readonly of: Part<Fields> }) {
  const notice = useDraft().documentNumber.trim();
  const part = of as unknown as Part<Cited>;
  return (
    <>
      <Text
        of={part}
        name="clause"
        label="条款"
        placeholder={part.value.previous === '' ? '如：二（一）' : `去年：${part.value.previous}`}
      />
      <Text
        of={part}
        name="document"
        label="出处文号"
        placeholder={notice ? `本通知（${notice}）` : '本通知'}
      />
    </>
  );
}

interface Stated extends Cited {
  readonly words: string;
  readonly whose: string;
}

/** In which clause, whose it is, and in which words. */
export function StatedFields<Fields extends Stated>({ of }: { readonly of: Part<Fields> }) {
  const { whose } = useDraft();
  const part = of as unknown as Part<Stated>;
  return (
    <>
      <SourceFields of={part} />
      <Text of={part} name="whose" label="谁的要求" placeholder={whose.trim() || '如：郑州市、全省'} />
      <Text of={part} name="words" label="通知原话" span="all" placeholder="可不填；照抄通知里的这句话" />
    </>
  );
}
