import { resultWords } from '../../../shared/eligibility/verdict.ts';
import type { ScoreReport } from '../../../shared/scoring/types.ts';
import type { Campaign } from '../../../shared/campaign/schema.ts';
import { lineNameIn } from '../../../shared/campaign/words.ts';
import type { Standard } from '../../../shared/standard/schema.ts';
import { showPoints } from '../../../shared/values/points.ts';
import './total.css';

interface Props {
  readonly report: ScoreReport;
  readonly standard: Standard;
  readonly campaign: Pick<Campaign, 'kind'>;
}

/** The total on the whole scale with the line marked, and in words how it came about. */
export function TotalBar({ report, standard, campaign }: Props) {
  const { total, base, fullScore, passScore, reachable, unscored } = report;
  const share = (points: number): string => `${Math.min(100, Math.max(0, (100 * points) / fullScore))}%`;
  return (
    <section aria-label="总分" className="gap-total">
      <p className="gap-total-words">
        <strong>{showPoints(total)}</strong> 分（满分 {showPoints(fullScore)} 分，基础分 {showPoints(base)}{' '}
        分）
        {unscored > 0 && `；未评项全得满分可到 ${showPoints(reachable)} 分`}
      </p>
      <p className="gap-total-sentence">{resultWords(standard, report, campaign)}。</p>
      <div className="gap-total-track" aria-hidden>
        <div className="gap-total-open" style={{ width: share(reachable) }} />
        <div className="gap-total-fill" style={{ width: share(total) }} />
        <div className="gap-total-line" style={{ left: share(passScore) }}>
          <span>
            {lineNameIn(campaign, standard)} {showPoints(passScore)} 分
          </span>
        </div>
      </div>
      <details>
        <summary>总分计算过程</summary>
        <ul>
          {report.explanation.map((line, index) => (
            <li key={index}>{line}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}
