import { Button, Checkbox, Tag } from 'antd';
import type { Candidate } from '../../../shared/review/candidate.ts';
import type { Ranked } from '../../../shared/review/ranking.ts';
import { OUT_LABELS } from '../../../shared/review/standing.ts';
import { showPoints } from '../../../shared/values/points.ts';
import type { GridColumn } from '../grid/DataGrid.tsx';
import { BODY_COLUMN, LEVEL_COLUMN } from '../table/columns.tsx';
import { nameOf } from '../table/candidate-words.ts';

interface Actions {
  readonly isChosen: (key: string) => boolean;
  readonly onChoose: (key: string) => void;
  /** The keyboard reaches the button of the row that it is on. */
  readonly active: string | undefined;
  readonly onAdjust: (key: string) => void;
  readonly onDecide: (key: string) => void;
  readonly onOpen: (key: string) => void;
}

/** By these two, the candidates of one body must differ. */
const KIND_COLUMN: GridColumn<Candidate> = {
  key: 'kind',
  title: '行业 / 地域',
  width: 96,
  render: ({ industry, region }) => (
    <>
      <span className="grid-cut">{industry || <span className="ui-muted">未填</span>}</span>
      <span className="grid-cut">{region || <span className="ui-muted">未填</span>}</span>
    </>
  ),
};

/** The order is the order: no column sorts it otherwise. */
export function rankColumns(actions: Actions): GridColumn<Ranked>[] {
  const { isChosen, onChoose, active, onAdjust, onDecide, onOpen } = actions;
  const shared = [BODY_COLUMN, KIND_COLUMN, LEVEL_COLUMN].map(
    ({ sort: _, render, ...column }): GridColumn<Ranked> => ({
      ...column,
      render: ({ candidate }) => render(candidate),
    }),
  );
  return [
    {
      key: 'chosen',
      title: '推荐',
      width: 44,
      align: 'center',
      fixed: true,
      render: ({ candidate }) => (
        <Checkbox
          tabIndex={-1}
          aria-label={`推荐 ${nameOf(candidate)}`}
          checked={isChosen(candidate.key)}
          onChange={() => onChoose(candidate.key)}
        />
      ),
    },
    {
      key: 'rank',
      title: '名次',
      width: 62,
      fixed: true,
      render: ({ rank, tied, provisional, adjustment }) => (
        <>
          <strong className="ui-numbers">{rank ?? '—'}</strong>
          {tied && <span className="ui-muted">并列</span>}
          {adjustment && (
            <span className="desk-wrong" title={adjustment.reason}>
              已调整
            </span>
          )}
          {!tied && !adjustment && provisional && rank !== undefined && (
            <span className="ui-muted">暂排</span>
          )}
        </>
      ),
    },
    {
      key: 'unit',
      title: '单位',
      width: 160,
      grow: true,
      fixed: true,
      render: ({ candidate, out, doubts, accepted }) => (
        <>
          <Button
            type="link"
            size="small"
            tabIndex={-1}
            className="ui-link-left grid-cut"
            title={nameOf(candidate)}
            aria-label={`核验 ${nameOf(candidate)}`}
            onClick={() => onOpen(candidate.key)}
          >
            {nameOf(candidate)}
          </Button>
          <span
            className={doubts.length > 0 ? 'desk-doubtful grid-cut' : 'ui-muted grid-cut'}
            title={doubts.join('；') || accepted?.reason}
          >
            第 {candidate.revision} 版{out && ` · ${OUT_LABELS[out.reason]}`}
            {doubts.length > 0 && out?.reason !== 'suspect' && ' · 存疑，待决定'}
            {accepted && !out && doubts.length === 0 && ' · 已采用'}
          </span>
        </>
      ),
    },
    {
      key: 'comprehensive',
      title: '综合评价',
      width: 76,
      align: 'right',
      render: ({ candidate: { comprehensive } }) =>
        comprehensive === undefined ? '—' : <strong>{showPoints(comprehensive)}</strong>,
    },
    {
      key: 'verified',
      title: '核验 / 自评',
      width: 96,
      align: 'right',
      render: ({ candidate: { verifiedScore, selfScore } }) => (
        <>
          <span>{verifiedScore === undefined ? '未核完' : showPoints(verifiedScore)}</span>
          <span className="ui-muted">自评 {showPoints(selfScore)}</span>
        </>
      ),
    },
    {
      key: 'eligible',
      title: '资格',
      width: 84,
      render: ({ candidate: { eligible, findings }, passes, doubts, out }) => (
        <span>
          {doubts.length > 0 || out?.reason === 'replaced' ? (
            <Tag color="orange" title={doubts.join('；')}>
              {out?.reason === 'replaced' ? '未采用' : '存疑'}
            </Tag>
          ) : eligible ? (
            passes === false ? (
              <span className="desk-wrong">未达标</span>
            ) : (
              <span className="desk-good">✓ 符合</span>
            )
          ) : (
            <Tag
              color="red"
              title={findings
                .filter(({ severity }) => severity === 'block')
                .map(({ message }) => message)
                .join('；')}
            >
              不符合
            </Tag>
          )}
        </span>
      ),
    },
    ...shared,
    {
      key: 'adjust',
      title: '处理',
      width: 66,
      // What is in doubt is decided first; a place by hand comes after that.
      render: ({ candidate, rank, doubts, out }) =>
        doubts.length > 0 && (!out || out.reason === 'suspect') ? (
          <Button
            size="small"
            type="primary"
            tabIndex={candidate.key === active ? 0 : -1}
            aria-label={`采用 ${nameOf(candidate)}`}
            onClick={() => onDecide(candidate.key)}
          >
            采用
          </Button>
        ) : rank === undefined ? null : (
          <Button
            size="small"
            tabIndex={candidate.key === active ? 0 : -1}
            aria-label={`调整名次 ${nameOf(candidate)}`}
            onClick={() => onAdjust(candidate.key)}
          >
            调整
          </Button>
        ),
    },
  ];
}
