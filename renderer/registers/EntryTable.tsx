import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { isRanked } from '../../shared/registers/commend/summary.ts';
import type { Entry } from '../../shared/registers/entry.ts';
import { registerOf, type RegisterName } from '../../shared/registers/kinds.ts';
import { shownIn } from '../../shared/registers/projects/owner.ts';
import { columnsIn } from '../../shared/registers/year/columns.ts';
import { filledEntries } from '../../shared/registers/year/entries.ts';
import { useOpenYear, useYear } from '../state/year-store.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useUnsentLines } from '../ui/fields/drafts.tsx';
import { useShownRows } from '../ui/list/use-shown-rows.tsx';
import { duesIn } from '../../shared/registers/due.ts';
import { moveEntry } from './move-entry.ts';
import { UnsentMark } from './UnsentMark.tsx';

interface Props {
  readonly name: RegisterName;
  readonly entries: readonly Entry[];
  readonly today: string;
  readonly chosen: string | undefined;
  readonly isSearched: boolean;
  /** An entry opens a screen of its own: the arrows only go through the rows, Enter opens. `left`: the one that was open. */
  readonly opening?: { readonly left: string | undefined } | undefined;
}

/** The entries, one a row: what is listed of them, and what is due. One tab stop; the arrows go through the rows. */
export function EntryTable({ name, entries, today, chosen, isSearched, opening }: Props) {
  const { unit, label } = registerOf(name);
  const { value } = useOpenYear();
  const columns = columnsIn(value, name).filter(({ listed }) => listed);
  useEffect(() => {
    if (chosen !== undefined)
      document.getElementById(`entry-${chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const choose = (id: string | undefined) => useYear.getState().choose(name, id);
  const [marked, mark] = useState(opening?.left);
  const shown = opening ? marked : chosen;
  const at = entries.findIndex(({ id }) => id === shown);
  const dueOf = duesIn(value, name, today);
  const places = isRanked(name) ? filledEntries(value, name).map(({ id }) => id) : undefined;
  const unsent = new Set(useUnsentLines());
  const { rows, more } = useShownRows(entries, undefined, at);
  const table = useRef<HTMLDivElement>(null);
  const isBack = opening?.left !== undefined;
  useEffect(() => {
    if (isBack) table.current?.focus();
  }, [isBack]);
  if (entries.length === 0) {
    const text = isSearched
      ? '没有找到。请换个词，或者清空查找。'
      : `还没有登记。可以新增一${unit}，也可以导入现有的表格。`;
    return <EmptyState text={text} />;
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (opening && event.key === 'Enter' && event.target === event.currentTarget) {
      // The field that gets the focus must not get the key as well.
      event.preventDefault();
      choose(entries[at]?.id);
    }
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };
    const step = steps[event.key];
    if (step === undefined || event.target !== event.currentTarget) return;
    event.preventDefault();
    if (event.altKey && at >= 0) {
      const by = step < 0 ? -1 : 1;
      const { id } = entries[at] ?? {};
      if (registerOf(name).isOfTheYear && id !== undefined && Math.abs(step) === 1)
        void moveEntry(name, { shown: entries, id, by });
      return;
    }
    const next = at < 0 ? 0 : Math.min(entries.length - 1, Math.max(0, at + step));
    (opening ? mark : choose)(entries[next]?.id);
  };
  return (
    <div
      ref={table}
      className="registers-table"
      role="grid"
      aria-label={`${label}列表`}
      aria-rowcount={entries.length + 1}
      aria-activedescendant={at >= 0 ? `entry-${shown}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div role="row" className="registers-row registers-head">
        {places && <PlaceCell role="columnheader">顺序</PlaceCell>}
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
        const { words, tone } = dueOf(entry);
        return (
          <div
            key={entry.id}
            id={`entry-${entry.id}`}
            role="row"
            aria-rowindex={index + 2}
            aria-selected={entry.id === shown}
            className="registers-row"
            onClick={() => choose(entry.id)}
          >
            {places && <PlaceCell role="gridcell">{places.indexOf(entry.id) + 1 || '—'}</PlaceCell>}
            {columns.map((column) => (
              <span role="gridcell" key={column.code} className={`registers-${column.kind}`}>
                {shownIn(column, entry) || '—'}
              </span>
            ))}
            <span role="gridcell" className={`registers-due registers-${tone}`}>
              <UnsentMark isUnsent={unsent.has(entry.id)} />
              {words}
            </span>
          </div>
        );
      })}
      {more}
    </div>
  );
}

function PlaceCell({ role, children }: { role: 'columnheader' | 'gridcell'; children: ReactNode }) {
  return (
    <span role={role} className="registers-place">
      {children}
    </span>
  );
}
