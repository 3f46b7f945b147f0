import { countWords } from '../../shared/registers/contradictions.ts';
import { type Entry, fieldOf } from '../../shared/registers/entry.ts';
import { registerOf, type RegisterName } from '../../shared/registers/kinds.ts';
import { shownIn } from '../../shared/registers/projects/owner.ts';
import { columnsIn, filledIn, hasOwnForm } from '../../shared/registers/year/columns.ts';
import { onPaper } from '../../shared/registers/year/on-paper.ts';
import { registerTitle } from '../../shared/registers/year/register-title.ts';
import type { Year } from '../../shared/registers/year/schema.ts';
import { PrintHead } from '../ui/Printed.tsx';
import { filledEntries, isEmpty } from '../../shared/registers/year/entries.ts';
import { duesIn } from '../../shared/registers/due.ts';
import { partsWords } from '../../shared/registers/limit-day.ts';
import { ratioLines } from '../../shared/registers/year-rows.ts';
import { whenOf } from '../../shared/registers/when.ts';
import { MonthTable } from './MonthTable.tsx';

interface Props {
  readonly name: RegisterName;
  readonly year: Year;
  readonly entries: readonly Entry[];
  readonly today: string;
}

/** More columns than stand beside each other on an upright page; 序号, 提醒 and 已附材料 come with them. */
const WIDE = 5;

/** A register on paper: what is listed of each entry, without what is personal. */
export function RegisterPaper(props: Props & { readonly search: string }) {
  const { name, year, today, search } = props;
  const entries = props.entries.filter((entry) => !isEmpty(name, entry));
  const { unit } = registerOf(name);
  const printed = onPaper(year, name, { entries, today });
  const dueOf = duesIn(year, name, today);
  const all = filledEntries(year, name).length;
  const shown = columnsIn(year, name);
  const columns = shown.filter(({ listed, personal }) => listed && !personal);
  const left = shown.filter((column) => !columns.includes(column) && filledIn(entries, column.code) > 0);
  return (
    <div className={columns.length > WIDE ? 'ui-paper-wide' : undefined}>
      <PrintHead title={registerTitle(year, name)} />
      <p>
        {year.unit}　{search === '' ? '' : `查找“${search}”，`}
        {countWords(name, entries)}
        {search === '' ? '' : `（全部登记的是 ${all} ${unit}）`}
        {printed.notes.map((note) => `　${note}`)}
        {hasOwnForm(year, name) && '　栏目按本单位的格式'}
        {left.length > 0 && `　未列：${left.map(({ label }) => label).join('、')}（见导出的表格）`}
      </p>
      <RatioLines {...{ name, year, today }} />
      <table className="ui-paper registers-paper">
        <thead>
          <tr>
            <th>序号</th>
            {columns.map(({ code, label }) => (
              <th key={code}>{label}</th>
            ))}
            <th>提醒</th>
            <th>已附材料</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry, index) => (
            <tr key={entry.id}>
              <td>{index + 1}</td>
              {columns.map((column) => (
                <td key={column.code}>
                  {column.kind === 'day' ? (
                    <Days text={fieldOf(printed.entries[index] ?? entry, column.code)} />
                  ) : (
                    shownIn(column, printed.entries[index] ?? entry)
                  )}
                </td>
              ))}
              <td>{dueOf(entry).words}</td>
              <td>{entry.files.map(({ fileName }) => fileName).join('、')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {name === 'tasks' && <p>{limitWords(entries, year)}</p>}
    </div>
  );
}

/** How the days of tasks were read out of a notice's words. */
export function limitWords(tasks: readonly Entry[], year: Year): string {
  return partsWords(
    tasks.map((task) => fieldOf(task, 'limit')),
    year.year,
  );
}

/** A day is never broken, a stretch of days only between them. */
function Days({ text }: { readonly text: string }) {
  const { day, until } = whenOf(text) ?? {};
  if (day === undefined) return text;
  return (
    <>
      <span className="ui-paper-short">{day}</span>
      {until !== undefined && (
        <>
          {' '}
          <span className="ui-paper-short">至 {until}</span>
        </>
      )}
    </>
  );
}

/** What is counted of each month, on paper. */
export function MonthPaper({ name, year, entries, today }: Props) {
  return (
    <div>
      <PrintHead />
      <p>
        {year.unit}　按月统计　{countWords(name, entries)}
      </p>
      <RatioLines {...{ name, year, today }} />
      <MonthTable {...{ name, year, entries, today }} isPaper />
    </div>
  );
}

function RatioLines({ name, year, today }: Omit<Props, 'entries'>) {
  return ratioLines(year, name, today).map((line) => <p key={line}>{line}</p>);
}
