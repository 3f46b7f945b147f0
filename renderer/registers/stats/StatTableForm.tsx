import { PlusOutlined } from '@ant-design/icons';
import { Button, Form, Select } from 'antd';
import { useState } from 'react';
import type { LedgerName } from '../../../shared/registers/kinds.ts';
import { countTable, periodIn, periodsOf, titleDoubt } from '../../../shared/registers/stat-table.ts';
import {
  LONGEST_LINE,
  MOST_LINES,
  type StatLine,
  type StatTable,
} from '../../../shared/registers/year/tables.ts';
import { tableIn } from '../../../shared/registers/year/tables-edits.ts';
import { useOpenYear, useYear } from '../../state/year-store.ts';
import { DateInput } from '../../ui/fields/DateInput.tsx';
import { TextInput } from '../../ui/fields/TextInput.tsx';
import { usePaper } from '../../ui/printing.ts';
import { useRefocus } from '../use-refocus.ts';
import { StatLineRow } from './StatLineRow.tsx';
import { StatPaper } from './StatPaper.tsx';

interface Props {
  readonly name: LedgerName;
  readonly table: StatTable;
}

/** One table: what it is called, of which days it is, its lines with their numbers as they are now. */
export function StatTableForm({ name, table }: Props) {
  const { value } = useOpenYear();
  const counted = countTable(value, table);
  const doubt = titleDoubt(table, value.year);
  usePaper(() => <StatPaper year={value} table={table} counted={counted} />);
  const { box, refocus } = useRefocus(table.lines.map(({ id }) => id).join());
  const [isFull, setFull] = useState(false);
  // Of the table as it is when the words come: a line before may just have been typed.
  const change = (make: (now: StatTable) => StatTable): Promise<boolean> => {
    const { open, edit } = useYear.getState();
    const now = open && tableIn(open.value, table.id);
    return now ? edit({ kind: 'putTable', table: make(now) }) : Promise.resolve(false);
  };
  const lines = (make: (now: StatLine[]) => StatLine[]) =>
    change((now) => ({ ...now, lines: make([...now.lines]) }));
  const add = () => {
    setFull(table.lines.length >= MOST_LINES);
    if (table.lines.length >= MOST_LINES) return;
    const id = crypto.randomUUID();
    refocus(`[data-line="${id}"] input`);
    void lines((now) => [...now, { id, label: '', by: 'all', column: '', called: '', word: '', value: '' }]);
  };
  const move = (id: string, by: 1 | -1) => {
    refocus(`[data-line="${id}"] [data-move="${by}"]`, `[data-line="${id}"] [data-move="${-by}"]`);
    void lines((now) => swapped(now, id, by));
  };
  const remove = (at: number) => {
    const next = table.lines[at + 1] ?? table.lines[at - 1];
    refocus(`[data-line="${next?.id}"] input`);
    void lines((now) => now.filter(({ id }) => id !== table.lines[at]?.id));
  };
  return (
    <>
      <Head {...{ table, change }} year={value.year} />
      {doubt !== '' && (
        <p className="registers-about registers-soon" role="status">
          {doubt}。
        </p>
      )}
      <table className="registers-months stats-lines" aria-label="指标" ref={box}>
        <thead>
          <tr>
            <th>序号</th>
            <th>指标</th>
            <th>怎样统计</th>
            <th>数量</th>
            <th>顺序</th>
          </tr>
        </thead>
        <tbody>
          {counted.lines.map((each, at) => (
            <StatLineRow
              key={each.line.id}
              {...{ name, at }}
              counted={each}
              isLast={at === table.lines.length - 1}
              onChange={(fields) =>
                lines((now) => now.map((line) => (line.id === each.line.id ? { ...line, ...fields } : line)))
              }
              onMove={(by) => move(each.line.id, by)}
              onRemove={() => remove(at)}
            />
          ))}
          {table.lines.length === 0 && (
            <tr>
              <td colSpan={5} className="ui-muted">
                还没有指标。按本单位的表式，一行一个录入。
              </td>
            </tr>
          )}
        </tbody>
      </table>
      <div>
        <Button icon={<PlusOutlined aria-hidden />} onClick={add}>
          添加指标
        </Button>
        {isFull && <span className="ui-field-problem">一张表最多 {MOST_LINES} 个指标，没有添加</span>}
      </div>
      <p className="registers-about ui-muted" role="status">
        {counted.problem !== '' && <span className="registers-soon">{counted.problem}，没有统计。</span>}
        {counted.rule}每次打开都重新统计；表式由本单位录入，不是统一的表式。
      </p>
    </>
  );
}

function Head({
  table,
  year,
  change,
}: {
  readonly table: StatTable;
  readonly year: number;
  readonly change: (make: (now: StatTable) => StatTable) => Promise<boolean>;
}) {
  const { id, title, from, to } = table;
  const periods = periodsOf(year);
  const set = (fields: Partial<StatTable>) => change((now) => ({ ...now, ...fields }));
  return (
    <Form layout="vertical" component="div" className="stats-head">
      <Form.Item label="表名" htmlFor={`${id}-title`} className="stats-title">
        <TextInput
          id={`${id}-title`}
          field="title"
          value={title}
          maxLength={LONGEST_LINE}
          placeholder="照本单位的表式填写"
          commit={(text) => set({ title: text.trim() })}
        />
      </Form.Item>
      <Form.Item label="统计期间" htmlFor={`${id}-period`}>
        <Select
          id={`${id}-period`}
          aria-label="统计期间"
          placeholder="快速选择"
          value={periodIn(year, table)?.name}
          options={periods.map(({ name }) => ({ value: name }))}
          onChange={(name: string) => {
            const period = periods.find((each) => each.name === name);
            if (period) void set({ from: period.from, to: period.to });
          }}
        />
      </Form.Item>
      <DateInput
        {...{ id: `${id}-from`, field: 'from', label: '起（当日在内）', value: from }}
        commit={(day) => set({ from: day })}
      />
      <DateInput
        {...{ id: `${id}-to`, field: 'to', label: '止（当日在内）', value: to }}
        commit={(day) => set({ to: day })}
      />
    </Form>
  );
}

function swapped(lines: StatLine[], id: string, by: 1 | -1): StatLine[] {
  const at = lines.findIndex((line) => line.id === id);
  const [line, other] = [lines[at], lines[at + by]];
  if (line && other) [lines[at], lines[at + by]] = [other, line];
  return lines;
}
