import { Button } from 'antd';
import type { Candidate } from '../../../shared/review/candidate.ts';
import { CANDIDATE_COLUMNS } from '../../../shared/review/candidate-columns.ts';
import type { Ranked } from '../../../shared/review/ranking.ts';
import { CandidateLink, CandidateTick } from '../grid/CandidateControls.tsx';
import type { GridColumn } from '../grid/DataGrid.tsx';
import { byText, nameOf } from './candidate-words.ts';
import { FINDINGS_COLUMN, STATE_COLUMN, verdictColumn } from './review-columns.tsx';
import { SCORE_COLUMNS } from './score-columns.tsx';
import {
  BODY_COLUMN,
  correctableColumn,
  GAPS_COLUMN,
  LEVEL_COLUMN,
  SUPERIOR_COLUMN,
  textColumn,
} from './unit-columns.tsx';

interface Actions {
  /** Whether several bodies hand in here. */
  readonly isProvincial: boolean;
  readonly isSelected: (key: string) => boolean;
  readonly onToggle: (key: string) => void;
  readonly onOpen: (key: string) => void;
  readonly onSeal: (key: string) => void;
  readonly standingOf: (key: string) => Ranked | undefined;
}

const INDUSTRY_COLUMN = correctableColumn('industry', 74);
const REGION_COLUMN = correctableColumn('region', 70);

export function tableColumns(actions: Actions): GridColumn<Candidate>[] {
  const { isProvincial, isSelected, onToggle, onOpen, onSeal, standingOf } = actions;
  return [
    {
      key: 'selected',
      title: '选',
      width: 34,
      align: 'center',
      fixed: true,
      onPaper: false,
      render: (row) => (
        <CandidateTick
          label={`选中 ${nameOf(row)}`}
          checked={isSelected(row.key)}
          onChange={() => onToggle(row.key)}
        />
      ),
    },
    unitColumn(onOpen),
    ...(isProvincial ? [BODY_COLUMN] : []),
    SUPERIOR_COLUMN,
    INDUSTRY_COLUMN,
    REGION_COLUMN,
    LEVEL_COLUMN,
    ...SCORE_COLUMNS,
    GAPS_COLUMN,
    STATE_COLUMN,
    FINDINGS_COLUMN,
    verdictColumn(standingOf),
    sealColumn(onSeal),
  ];
}

function unitColumn(onOpen: (key: string) => void): GridColumn<Candidate> {
  return {
    key: 'unit',
    title: CANDIDATE_COLUMNS.unit.title,
    width: 160,
    grow: true,
    fixed: true,
    render: (row) => (
      <>
        <CandidateLink candidate={row} onOpen={onOpen} />
        <span className="ui-muted grid-cut">
          第 {row.revision} 版{row.category && ` · ${row.category}`}
          {row.sample && ' · 示例'}
        </span>
      </>
    ),
    sort: byText(nameOf),
  };
}

function sealColumn(onSeal: (key: string) => void): GridColumn<Candidate> {
  return {
    ...textColumn('sealCode', 104),
    render: (row) =>
      row.sealCode === '' ? (
        <span className="ui-muted">无</span>
      ) : (
        <Button
          type="link"
          size="small"
          tabIndex={-1}
          className="ui-link-left ui-numbers grid-two"
          aria-label={`核对封签码 ${nameOf(row)}`}
          title="与盖章的封签单核对"
          onClick={() => onSeal(row.key)}
        >
          {row.sealCode}
        </Button>
      ),
  };
}
