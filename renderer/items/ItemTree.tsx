import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { EmptyState } from '../ui/EmptyState.tsx';
import { TreeRowView } from './TreeRowView.tsx';
import type { TreeRow } from './tree-rows.ts';
import './tree.css';

export const ROW_HEIGHT = 34;
const PAGE = 10;

interface Props {
  readonly rows: readonly TreeRow[];
  readonly selected: string | undefined;
  /** Codes whose number fields hold text that is not counted. */
  readonly wrong: ReadonlySet<string>;
  readonly onSelect: (code: string) => void;
  readonly onToggle: (key: string) => void;
  /** Enter on an entry: on to its editor. */
  readonly onEnter: () => void;
}

/**
 * The standard as a tree, by the ARIA tree pattern with one tab stop: the focus stays on the tree and
 * `aria-activedescendant` names the row. Only the rows in sight are in the document.
 */
export function ItemTree({ rows, selected, wrong, onSelect, onToggle, onEnter }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const [section, setSection] = useState<string>();
  const active = section !== undefined && rows.some((row) => row.key === section) ? section : `i:${selected}`;
  const at = rows.findIndex((row) => row.key === active);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 6,
  });

  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at);
  }, [at, active, virtual]);

  const moveTo = (index: number): void => {
    const row = rows[Math.min(rows.length - 1, Math.max(0, index))];
    if (row?.kind === 'section') setSection(row.key);
    else if (row) {
      setSection(undefined);
      onSelect(row.code);
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const row = rows[at];
    const act = {
      ArrowDown: () => moveTo(at + 1),
      ArrowUp: () => moveTo(at - 1),
      PageDown: () => moveTo(at + PAGE),
      PageUp: () => moveTo(at - PAGE),
      Home: () => moveTo(0),
      End: () => moveTo(rows.length - 1),
      ArrowLeft: () => {
        if (row?.kind === 'section' && row.expanded) onToggle(row.key);
        else
          moveTo(
            rows.findLastIndex(
              (other, i) => i < at && other.kind === 'section' && other.level < (row?.level ?? 0),
            ),
          );
      },
      ArrowRight: () => {
        if (row?.kind !== 'section') return;
        if (row.expanded) moveTo(at + 1);
        else onToggle(row.key);
      },
      Enter: () => (row?.kind === 'section' ? onToggle(row.key) : onEnter()),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  return (
    <div
      ref={scroller}
      className="tree"
      role="tree"
      tabIndex={0}
      aria-label="评分项"
      aria-activedescendant={at >= 0 ? rowId(active) : undefined}
      onKeyDown={onKeyDown}
    >
      {rows.length === 0 && <EmptyState text="没有符合条件的评分项" />}
      <div className="tree-space" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index];
          if (!row) return null;
          return (
            <TreeRowView
              key={key}
              id={rowId(row.key)}
              row={row}
              top={start}
              active={row.key === active}
              wrong={row.kind === 'entry' && wrong.has(row.code)}
              onClick={() => {
                moveTo(index);
                if (row.kind === 'section') onToggle(row.key);
              }}
            />
          );
        })}
      </div>
    </div>
  );
}

/** An id must not hold spaces; a code may. */
const rowId = (key: string): string => `tree-${encodeURIComponent(key)}`;
