import { toldMatrix } from '../../../shared/registers/sites/told.ts';
import type { Year } from '../../../shared/registers/year/schema.ts';
import { shownName } from '../../../shared/registers/sites/units.ts';
import { PrintHead } from '../../ui/Printed.tsx';

/** Every notice beside every unit, on paper. */
export function ToldPaper({ year, today }: { readonly year: Year; readonly today: string }) {
  const { notices, rows } = toldMatrix(year, today);
  return (
    <div className="ui-paper-wide">
      <PrintHead />
      <p>{year.unit}　通知传达情况</p>
      <table className="ui-paper">
        <thead>
          <tr>
            <th>序号</th>
            <th>单位名称</th>
            <th>级别</th>
            {notices.map(({ id, title }) => (
              <th key={id}>{shownName(title)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, level, cells }, at) => (
            <tr key={id}>
              <td>{at + 1}</td>
              <td>{shownName(name)}</td>
              <td>{level}</td>
              {notices.map((notice, index) => (
                <td key={notice.id}>{cells[index]}</td>
              ))}
            </tr>
          ))}
          <tr>
            <td />
            <td>合计</td>
            <td />
            {notices.map(({ id, words }) => (
              <td key={id}>{words}</td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}
