import { showPoints } from '../../shared/values/points.ts';
import type { EntryRow, SectionRow, TreeRow } from './tree-rows.ts';
import '../ui/list/tree.css';

const MARKS: Record<EntryRow['state'], { sign: string; word: string }> = {
  unscored: { sign: '○', word: '未评' },
  scored: { sign: '●', word: '已评' },
  notApplicable: { sign: '—', word: '不适用' },
};

/** What one line of the tree shows. */
export function RowContent({ row, wrong }: { readonly row: TreeRow; readonly wrong: boolean }) {
  if (row.kind === 'section') {
    return (
      <>
        <span className="list-tree-mark" aria-hidden>
          {row.expanded ? '▾' : '▸'}
        </span>
        <span className="list-tree-title">{row.title}</span>
        <span className="list-tree-score">{sectionScore(row)}</span>
      </>
    );
  }
  const flags = [
    ...(row.unconfirmed ? ['待确认'] : []),
    ...(row.noEvidence ? ['无佐证'] : []),
    ...(row.flags ?? []).map(({ text }) => text),
  ];
  return (
    <>
      <span
        className={row.state === 'scored' ? 'list-tree-mark list-tree-mark-scored' : 'list-tree-mark'}
        aria-hidden
      >
        {MARKS[row.state].sign}
      </span>
      <span className="list-tree-title">
        <span className="list-tree-code">{row.code}</span>
        {row.title}
      </span>
      {wrong && <span className="list-tree-flag list-tree-flag-wrong">输入有误</span>}
      {row.damaged && <span className="list-tree-flag list-tree-flag-wrong">佐证有误</span>}
      {flags.map((text) => (
        <span key={text} className="list-tree-flag">
          {text}
        </span>
      ))}
      <span className="list-tree-score">{entryScore(row)}</span>
    </>
  );
}

/** What is read out for a line. */
export function nameOfRow(row: TreeRow, wrong: boolean): string {
  return row.kind === 'section' ? sectionName(row) : entryName(row, wrong);
}

function sectionScore({ score, fullScore, unscored, openWord = '未评' }: SectionRow): string {
  if (score === undefined) return unscored > 0 ? `${openWord} ${unscored}` : '已答';
  return fullScore === undefined ? signed(score) : `${showPoints(score)}/${showPoints(fullScore)}`;
}

/** "3/5", "+1", 是. */
export function entryScore(row: EntryRow): string {
  if (row.group === 'veto') return row.state === 'unscored' ? '未答' : row.vetoed ? '是' : '否';
  if (row.group !== 'item') return row.state === 'unscored' ? '' : signed(row.score);
  if (row.state === 'notApplicable') return '不适用';
  const full = showPoints(row.fullScore ?? 0);
  return row.state === 'unscored' ? `—/${full}` : `${showPoints(row.score)}/${full}`;
}

const signed = (points: number): string => (points > 0 ? `+${showPoints(points)}` : showPoints(points));

function sectionName(row: SectionRow): string {
  const points =
    row.score === undefined
      ? ''
      : row.fullScore === undefined
        ? `，${showPoints(row.score)}分`
        : `，得${showPoints(row.score)}分，满分${showPoints(row.fullScore)}分`;
  return `${row.title}${points}${row.unscored > 0 ? `，${row.openWord ?? '未评'}${row.unscored}项` : ''}`;
}

function entryName(row: EntryRow, wrong: boolean): string {
  return [
    `${row.code} ${row.title}`,
    row.stateWord ?? MARKS[row.state].word,
    row.group === 'veto' && row.state === 'scored' && (row.vetoed ? '是' : '否'),
    row.group !== 'veto' && row.state === 'scored' && `得${showPoints(row.score)}分`,
    row.fullScore !== undefined && `分值${showPoints(row.fullScore)}分`,
    row.unconfirmed && '待确认',
    row.noEvidence && '无佐证',
    wrong && '输入有误',
    row.damaged && '佐证有误',
    ...(row.flags ?? []).map(({ name }) => name),
  ]
    .filter(Boolean)
    .join('，');
}
