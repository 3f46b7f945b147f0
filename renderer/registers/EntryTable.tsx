import { type KeyboardEvent, useEffect } from 'react';
import { type Entry, fieldOf } from '../../shared/registers/entry.ts';
import { columnsOf, registerOf, type RegisterName } from '../../shared/registers/kinds.ts';
import { useYear } from '../state/year-store.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useShownRows } from '../ui/list/use-shown-rows.tsx';
import { dueOf } from '../../shared/registers/due.ts';

interface Props {
  readonly name: RegisterName;
  readonly entries: readonly Entry[];
  readonly today: string;
  readonly chosen: string | undefined;
  readonly isSearched: boolean;
}

/** The entries, one a row: what is listed of them, and what is due. One tab stop; the arrows go through the rows. */
export function EntryTable({ name, entries, today, chosen, isSearched }: Props) {
  const { unit, label } = registerOf(name);
  const columns = columnsOf(name).filter(({ listed }) => listed);
  const { rows, more } = useShownRows(entries);
  useEffect(() => {
    if (chosen !== undefined)
      document.getElementById(`entry-${chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const choose = (id: string | undefined) => useYear.getState().choose(name, id);
  if (entries.length === 0) {
    const text = isSearched
      ? '没有找到。请换个词，或者清空查找。'
      : `还没有登记。可以新增一${unit}，也可以导入现有的表格。`;
    return <EmptyState text={text} />;
  }
  const at = entries.findIndex(({ id }) => id === chosen);
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };
    const step = steps[event.key];
    if (step === undefined || event.target !== event.currentTarget) return;
    event.preventDefault();
    const next = at < 0 ? 0 : Math.min(entries.length - 1, Math.max(0, at + step));
    choose(entries[next]?.id);
  };
  return (
    <div
      className="registers-table"
      role="grid"
      aria-label={`${label}列表`}
      aria-rowcount={entries.length + 1}
      aria-activedescendant={at >= 0 ? `entry-${chosen}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div role="row" className="registers-row registers-head">
        {columns.map(({ code, label: title, kind }) => (
          <span role="columnheader" key={code} className={`registers-${kind}`}>
            {title}
          </span>
        ))}
        <span role="columnheader" className="registers-due">
          提醒
        </span>
      </div>
      {rows.map((entry, index) => {
        const { words, tone } = dueOf(name, entry, today);
        return (
          <div
            key={entry.id}
            id={`entry-${entry.id}`}
            role="row"
            aria-rowindex={index + 2}
            aria-selected={entry.id === chosen}
            className="registers-row"
            onClick={() => choose(entry.id)}
          >
            {columns.map(({ code, kind }) => (
              <span role="gridcell" key={code} className={`registers-${kind}`}>
                {fieldOf(entry, code) || '—'}
              </span>
            ))}
            <span role="gridcell" className={`registers-due registers-${tone}`}>
              {words}
            </span>
          </div>
        );
      })}
      {more}
    </div>
  );
}
