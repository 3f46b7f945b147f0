import { holdsItems } from '../../../shared/tables/draft/node-texts.ts';
import type { ImportEdit } from '../../../shared/tables/import/edits.ts';
import type { DraftNode } from '../../../shared/tables/standard-draft.ts';
import type { DraftRow } from '../draft-rows.ts';

export const ADD_ITEM = { label: '新增评分项', keys: 'Insert' } as const;

/** An item after the chosen one, or at the end of the chosen 指标; beside what holds nothing but bonus, penalty or vetoes. */
export function newItem(nodes: readonly DraftNode[], row: DraftRow | undefined): ImportEdit {
  if (!row) return at(undefined, nodes.length);
  const { node, parent, index } = row;
  if (node.kind === 'section' && mayHold(node)) return at(node, node.children.length);
  return parent === undefined || mayHold(parent) ? at(parent, index + 1) : at(undefined, nodes.length);
}

function mayHold(node: DraftNode): boolean {
  return node.children.length === 0 || holdsItems(node);
}

function at(parent: DraftNode | undefined, index: number): ImportEdit {
  return { kind: 'addItem', ...(parent === undefined ? {} : { parent: parent.id }), index };
}
