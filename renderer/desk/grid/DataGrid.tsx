import { type CSSProperties, type ReactNode, useEffect, useMemo } from 'react';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useRovingList } from '../../ui/list/use-roving-list.ts';
import { usePrinting } from '../../ui/printing.ts';
import './grid.css';

export interface GridColumn<T> {
  readonly key: string;
  readonly title: string;
  /** Pixels; the least where the column grows. */
  readonly width: number;
  /** Takes the room that is left. */
  readonly grow?: boolean;
  readonly align?: 'right' | 'center';
  /** Stays in sight when the rest is scrolled aside; only for the first columns. */
  readonly fixed?: boolean;
  readonly render: (row: T) => ReactNode;
  /** What is on paper where that is something else; false: it has no such column. */
  readonly onPaper?: false | ((row: T) => ReactNode);
  /** Absent: the table is not sorted by it. */
  readonly sort?: (a: T, b: T) => number;
}

export interface GridSort {
  readonly key: string;
  readonly descending: boolean;
}

interface Props<T> {
  readonly label: string;
  readonly columns: readonly GridColumn<T>[];
  readonly rows: readonly T[];
  readonly rowKey: (row: T) => string;
  readonly empty: string;
  readonly rowHeight?: number;
  /** Absent: the rows stand as they are given. */
  readonly sort?: GridSort;
  readonly onSort?: (sort: GridSort) => void;
  /** The row that the keyboard is on. */
  readonly active?: string;
  readonly onActive?: (key: string) => void;
  /** Enter or a double click. */
  readonly onOpen?: (row: T) => void;
  /** The space bar. */
  readonly onToggle?: (row: T) => void;
  readonly isSelected?: (row: T) => boolean;
  /** A row that somebody must look at. */
  readonly isAmber?: (row: T) => boolean;
  /** A line drawn above a row. */
  readonly banner?: (row: T, before: T | undefined) => string | undefined;
}

const ROW_HEIGHT = 44;
const BANNER_HEIGHT = 28;
/** Of the headings, which cover what is scrolled below them. */
const HEAD_HEIGHT = 36;

/**
 * A table of any length by the ARIA grid pattern, with one tab stop for its rows: the focus stays on the grid
 * and `aria-activedescendant` names the row. Only the rows in sight are in the document.
 */
export function DataGrid<T>(props: Props<T>) {
  const { label, columns, rowKey, empty, rowHeight = ROW_HEIGHT, sort, active, banner } = props;
  const rows = useMemo(() => sortRows(props.rows, columns, sort), [props.rows, columns, sort]);
  const banners = useMemo(() => rows.map((row, index) => banner?.(row, rows[index - 1])), [rows, banner]);
  const list = useRovingList({
    rows,
    keyOf: rowKey,
    active,
    onActive: (row) => props.onActive?.(rowKey(row)),
    heightOf: (index) => rowHeight + (banners[index] === undefined ? 0 : BANNER_HEIGHT),
    covered: HEAD_HEIGHT,
    idOf: (key) => rowId(label, key),
    keys: {
      Enter: (row) => row !== undefined && props.onOpen?.(row),
      ' ': (row) => row !== undefined && props.onToggle?.(row),
    },
  });
  const { virtual } = list;
  useEffect(() => virtual.measure(), [virtual, banners]);

  const isPrinted = usePrinting((state) => state.on);
  if (isPrinted) return <GridPaper {...{ columns, rows, rowKey }} />;

  const layout: CSSProperties = {
    gridTemplateColumns: columns
      .map(({ width, grow }) => (grow ? `minmax(${width}px, 1fr)` : `${width}px`))
      .join(' '),
    minWidth: columns.reduce((sum, { width }) => sum + width, 0),
  };
  const lefts = columns.map((_, index) => columns.slice(0, index).reduce((sum, { width }) => sum + width, 0));
  const cellStyle = (index: number): CSSProperties | undefined =>
    columns[index]?.fixed ? { position: 'sticky', left: lefts[index], zIndex: 1 } : undefined;

  return (
    <div {...list.props} className="grid" role="grid" aria-label={label} aria-rowcount={rows.length + 1}>
      <div className="grid-row grid-head" role="row" aria-rowindex={1} style={layout}>
        {columns.map((column, index) => (
          <Heading
            key={column.key}
            column={column}
            sort={sort}
            onSort={props.onSort}
            style={cellStyle(index)}
          />
        ))}
      </div>
      {rows.length === 0 && <EmptyState text={empty} />}
      <div className="grid-space" style={{ height: virtual.getTotalSize(), minWidth: layout.minWidth }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          const id = rowKey(row);
          return (
            <div key={key} className="grid-place" style={{ transform: `translateY(${start}px)` }}>
              {banners[index] !== undefined && (
                <div className="grid-banner" style={{ height: BANNER_HEIGHT }}>
                  <span>{banners[index]}</span>
                </div>
              )}
              <div
                id={rowId(label, id)}
                className={`grid-row ${props.isAmber?.(row) ? 'grid-amber' : ''} ${id === active ? 'grid-active' : ''}`}
                role="row"
                aria-rowindex={index + 2}
                aria-selected={props.isSelected?.(row) ?? id === active}
                style={{ ...layout, height: rowHeight }}
                onClick={() => props.onActive?.(id)}
                onDoubleClick={() => props.onOpen?.(row)}
              >
                {columns.map((column, place) => (
                  <div
                    key={column.key}
                    className={`grid-cell ${column.align ? `grid-${column.align}` : ''}`}
                    role="gridcell"
                    style={cellStyle(place)}
                  >
                    {column.render(row)}
                  </div>
                ))}
              </div>
            </div>
          );
        })}
      </div>
    </div>
  );
}

