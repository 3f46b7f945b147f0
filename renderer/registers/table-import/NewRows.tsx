import { Checkbox } from 'antd';
import type { ReadTable } from '../../../shared/registers/import-table.ts';
import type { YearColumn } from '../../../shared/registers/year/columns.ts';
import { useShownRows } from '../../ui/list/use-shown-rows.tsx';
import { type Decisions, isLeft } from './decisions.ts';
import { fieldWords } from './SameRows.tsx';

interface Props {
  readonly columns: readonly YearColumn[];
  readonly found: ReadTable;
  readonly decided: Decisions;
  readonly decide: (decided: Decisions) => void;
}

/** What is registered as new, row by row, each of which can be left out. */
export function NewRows({ columns, found: { entries, entryRows }, decided, decide }: Props) {
  const all = entries.map((entry, at) => ({ entry, row: entryRows[at] ?? 0 }));
  const { rows: shown, more } = useShownRows(all);
  if (all.length === 0) return null;
  const left = all.filter(({ row }) => isLeft(row, decided)).length;
  const say = (row: number, isTaken: boolean) => {
    const others = Object.entries(decided).filter(([each]) => Number(each) !== row);
    decide({ ...Object.fromEntries(others), ...(!isTaken && { [row]: 'leave' as const }) });
  };
  return (
    <details className="table-import-left">
      <summary>
        新登记的 {all.length - left} 行{left > 0 && `，去掉了 ${left} 行`}
      </summary>
      <div className="table-import-rows">
        {shown.map(({ row, entry }) => (
          <div key={row}>
            <Checkbox checked={!isLeft(row, decided)} onChange={({ target }) => say(row, target.checked)}>
              第 {row} 行：{fieldWords(columns, entry)}
            </Checkbox>
          </div>
        ))}
        {more}
      </div>
    </details>
  );
}
