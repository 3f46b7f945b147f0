import { Button, Select, Space } from 'antd';
import type { TwinRow } from '../../../shared/registers/import-table.ts';
import { registerOf, type RegisterName } from '../../../shared/registers/kinds.ts';
import type { YearColumn } from '../../../shared/registers/year/columns.ts';
import { useShownRows } from '../../ui/list/use-shown-rows.tsx';
import { type Decisions, type TwinDecision, twinDecisionOf } from './decisions.ts';
import { fieldWords } from './SameRows.tsx';

interface Props {
  readonly name: RegisterName;
  readonly columns: readonly YearColumn[];
  readonly rows: readonly TwinRow[];
  readonly decided: Decisions;
  readonly decide: (decided: Decisions) => void;
}

/** Rows of a table that say the same as another one of it: whether they are one or two, only the user knows. */
export function TwinRows({ name, columns, rows, decided, decide }: Props) {
  const { unit } = registerOf(name);
  const { rows: shown, more } = useShownRows(inOrder(rows));
  if (rows.length === 0) return null;
  const open = rows.filter((row) => twinDecisionOf(row, decided) === undefined).length;
  const words: Readonly<Record<TwinDecision, string>> = {
    once: '写重了，不再登记',
    each: `不是同一${unit}，也登记`,
  };
  const all = (decision: TwinDecision) =>
    decide({ ...decided, ...Object.fromEntries(rows.map(({ row }) => [row, decision])) });
  return (
    <section className="table-import-same" aria-label="表里内容相同">
      <h3>表里内容相同的 {rows.length} 行</h3>
      <p className="ui-muted">
        与表里前面的一行完全一样，可能是写重了，也可能是内容一样的两{unit}。
        {open > 0 && `还有 ${open} 行要选一下怎么办。`}
      </p>
      <Space wrap>
        {(['once', 'each'] as const).map((decision) => (
          <Button key={decision} size="small" onClick={() => all(decision)}>
            全部{words[decision]}
          </Button>
        ))}
      </Space>
      <div className="table-import-rows">
        <table>
          <thead>
            <tr>
              <th scope="col">表格</th>
              <th scope="col">内容</th>
              <th scope="col">怎么办</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.row}>
                <th scope="row">
                  表中第 {row.row} 行与第 {row.first} 行相同
                  {row.isKnown && <div className="ui-muted">第 {row.first} 行已登记</div>}
                </th>
                <td>{fieldWords(columns, row)}</td>
                <td>
                  <Select<TwinDecision>
                    size="small"
                    className="table-import-choice"
                    aria-label={`第 ${row.row} 行怎么办`}
                    placeholder="请选择"
                    value={twinDecisionOf(row, decided)}
                    options={(['once', 'each'] as const).map((value) => ({ value, label: words[value] }))}
                    onChange={(decision) => decide({ ...decided, [row.row]: decision })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {more}
      </div>
    </section>
  );
}

/** What has to be decided comes first. */
function inOrder(rows: readonly TwinRow[]): TwinRow[] {
  return [...rows].sort((a, b) => Number(a.isKnown) - Number(b.isKnown));
}
