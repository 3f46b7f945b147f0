import type { KeyboardEvent } from 'react';
import { allNodes, find } from '../../../shared/tables/draft/nodes.ts';
import type { ImportEdit } from '../../../shared/tables/import/edits.ts';
import { useDropLine } from '../../ui/fields/drafts.tsx';
import { useImport } from '../../state/import-store.ts';
import type { DraftRow } from '../draft-rows.ts';

/** A way to put a row in its place, by a button or by keys. */
export interface NodeAction {
  readonly label: string;
  readonly keys: string;
  readonly isKey: (event: KeyboardEvent) => boolean;
  /** Undefined: not possible for this row. */
  readonly edit: (row: DraftRow) => ImportEdit | undefined;
}

const alt = (key: string) => (event: KeyboardEvent) => event.altKey && event.key === key;

const moveTo = (id: string, parent: string | undefined, index: number): ImportEdit => ({
  kind: 'move',
  id,
  ...(parent === undefined ? {} : { parent }),
  index,
});

export const NODE_ACTIONS: readonly NodeAction[] = [
  {
    label: '上移',
    keys: 'Alt+↑',
    isKey: alt('ArrowUp'),
    edit: ({ node, parent, index }) => (index > 0 ? moveTo(node.id, parent?.id, index - 1) : undefined),
  },
  {
    label: '下移',
    keys: 'Alt+↓',
    isKey: alt('ArrowDown'),
    edit: ({ node, parent, index, siblings }) =>
      index < siblings.length - 1 ? moveTo(node.id, parent?.id, index + 1) : undefined,
  },
  {
    label: '降一级',
    keys: 'Alt+→',
    isKey: alt('ArrowRight'),
    edit: ({ node, index }) => (index > 0 ? { kind: 'indent', id: node.id } : undefined),
  },
  {
    label: '升一级',
    keys: 'Alt+←',
    isKey: alt('ArrowLeft'),
    edit: ({ node, parent }) => (parent ? { kind: 'outdent', id: node.id } : undefined),
  },
  {
    label: '并入上一项',
    keys: 'Alt+M',
    isKey: (event) => event.altKey && event.key.toLowerCase() === 'm',
    edit: ({ node, siblings, index }) => {
      const before = siblings[index - 1];
      return before?.kind === node.kind ? { kind: 'merge', id: node.id, into: before.id } : undefined;
    },
  },
  {
    label: '删除',
    keys: 'Delete',
    isKey: ({ key }) => key === 'Delete',
    edit: ({ node }) => ({ kind: 'remove', id: node.id }),
  },
];

/** Does one to a row among those in sight, and goes on from what is there then. */
export function useNodeAction(rows: readonly DraftRow[]): (action: NodeAction, target: DraftRow) => void {
  const dropLine = useDropLine();
  return (action, target) => {
    const { edit, select } = useImport.getState();
    const change = action.edit(target);
    if (!change) return;
    const next = rows[rows.indexOf(target) + 1] ?? rows[rows.indexOf(target) - 1];
    void edit(change);
    const isThere = find(useImport.getState().open?.value.draft?.nodes ?? [], target.node.id);
    if (!isThere) for (const { id } of allNodes([target.node])) dropLine(id);
    select(isThere ? target.node.id : mergeTarget(action, target, next));
  };
}

function mergeTarget({ label }: NodeAction, { siblings, index }: DraftRow, next: DraftRow | undefined) {
  return label === '并入上一项' ? siblings[index - 1]?.id : next?.node.id;
}
