import { InputNumber } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import type { ColumnMap } from '../../../shared/tables/column-map.ts';
import { finalCells } from '../../../shared/tables/import/traced-cells.ts';
import type { SourceTable } from '../../../shared/tables/source-table.ts';
import { readRow } from '../../ui/fields/read-row.ts';
import { Segments } from '../../ui/Segments.tsx';
import { useImport } from '../../state/import-store.ts';
import { ReadingSummary } from '../ReadingSummary.tsx';
import { readingOf, useChanged } from '../use-reading.ts';
import { ImportSettings } from '../ImportSettings.tsx';
import { SameForm } from '../SameForm.tsx';
import { useWizard } from '../use-wizard.ts';
import { ColumnTable } from './ColumnTable.tsx';
import './source-table.css';

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
  const changed = useChanged();
  const cells = useMemo(
    () => (changed?.of === 'this' ? finalCells(draft, changed, tables) : draft.cells),
    [draft, changed, tables],
  );
  // One comes here from the cells that have no place.
  const [shownId, setShownId] = useState(() => draft.cells.find(({ field }) => field === 'none')?.table);
  const table = taken.find(({ id }) => id === shownId) ?? taken[0];
  const map = table && state.maps[table.id];
  if (!table || !map) return null;
  const setMap = (next: ColumnMap) => void edit({ kind: 'setColumns', table: table.id, map: next });

  return (
    <div className="standards-wizard-page ui-stack">
      <SameForm />
      <div className="steps-columns-head steps-columns-tools">
        {taken.length > 1 && (
          <Segments
            aria-label="表"
            value={table.id}
            onChange={setShownId}
            options={taken.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <HeaderRows table={table} map={map} onChange={setMap} />
        <ImportSettings />
      </div>
      <ReadingSummary draft={draft} changed={changed} />
      <ColumnTable key={table.id} table={table} map={map} cells={cells} onChange={setMap} />
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
