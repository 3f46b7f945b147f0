import type { Candidate } from '../../../shared/review/candidate.ts';
import { CANDIDATE_COLUMNS, type TextKey } from '../../../shared/review/candidate-columns.ts';
import type { Correctable } from '../../../shared/review/schema.ts';
import type { GridColumn } from '../grid/DataGrid.tsx';
import { byText } from './candidate-words.ts';

/** A text as the unit wrote it, cut to the column. */
export function textColumn(key: TextKey, width: number): GridColumn<Candidate> {
  const { title, value } = CANDIDATE_COLUMNS[key];
  return {
    key,
    title,
    width,
    render: (row) => (
      <span className="grid-cut" title={value(row)}>
        {value(row) || <span className="ui-muted">未录入</span>}
      </span>
    ),
    sort: byText(value),
  };
}

/** The columns that the table and the ranking have in common. */
export const BODY_COLUMN: GridColumn<Candidate> = {
  ...textColumn('body', 92),
  render: ({ body, alsoBodies }) => (
    <>
      <span className="grid-cut" title={body}>
        {body || <span className="desk-doubtful">未定</span>}
      </span>
      {alsoBodies.length > 0 && (
        <span className="desk-doubtful grid-cut" title={alsoBodies.join('、')}>
          又经{alsoBodies.join('、')}
        </span>
      )}
    </>
  ),
};
export const SUPERIOR_COLUMN = textColumn('superior', 100);

/** With the unit's own word below, where the evaluator corrected it. */
export function correctableColumn(key: Correctable, width: number): GridColumn<Candidate> {
  return {
    ...textColumn(key, width),
    render: ({ [key]: value, corrected: { [key]: found } }) => (
      <>
        <span className="grid-cut" title={value}>
          {value || <span className="ui-muted">未录入</span>}
        </span>
        {found && (
          <span
            className="ui-muted grid-small grid-cut"
            title={`原填：${found.stated || '未录入'}；${found.reason}`}
          >
            原填：{found.stated || '未录入'}
          </span>
        )}
      </>
    ),
  };
}

export const LEVEL_COLUMN = textColumn('level', 84);

/** 合理缺项: their sum, how many and whether they are confirmed (`gapsLine`). */
export const GAPS_COLUMN: GridColumn<Candidate> = {
  key: 'gaps',
  title: '合理缺项',
  width: 86,
  render: ({ gaps }) => {
    if (gaps === '') return <span className="ui-muted">无</span>;
    const [, sum = gaps, count = '', confirmed = ''] = /^合理缺项(.+)（(.+)），(.+)$/u.exec(gaps) ?? [];
    return (
      <>
        <span>{sum}</span>
        <span className={`grid-small ${confirmed === '已确认' ? 'ui-muted' : 'desk-doubtful'}`}>
          {[count, confirmed].filter((word) => word !== '').join('，')}
        </span>
      </>
    );
  },
};
