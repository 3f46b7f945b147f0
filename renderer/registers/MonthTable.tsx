import type { Entry } from '../../shared/registers/entry.ts';
import { registerOf, type RegisterName } from '../../shared/registers/kinds.ts';
import {
  aheadWords,
  inMonths,
  monthName,
  monthlyTotals,
  wholeTotals,
} from '../../shared/registers/monthly.ts';
import { countedIn, shownLabel } from '../../shared/registers/year/columns.ts';
import type { Year } from '../../shared/registers/year/schema.ts';
import { EmptyState } from '../ui/EmptyState.tsx';

/** How many entries each month has, and of which kind. */
export function MonthTable({
  name,
  year,
  entries,
  today,
  isPaper,
}: {
  readonly name: RegisterName;
  readonly year: Year;
  readonly entries: readonly Entry[];
  readonly today: string;
  /** With the lines of a table on paper. */
  readonly isPaper?: true;
}) {
  const { unit } = registerOf(name);
  const counted = countedIn(year, name);
  const of = { today, year: year.year };
  const rows = inMonths(name, entries, of);
  const ahead = aheadWords(name, rows, of);
  const labels = new Map(counted.map((column) => [column.code, shownLabel(column)]));
  if (entries.length === 0) return <EmptyState text="还没有登记，没有可以统计的。" />;
  return (
    <table className={isPaper ? 'ui-paper' : 'registers-months'}>
      <thead>
        <tr>
          <th>月份</th>
          <th>合计（{unit}）</th>
          <th>其中</th>
        </tr>
      </thead>
      <tbody>
        {[...monthlyTotals(name, rows, counted), wholeTotals(rows, counted)].map(
          ({ month, entries: count, counts }) => (
            <tr key={month}>
              <th>{monthName(name, month)}</th>
              <td>
                {count}
                {ahead.has(month) && <div className="registers-soon">{ahead.get(month)}</div>}
              </td>
              <td>
                {Object.entries(counts).map(([code, choices]) => (
                  <div key={code}>
                    {labels.get(code)}：
                    {Object.entries(choices)
                      .map(([choice, each]) => `${choice} ${each}`)
                      .join('，')}
                  </div>
                ))}
              </td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}
