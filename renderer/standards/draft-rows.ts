import type { DraftNode } from '../../shared/tables/standard-draft.ts';
import type { TreeLine } from '../ui/list/Tree.tsx';

/** One line of the tree; its key is the node's id. */
export interface DraftRow extends TreeLine {
  readonly node: DraftNode;
  readonly parent: DraftNode | undefined;
  /** Its place among its siblings, and how many there are. */
  readonly index: number;
  readonly siblings: readonly DraftNode[];
}

/** The nodes in sight, in reading order; those below a closed one are left out. */
export function draftRows(nodes: readonly DraftNode[], closed: ReadonlySet<string>): DraftRow[] {
  const rows: DraftRow[] = [];
  const add = (siblings: readonly DraftNode[], level: number, parent: DraftNode | undefined): void => {
    siblings.forEach((node, index) => {
      const expanded = node.children.length > 0 ? !closed.has(node.id) : undefined;
      rows.push({ key: node.id, node, level, expanded, parent, index, siblings });
      if (expanded) add(node.children, level + 1, node);
    });
  };
  add(nodes, 1, undefined);
  return rows;
}

export const KIND_LABELS: Record<DraftNode['kind'], string> = {
  section: '指标',
  item: '评分项',
  bonus: '加分',
  penalty: '扣分',
  veto: '一票否决',
};
