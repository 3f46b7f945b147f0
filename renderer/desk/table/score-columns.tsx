import type { Candidate } from '../../../shared/review/candidate.ts';
import { CANDIDATE_COLUMNS, type PointsKey } from '../../../shared/review/candidate-columns.ts';
import { reachedOf } from '../../../shared/review/status.ts';
import { showPoints } from '../../../shared/values/points.ts';
import type { GridColumn } from '../grid/DataGrid.tsx';
import { byNumber, isClaimWrong, onlyByLine, showDelta } from './candidate-words.ts';

function pointsColumn(key: PointsKey, width: number): Omit<GridColumn<Candidate>, 'render'> {
  const { title, value } = CANDIDATE_COLUMNS[key];
  return { key, title, width, align: 'right', sort: byNumber(value) };
}

/** What the unit gave itself, what the verification found, and how far apart they are. */
export const SCORE_COLUMNS: readonly GridColumn<Candidate>[] = [
  {
    ...pointsColumn('selfScore', 78),
    render: (row) => (
      <>
        <span>{showPoints(row.selfScore)}</span>
        {isClaimWrong(row) && (
          <span className="desk-wrong">
            {row.claimedScore === undefined ? '包内未写' : `自报 ${showPoints(row.claimedScore)}`}
          </span>
        )}
      </>
    ),
  },
  {
    ...pointsColumn('verifiedScore', 92),
    render: (row) => {
      const reached = reachedOf(row);
      const only = onlyByLine(row);
      return (
        <>
          <span>{row.verifiedScore === undefined ? '—' : showPoints(row.verifiedScore)}</span>
          {only !== '' && reached !== '未达' ? (
            <span className="ui-muted grid-small grid-cut">{only}</span>
          ) : (
            <span className={reached === '未达' ? 'desk-wrong' : 'ui-muted'}>{reached}</span>
          )}
        </>
      );
    },
  },
  {
    ...pointsColumn('delta', 54),
    render: ({ delta }) =>
      delta === undefined ? '—' : <span className={delta < 0 ? 'desk-wrong' : ''}>{showDelta(delta)}</span>,
  },
];
