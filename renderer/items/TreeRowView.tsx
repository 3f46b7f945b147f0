import { showPoints } from '../../shared/values/points.ts';
import type { EntryRow, SectionRow, TreeRow } from './tree-rows.ts';
import './tree.css';

interface Props {
  readonly id: string;
  readonly row: TreeRow;
  readonly top: number;
  readonly active: boolean;
  readonly wrong: boolean;
  readonly onClick: () => void;
}

const MARKS: Record<EntryRow['state'], { sign: string; word: string }> = {
  unscored: { sign: '○', word: '未评' },
  scored: { sign: '●', word: '已评' },
  notApplicable: { sign: '—', word: '不适用' },
};

export function TreeRowView({ id, row, top, active, wrong, onClick }: Props) {
  return (
    <div
      id={id}
      role="treeitem"
      aria-level={row.level}
      aria-selected={active}
      aria-expanded={row.kind === 'section' ? row.expanded : undefined}
      aria-label={row.kind === 'section' ? sectionName(row) : entryName(row, wrong)}
      title={row.kind === 'section' ? row.title : `${row.code} ${row.title}`}
      className={`tree-row tree-${row.kind}`}
      style={{ top, paddingInlineStart: 8 + (row.level - 1) * 12 }}
      onClick={onClick}
    >
      <span className={`tree-mark tree-mark-${row.kind === 'entry' ? row.state : 'section'}`} aria-hidden>
        {row.kind === 'section' ? (row.expanded ? '▾' : '▸') : MARKS[row.state].sign}
      </span>
      <span className="tree-title">
        {row.kind === 'entry' && <span className="tree-code">{row.code}</span>}
        {row.title}
      </span>
      {wrong && <span className="tree-flag tree-flag-wrong">输入有误</span>}
      {row.kind === 'entry' && row.unconfirmed && <span className="tree-flag">待确认</span>}
      {row.kind === 'entry' && row.noEvidence && <span className="tree-flag">无佐证</span>}
      {row.kind === 'entry' &&
        row.flags?.map(({ text }) => (
          <span key={text} className="tree-flag">
            {text}
          </span>
        ))}
      <span className="tree-score">{row.kind === 'section' ? sectionScore(row) : entryScore(row)}</span>
    </div>
  );
}

function sectionScore({ score, fullScore, unscored, openWord = '未评' }: SectionRow): string {
  if (score === undefined) return unscored > 0 ? `${openWord} ${unscored}` : '已答';
  return fullScore === undefined ? signed(score) : `${showPoints(score)}/${showPoints(fullScore)}`;
}

function entryScore(row: EntryRow): string {
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
    ...(row.flags ?? []).map(({ name }) => name),
  ]
    .filter(Boolean)
    .join('，');
}
