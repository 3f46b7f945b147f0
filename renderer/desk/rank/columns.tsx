import type { Candidate } from '../../../shared/review/candidate.ts';
import type { Ranked } from '../../../shared/review/ranking.ts';
import { routesSentence } from '../../../shared/review/routes.ts';
import { OUT_LABELS } from '../../../shared/review/standing.ts';
import { pendingWord, reachedOf } from '../../../shared/review/status.ts';
import { showPoints } from '../../../shared/values/points.ts';
import { CandidateLink, CandidateTick } from '../grid/CandidateControls.tsx';
import type { GridColumn } from '../grid/DataGrid.tsx';
import { nameOf, onlyByLine } from '../table/candidate-words.ts';
import { BODY_COLUMN, GAPS_COLUMN, LEVEL_COLUMN, SUPERIOR_COLUMN } from '../table/unit-columns.tsx';
import { EligibilityTag } from './EligibilityTag.tsx';
import { RankPlace, Treatment, type TreatmentActions } from './RankCells.tsx';

interface Actions extends TreatmentActions, Basis {
  readonly isChosen: (key: string) => boolean;
  readonly onChoose: (key: string) => void;
  readonly onOpen: (key: string) => void;
}

/** By these two, the candidates of one body must differ. */
const KIND_COLUMN: GridColumn<Candidate> = {
  key: 'kind',
  title: '行业 / 地域',
  width: 88,
  render: ({ industry, region, corrected }) => (
    <>
      <span className="grid-cut" title={statedTitle(industry, corrected.industry)}>
        {industry || <span className="ui-muted">未录入</span>}
      </span>
      <span className="grid-cut" title={statedTitle(region, corrected.region)}>
        {region || <span className="ui-muted">未录入</span>}
      </span>
    </>
  ),
};

/** The unit's own word, where it was corrected. */
function statedTitle(now: string, found: Candidate['corrected']['industry']): string {
  return found ? `${now}（原填：${found.stated || '未录入'}；${found.reason}）` : now;
}

/** As the table draws them. */
function unitColumns(isProvincial: boolean): GridColumn<Ranked>[] {
  return [isProvincial ? BODY_COLUMN : SUPERIOR_COLUMN, KIND_COLUMN, LEVEL_COLUMN].map(asInTable);
}

function asInTable({ sort: _, onPaper: __, render, ...column }: GridColumn<Candidate>): GridColumn<Ranked> {
  return { ...column, render: ({ candidate }) => render(candidate) };
}

interface Basis {
  /** Whether anybody may be recommended by the desk's standard. */
  readonly isOfficial: boolean;
  /** Whether several bodies hand in here. */
  readonly isProvincial: boolean;
  /** 推荐, 确认. */
  readonly act: string;
  /** Whether the campaign states what 综合评价 is made of. */
  readonly hasWeights: boolean;
  /** 推荐分数线 or 自查参考线. */
  readonly line: string;
}

const COMPREHENSIVE_COLUMN: GridColumn<Ranked> = {
  key: 'comprehensive',
  title: '综合评价',
  width: 76,
  align: 'right',
  render: ({ candidate: { comprehensive } }) =>
    comprehensive === undefined ? '—' : <strong>{showPoints(comprehensive)}</strong>,
};

/** What the order comes from, and what it is worth. */
function resultColumns({ isOfficial, hasWeights, line }: Basis): readonly GridColumn<Ranked>[] {
  return [
    ...(hasWeights ? [COMPREHENSIVE_COLUMN] : []),
    {
      key: 'verified',
      title: '核验得分 / 自评',
      width: 110,
      align: 'right',
      render: ({ candidate: { verifiedScore, selfScore } }) => (
        <>
          <strong>{verifiedScore === undefined ? '—' : showPoints(verifiedScore)}</strong>
          <span className="ui-muted">自评 {showPoints(selfScore)}</span>
        </>
      ),
    },
    {
      key: 'reached',
      title: line,
      width: 86,
      render: ({ candidate }) => {
        const reached = reachedOf(candidate);
        const only = onlyByLine(candidate);
        return (
          <>
            <span className={reached === '未达' ? 'desk-wrong' : ''}>{reached}</span>
            {only !== '' && <span className="ui-muted grid-small grid-cut">{only}</span>}
          </>
        );
      },
    },
    asInTable(GAPS_COLUMN),
    {
      key: 'eligible',
      title: isOfficial ? '资格' : '依据',
      width: 104,
      render: (ranked) => (
        <span>
          <EligibilityTag ranked={ranked} />
        </span>
      ),
    },
  ];
}

/** Below the unit's name: which revision stands here, and as what. */
function RevisionLine({ ranked: { candidate, out, doubts, accepted, routes } }: { readonly ranked: Ranked }) {
  return (
    <span
      className={doubts.length > 0 || routes ? 'desk-doubtful grid-cut' : 'ui-muted grid-cut'}
      title={
        doubts.join('；') || (routes && routesSentence(routes)) || accepted?.reason || candidate.timingWords
      }
    >
      第 {candidate.revision} 版{out && ` · ${OUT_LABELS[out.reason]}`}
      {doubts.length > 0 && out?.reason !== 'suspect' && ' · 存疑，待决定'}
      {accepted && !out && doubts.length === 0 && ' · 已采用'}
      {pendingWord(candidate) && ` · ${pendingWord(candidate)}`}
      {routes && ` · 经 ${routes.bodies.length} 个推荐单位报送`}
    </span>
  );
}

/** The order is the order: no column sorts it otherwise. */
export function rankColumns(actions: Actions): GridColumn<Ranked>[] {
  const { isChosen, onChoose, onOpen, ...treatment } = actions;
  const chosen: GridColumn<Ranked> = {
    key: 'chosen',
    title: actions.act,
    width: 44,
    align: 'center',
    fixed: true,
    onPaper: ({ candidate }) => isChosen(candidate.key) && actions.act,
    render: ({ candidate }) => (
      <CandidateTick
        label={`${actions.act} ${nameOf(candidate)}`}
        checked={isChosen(candidate.key)}
        onChange={() => onChoose(candidate.key)}
      />
    ),
  };
  return [
    ...(actions.isOfficial ? [chosen] : []),
    {
      key: 'rank',
      title: '名次',
      width: 62,
      fixed: true,
      render: (ranked) => <RankPlace ranked={ranked} />,
    },
    {
      key: 'unit',
      title: '单位',
      width: 174,
      grow: true,
      fixed: true,
      render: (ranked) => (
        <>
          <CandidateLink candidate={ranked.candidate} onOpen={onOpen} />
          <RevisionLine ranked={ranked} />
        </>
      ),
    },
    ...resultColumns(actions),
    // In sight without scrolling, on the smallest screen as well.
    {
      key: 'adjust',
      title: '处理',
      width: 66,
      render: (ranked) => <Treatment {...treatment} ranked={ranked} />,
    },
    ...unitColumns(actions.isProvincial),
  ];
}
