import { capWords } from '../../../shared/tables/draft/block-caps.ts';
import type { ByHand } from '../../../shared/tables/import/by-hand.ts';
import type { PaneName } from '../../items/Panes.tsx';
import type { TabEntry } from '../../ui/TabRow.tsx';
import { DraftTitle } from '../DraftTitle.tsx';
import { scoreWords } from '../sums.ts';
import type { OriginalRow } from './use-rows.ts';
import './original.css';

/** Where the window is too narrow for the three panes. */
export const ORIGINAL_TABS: readonly TabEntry<PaneName>[] = [
  { name: 'source', label: '原文' },
  { name: 'tree', label: '读出的结果' },
  { name: 'item', label: '所选一条' },
];

/** What a clerk did with a row: 改 or 加; '' where it is as it was read. */
function handOf({ changed, added, caps, line }: ByHand, { key, node, cap }: OriginalRow): '改' | '加' | '' {
  if (!node && !cap) return line ? '改' : '';
  if (cap) return caps.has(cap.side) ? '改' : '';
  return changed.has(key) ? '改' : added.has(key) ? '加' : '';
}

/** Stands out as a heading. */
export function isHead({ node, cap }: OriginalRow): boolean {
  return node ? node.kind === 'section' : cap === undefined;
}

interface Props {
  readonly row: OriginalRow;
  /** Absent where it is not known how the row was read. */
  readonly hand: ByHand | undefined;
}

/** A row in the list, whether somebody has looked at it, and whether it is as it was read. */
export function RowLine({ row, hand }: Props) {
  const { node, part, isLooked } = row;
  const mark = hand ? handOf(hand, row) : '';
  return (
    <>
      <span className={isLooked ? 'original-looked' : 'ui-muted'} aria-hidden>
        {isLooked ? '✓' : part ? '○' : '–'}
      </span>
      {node ? <DraftTitle node={node} /> : <span className="list-tree-title">{titleOf(row)}</span>}
      {mark !== '' && (
        <span className="original-hand" title={HAND_WORDS[mark]}>
          {mark}
        </span>
      )}
      {node && <span className="list-tree-score">{scoreWords(node)}</span>}
    </>
  );
}

/** Of what is about no row. */
function titleOf({ cap, part }: OriginalRow): string {
  return cap ? capWords(cap.side, cap.points) : (part?.title ?? '');
}

const HAND_WORDS = { 改: '手工改过', 加: '手工加的' };

export function rowName(row: OriginalRow, hand: ByHand | undefined): string {
  const { node, part, isLooked } = row;
  const mark = hand ? handOf(hand, row) : '';
  const words = node ? `${node.code} ${node.title || node.criterion} ${scoreWords(node)}` : titleOf(row);
  return `${words}，${part ? (isLooked ? '已核对' : '没有核对') : '不写入标准'}${mark === '' ? '' : `，${HAND_WORDS[mark]}`}`;
}
