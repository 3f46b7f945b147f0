import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Space } from 'antd';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { hasText, isRanked, TEXT_COLUMNS } from '../../shared/registers/commend/summary.ts';
import type { Column } from '../../shared/registers/column.ts';
import { twinOf } from '../../shared/registers/contradictions.ts';
import { countOf } from '../../shared/registers/count.ts';
import { type Entry, fieldOf, MAX_FIELD } from '../../shared/registers/entry.ts';
import { registerOf, type RegisterName } from '../../shared/registers/kinds.ts';
import { shownOwner } from '../../shared/registers/projects/owner.ts';
import { limitOf } from '../../shared/registers/limit-day.ts';
import { readDay } from '../../shared/registers/read-day.ts';
import { columnsIn, hiddenContent, labelIn } from '../../shared/registers/year/columns.ts';
import { entriesOf } from '../../shared/registers/year/entries.ts';
import { titleOf } from '../../shared/registers/year/entry-title.ts';
import type { Year } from '../../shared/registers/year/schema.ts';
import { useOpenYear, useYear } from '../state/year-store.ts';
import { Choice } from '../ui/fields/Choice.tsx';
import { DateInput } from '../ui/fields/DateInput.tsx';
import { FieldScope, useRemoveLine } from '../ui/fields/drafts.tsx';
import { Field } from '../ui/fields/Field.tsx';
import { TextInput } from '../ui/fields/TextInput.tsx';
import { addEntry } from './add-entry.ts';
import { duesIn } from '../../shared/registers/due.ts';
import { LinkField } from './LinkField.tsx';
import { ProjectParts } from './projects/ProjectParts.tsx';
import { EntrySayings, EntryText } from './commend/EntryText.tsx';
import { Place } from './commend/Place.tsx';
import { EntryFiles } from './EntryFiles.tsx';
import { MoveButtons } from './MoveButtons.tsx';
import { moveEntry } from './move-entry.ts';
import { useRefocus } from './use-refocus.ts';
import './entry-pane.css';

interface Props {
  readonly name: RegisterName;
  readonly entry: Entry;
  readonly today: string;
  /** Those that are shown beside it, in their order. */
  readonly shown: readonly Entry[];
}

/** One entry as a form. Ctrl+Enter goes on with a new one. */
export function EntryPane({ name, entry, today, shown }: Props) {
  const { value } = useOpenYear();
  const { unit } = registerOf(name);
  const { words, tone } = duesIn(value, name, today)(entry);
  const pane = useRef<HTMLElement>(null);
  useEffect(() => {
    if (useYear.getState().fresh !== entry.id) return;
    const fields = pane.current?.querySelectorAll<HTMLInputElement>('input[type=text], textarea') ?? [];
    const refused = pane.current?.querySelector<HTMLElement>('[aria-invalid=true]');
    (refused ?? [...fields].find(({ value }) => value === ''))?.focus();
  }, [entry.id]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void addEntry(name, entry.id);
  };
  // A text has a part of its own, with all that is said of it.
  const apart = hasText(name) ? [TEXT_COLUMNS[name], 'covered'] : [];
  const columns = columnsIn(value, name).filter(({ code }) => !apart.includes(code));
  const removeLine = useRemoveLine();
  const remove = () =>
    void removeLine(
      entry.id,
      useYear.getState().edit({ kind: 'removeEntries', register: name, ids: [entry.id] }),
    );
  return (
    <aside ref={pane} className="registers-pane" aria-label={`填写这一${unit}`} onKeyDown={onKeyDown}>
      {words !== '' && <p className={`registers-${tone}`}>{words}</p>}
      <Twin name={name} entry={entry} />
      {registerOf(name).isOfTheYear && <Moves {...{ name, entry, shown }} />}
      <FieldScope name={entry.id}>
        <Form layout="vertical" className="registers-form" component="div">
          {columns.map((column, index) => (
            <EntryField key={column.code} {...{ name, entry, column }} isFirst={index === 0} />
          ))}
        </Form>
        {hasText(name) && <EntryText name={name} entry={entry} />}
      </FieldScope>
      <HiddenContent name={name} entry={entry} />
      {name === 'projects' && <ProjectParts project={entry} />}
      {name === 'tasks' && <LinkField place={{ register: name, id: entry.id }} />}
      <EntryFiles name={name} entry={entry} />
      <Space wrap>
        <Button icon={<PlusOutlined aria-hidden />} onClick={() => void addEntry(name, entry.id)}>
          再增一{unit}（Ctrl+Enter）
        </Button>
        <Button danger icon={<DeleteOutlined aria-hidden />} onClick={remove}>
          删除这一{unit}
        </Button>
      </Space>
      {hasText(name) && <EntrySayings name={name} entry={entry} />}
    </aside>
  );
}

