import { Select, Table } from 'antd';
import { headingWords } from '../../../shared/registers/import/head-doubts.ts';
import { headingsOf, type TableReading } from '../../../shared/registers/import/reading.ts';
import { shownLabel, type YearColumn } from '../../../shared/registers/year/columns.ts';
import type { SourceTable } from '../../../shared/tables/source-table.ts';

interface ColumnLine {
  readonly index: number;
  readonly heading: string;
  readonly sample: string;
}

/** Which column of the table is which of ours. */
export function ColumnChoice({
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
  const headings = headingsOf(table, reading).map(headingWords);
  const lines: ColumnLine[] = headings.map((heading, index) => ({
    ...{ index, heading },
    sample:
      table.cells.find(
        (cell) => cell.column === index && cell.row > reading.header && cell.text.trim() !== '',
      )?.text ?? '',
  }));
  const choices = columns.map((column) => ({ value: column.code, label: shownLabel(column) }));
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
              className="table-import-choice"
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
