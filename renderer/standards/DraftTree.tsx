import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import type { DraftRow } from './draft-rows.ts';
import './draft-tree.css';

const ROW_HEIGHT = 32;
const PAGE = 12;

interface Props {
  readonly label: string;
  readonly rows: readonly DraftRow[];
  readonly selected: string | undefined;
  readonly closed?: ReadonlySet<string>;
  readonly onSelect: (id: string) => void;
  readonly onToggle?: (id: string) => void;
  /** Enter on a row: on to its fields. */
  readonly onEnter?: () => void;
  /** Keys beyond the tree's own. */
  readonly onKey?: (event: KeyboardEvent, row: DraftRow) => void;
  readonly children: (row: DraftRow) => ReactNode;
}

/** Nodes of a draft by the ARIA tree pattern, with one tab stop; only the rows in sight are in the document. */
export function DraftTree(props: Props) {
  const { label, rows, selected, closed, onSelect, onToggle, onEnter, onKey, children } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const at = rows.findIndex(({ node }) => node.id === selected);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]?.node.id ?? index,
    overscan: 8,
  });
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at);
  }, [at, selected, virtual]);

  const moveTo = (index: number) => {
    const row = rows[Math.min(rows.length - 1, Math.max(0, index))];
    if (row) onSelect(row.node.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[at];
    if (row) onKey?.(event, row);
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    const isOpen = row && row.node.children.length > 0 && !closed?.has(row.node.id);
    const act = {
      ArrowDown: () => moveTo(at + 1),
      ArrowUp: () => moveTo(at - 1),
      PageDown: () => moveTo(at + PAGE),
      PageUp: () => moveTo(at - PAGE),
      Home: () => moveTo(0),
      End: () => moveTo(rows.length - 1),
      ArrowLeft: () => (isOpen ? onToggle?.(row.node.id) : row?.parent && onSelect(row.parent.id)),
      ArrowRight: () => (isOpen ? moveTo(at + 1) : row && onToggle?.(row.node.id)),
      Enter: () => onEnter?.(),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  return (
    <div
      ref={scroller}
      className="draft-tree"
      role="tree"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={at >= 0 ? `node-${selected}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div className="draft-space" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index];
          if (!row) return null;
          const { id, kind, children: below } = row.node;
          return (
            <div
              key={key}
              id={`node-${id}`}
              role="treeitem"
              aria-level={row.level}
              aria-selected={id === selected}
              aria-expanded={below.length > 0 ? !closed?.has(id) : undefined}
              className={`draft-row draft-${kind}`}
              style={{ top: start, paddingInlineStart: 6 + (row.level - 1) * 14 }}
              onClick={() => onSelect(id)}
              onDoubleClick={() => onToggle?.(id)}
            >
              {children(row)}
            </div>
          );
        })}
      </div>
    </div>
  );
}
