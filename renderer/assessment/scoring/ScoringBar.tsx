import { Button } from 'antd';
import { showPoints } from '../../../shared/values/points.ts';
import { gapsWords, lineSentence, onlyBySentences } from '../../../shared/eligibility/verdict.ts';
import { counted, zeroes } from '../../../shared/scoring/total.ts';
import type { Campaign } from '../../../shared/campaign/schema.ts';
import type { ScoreReport } from '../../../shared/scoring/types.ts';
import { basisOf, ratedOf } from '../../../shared/standard/basis.ts';
import type { Standard } from '../../../shared/standard/schema.ts';
import { ShortcutHelp } from '../../items/ShortcutHelp.tsx';
import type { ScoringFilter } from './scoring-rows.ts';
import './scoring.css';

interface Props {
  readonly report: ScoreReport;
  readonly standard: Standard;
  readonly campaign: Pick<Campaign, 'kind'>;
  /** Vetoes without an answer; unscored items are in the report. */
  readonly unanswered: readonly string[];
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
  const { report, standard, campaign, unanswered, withoutEvidence, unconfirmed, wrong, damaged } = props;
  const { onFilter, onJump } = props;
  const isEarned = report.passes && basisOf(standard) === 'official' && !report.vetoes.some(counted);
  const gaps = gapsWords(report);
  const [firstVeto] = unanswered;
  const [firstWrong] = wrong;
  const [firstDamaged] = damaged;
  return (
    <div className="scoring-bar" role="group" aria-label="自评进展">
      <strong className={isEarned ? 'scoring-pass' : 'scoring-short'}>
        {isEarned ? '✓ ' : ''}
        {lineSentence(ratedOf(standard), { ...report, isZeroed: report.vetoes.some(zeroes) }, campaign)}
      </strong>
      <span className="ui-muted">
        {[`基础分${showPoints(report.base)}分`, ...(gaps === '' ? [] : [gaps])].join('，')}
      </span>
      {report.onlyBy.length > 0 && <span>{onlyBySentences(report).join('；')}</span>}
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
      {firstVeto !== undefined && (
        <Button size="small" onClick={() => onJump(firstVeto)}>
          否决事项未回答 {unanswered.length} 项
        </Button>
      )}
      <Button size="small" disabled={report.unscored === 0} onClick={() => onFilter('unscored')}>
        未评 {report.unscored} 项
      </Button>
      <Button size="small" disabled={withoutEvidence === 0} onClick={() => onFilter('noEvidence')}>
        无佐证 {withoutEvidence} 项
      </Button>
      <ShortcutHelp />
    </div>
  );
}