interface PaperProps<T> {
  readonly columns: readonly GridColumn<T>[];
  readonly rows: readonly T[];
  readonly rowKey: (row: T) => string;
}

/** Pixels of the screen that a portrait page shows in print's smaller letters. */
const PORTRAIT = 860;

/** A table of any length on paper: all of its rows, the columns as wide to each other as on the screen. */
function GridPaper<T>({ columns: all, rows, rowKey }: PaperProps<T>) {
  const columns = all.filter(({ onPaper }) => onPaper !== false);
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  return (
    <table className={total > PORTRAIT ? 'ui-paper ui-paper-grid ui-paper-wide' : 'ui-paper ui-paper-grid'}>
      <colgroup>
        {columns.map(({ key, width }) => (
          <col key={key} style={{ width: `${(width / total) * 100}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map(({ key, title }) => (
            <th key={key}>{title}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map(({ key, onPaper, render }) => (
              <td key={key}>{(onPaper || render)(row)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface HeadingProps<T> {
  readonly column: GridColumn<T>;
  readonly sort: GridSort | undefined;
  readonly onSort: ((sort: GridSort) => void) | undefined;
  readonly style: CSSProperties | undefined;
}

function Heading<T>({ column: { key, title, align, sort: by }, sort, onSort, style }: HeadingProps<T>) {
  const isSorted = sort?.key === key;
  const direction = isSorted ? (sort.descending ? 'descending' : 'ascending') : undefined;
  return (
    <div
      className={`grid-cell ${align ? `grid-${align}` : ''}`}
      role="columnheader"
      aria-sort={direction}
      style={style}
    >
      {by && onSort ? (
        <button
          type="button"
          title={`按${title}排序`}
          onClick={() => onSort({ key, descending: isSorted && !sort.descending })}
        >
          {title}
          <span aria-hidden>{isSorted ? (sort.descending ? ' ▼' : ' ▲') : ''}</span>
        </button>
      ) : (
        title
      )}
    </div>
  );
}

/** Equal rows keep their order. */
function sortRows<T>(
  rows: readonly T[],
  columns: readonly GridColumn<T>[],
  sort: GridSort | undefined,
): readonly T[] {
  const by = sort && columns.find(({ key }) => key === sort.key)?.sort;
  if (!by) return rows;
  const sign = sort.descending ? -1 : 1;
  return [...rows].sort((a, b) => sign * by(a, b));
}

/** An id must not hold spaces. */
const rowId = (label: string, key: string): string =>
  `grid-${encodeURIComponent(label)}-${encodeURIComponent(key)}`;
