import type { KeyboardEvent, ReactNode } from 'react';
import { EmptyState } from '../EmptyState.tsx';
import { useRovingList } from './use-roving-list.ts';
import './tree.css';

/** Pixels. */
export const ROW_HEIGHT = 34;

/** One line of a tree, in reading order. */
export interface TreeLine {
  readonly key: string;
  /** From 1. */
  readonly level: number;
  /** Absent where nothing is below it. */
  readonly expanded?: boolean;
}

export interface TreeProps<Row extends TreeLine> {
  /** Accessible name. */
  readonly label: string;
  readonly rows: readonly Row[];
  /** Key of the row at hand. */
  readonly active: string | undefined;
  readonly onActive: (row: Row) => void;
  readonly onToggle?: (row: Row) => void;
  /** A row was clicked: not for rows that the keys only pass. */
  readonly onPick?: (row: Row) => void;
  /** Enter: on to what belongs to the row; absent where what is at hand is not among the rows. */
  readonly onEnter?: (row: Row | undefined) => void;
  /** Keys beyond the tree's own. */
  readonly onKey?: (event: KeyboardEvent, row: Row) => void;
  /** What is said where there is no row. */
  readonly empty?: string;
  /** Read out for a row, where its text is not enough. */
  readonly nameOf?: (row: Row) => string;
  readonly titleOf?: (row: Row) => string;
  /** Stands out as a heading. */
  readonly isHead: (row: Row) => boolean;
  /** Where a click is for choosing a row alone, two open and close it. */
  readonly toggleOn?: 'click' | 'doubleClick';
  readonly children: (row: Row) => ReactNode;
}

/** A tree of any length by the ARIA tree pattern. */
export function Tree<Row extends TreeLine>(props: TreeProps<Row>) {
  const {
    label,
    rows,
    active,
    onActive,
    onToggle,
    onEnter,
    onKey,
    empty,
    toggleOn = 'click',
    children,
  } = props;
  const list = useRovingList({
    rows,
    keyOf: (row) => row.key,
    active,
    onActive,
    heightOf: () => ROW_HEIGHT,
    idOf: rowId,
    onKey,
    keys: {
      ArrowLeft: (row, at) => {
        if (row?.expanded) onToggle?.(row);
        else if (row) {
          const above = rows.findLast((other, i) => i < at && other.level < row.level);
          if (above) onActive(above);
        }
      },
      ArrowRight: (row, at) => {
        if (row?.expanded) list.moveTo(at + 1);
        else if (row?.expanded === false) onToggle?.(row);
      },
      Enter: (row) => onEnter?.(row),
    },
  });
  const toggle = (row: Row): void => {
    if (row.expanded !== undefined) onToggle?.(row);
  };
  return (
    <div {...list.props} className="list-tree" role="tree" aria-label={label}>
      {rows.length === 0 && empty !== undefined && <EmptyState text={empty} />}
      <div className="list-tree-space" style={{ height: list.virtual.getTotalSize() }}>
        {list.virtual.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index];
          if (!row) return null;
          return (
            <div
              key={key}
              id={rowId(row.key)}
              data-key={row.key}
              role="treeitem"
              aria-level={row.level}
              aria-selected={row.key === active}
              aria-expanded={row.expanded}
              aria-label={props.nameOf?.(row)}
              title={props.titleOf?.(row)}
              className={props.isHead(row) ? 'list-tree-row list-tree-section' : 'list-tree-row'}
              style={{ top: start, paddingInlineStart: 8 + (row.level - 1) * 12 }}
              onClick={() => {
                onActive(row);
                props.onPick?.(row);
                if (toggleOn === 'click') toggle(row);
              }}
              onDoubleClick={() => toggleOn === 'doubleClick' && toggle(row)}
            >
              {children(row)}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** An id must not hold spaces; a code may. */
const rowId = (key: string): string => `tree-${encodeURIComponent(key)}`;
