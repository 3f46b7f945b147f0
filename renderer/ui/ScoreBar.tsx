import { showPoints } from '../../shared/values/points.ts';
import type { ScoreReport } from '../../shared/scoring/types.ts';
import './score-bar.css';

/** The total against the line: number, bar with the line marked, and the same in words. */
export function ScoreBar({ report }: { report: ScoreReport }) {
  const share = (points: number) => `${Math.min(100, Math.max(0, (100 * points) / report.fullScore))}%`;
  const words = report.passes
    ? `已达 ${showPoints(report.passScore)} 分`
    : `距 ${showPoints(report.passScore)} 分还差 ${showPoints(report.gap)} 分`;
  const left = report.unscored > 0 ? `，未评 ${report.unscored} 项` : '';
  return (
    <div className="ui-score-bar" role="group" aria-label="自评总分">
      <span className="ui-score-bar-total">{showPoints(report.total)} 分</span>
      <span className="ui-score-bar-track" aria-hidden>
        <div
          className="ui-score-bar-fill"
          style={{ width: share(report.total), background: report.passes ? 'var(--good)' : 'var(--accent)' }}
        />
        <span className="ui-score-bar-line" style={{ left: share(report.passScore) }} />
      </span>
      <span>
        {report.passes ? '✓ ' : ''}
        {words}
        {left}
      </span>
    </div>
  );
}
