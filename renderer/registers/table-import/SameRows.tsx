import { Button, Select, Space } from 'antd';
import { aroundDifference } from '../../../shared/registers/around-difference.ts';
import type { Entry } from '../../../shared/registers/entry.ts';
import { registerOf, type RegisterName } from '../../../shared/registers/kinds.ts';
import { shownIn } from '../../../shared/registers/projects/owner.ts';
import {
  isCutShort,
  isOnlyMore,
  isPerhapsOther,
  type SameRow,
} from '../../../shared/registers/same-entry.ts';
import type { YearColumn } from '../../../shared/registers/year/columns.ts';
import { useShownRows } from '../../ui/list/use-shown-rows.tsx';
import { type Decision, decisionOf, type Decisions } from './decisions.ts';

interface Props {
  readonly name: RegisterName;
  readonly columns: readonly YearColumn[];
  readonly rows: readonly SameRow[];
  readonly decided: Decisions;
  readonly decide: (decided: Decisions) => void;
}

const WORDS: Readonly<Record<Decision, string>> = {
  update: '按表格更新',
  keep: '保留登记的',
  add: '不是同一件，另行登记',
};
const OPTIONS = Object.entries(WORDS).map(([value, label]) => ({ value, label }));
/** Of a longer text, that much is shown. */
const SHOWN = 80;

/** Rows that are likely registered already: what they say otherwise, and what becomes of it. */
export function SameRows({ name, columns, rows, decided, decide }: Props) {
  const { unit } = registerOf(name);
  const { rows: shown, more } = useShownRows(inOrder(rows));
  if (rows.length === 0) return null;
  const open = rows.filter((row) => decisionOf(row, decided) === undefined).length;
  const perhaps = new Set(rows.filter((row) => isPerhapsOther(row, columns)));
  // What may be another one, or a part of one, is only put over an entry where the user says so of this very row.
  const all = (decision: Decision) => {
    const sure = decision === 'update' ? rows.filter((row) => !perhaps.has(row) && !isCutShort(row)) : rows;
    decide({ ...decided, ...Object.fromEntries(sure.map(({ row }) => [row, decision])) });
  };
  return (
    <section className="table-import-same" aria-label="可能已经登记过">
      <h3>
        可能已经登记过的 {rows.length} {unit}
      </h3>
      <p className="ui-muted">
        与已登记的可能是同一{unit}，内容有变化。表格里空着的，不会清掉已登记的。
        {open > 0 && `还有 ${open} ${unit}与已登记的不一致，要选一下怎么办。`}
      </p>
      <Space wrap>
        {(['update', 'keep', 'add'] as const).map((decision) => (
          <Button key={decision} size="small" onClick={() => all(decision)}>
            全部{WORDS[decision]}
          </Button>
        ))}
      </Space>
      <div className="table-import-rows">
        <table>
          <thead>
            <tr>
              <th scope="col">表格</th>
              <th scope="col">已登记的</th>
              <th scope="col">有变化的</th>
              <th scope="col">怎么办</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.row}>
                <th scope="row">第 {row.row} 行</th>
                <td>{fieldWords(columns, row.entry)}</td>
                <td>
                  {perhaps.has(row) && (
                    <div className="registers-soon">
                      可能是同一{unit}，也可能是另一{unit}：日期都不同，请逐{unit}选
                    </div>
                  )}
                  {isCutShort(row) && (
                    <div className="registers-soon">
                      表格里只有已登记文字的前一部分，更新会去掉后面的，请逐{unit}选
                    </div>
                  )}
                  <Changes columns={columns} row={row} />
                </td>
                <td>
                  <Select<Decision>
                    size="small"
                    className="table-import-choice"
                    aria-label={`第 ${row.row} 行怎么办`}
                    placeholder="请选择"
                    value={decisionOf(row, decided)}
                    options={OPTIONS}
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

function Changes({ columns, row: { changes } }: Pick<Props, 'columns'> & { readonly row: SameRow }) {
  const known = new Map(columns.map((column) => [column.code, column]));
  const shown = (code: string, text: string): string => {
    const column = known.get(code);
    return column ? shownIn(column, { fields: { [code]: text } }) : text;
  };
  return changes.map(({ code, from, to }) => {
    const [before, now] = aroundDifference(shown(code, from), shown(code, to), SHOWN);
    return (
      <div key={code}>
        {known.get(code)?.label}：
        {from === '' ? '（空）' : <span className="table-import-from">{before}</span>} → {now}
      </div>
    );
  });
}

/** What has to be decided comes first. */
function inOrder(rows: readonly SameRow[]): SameRow[] {
  return [...rows].sort((a, b) => Number(isOnlyMore(a)) - Number(isOnlyMore(b)));
}

/** The first of what the list shows of it. */
export function fieldWords(columns: readonly YearColumn[], of: Pick<Entry, 'fields'>): string {
  const listed = columns.filter((column) => column.listed && !column.isHidden);
  const texts = listed.map((column) => cut(shownIn(column, of))).filter((text) => text !== '');
  return texts.slice(0, 3).join('，');
}

function cut(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
