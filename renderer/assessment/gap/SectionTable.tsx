import { gapsWords } from '../../../shared/eligibility/verdict.ts';
import { type LedgerLine, ledgerOf, ledgerPoints } from '../../../shared/scoring/ledger.ts';
import type { ScoreReport } from '../../../shared/scoring/types.ts';
import { showPoints } from '../../../shared/values/points.ts';
import type { SectionShare } from './section-shares.ts';

interface Props {
  readonly shares: readonly SectionShare[];
  readonly report: ScoreReport;
}

/** The same figures as the charts, to be read; below them what makes the total of the sections' scores. */
export function SectionTable({ shares, report }: Props) {
  const gaps = gapsWords(report);
  const below = ledgerOf(report).filter(({ kind }) => kind !== 'section');
  return (
    <table className="gap-table">
      <caption>各指标得分{gaps !== '' && `（${gaps}）`}</caption>
      <thead>
        <tr>
          <th scope="col">指标</th>
          <th scope="col">得分</th>
          <th scope="col">满分</th>
          <th scope="col">合理缺项</th>
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
            <td>{showPoints(share.whole)}</td>
            <td>{share.whole === share.full ? '—' : showPoints(share.whole - share.full)}</td>
            <td>{share.full > 0 ? `${share.percent}%` : '—'}</td>
            <td>{showPoints(share.lost)}</td>
            <td>{showPoints(share.open)}</td>
            <td>{share.unscored}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        {below.map((line) => (
          <LedgerRow key={line.kind} line={line} />
        ))}
      </tfoot>
    </table>
  );
}

function LedgerRow({ line }: { readonly line: LedgerLine }) {
  return (
    <tr>
      <th scope="row">{line.title}</th>
      <td>{ledgerPoints(line)}</td>
      <td colSpan={6} />
    </tr>
  );
}
