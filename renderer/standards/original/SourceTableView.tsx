import { Button } from 'antd';
import { memo, useEffect, useMemo, useRef, useState } from 'react';
import type { ColumnMap } from '../../../shared/tables/column-map.ts';
import type { FinalCell } from '../../../shared/tables/import/traced-cells.ts';
import type { SourceTable } from '../../../shared/tables/source-table.ts';
import { groupBy } from '../../../shared/values/pair.ts';
import { ColumnHeads } from '../ColumnHeads.tsx';
import { becameWords } from '../steps/ColumnTable.tsx';
import { tableWindow } from '../table-window.ts';
import { cellKey, type Source } from './use-source.ts';
import './original.css';

/** Rows that are drawn at once. */
const MOST = 200;

interface Props {
  readonly table: SourceTable;
  readonly map: ColumnMap | undefined;
  /** By `cellKey`; undefined where it is not known what they became. */
  readonly cells: Source['cells'] | undefined;
  /** Keys of the cells that the row at hand was read from. */
  readonly chosen: ReadonlySet<string>;
  /** The one that is shown for itself. */
  readonly pointed: string | undefined;
  readonly onColumns: (table: string, map: ColumnMap) => void;
  readonly onPick: (cell: FinalCell) => void;
}

/** A table as it looked: merged cells, everything that stands around it, and where the row at hand comes from. */
export const SourceTableView = memo(function SourceTableView({
  table,
  map,
  cells: became,
  chosen,
  pointed,
  onColumns,
  onPick,
}: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const keys = pointed === undefined ? chosen : new Set([pointed]);
  const rowAt = [...keys].flatMap((key) =>
    key.startsWith(`${table.id}:`) ? Number(key.split(':')[1]) - 1 : [],
  );
  const first = rowAt.length === 0 ? undefined : Math.min(...rowAt);
  const [from, setFrom] = useState(0);
  // The row at hand is always among those that are drawn.
  const needed =
    first === undefined || (first >= from && first < from + MOST) ? from : Math.max(0, first - MOST / 2);
  if (needed !== from) setFrom(needed);
  const mark = [...keys].join(' ');
  const odd = useMemo(
    () =>
      new Map(
        [...groupBy(table.doubts ?? [], ({ row, column }) => `${row}:${column}`)].map(([at, doubts]) => [
          at,
          doubts.map(({ text }) => text),
        ]),
      ),
    [table],
  );
  useEffect(() => {
    const target = frame.current?.querySelector('.original-pointed, .original-chosen');
    target?.scrollIntoView({ block: 'center', inline: 'nearest' });
  }, [mark, from]);
  const rows = tableWindow(table, from, from + MOST);
  const after = table.rows - from - MOST;
  return (
    <div ref={frame}>
      {odd.get('-1:-1')?.map((words) => (
        <p key={words} className="original-odd">
          {words}
        </p>
      ))}
      {from > 0 && (
        <Button type="link" size="small" onClick={() => setFrom(Math.max(0, from - MOST))}>
          前面还有 {from} 行
        </Button>
      )}
      <table className="original-table" aria-label={`原表“${table.name}”`}>
        {map && <ColumnHeads map={map} onChange={(next) => onColumns(table.id, next)} />}
        <tbody>
          {rows.map(({ row, cells }) => (
            <tr key={row}>
              <th scope="row" className="ui-numbers">
                {row + 1}
              </th>
              {cells.map(({ column, rowSpan, columnSpan, text, row: cellRow }) => {
                const key = cellKey({ table: table.id, row: cellRow + 1, column: column + 1 });
                const cell = became?.get(key);
                return (
                  <td
                    key={column}
                    rowSpan={rowSpan}
                    colSpan={columnSpan}
                    className={
                      key === pointed
                        ? 'original-unused original-pointed'
                        : chosen.has(key)
                          ? 'original-chosen'
                          : isUnused(cell)
                            ? 'original-unused'
                            : undefined
                    }
                    title={cell && becameWords(cell)}
                    {...(cell && { onClick: () => onPick(cell) })}
                  >
                    {text}
                    {odd.get(`${cellRow}:${column}`)?.map((words) => (
                      <div key={words} className="original-odd">
                        {words}
                      </div>
                    ))}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {after > 0 && (
        <Button type="link" size="small" onClick={() => setFrom(from + MOST)}>
          后面还有 {after} 行
        </Button>
      )}
    </div>
  );
});

function isUnused(cell: FinalCell | undefined): boolean {
  return cell !== undefined && (cell.field === 'none' || cell.isDeleted);
}
