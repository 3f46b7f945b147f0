import { Button } from 'antd';
import { useMemo, useState } from 'react';
import type { ColumnMap } from '../../../shared/tables/column-map.ts';
import { CELL_FIELD_LABELS } from '../../../shared/tables/import/cell-words.ts';
import type { SourceTable } from '../../../shared/tables/source-table.ts';
import type { FinalCell } from '../../../shared/tables/import/traced-cells.ts';
import type { CellReport } from '../../../shared/tables/standard-draft.ts';
import { ColumnHeads } from '../ColumnHeads.tsx';
import { tableWindow } from '../table-window.ts';
import { useCellFocus } from './use-cell-focus.ts';
import './source-table.css';

/** Rows shown above the header and below it. */
const ABOVE = 3;
const BELOW = 12;
/** More rows at once, for who looks where a cell went. */
const MORE = 50;

/** As it was read, or what became of it by hand since. */
export type TracedReport = CellReport & Partial<FinalCell>;

interface Props {
  readonly table: SourceTable;
  readonly map: ColumnMap;
  readonly cells: readonly TracedReport[];
  readonly onChange: (map: ColumnMap) => void;
}

/**
 * The table's rows, each cell with what it became: marked where it is nowhere, and told below of the one that is chosen, by
 * the mouse or by the arrow keys.
 */
export function ColumnTable({ table, map, cells, onChange }: Props) {
  const { headerFrom, headerTo, roles } = map;
  const [below, setBelow] = useState(BELOW);
  const rows = tableWindow(table, Math.max(0, headerFrom - ABOVE), headerTo + below);
  const left = table.rows - headerTo - below;
  const became = useMemo(() => {
    const own = cells.filter((cell) => cell.table === table.id);
    return new Map(own.map((cell) => [`${cell.row - 1}:${cell.column - 1}`, cell]));
  }, [cells, table]);
  const focus = useCellFocus(rows.flatMap((row) => row.cells));
  const kindOf = (row: number) => (row < headerFrom ? 'above' : row < headerTo ? 'header' : 'data');
  return (
    <>
      <div className="steps-column-scroll">
        <table
          role="grid"
          className="steps-source-table steps-columns-table"
          aria-label={`“${table.name}”的列`}
          onKeyDown={focus.onKeyDown}
        >
          <ColumnHeads map={map} onChange={onChange} />
          <tbody>
            {rows.map(({ row, cells: inRow }) => (
              <tr key={row} className={`steps-source-${kindOf(row)}`}>
                <th scope="row" className="ui-numbers">
                  {row + 1}
                </th>
                {inRow.map((each) => {
                  const cell = became.get(`${row}:${each.column}`);
                  const unused = roles[each.column] === 'ignore' ? 'steps-unused' : undefined;
                  return (
                    <td
                      key={each.column}
                      role="gridcell"
                      aria-selected={each === focus.chosen}
                      rowSpan={each.rowSpan}
                      colSpan={each.columnSpan}
                      className={cell?.field === 'none' ? 'steps-lost' : unused}
                      title={cell && becameWords(cell)}
                      {...focus.of(each)}
                    >
                      <div className="steps-source-cell">{each.text}</div>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
        {left > 0 && (
          <Button type="link" size="small" onClick={() => setBelow(below + MORE)}>
            再看 {Math.min(MORE, left)} 行（还有 {left} 行）
          </Button>
        )}
      </div>
      <div role="status" aria-label="所选的格" className="steps-cell-fate">
        {focus.chosen ? (
          <CellFate {...focus.chosen} cell={became.get(`${focus.chosen.row}:${focus.chosen.column}`)} />
        ) : (
          <span className="ui-muted">点一格，或用方向键选一格，这里显示它的全文和去向</span>
        )}
      </div>
    </>
  );
}

interface FateProps {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly cell: TracedReport | undefined;
}

/** The chosen cell: its place, all its words, and what they became. */
function CellFate({ row, column, text, cell }: FateProps) {
  return (
    <>
      <span className="ui-muted ui-numbers">
        第{row + 1}行第{column + 1}栏
      </span>
      <strong>{cell ? becameWords(cell) : '空格'}</strong>
      <span className="steps-cell-words">{text}</span>
    </>
  );
}

export function becameWords({ field, code, isDeleted, isTakenOver }: TracedReport): string {
  if (field === 'none') return CELL_FIELD_LABELS.none;
  if (isDeleted) return `读取时成为：${CELL_FIELD_LABELS[field]}，已在“结构”里删除`;
  if (isTakenOver) return `读取时成为：${CELL_FIELD_LABELS[field]}，已在“结构”里并入${code}`;
  return `成为：${CELL_FIELD_LABELS[field]}${code === '' ? '' : `（${code}）`}`;
}
