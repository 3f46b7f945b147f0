import { Modal, Select } from 'antd';
import { useMemo, useState } from 'react';
import type { Entry } from '../../../shared/registers/entry.ts';
import {
  likeliestTable,
  proposeReading,
  type TableReading,
} from '../../../shared/registers/import/reading.ts';
import type { LeftRow } from '../../../shared/registers/import/rows.ts';
import { hiddenIn } from '../../../shared/registers/import/title.ts';
import { readTable } from '../../../shared/registers/import-table.ts';
import { registerOf, type RegisterName } from '../../../shared/registers/kinds.ts';
import { OWNER, shownOwner } from '../../../shared/registers/projects/owner.ts';
import { ownerFor } from '../../../shared/registers/projects/rows.ts';
import { allColumns, type YearColumn } from '../../../shared/registers/year/columns.ts';
import { entriesOf } from '../../../shared/registers/year/entries.ts';
import type { SourceTable } from '../../../shared/tables/source-table.ts';
import { useOpenYear, useYear } from '../../state/year-store.ts';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { ColumnChoice } from './ColumnChoice.tsx';
import { NewRows } from './NewRows.tsx';
import { SameRows } from './SameRows.tsx';
import { TableNotices } from './TableNotices.tsx';
import { TwinRows } from './TwinRows.tsx';
import { type Decisions, taken } from './decisions.ts';
import { useDayYear } from './use-day-year.ts';
import './table-import.css';

interface DialogProps {
  readonly name: RegisterName;
  readonly fileName: string;
  readonly tables: readonly SourceTable[];
  readonly onClose: () => void;
}

export function ImportDialog({ name, fileName, tables, onClose }: DialogProps) {
  useReturnFocus();
  const { value } = useOpenYear();
  const [said, setSaid] = useState<Readonly<Record<string, TableReading>>>({});
  // Hidden ones as well: what the office's table has there stays in the entry.
  const columns = useMemo(() => allColumns(value, name), [value, name]);
  const [tableId, setTableId] = useState(() => likeliestTable(tables, name, columns)?.id ?? '');
  const table = tables.find(({ id }) => id === tableId) ?? tables[0];
  const reading = table && (said[table.id] ?? proposeReading(table, name, columns));
  const known = entriesOf(value, name);
  const { year } = value;
  const { titled, dayYear, sayYear } = useDayYear({ fileName, table, reading, columns, year });
  const today = useYear((state) => state.today);
  const chosen = useYear((state) => state.chosen);
  const found = useMemo(
    () =>
      table &&
      reading &&
      readTable(table, name, {
        ...{ reading, year: dayYear, known, columns, today },
        newId: () => crypto.randomUUID(),
      }),
    [table, reading, name, dayYear, known, columns, today],
  );
  const [decided, setDecided] = useState<Decisions>({});
  if (!table || !reading || !found) return null;
  const { unit, label } = registerOf(name);
  // What was decided of the rows of one reading is not said of another's.
  const say = (columns: TableReading['columns']) => {
    setSaid({ ...said, [table.id]: { ...reading, columns } });
    setDecided({});
  };
  // A table of one project's activities does not name it.
  const owner = ownerFor(value, name, chosen);
  const { entries: read, after, changed, open } = taken(name, found, { decided, known });
  const entries = read.map((entry) => ({ ...entry, fields: { ...owner, ...entry.fields } }));
  const updating = changed.length > 0 ? `，更新 ${changed.length} ${unit}` : '';
  const take = async () => {
    if (await useYear.getState().edit({ kind: 'takeTable', register: name, entries, after, changed }))
      onClose();
  };
  return (
    <Modal
      open
      width={860}
      title={`导入到“${label}”：${fileName}`}
      okText={open > 0 ? `还有 ${open} ${unit}要选` : `登记 ${entries.length} ${unit}${updating}`}
      okButtonProps={{ disabled: open > 0 || entries.length + changed.length === 0 }}
      onOk={() => void take()}
      onCancel={onClose}
      styles={{ body: { maxHeight: 'calc(100vh - 220px)', overflow: 'auto' } }}
    >
      {tables.length > 1 && (
        <p className="ui-muted">文件里有 {tables.length} 张表，一次导入一张；其余的再导入一次，选另一张。</p>
      )}
      {tables.length > 1 && (
        <Select
          aria-label="哪一张表"
          className="table-import-choice"
          value={table.id}
          options={tables.map((each) => ({ value: each.id, label: `${each.name}（${each.rows} 行）` }))}
          onChange={(id) => {
            setTableId(id);
            setDecided({});
          }}
        />
      )}
      <TableNotices
        {...{ year, titled, dayYear, hidden: hiddenIn(table), hasHead: reading.header >= 0 }}
        undated={undatedBy(name, columns, reading)}
        sayYear={(said) => {
          sayYear(said);
          setDecided({});
        }}
      />
      <ColumnChoice columns={columns} table={table} reading={reading} say={say} />
      {owner && (
        <p className="ui-muted">
          没有写{OWNER.label}的行，登记到“{projectIn(columns, owner)}”。
        </p>
      )}
      <NewRows {...{ columns, found, decided }} decide={setDecided} />
      <TwinRows {...{ name, columns, rows: found.twins, decided }} decide={setDecided} />
      <SameRows {...{ name, columns, rows: found.same, decided }} decide={setDecided} />
      <LeftRows
        isOpen
        title={`接不上的 ${found.torn.length} 行，没有登记，也没有更新；请把表格按导出时的先后排好，再导入一次`}
        rows={found.torn}
      />
      <LeftRows title={`不登记的 ${found.left.length} 行`} rows={found.left} />
      <LeftRows isOpen title={`请核对的 ${found.odd.length} 行`} rows={found.odd} />
    </Modal>
  );
}

/** What the column is called by whose days entries are counted, where the table has none; '' where it has, or needs none. */
function undatedBy(name: RegisterName, columns: readonly YearColumn[], reading: TableReading): string {
  const { month, isOfTheYear } = registerOf(name);
  const column = columns.find(({ code }) => code === month);
  if (!column || column.planned || isOfTheYear || Object.values(reading.columns).includes(column.code))
    return '';
  return column.label;
}

function projectIn(columns: readonly YearColumn[], owner: Entry['fields']): string {
  return shownOwner(owner[OWNER.code] ?? '', columns.find(({ code }) => code === OWNER.code)?.names ?? {});
}

/** Rows that are named one by one, up to some; the rest is counted. */
const NAMED = 50;

function LeftRows({
  title,
  rows,
  isOpen = false,
}: {
  readonly title: string;
  readonly rows: readonly LeftRow[];
  readonly isOpen?: boolean;
}) {
  if (rows.length === 0) return null;
  return (
    <details className="table-import-left" open={isOpen}>
      <summary>{title}</summary>
      <ul>
        {rows.slice(0, NAMED).map(({ row, reason }) => (
          <li key={row}>
            第 {row} 行：{reason}
          </li>
        ))}
        {rows.length > NAMED && <li>其余 {rows.length - NAMED} 行同样处理。</li>}
      </ul>
    </details>
  );
}
