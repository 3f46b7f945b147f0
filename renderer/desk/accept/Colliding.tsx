import type { Candidate } from '../../../shared/review/candidate.ts';
import type { Ranked } from '../../../shared/review/ranking.ts';
import { showTime } from '../../ui/show.ts';
import './accept.css';

const FACTS: readonly (readonly [string, (candidate: Candidate) => string])[] = [
  ['单位', ({ unit }) => unit || '未录入'],
  ['统一社会信用代码', ({ creditCode }) => creditCode || '未录入'],
  ['版次', ({ revision, draft }) => `第 ${revision} 版${draft ? '（草稿）' : ''}`],
  ['标准', ({ standardLine }) => standardLine],
  ['封签码', ({ sealCode }) => sealCode || '无'],
  ['文件名', ({ fileName }) => fileName],
  ['收到时间', ({ receivedOn, receivedAt }) => `${receivedOn}（${showTime(receivedAt)} 录入）`],
];

/** Packages that cannot all be what they say, side by side; this one first. */
export function Colliding({ rows }: { readonly rows: readonly Ranked[] }) {
  return (
    <div className="accept-colliding" role="region" aria-label="相互冲突的推荐包" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <td />
            {rows.map(({ candidate }, index) => (
              <th key={candidate.key} scope="col">
                {index === 0 ? '这一份' : rows.length === 2 ? '另一份' : `另 ${index}`}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {FACTS.map(([label, of]) => {
            const values = rows.map(({ candidate }) => of(candidate));
            const differs = values.some((value) => value !== values[0]);
            return (
              <tr key={label} className={differs ? 'accept-differs' : ''}>
                <th scope="row">{label}</th>
                {rows.map(({ candidate }, index) => (
                  <td key={candidate.key}>{values[index]}</td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
