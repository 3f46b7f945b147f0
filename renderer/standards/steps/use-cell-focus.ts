import { type KeyboardEvent, useRef, useState } from 'react';
import type { SourceCell } from '../../../shared/tables/source-table.ts';

interface Place {
  readonly row: number;
  readonly column: number;
}

interface CellFocus {
  /** The cell that was last gone to; undefined: none yet. */
  readonly chosen: SourceCell | undefined;
  /** What makes a cell one of those that the keys go through. */
  readonly of: (cell: SourceCell) => {
    readonly tabIndex: number;
    readonly onFocus: () => void;
    readonly ref: (element: HTMLElement | null) => void;
  };
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

const has = ({ row, column, rowSpan, columnSpan }: SourceCell, at: Place): boolean =>
  at.row >= row && at.row < row + rowSpan && at.column >= column && at.column < column + columnSpan;

/** One tab stop for all cells of a table; the arrow keys go from cell to cell, through merged ones along their own line. */
export function useCellFocus(cells: readonly SourceCell[]): CellFocus {
  const [at, setAt] = useState<Place>();
  const elements = useRef(new Map<SourceCell, HTMLElement>());
  const chosen = at && cells.find((cell) => has(cell, at));
  const stop = chosen ?? cells[0];

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (!at || !chosen || event.altKey || event.ctrlKey || event.metaKey) return;
    if (!(event.target instanceof HTMLElement) || event.target !== elements.current.get(chosen)) return;
    const steps: Readonly<Record<string, Place>> = {
      ArrowLeft: { row: at.row, column: chosen.column - 1 },
      ArrowRight: { row: at.row, column: chosen.column + chosen.columnSpan },
      ArrowUp: { row: chosen.row - 1, column: at.column },
      ArrowDown: { row: chosen.row + chosen.rowSpan, column: at.column },
      Home: { row: at.row, column: 0 },
      End: { row: at.row, column: Math.max(...cells.map(({ column }) => column)) },
    };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const next = cells.find((cell) => has(cell, step));
    if (!next) return;
    setAt(step);
    elements.current.get(next)?.focus();
  };
  return {
    chosen,
    of: (cell) => ({
      tabIndex: cell === stop ? 0 : -1,
      onFocus: () => setAt((before) => (before && has(cell, before) ? before : cell)),
      ref: (element) => {
        if (element) elements.current.set(cell, element);
        else elements.current.delete(cell);
      },
    }),
    onKeyDown,
  };
}
