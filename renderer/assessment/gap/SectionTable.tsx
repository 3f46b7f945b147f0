import { showPoints } from '../../../shared/values/points.ts';
import type { SectionShare } from './section-shares.ts';

/** The same figures as the charts, to be read. */
export function SectionTable({ shares }: { readonly shares: readonly SectionShare[] }) {
  return (
    <table className="gap-table">
      <caption>各指标得分</caption>
      <thead>
        <tr>
          <th scope="col">指标</th>
          <th scope="col">得分</th>
          <th scope="col">满分</th>
          <th scope="col">得分率</th>
          <th scope="col">已评失分</th>
          <th scope="col">未评分值</th>
          <th scope="col">未评项数</th>
        </tr>
      </thead>
      <tbody>
        {shares.map((share) => (
          <tr key={share.code}>
            <th scope="row">
              {share.code} {share.title}
            </th>
            <td>{showPoints(share.score)}</td>
            <td>{showPoints(share.full)}</td>
            <td>{share.percent}%</td>
            <td>{showPoints(share.lost)}</td>
            <td>{showPoints(share.open)}</td>
            <td>{share.unscored}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
