import { type CountedTable, tableTitle } from '../../../shared/registers/stat-table.ts';
import type { Year } from '../../../shared/registers/year/schema.ts';
import type { StatTable } from '../../../shared/registers/year/tables.ts';
import { PrintHead } from '../../ui/Printed.tsx';

interface Props {
  readonly year: Year;
  readonly table: StatTable;
  readonly counted: CountedTable;
}

/** A 统计表 on paper. */
export function StatPaper({ year, table, counted: { lines, rule, problem } }: Props) {
  return (
    <div>
      <PrintHead />
      <h2>{tableTitle(table)}</h2>
      <p>
        {year.unit}　统计期间：{problem === '' ? `${table.from} 至 ${table.to}` : problem}
      </p>
      <table className="ui-paper">
        <thead>
          <tr>
            <th>序号</th>
            <th>指标</th>
            <th>数量</th>
            <th>统计方法</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ line, number, how, note }, at) => (
            <tr key={line.id}>
              <td>{at + 1}</td>
              <td>{line.label}</td>
              <td>{number}</td>
              <td>{note === '' ? how : `${how}（${note}）`}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>表式由本单位录入（参考格式）。{rule}</p>
    </div>
  );
}
