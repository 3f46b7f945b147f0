import { Button } from 'antd';
import type { Campaign } from '../../shared/campaign/schema.ts';
import { onlyByWords, scoreSentence, vetoSentences } from '../../shared/eligibility/verdict.ts';
import { counted } from '../../shared/scoring/total.ts';
import type { ScoreReport } from '../../shared/scoring/types.ts';
import { basisOf } from '../../shared/standard/basis.ts';
import type { Standard } from '../../shared/standard/schema.ts';
import { showPoints } from '../../shared/values/points.ts';
import './score-bar.css';

interface Props {
  readonly report: ScoreReport;
  readonly standard: Standard;
  readonly campaign: Pick<Campaign, 'kind'>;
  /** What keeps a final word from being green (`reservations`). */
  readonly beside: readonly string[];
  /** To the veto that applies. */
  readonly onJump: (code: string) => void;
}

/** The total against the line: number, bar with the line marked, and the same in words; or what a veto makes of it. */
export function ScoreBar({ report, standard, campaign, beside, onJump }: Props) {
  const { total, fullScore, passScore, passes } = report;
  const share = (points: number) => `${Math.min(100, Math.max(0, (100 * points) / fullScore))}%`;
  // Green is for a verdict that an official standard alone can give.
  const isOfficial = basisOf(standard) === 'official';
  const isEarned = passes && isOfficial && beside.length === 0 && !report.vetoes.some(counted);
  const [veto] = report.vetoes.filter(counted);
  const vetoed = vetoSentences(standard, report).join('；');
  return (
    <div className="ui-score-bar" role="group" aria-label="自评总分">
      <span className="ui-score-bar-total">{showPoints(total)} 分</span>
      <span className="ui-score-bar-track" aria-hidden>
        <div
          className="ui-score-bar-fill"
          style={{ width: share(total), background: isEarned ? 'var(--good)' : 'var(--accent)' }}
        />
        <span className="ui-score-bar-line" style={{ left: share(passScore) }} />
      </span>
      {veto ? (
        <span className="ui-score-bar-words ui-score-bar-veto" role="alert">
          {vetoed}
          <Button size="small" danger onClick={() => onJump(veto.code)}>
            查看
          </Button>
        </span>
      ) : (
        <span className="ui-score-bar-words">
          {isEarned ? '✓ ' : ''}
          {[
            scoreSentence(standard, report, campaign),
            ...onlyByWords(report),
            ...(isOfficial ? beside : []),
          ].join('；')}
        </span>
      )}
    </div>
  );
}
