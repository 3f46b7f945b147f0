import type { ShownDifference } from '../../../shared/document.ts';
import './choices.css';

interface Props {
  readonly rows: readonly Pick<ShownDifference, 'place' | 'name' | 'local' | 'remote'>[];
  /** What the two sides are called. */
  readonly local: string;
  readonly remote: string;
}

/** Two versions beside each other, place by place. */
export function Sides({ rows, local, remote }: Props) {
  return (
    <table className="ui-terms choices-table">
      <thead>
        <tr>
          <th scope="col">项目</th>
          <th scope="col">{local}</th>
          <th scope="col">{remote}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.place}>
            <th scope="row">{row.name}</th>
            <td>{row.local || <span className="ui-muted">（没有）</span>}</td>
            <td>{row.remote || <span className="ui-muted">（没有）</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
