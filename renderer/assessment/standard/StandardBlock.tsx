import { memo } from 'react';
import type { StandardBlockRows, StandardRow } from './standard-rows.ts';

/**
 * One section as a plain table. Not a component library's table: a standard can have 2,000 items, and the
 * browser skips what is out of sight by itself (content-visibility in standard.css).
 */
export function StandardBlock({ block }: { block: StandardBlockRows }) {
  return (
    <section className="standard-block">
      <h3>{block.title}</h3>
      <table className="ui-paper-wide" aria-label={block.title}>
        <thead>
          <tr>
            <th scope="col">项目</th>
            <th scope="col">评分标准</th>
            <th scope="col">分值</th>
            <th scope="col">计分规则</th>
            <th scope="col">佐证材料与评价方式</th>
            <th scope="col">依据</th>
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row) => (
            <Row key={row.code} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

const Row = memo(function Row({ row }: { row: StandardRow }) {
  return (
    <tr>
      <th scope="row">
        {row.code} {row.title}
        {row.group && <div className="ui-muted">{row.group}</div>}
      </th>
      <td>
        {row.criterion}
        {row.own && <div className="ui-muted">{row.own}</div>}
      </td>
      <td className="ui-numbers">{row.points}</td>
      <td>{row.rule}</td>
      <td>
        {row.evidence.map((title) => (
          <div key={title}>{title}</div>
        ))}
        {row.methods && <div className="ui-muted">{row.methods}</div>}
      </td>
      <td>
        {row.basis.map((source) => (
          <div key={source}>{source}</div>
        ))}
      </td>
    </tr>
  );
});
