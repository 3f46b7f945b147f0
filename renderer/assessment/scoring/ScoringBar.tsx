import { Button } from 'antd';
import { showPoints } from '../../../shared/values/points.ts';
import type { ScoreReport } from '../../../shared/scoring/types.ts';
import { ShortcutHelp } from '../../items/ShortcutHelp.tsx';
import type { ScoringFilter } from './scoring-rows.ts';
import './scoring.css';

interface Props {
  readonly report: ScoreReport;
  /** Open entries: unscored items and unanswered vetoes. */
  readonly open: number;
  readonly withoutEvidence: number;
  /** Absent where the assessment was not carried over from another edition. */
  readonly unconfirmed: number | undefined;
  readonly wrong: readonly string[];
  /** Entries with a file that is missing or was altered. */
  readonly damaged: readonly string[];
  readonly onFilter: (filter: ScoringFilter) => void;
  readonly onJump: (code: string) => void;
}

/** Where the assessment stands; each number leads to what it counts. */
export function ScoringBar(props: Props) {
  const { report, open, withoutEvidence, unconfirmed, wrong, damaged, onFilter, onJump } = props;
  const line = showPoints(report.passScore);
  const [firstWrong] = wrong;
  const [firstDamaged] = damaged;
  return (
    <div className="scoring-bar" role="group" aria-label="自评进展">
      <strong className={report.passes ? 'scoring-pass' : 'scoring-short'}>
        {report.passes ? `✓ 已达 ${line} 分` : `还差 ${showPoints(report.gap)} 分达到 ${line} 分`}
      </strong>
      {!report.passes && report.unscored > 0 && (
        <span className="ui-muted">未评项全得满分可到 {showPoints(report.reachable)} 分</span>
      )}
      <span className="scoring-bar-space" />
      {firstWrong !== undefined && (
        <Button size="small" danger onClick={() => onJump(firstWrong)}>
          输入有误 {wrong.length} 项
        </Button>
      )}
      {firstDamaged !== undefined && (
        <Button size="small" danger onClick={() => onJump(firstDamaged)}>
          佐证有误 {damaged.length} 项
        </Button>
      )}
      {unconfirmed !== undefined && (
        <Button size="small" disabled={unconfirmed === 0} onClick={() => onFilter('unconfirmed')}>
          待确认 {unconfirmed} 项
        </Button>
      )}
      <Button size="small" disabled={open === 0} onClick={() => onFilter('unscored')}>
        未评 {open} 项
      </Button>
      <Button size="small" disabled={withoutEvidence === 0} onClick={() => onFilter('noEvidence')}>
        无佐证 {withoutEvidence} 项
      </Button>
      <ShortcutHelp />
    </div>
  );
}