/** Up and down in a list; the list itself takes the keys as well. Where the order matters, which place it is. */
function Moves({ name, entry, shown }: Omit<Props, 'today'>) {
  const { value } = useOpenYear();
  const { box, refocus } = useRefocus<HTMLSpanElement>(shown.map(({ id }) => id).join());
  return (
    <span ref={box}>
      {isRanked(name) && <Place name={name} entry={entry} />}
      <MoveButtons
        what={titleOf(value, name, entry)}
        isFirst={shown[0]?.id === entry.id}
        isLast={shown.at(-1)?.id === entry.id}
        onMove={(by) => {
          refocus(`[data-move="${by}"]`, `[data-move="${-by}"]`);
          void moveEntry(name, { shown, id: entry.id, by });
        }}
      />
      <span className="ui-muted">列表里按 Alt+↑、Alt+↓</span>
    </span>
  );
}

/** Says of an entry that another one has what should tell it apart. */
function Twin({ name, entry }: Pick<Props, 'name' | 'entry'>) {
  const { value } = useOpenYear();
  const twin = twinOf(name, entriesOf(value, name), entry);
  const { onlyOnce = '', unit } = registerOf(name);
  if (!twin) return null;
  const label = labelIn(value, name, onlyOnce);
  return (
    <p className="registers-soon">
      “{label}”与另一行（{titleOf(value, name, twin)}）相同：同一{label}只算一{unit}，请核对
    </p>
  );
}

/** Says of hidden columns that something stands in them. */
export function HiddenContent({ name, entry }: Pick<Props, 'name' | 'entry'>) {
  const { value } = useOpenYear();
  const hidden = hiddenContent(value, name, [entry]).map(({ label }) => `“${label}”`);
  if (hidden.length === 0) return null;
  return <p className="ui-muted">不显示的栏目里有内容：{hidden.join('、')}。在“栏目”里可以重新显示。</p>;
}

/**
 * As in a table that is imported: a day without its year is one of this year; a stretch of days, a month without a day; of what
 * is set ahead 10月31日前 and 全年, but for 按此日计, which is a day.
 */
function otherDays(text: string, { name, column, year }: DayPlace): string | undefined {
  const { day, written, doubt } = readDay(text, { year, zeros: true });
  const read = written ?? (doubt === undefined ? day : undefined);
  const limit = read === undefined && column.planned ? limitOf(text, year) : undefined;
  if (!limit) return read;
  return name === 'tasks' ? limit.day || undefined : text.trim();
}

interface DayPlace {
  readonly name: RegisterName;
  readonly column: Column;
  readonly year: number;
}

/** One column of an entry, as it is typed or chosen. */
export function EntryField({
  name,
  entry,
  column,
  isFirst = false,
}: Pick<Props, 'name' | 'entry'> & { readonly column: Column; readonly isFirst?: boolean }) {
  const { code, label, kind, choices = [], personal, names = {}, suggests } = column;
  const { year, registers } = useOpenYear().value;
  const value = fieldOf(entry, code);
  const shown = personal ? `${label}（个人信息，可以不填）` : label;
  const commit = (text: string) =>
    useYear.getState().edit({ kind: 'setEntry', register: name, id: entry.id, fields: { [code]: text } });
  const common = { id: `${entry.id}-${code}`, field: code, value, commit };
  switch (kind) {
    case 'day':
      return (
        <DateInput {...common} label={shown} others={(text) => otherDays(text, { name, column, year })} />
      );
    case 'choice':
      return (
        <Field label={shown}>
          <Choice
            label={label}
            placeholder="请选择"
            value={value === '' ? undefined : value}
            // What was imported may be none of them: it stays, and can be chosen again.
            options={[...new Set([...choices, ...(value === '' ? [] : [value])])].map((each) => ({
              value: each,
              label: column.of === undefined ? each : shownOwner(each, names) || '（项目已经移除，请另选）',
            }))}
            onChange={(next) => void commit(next)}
            onClear={() => void commit('')}
          />
        </Field>
      );
    case 'long':
      return (
        <Field label={shown} wide>
          <TextInput
            {...common}
            aria-label={label}
            maxLength={MAX_FIELD}
            lines={{ min: isFirst ? 1 : 2, max: 8 }}
          />
        </Field>
      );
    case 'count':
      return (
        <Field label={shown}>
          <TextInput
            {...common}
            aria-label={label}
            commit={(text) => commit(String(countOf(text, registerOf(name).unit) ?? ''))}
            problemOf={(text) =>
              text.trim() === '' || countOf(text, registerOf(name).unit) !== undefined
                ? undefined
                : '请填写整数，如 1200，没有保存'
            }
          />
        </Field>
      );
    case 'text':
      return (
        <Field label={shown}>
          <TextInput
            {...common}
            aria-label={label}
            maxLength={500}
            suggestions={suggests && titlesIn(registers, suggests)}
          />
        </Field>
      );
  }
}

/** What the cases of the year are called, each once. */
function titlesIn(registers: Year['registers'], name: 'cases'): string[] {
  const titles = entriesOf({ registers }, name).map((entry) => fieldOf(entry, 'title').trim());
  return [...new Set(titles)].filter((title) => title !== '');
}
