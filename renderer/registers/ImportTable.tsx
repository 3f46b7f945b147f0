import { Alert, Modal, Select, Table } from 'antd';
import { useMemo, useState } from 'react';
import {
  headingsOf,
  type LeftRow,
  proposeReading,
  readTable,
  type TableReading,
} from '../../shared/registers/import-table.ts';
import { registerOf, type RegisterName } from '../../shared/registers/kinds.ts';
import { allColumns, type YearColumn } from '../../shared/registers/year/columns.ts';
import { entriesOf } from '../../shared/registers/year/entries.ts';
import type { SourceTable } from '../../shared/tables/source-table.ts';
import { useOpenYear, useYear } from '../state/year-store.ts';
import { call } from '../ui/call/client.ts';
import type { ChosenFile } from '../ui/call/files.ts';
import { runJob } from '../ui/call/jobs.ts';
import { useJob } from '../ui/call/use-job.ts';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { FilePickButton } from '../ui/FilePickButton.tsx';
import { ProgressModal } from '../ui/ProgressModal.tsx';
import { useReturnFocus } from '../ui/use-return-focus.ts';

interface Chosen {
  readonly fileName: string;
  readonly tables: readonly SourceTable[];
}

/** Takes the rows of a table that the office keeps today; what becomes of each is shown before anything is taken. */
export function ImportTable({ name }: { readonly name: RegisterName }) {
  const reading = useJob('读取表格');
  const [chosen, setChosen] = useState<Chosen>();
  const read = async ([file]: readonly ChosenFile[]): Promise<void> => {
    if (!file) return;
    const found = await reading.run(async (options) => {
      const token = await file.offer({ signal: options.signal });
      return runJob('registerTable', call('readRegisterTable', { token }), options);
    });
    if (found) setChosen(found);
  };
  return (
    <>
      <FilePickButton purpose="table" label="导入表格" onFiles={(files) => void read(files)} />
      <FailureNotice failure={reading.failure} onClose={reading.dismiss} />
      <ProgressModal title="正在读取表格" progress={reading.progress} onCancel={reading.cancel} />
      {chosen && <ImportDialog name={name} {...chosen} onClose={() => setChosen(undefined)} />}
    </>
  );
}

interface DialogProps extends Chosen {
  readonly name: RegisterName;
  readonly onClose: () => void;
}

function ImportDialog({ name, fileName, tables, onClose }: DialogProps) {
  useReturnFocus();
  const { value } = useOpenYear();
  const [tableId, setTableId] = useState(tables[0]?.id ?? '');
  const table = tables.find(({ id }) => id === tableId) ?? tables[0];
  const [said, setSaid] = useState<Readonly<Record<string, TableReading>>>({});
  // Hidden ones as well: what the office's table has there stays in the entry.
  const columns = useMemo(() => allColumns(value, name), [value, name]);
  const reading = table && (said[table.id] ?? proposeReading(table, name, columns));
  const known = entriesOf(value, name);
  const { year } = value;
  const found = useMemo(
    () =>
      table &&
      reading &&
      readTable(table, name, { reading, year, known, columns, newId: () => crypto.randomUUID() }),
    [table, reading, name, year, known, columns],
  );
  if (!table || !reading || !found) return null;
  const { unit, label } = registerOf(name);
  const say = (columns: TableReading['columns']) => setSaid({ ...said, [table.id]: { ...reading, columns } });
  const take = async () => {
    const isTaken = await useYear
      .getState()
      .edit({ kind: 'addEntries', register: name, entries: [...found.entries] });
    if (isTaken) onClose();
  };
  return (
    <Modal
      open
      width={860}
      title={`导入到“${label}”：${fileName}`}
      okText={`登记 ${found.entries.length} ${unit}`}
      okButtonProps={{ disabled: found.entries.length === 0 }}
      cancelText="取消"
      onOk={() => void take()}
      onCancel={onClose}
      styles={{ body: { maxHeight: 'calc(100vh - 220px)', overflow: 'auto' } }}
    >
      {tables.length > 1 && (
        <Select
          aria-label="哪一张表"
          className="registers-table-choice"
          value={table.id}
          options={tables.map((each) => ({ value: each.id, label: `${each.name}（${each.rows} 行）` }))}
          onChange={setTableId}
        />
      )}
      {reading.header < 0 && (
        <Alert type="warning" showIcon title="没有认出表头：请在下面选好每一栏是什么；第一行也会登记。" />
      )}
      <ColumnChoice columns={columns} table={table} reading={reading} say={say} />
      <LeftRows title={`不登记的 ${found.left.length} 行`} rows={found.left} />
      <LeftRows title={`照原样登记、请核对的 ${found.odd.length} 行`} rows={found.odd} />
    </Modal>
  );
}

interface ColumnLine {
  readonly index: number;
  readonly heading: string;
  readonly sample: string;
}

function ColumnChoice({
  columns,
  table,
  reading,
  say,
}: {
  readonly columns: readonly YearColumn[];
  readonly table: SourceTable;
  readonly reading: TableReading;
  readonly say: (columns: TableReading['columns']) => void;
}) {
  const headings = headingsOf(table, reading);
  const lines: ColumnLine[] = headings.map((heading, index) => ({
    ...{ index, heading },
    sample:
      table.cells.find(
        (cell) => cell.column === index && cell.row > reading.header && cell.text.trim() !== '',
      )?.text ?? '',
  }));
  const choices = columns.map(({ code, label, isHidden }) => ({
    value: code,
    label: isHidden ? `${label}（不显示）` : label,
  }));
  const choose = (index: number, code: string | undefined) => {
    const others = Object.entries(reading.columns).filter(
      ([at, each]) => Number(at) !== index && each !== code,
    );
    say({ ...Object.fromEntries(others), ...(code !== undefined && { [index]: code }) });
  };
  return (
    <Table<ColumnLine>
      size="small"
      rowKey="index"
      pagination={false}
      dataSource={lines}
      columns={[
        {
          title: '表里的栏目',
          width: 200,
          render: (_, { heading, index }) => heading || `第 ${index + 1} 栏`,
        },
        { title: '第一个内容', render: (_, { sample }) => sample.slice(0, 60) },
        {
          title: '登记到',
          width: 220,
          render: (_, { index, heading }) => (
            <Select
              size="small"
              allowClear
              className="registers-column-choice"
              aria-label={`${heading || `第 ${index + 1} 栏`} 登记到`}
              placeholder="不登记"
              value={reading.columns[index]}
              options={choices}
              onChange={(code?: string) => choose(index, code)}
            />
          ),
        },
      ]}
    />
  );
}

/** Rows that are named one by one, up to some; the rest is counted. */
const NAMED = 50;

function LeftRows({ title, rows }: { readonly title: string; readonly rows: readonly LeftRow[] }) {
  if (rows.length === 0) return null;
  return (
    <details className="registers-left">
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
