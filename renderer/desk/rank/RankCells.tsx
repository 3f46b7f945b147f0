import { Button } from 'antd';
import type { Ranked } from '../../../shared/review/ranking.ts';
import { nameOf } from '../table/candidate-words.ts';

interface Props {
  readonly ranked: Ranked;
}

/** 名次, and how sure it is. */
export function RankPlace({ ranked: { rank, tied, provisional, adjustment } }: Props) {
  return (
    <>
      <strong className="ui-numbers">{rank ?? '—'}</strong>
      {tied && <span className="ui-muted">并列</span>}
      {adjustment && (
        <span className="desk-wrong" title={adjustment.reason}>
          已调整
        </span>
      )}
      {!tied && !adjustment && provisional && rank !== undefined && <span className="ui-muted">暂排</span>}
    </>
  );
}

export interface TreatmentActions {
  /** The keyboard reaches the button of the row that it is on. */
  readonly active: string | undefined;
  readonly onAdjust: (key: string) => void;
  readonly onDecide: (key: string) => void;
}

/** 处理: what is in doubt is decided first; a place by hand comes after that. */
export function Treatment({ ranked, active, onAdjust, onDecide }: Props & TreatmentActions) {
  const { candidate, rank, doubts, out } = ranked;
  const tabIndex = candidate.key === active ? 0 : -1;
  if (doubts.length > 0 && (!out || out.reason === 'suspect')) {
    return (
      <Button
        size="small"
        type="primary"
        tabIndex={tabIndex}
        aria-label={`采用 ${nameOf(candidate)}`}
        onClick={() => onDecide(candidate.key)}
      >
        采用
      </Button>
    );
  }
  if (rank === undefined) return null;
  return (
    <Button
      size="small"
      tabIndex={tabIndex}
      aria-label={`调整名次 ${nameOf(candidate)}`}
      onClick={() => onAdjust(candidate.key)}
    >
      调整
    </Button>
  );
}
