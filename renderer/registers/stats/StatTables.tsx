import { PlusOutlined } from '@ant-design/icons';
import { Button, Select, Space } from 'antd';
import { useState } from 'react';
import type { LedgerName } from '../../../shared/registers/kinds.ts';
import { copiedTable, periodIn, tableTitle } from '../../../shared/registers/stat-table.ts';
import type { StatTable } from '../../../shared/registers/year/tables.ts';
import { useOpenYear, useYear } from '../../state/year-store.ts';
import { call } from '../../ui/call/client.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FieldScope, useRemoveLine } from '../../ui/fields/drafts.tsx';
import { flushTypedText } from '../../ui/fields/typed-text.ts';
import { MadeFileButton } from '../../ui/MadeFileButton.tsx';
import { StatTableForm } from './StatTableForm.tsx';
import './stats.css';

/** 统计表 of a ledger: the office types the form, the numbers are counted of the entries. */
export function StatTables({
  name,
  first,
}: {
  readonly name: LedgerName;
  /** The one that is shown at first; absent: the first one. */
  readonly first?: string | undefined;
}) {
  const { value } = useOpenYear();
  const [chosen, choose] = useState(first);
  const tables = (value.tables ?? []).filter(({ register }) => register === name);
  const table = tables.find(({ id }) => id === chosen) ?? tables[0];
  const { edit } = useYear.getState();
  const removeLine = useRemoveLine();
  const put = (made: StatTable) => {
    flushTypedText();
    choose(made.id);
    void edit({ kind: 'putTable', table: made });
  };
  const newId = () => crypto.randomUUID();
  const add = (
    <Button
      icon={<PlusOutlined aria-hidden />}
      onClick={() => put({ id: newId(), register: name, title: '', from: '', to: '', lines: [] })}
    >
      新建统计表
    </Button>
  );
  if (!table) {
    return (
      <EmptyState text="统计表式没有公开的，由本单位录入：表名、统计期间、指标和怎样统计；数从登记里算。">
        {add}
      </EmptyState>
    );
  }
  return (
    <section className="stats-tables" aria-label="统计表">
      <Space wrap>
        {tables.length > 1 && (
          <Select
            aria-label="哪一张统计表"
            className="stats-which"
            value={table.id}
            options={tables.map((each) => ({ value: each.id, label: nameOf(each, value.year) }))}
            onChange={choose}
          />
        )}
        {add}
        <Button onClick={() => put(copiedTable(table, { year: value.year, newId }))}>复制到下一期</Button>
        <MadeFileButton
          make={async () => {
            await useYear.getState().saved();
            return call('exportTable', { id: value.id, tableId: table.id });
          }}
        >
          导出统计表
        </MadeFileButton>
        <Button danger onClick={() => void removeLine(table.id, edit({ kind: 'removeTable', id: table.id }))}>
          移除统计表
        </Button>
      </Space>
      <FieldScope name={table.id}>
        <StatTableForm key={table.id} name={name} table={table} />
      </FieldScope>
    </section>
  );
}

function nameOf(table: StatTable, year: number): string {
  const { from, to } = table;
  const period = periodIn(year, table)?.name ?? (from && to ? `${from} 至 ${to}` : '没有期间');
  return `${tableTitle(table)}（${period}）`;
}
