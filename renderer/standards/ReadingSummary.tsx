import { Alert } from 'antd';
import { warningWords } from '../../shared/tables/import/fold-warnings.ts';
import type { RowFate, StandardDraft } from '../../shared/tables/standard-draft.ts';
import { CellsRead } from './CellsRead.tsx';
import { contentWords } from './content-words.ts';
import { FoldedList } from './FoldedList.tsx';
import { sumWords } from './sums.ts';
import type { Changed } from './use-reading.ts';
import './reading.css';

const FATES: readonly { fates: readonly RowFate[]; label: string }[] = [
  { fates: ['title', 'header'], label: '标题和表头' },
  { fates: ['section', 'item', 'continued'], label: '成为指标、评分项或其一部分' },
  { fates: ['sum'], label: '小计合计' },
  { fates: ['note'], label: '说明' },
  { fates: ['empty'], label: '空行' },
];
/** Lines of warnings: the table itself stays in sight. */
const MOST = 6;

interface Props {
  /** As the columns are set now. */
  readonly draft: StandardDraft;
  /** What 结构 became of it by hand; absent where nothing was changed there. */
  readonly changed: Changed | undefined;
}

/** What the tables are read as, in three lines, and what is odd about it. */
export function ReadingSummary({ draft, changed }: Props) {
  const isThis = changed?.of === 'this';
  const rows = FATES.map(({ fates, label }) => ({
    label,
    count: draft.rows.filter(({ fate }) => fates.includes(fate)).length,
  })).filter((each) => each.count > 0);
  // The lost cells have a line of their own.
  const warnings = draft.warnings.filter(({ code }) => code !== 'unaccounted');
  return (
    <>
      <div className="standards-reading-summary" aria-live="polite">
        <strong>
          {isThis ? '读取时读出' : '读出'} {contentWords(draft.nodes, sumWords(draft.nodes))}
        </strong>
        <span className="ui-muted">
          共 {draft.rows.length} 行：{rows.map((each) => `${each.label} ${each.count}`).join('，')}
        </span>
      </div>
      {changed && (
        <Alert
          type="info"
          showIcon
          title={`${isThis ? '读取后在“结构”里改过' : '“结构”是按以前的设置读取的'}，现在是 ${contentWords(changed.nodes, sumWords(changed.nodes))}`}
        />
      )}
      <CellsRead reading={draft} said={isThis ? '读取时' : ''} />
      {warnings.length > 0 && (
        <FoldedList
          label="读取提示"
          className="ui-notes standards-reading-warnings"
          warnings={warnings}
          most={MOST}
        >
          {warningWords}
        </FoldedList>
      )}
    </>
  );
}
