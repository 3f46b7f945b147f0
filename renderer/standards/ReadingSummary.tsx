import { warningWords } from '../../shared/tables/import/fold-warnings.ts';
import type { RowFate, StandardDraft } from '../../shared/tables/standard-draft.ts';
import { CellsRead } from './CellsRead.tsx';
import { contentWords } from './content-words.ts';
import { FoldedList } from './FoldedList.tsx';
import { sumWords } from './sums.ts';
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

/** What the tables are read as, in three lines, and what is odd about it. */
export function ReadingSummary({ draft }: { draft: StandardDraft }) {
  const rows = FATES.map(({ fates, label }) => ({
    label,
    count: draft.rows.filter(({ fate }) => fates.includes(fate)).length,
  })).filter((each) => each.count > 0);
  // The lost cells have a line of their own.
  const warnings = draft.warnings.filter(({ code }) => code !== 'unaccounted');
  return (
    <>
      <div className="standards-reading-summary" aria-live="polite">
        <strong>读出 {contentWords(draft.nodes, sumWords(draft.nodes))}</strong>
        <span className="ui-muted">
          共 {draft.rows.length} 行：{rows.map((each) => `${each.label} ${each.count}`).join('，')}
        </span>
      </div>
      <CellsRead reading={draft} />
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
