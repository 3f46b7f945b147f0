import { Button, Checkbox, Tag } from 'antd';
import { CANDIDATE_STATE_LABELS, type Candidate } from '../../../shared/review/candidate.ts';
import { CANDIDATE_COLUMNS, type PointsKey, type TextKey } from '../../../shared/review/candidate-columns.ts';
import type { Ranked } from '../../../shared/review/ranking.ts';
import { verdictSchema } from '../../../shared/review/receipt.ts';
import { statusOf } from '../../../shared/review/status.ts';
import { showPoints } from '../../../shared/values/points.ts';
import type { GridColumn } from '../grid/DataGrid.tsx';
import { VerdictTag } from '../verdict.tsx';
import { byNumber, byText, findingWords, isClaimWrong, nameOf, showDelta } from './candidate-words.ts';

interface Actions {
  readonly isSelected: (key: string) => boolean;
  readonly onToggle: (key: string) => void;
  readonly onOpen: (key: string) => void;
  readonly onSeal: (key: string) => void;
  readonly standingOf: (key: string) => Ranked | undefined;
}

const STATES = { pending: 0, reviewing: 1, done: 2 } as const;

function textColumn(key: TextKey, width: number): GridColumn<Candidate> {
  const { title, value } = CANDIDATE_COLUMNS[key];
  return {
    key,
    title,
    width,
    render: (row) => (
      <span className="grid-cut" title={value(row)}>
        {value(row) || <span className="ui-muted">未填</span>}
      </span>
    ),
    sort: byText(value),
  };
}

function pointsColumn(key: PointsKey, width: number): Omit<GridColumn<Candidate>, 'render'> {
  const { title, value } = CANDIDATE_COLUMNS[key];
  return { key, title, width, align: 'right', sort: byNumber(value) };
}

/** The columns that the table and the ranking have in common. */
export const BODY_COLUMN = textColumn('superior', 112);
const INDUSTRY_COLUMN = textColumn('industry', 78);
const REGION_COLUMN = textColumn('region', 74);
export const LEVEL_COLUMN = textColumn('level', 84);

/** What is in doubt, else what was decided of it. */
function noteOf({ doubts, out, accepted }: Ranked): string | undefined {
  if (doubts[0] !== undefined) return doubts[0];
  return out?.reason === 'replaced' ? '未采用' : accepted && `已采用：${accepted.reason}`;
}

export function tableColumns(actions: Actions): GridColumn<Candidate>[] {
  const { isSelected, onToggle, onOpen, onSeal, standingOf } = actions;
  const statusNow = (row: Candidate) => {
    const ranked = standingOf(row.key);
    return ranked ? statusOf(ranked) : row.verdict;
  };
  return [
    {
      key: 'selected',
      title: '选',
      width: 34,
      align: 'center',
      fixed: true,
      render: (row) => (
        <Checkbox
          tabIndex={-1}
          aria-label={`选中 ${nameOf(row)}`}
          checked={isSelected(row.key)}
          onChange={() => onToggle(row.key)}
        />
      ),
    },
    {
      key: 'unit',
      title: CANDIDATE_COLUMNS.unit.title,
      width: 176,
      grow: true,
      fixed: true,
      render: (row) => (
        <>
          <Button
            type="link"
            size="small"
            tabIndex={-1}
            className="ui-link-left grid-cut"
            title={nameOf(row)}
            aria-label={`核验 ${nameOf(row)}`}
            onClick={() => onOpen(row.key)}
          >
            {nameOf(row)}
          </Button>
          <span className="ui-muted grid-cut">
            第 {row.revision} 版{row.category && ` · ${row.category}`}
            {row.sample && ' · 示例'}
          </span>
        </>
      ),
      sort: byText(nameOf),
    },
    BODY_COLUMN,
    INDUSTRY_COLUMN,
    REGION_COLUMN,
    LEVEL_COLUMN,
    {
      ...pointsColumn('selfScore', 90),
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
      ...pointsColumn('verifiedScore', 64),
      render: ({ verifiedScore }) => (verifiedScore === undefined ? '—' : showPoints(verifiedScore)),
    },
    {
      ...pointsColumn('delta', 54),
      render: ({ delta }) =>
        delta === undefined ? '—' : <span className={delta < 0 ? 'desk-wrong' : ''}>{showDelta(delta)}</span>,
    },
    {
      key: 'state',
      title: '状态',
      width: 70,
      render: ({ state, progress }) => (
        <>
          <span>{CANDIDATE_STATE_LABELS[state]}</span>
          <span className="ui-muted ui-numbers">
            {progress.done} / {progress.total}
          </span>
        </>
      ),
      sort: (a, b) =>
        STATES[a.state] - STATES[b.state] ||
        a.progress.done * b.progress.total - b.progress.done * a.progress.total,
    },
    {
      key: 'findings',
      title: '问题',
      width: 78,
      render: (row) => {
        const [first, second] = findingWords(row).split('，');
        return (
          <>
            {first === '' ? (
              <span className="ui-muted">无</span>
            ) : (
              <span className={row.eligible ? '' : 'desk-wrong'}>{first}</span>
            )}
            {second && <span className="ui-muted">{second}</span>}
          </>
        );
      },
      sort: (a, b) => Number(!a.eligible) - Number(!b.eligible) || a.findings.length - b.findings.length,
    },
    {
      key: 'verdict',
      title: '收件结论',
      width: 132,
      render: ({ key, remarks }) => {
        const ranked = standingOf(key);
        const note = ranked && noteOf(ranked);
        return (
          <>
            <span>
              {ranked && <VerdictTag verdict={statusOf(ranked)} checked={ranked.candidate.checked} />}
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
      sort: (a, b) =>
        verdictSchema.options.indexOf(statusNow(a)) - verdictSchema.options.indexOf(statusNow(b)),
    },
    {
      ...textColumn('sealCode', 176),
      render: (row) =>
        row.sealCode === '' ? (
          <span className="ui-muted">无</span>
        ) : (
          <Button
            type="link"
            size="small"
            tabIndex={-1}
            className="ui-link-left ui-numbers"
            aria-label={`核对封签码 ${nameOf(row)}`}
            title="与盖章的封签单核对"
            onClick={() => onSeal(row.key)}
          >
            {row.sealCode}
          </Button>
        ),
    },
  ];
}
