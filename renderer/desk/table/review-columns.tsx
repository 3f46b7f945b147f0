import { Tag } from 'antd';
import { CANDIDATE_STATE_LABELS, type Candidate } from '../../../shared/review/candidate.ts';
import type { Ranked } from '../../../shared/review/ranking.ts';
import { verdictSchema } from '../../../shared/review/receipt.ts';
import { openConditions, unseenOf, unseenWords } from '../../../shared/review/candidate-columns.ts';
import { routesSentence } from '../../../shared/review/routes.ts';
import { statusOf } from '../../../shared/review/status.ts';
import type { GridColumn } from '../grid/DataGrid.tsx';
import { PendingTag, VerdictTag } from '../verdict.tsx';
import { findingWords } from './candidate-words.ts';

const STATES = { pending: 0, reviewing: 1, done: 2 } as const;

/** How far the verification has come. */
export const STATE_COLUMN: GridColumn<Candidate> = {
  key: 'state',
  title: '核验情况',
  width: 70,
  render: (row) => {
    const { state, progress } = row;
    const unseen = unseenWords(row);
    return (
      <>
        <span>{CANDIDATE_STATE_LABELS[state]}</span>
        {unseen === '' ? (
          <span className="ui-muted ui-numbers">
            {progress.done} / {progress.total}
          </span>
        ) : (
          <span className="desk-doubtful grid-cut" title={unseen}>
            {unseenOf(row)} 件未看
          </span>
        )}
      </>
    );
  },
  sort: (a, b) =>
    STATES[a.state] - STATES[b.state] ||
    a.progress.done * b.progress.total - b.progress.done * a.progress.total,
};

/** What the conditions of the campaign found, and which of them nobody has judged. */
export const FINDINGS_COLUMN: GridColumn<Candidate> = {
  key: 'findings',
  title: '问题',
  width: 100,
  render: (row) => {
    const [first, ...others] = findingWords(row);
    const open = openConditions(row).join('；');
    return (
      <>
        {first === undefined ? (
          <span className="ui-muted">无</span>
        ) : (
          <span className={row.qualifies || row.basis !== 'official' ? '' : 'desk-wrong'} title={open}>
            {first}
          </span>
        )}
        {others.length > 0 && <span className="ui-muted grid-cut">{others.join('，')}</span>}
      </>
    );
  },
  sort: (a, b) => Number(!a.qualifies) - Number(!b.qualifies) || a.findings.length - b.findings.length,
};

/** What is in doubt, else what was decided of it. */
function noteOf({ doubts, out, accepted, routes }: Ranked): string | undefined {
  if (doubts[0] !== undefined) return doubts[0];
  if (routes) return routesSentence(routes);
  return out?.reason === 'replaced' ? '未采用' : accepted && `已采用：${accepted.reason}`;
}

/** What the receipt says, as the package stands among the others. */
export function verdictColumn(standingOf: (key: string) => Ranked | undefined): GridColumn<Candidate> {
  const orderOf = ({ key, verdict }: Candidate) => {
    const ranked = standingOf(key);
    return verdictSchema.options.indexOf(ranked ? statusOf(ranked) : verdict);
  };
  return {
    key: 'verdict',
    title: '收件结论',
    width: 124,
    render: ({ key, remarks }) => {
      const ranked = standingOf(key);
      const note = ranked && noteOf(ranked);
      return (
        <>
          <span>
            {ranked && <VerdictTag verdict={statusOf(ranked)} checked={ranked.candidate.checked} />}
            <PendingTag candidate={ranked?.candidate} />
            {remarks.length > 0 && (
              <Tag title={remarks.join('；')} aria-label={`说明 ${remarks.length} 条`}>
                注{remarks.length}
              </Tag>
            )}
          </span>
          {note !== undefined && (
            <span className="desk-doubtful grid-cut" title={note}>
              {note}
            </span>
          )}
        </>
      );
    },
    sort: (a, b) => orderOf(a) - orderOf(b),
  };
}
