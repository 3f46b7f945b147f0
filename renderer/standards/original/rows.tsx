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

/** A row in the list, and whether somebody has looked at it. */
export function RowLine({ row: { node, part, isLooked } }: { readonly row: OriginalRow }) {
  return (
    <>
      <span className={isLooked ? 'original-looked' : 'ui-muted'} aria-hidden>
        {isLooked ? '✓' : part ? '○' : '–'}
      </span>
      {node ? <DraftTitle node={node} /> : <span className="list-tree-title">{part?.title}</span>}
      {node && <span className="list-tree-score">{scoreWords(node)}</span>}
    </>
  );
}

export function rowName({ node, part, isLooked }: OriginalRow): string {
  const words = node
    ? `${node.code} ${node.title || node.criterion} ${scoreWords(node)}`
    : (part?.title ?? '');
  return `${words}，${part ? (isLooked ? '已核对' : '没有核对') : '不写入标准'}`;
}
