import { Button, Select } from 'antd';
import { fieldOf } from '../../../shared/registers/entry.ts';
import type { LedgerName } from '../../../shared/registers/kinds.ts';
import type { CountedLine } from '../../../shared/registers/stat-table.ts';
import { allColumns, shownLabel, type YearColumn } from '../../../shared/registers/year/columns.ts';
import { entriesOf } from '../../../shared/registers/year/entries.ts';
import { WAY_LABELS } from '../../../shared/registers/year/table-words.ts';
import { LONGEST_LINE, type StatLine } from '../../../shared/registers/year/tables.ts';
import { useOpenYear } from '../../state/year-store.ts';
import { choicesOf } from '../../ui/fields/dense.tsx';
import { TextInput } from '../../ui/fields/TextInput.tsx';
import { MoveButtons } from '../MoveButtons.tsx';

interface Props {
  readonly name: LedgerName;
  readonly at: number;
  readonly counted: CountedLine;
  readonly isLast: boolean;
  readonly onChange: (fields: Partial<StatLine>) => Promise<boolean>;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

/** One line: its name, how it is counted, its number. */
export function StatLineRow({ name, at, counted, isLast, onChange, onMove, onRemove }: Props) {
  const { line, number, note, isOpen } = counted;
  const { id, label, by, value } = line;
  const nth = `指标 ${at + 1}`;
  return (
    <tr data-line={id}>
      <td>{at + 1}</td>
      <td className="stats-label">
        <TextInput
          size="small"
          field={`${id}-label`}
          aria-label={nth}
          value={label}
          maxLength={LONGEST_LINE}
          placeholder="指标名称"
          commit={(text) => onChange({ label: text.trim() })}
        />
      </td>
      <td>
        <div className="stats-way">
          <Select
            size="small"
            className="stats-by"
            aria-label={`${nth} 怎样统计`}
            value={by}
            options={choicesOf(WAY_LABELS)}
            onChange={(next) => void onChange({ by: next, column: '', called: '', word: '', value: '' })}
          />
          {(by === 'word' || by === 'sum') && <Which {...{ name, nth, line, onChange }} />}
        </div>
      </td>
      <td className="stats-number">
        {by === 'typed' ? (
          <TextInput
            size="small"
            field={`${id}-value`}
            aria-label={`${nth} 数量`}
            value={value}
            maxLength={LONGEST_LINE}
            placeholder="填写"
            commit={(text) => onChange({ value: text.trim() })}
          />
        ) : (
          <strong>{number === '' ? '—' : number}</strong>
        )}
        {note !== '' && by !== 'typed' && (
          <div className={isOpen ? 'registers-soon' : 'ui-muted'}>{note}</div>
        )}
      </td>
      <td className="stats-buttons">
        <MoveButtons what={nth} isFirst={at === 0} {...{ isLast, onMove }} />
        <Button type="text" size="small" danger aria-label={`移除 ${nth}`} onClick={onRemove}>
          移除
        </Button>
      </td>
    </tr>
  );
}

const fits = ({ kind, personal, of }: YearColumn, by: StatLine['by']): boolean =>
  by === 'sum' ? kind === 'count' : !personal && of === undefined && (kind === 'choice' || kind === 'text');

/** By which column, and by which word in it. */
function Which({
  name,
  nth,
  line: { id, by, column: code, called, word },
  onChange,
}: Pick<Props, 'name' | 'onChange'> & { readonly nth: string; readonly line: StatLine }) {
  const { value } = useOpenYear();
  const all = allColumns(value, name);
  const column = all.find((each) => each.code === code);
  const columns = all.filter(
    (each) => fits(each, by) && (!each.isHidden || !each.isOwn || each.code === code),
  );
  const options = columns.map((each) => ({ value: each.code, label: shownLabel(each) }));
  // One that is gone is still named.
  const isListed = code === '' || columns.some((each) => each.code === code);
  const choices = column?.choices ?? [];
  const texts = entriesOf(value, name).map((entry) => fieldOf(entry, code).trim());
  return (
    <>
      <Select
        size="small"
        className="stats-column"
        aria-label={`${nth} 哪一栏`}
        placeholder={columns.length === 0 ? '没有整数栏' : '哪一栏'}
        value={code === '' ? undefined : code}
        options={
          isListed ? options : [...options, { value: code, label: `${column?.label ?? called}（没有了）` }]
        }
        onChange={(next: string) =>
          void onChange({
            ...{ column: next, word: '' },
            called: all.find((each) => each.code === next)?.label ?? '',
          })
        }
      />
      {by === 'word' && column?.kind === 'choice' && (
        <Select
          size="small"
          className="stats-word"
          aria-label={`${nth} 哪个词`}
          placeholder="哪个词"
          value={word === '' ? undefined : word}
          options={choicesWithCounts(choices, texts, word)}
          optionRender={({ data: { value: each, count } }) => (
            <>
              {each}
              {count > 0 && <span className="ui-muted"> {count}</span>}
            </>
          )}
          onChange={(next: string) => void onChange({ word: next })}
        />
      )}
      {by === 'word' && column !== undefined && column.kind !== 'choice' && (
        <TextInput
          size="small"
          field={`${id}-word`}
          className="stats-word"
          aria-label={`${nth} 哪个词`}
          placeholder="哪个词"
          value={word}
          maxLength={LONGEST_LINE}
          suggestions={wordsIn(texts)}
          commit={(text) => onChange({ word: text.trim() })}
        />
      )}
    </>
  );
}

/** The options, then other words that stand in the column, those with how often: 调解成功 18. */
function choicesWithCounts(choices: readonly string[], texts: readonly string[], word: string) {
  const all = [...choices, ...wordsIn(texts), ...(word === '' ? [] : [word])];
  return [...new Set(all)].map((value) => {
    const count = texts.filter((text) => text === value).length;
    return { value, count };
  });
}

/** Words that stand in a column, to be offered. */
function wordsIn(texts: readonly string[]): string[] {
  return [...new Set(texts)].filter((text) => text !== '').slice(0, 100);
}
