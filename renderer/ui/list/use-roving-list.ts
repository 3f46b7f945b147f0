import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef } from 'react';

const PAGE = 10;

export interface RovingList<Row> {
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Key of the row that the keyboard is on. */
  readonly active: string | undefined;
  readonly onActive: (row: Row) => void;
  /** Pixels. */
  readonly heightOf: (index: number) => number;
  /** Pixels at the top that a heading covers. */
  readonly covered?: number;
  /** Id of a row's element, without spaces. */
  readonly idOf: (key: string) => string;
  /** What further keys do; `row` is the active one, absent where none of the rows is. */
  readonly keys?: Readonly<Record<string, (row: Row | undefined, at: number) => void>>;
  /** Before all others; what it takes, it prevents the default of. */
  readonly onKey?: (event: KeyboardEvent, row: Row) => void;
}

/**
 * A list of any length with one tab stop, by the ARIA patterns of trees and grids: the focus stays on the list and
 * `aria-activedescendant` names the row. Only the rows in sight are drawn.
 */
export function useRovingList<Row>(list: RovingList<Row>) {
  const { rows, keyOf, active, onActive, heightOf, covered, idOf, keys, onKey } = list;
  const scroller = useRef<HTMLDivElement>(null);
  const at = rows.findIndex((row) => keyOf(row) === active);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: heightOf,
    getItemKey: (index) => {
      const row = rows[index];
      return row === undefined ? index : keyOf(row);
    },
    scrollPaddingStart: covered,
    overscan: 6,
  });
  // A list that gets its height after its first drawing shows the active row then.
  const height = virtual.scrollRect?.height;
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at);
  }, [at, active, height, virtual]);

  const moveTo = (index: number): void => {
    const row = rows[Math.min(rows.length - 1, Math.max(0, index))];
    if (row !== undefined) onActive(row);
  };
  const moves: Readonly<Record<string, () => void>> = {
    ArrowDown: () => moveTo(at + 1),
    ArrowUp: () => moveTo(at - 1),
    PageDown: () => moveTo(at + PAGE),
    PageUp: () => moveTo(at - PAGE),
    Home: () => moveTo(0),
    End: () => moveTo(rows.length - 1),
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    const row = rows[at];
    if (row !== undefined) onKey?.(event, row);
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    const act = keys?.[event.key];
    const move = moves[event.key];
    if (!act && !move) return;
    event.preventDefault();
    if (act) act(row, at);
    else move?.();
  };
  return {
    virtual,
    moveTo,
    /** For the element that scrolls. */
    props: {
      ref: scroller,
      tabIndex: 0,
      'aria-activedescendant': at >= 0 && active !== undefined ? idOf(active) : undefined,
      onKeyDown,
    },
  };
}
