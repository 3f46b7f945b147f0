import { Button, InputNumber, Select } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { COLUMN_ROLE_LABELS, COLUMN_ROLES, type ColumnMap } from '../../../shared/tables/column-map.ts';
import type { SourceTable } from '../../../shared/tables/source-table.ts';
import { CELL_FIELD_LABELS } from '../../../shared/tables/import/cell-words.ts';
import type { CellReport } from '../../../shared/tables/standard-draft.ts';
import { readRow } from '../../ui/fields/read-row.ts';
import { Segments } from '../../ui/Segments.tsx';
import { useImport } from '../../state/import-store.ts';
import { ReadingSummary } from '../ReadingSummary.tsx';
import { readingOf } from '../use-reading.ts';
import { tableWindow } from '../table-window.ts';
import { useWizard } from '../use-wizard.ts';
import './source-table.css';

const ROLE_OPTIONS = COLUMN_ROLES.map((value) => ({ value, label: COLUMN_ROLE_LABELS[value] }));
/** Rows shown above the header and below it. */
const ABOVE = 3;
const BELOW = 12;
/** More rows at once, for who looks where a cell went. */
const MORE = 50;

/** 列: what each column means, over the first rows; the effect is shown while it is chosen. */
export function ColumnsStep() {
  const { tables, state } = useWizard();
  const { edit } = useImport.getState();
  const taken = tables.filter(({ id }) => state.chosen.includes(id));
  // The selection answers at once; a long table is read when there is time.
  const [chosen, maps, appliesTo] = [
    useDeferredValue(state.chosen),
    useDeferredValue(state.maps),
    useDeferredValue(state.appliesTo),
  ];
  const draft = useMemo(
    () => readingOf(tables, { chosen, maps, appliesTo }),
    [tables, chosen, maps, appliesTo],
  );
  // One comes here from the cells that have no place.
  const [shownId, setShownId] = useState(() => draft.cells.find(({ field }) => field === 'none')?.table);
  const table = taken.find(({ id }) => id === shownId) ?? taken[0];
  const map = table && state.maps[table.id];
  if (!table || !map) return null;
  const setMap = (next: ColumnMap) => void edit({ kind: 'setColumns', table: table.id, map: next });

  return (
    <div className="standards-wizard-page ui-stack">
      <div className="steps-columns-head">
        {taken.length > 1 && (
          <Segments
            aria-label="表"
            value={table.id}
            onChange={setShownId}
            options={taken.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <HeaderRows table={table} map={map} onChange={setMap} />
      </div>
      <ReadingSummary draft={draft} />
      <ColumnTable key={table.id} table={table} map={map} cells={draft.cells} onChange={setMap} />
    </div>
  );
}

interface MapProps {
  readonly table: SourceTable;
  readonly map: ColumnMap;
  readonly onChange: (map: ColumnMap) => void;
}

/** As people count: "第 2 行到第 3 行". No header: both fields say so. */
function HeaderRows({ table, map, onChange }: MapProps) {
  const { headerFrom, headerTo } = map;
  const first = Math.min(headerFrom + 1, table.rows);
  return (
    <span className="steps-header-rows">
      表头从第
      <InputNumber
        size="small"
        aria-label="表头第一行"
        min={1}
        max={table.rows}
        parser={readRow}
        value={first}
        onChange={(row) =>
          row !== null && onChange({ ...map, headerFrom: row - 1, headerTo: Math.max(headerTo, row - 1) })
        }
      />
      行起，数据从第
      <InputNumber
        size="small"
        aria-label="数据第一行"
        min={first}
        max={table.rows}
        parser={readRow}
        value={headerTo + 1}
        onChange={(row) => row !== null && onChange({ ...map, headerTo: row - 1 })}
      />
      行起
    </span>
  );
}

/** The table's rows, each cell with what it became: told on it, and marked where it is nowhere. */
function ColumnTable({ table, map, cells, onChange }: MapProps & { readonly cells: readonly CellReport[] }) {
  const { headerFrom, headerTo, roles } = map;
  const [below, setBelow] = useState(BELOW);
  const rows = tableWindow(table, Math.max(0, headerFrom - ABOVE), headerTo + below);
  const left = table.rows - headerTo - below;
  const became = useMemo(() => {
    const own = cells.filter((cell) => cell.table === table.id);
    return new Map(own.map((cell) => [`${cell.row - 1}:${cell.column - 1}`, cell]));
  }, [cells, table]);
  const setRole = (column: number, role: ColumnMap['roles'][number]) =>
    onChange({ ...map, roles: roles.map((each, at) => (at === column ? role : each)) });
  const kindOf = (row: number) => (row < headerFrom ? 'above' : row < headerTo ? 'header' : 'data');
  return (
    <div className="steps-column-scroll">
      <table className="steps-source-table steps-columns-table" aria-label={`“${table.name}”的列`}>
        <thead>
          <tr>
            <th>行</th>
            {roles.map((role, column) => (
              // Columns have no other identity than their place.
              <th key={column} className={role === 'ignore' ? 'steps-unused' : undefined}>
                <div className="steps-column-number ui-numbers">第{column + 1}栏</div>
                <Select
                  size="small"
                  aria-label={`第 ${column + 1} 列是`}
                  popupMatchSelectWidth={false}
                  listHeight={420}
                  value={role}
                  options={ROLE_OPTIONS}
                  onChange={(value) => setRole(column, value)}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, cells: inRow }) => (
            <tr key={row} className={`steps-source-${kindOf(row)}`}>
              <th className="ui-numbers">{row + 1}</th>
              {inRow.map(({ column, rowSpan, columnSpan, text }) => {
                const cell = became.get(`${row}:${column}`);
                const isLost = cell?.field === 'none';
                const unused = roles[column] === 'ignore' ? 'steps-unused' : undefined;
                return (
                  <td
                    key={column}
                    rowSpan={rowSpan}
                    colSpan={columnSpan}
                    className={isLost ? 'steps-lost' : unused}
                    title={cell && becameWords(cell)}
                  >
                    <div className="steps-source-cell">{text}</div>
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
  );
}

function becameWords({ field, code }: CellReport): string {
  if (field === 'none') return CELL_FIELD_LABELS.none;
  return `成为：${CELL_FIELD_LABELS[field]}${code === '' ? '' : `（${code}）`}`;
}
