import { Button, Space } from 'antd';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { showPoints } from '../../../shared/values/points.ts';
import { itemSum } from '../../../shared/tables/draft/check-draft.ts';
import type { ImportEdit } from '../../../shared/tables/import/edits.ts';
import { allNodes, find } from '../../../shared/tables/draft/nodes.ts';
import type { DraftNode } from '../../../shared/tables/standard-draft.ts';
import { Pane, type PaneName, Panes } from '../../items/Panes.tsx';
import { TreePane } from '../../items/TreePane.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Tree } from '../../ui/list/Tree.tsx';
import { useKeySet } from '../../ui/use-key-set.ts';
import { useDropLine } from '../../ui/fields/drafts.tsx';
import { useImport } from '../../state/import-store.ts';
import { type DraftRow, draftRows, KIND_LABELS } from '../draft-rows.ts';
import { DraftTitle } from '../DraftTitle.tsx';
import { makesUp, sumWords } from '../sums.ts';
import { NodeFields } from '../NodeFields.tsx';
import { useDraft } from '../use-wizard.ts';
import { ADD_ITEM, newItem } from './new-item.ts';
import { SPLIT_TABS } from './split-tabs.ts';
import './draft.css';

interface Action {
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

const ACTIONS: readonly Action[] = [
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

/** 结构: the tree that was read, and every way to put it right. */
export function TreeStep() {
  const draft = useDraft();
  const selected = useImport((store) => store.selected);
  const { edit, select } = useImport.getState();
  const [pane, setPane] = useState<PaneName>('tree');
  const dropLine = useDropLine();
  const closed = useKeySet();
  const rows = useMemo(() => draftRows(draft.nodes, closed.keys), [draft, closed.keys]);
  const fields = useRef<HTMLElement>(null);
  const at = rows.findIndex(({ node }) => node.id === selected);
  const row = rows[at] ?? rows[0];
  const node = row && find(draft.nodes, row.node.id);

  const run = (action: Action, target: DraftRow) => {
    const change = action.edit(target);
    if (!change) return;
    const next = rows[rows.indexOf(target) + 1] ?? rows[rows.indexOf(target) - 1];
    void edit(change);
    const isThere = find(useImport.getState().open?.value.draft?.nodes ?? [], target.node.id);
    if (!isThere) for (const { id } of allNodes([target.node])) dropLine(id);
    select(isThere ? target.node.id : mergeTarget(action, target, next));
  };
  const add = (from: DraftRow | undefined) => {
    const known = new Set(allNodes(draft.nodes).map(({ id }) => id));
    const change = newItem(draft.nodes, from);
    flushSync(() => {
      void edit(change);
      const now = allNodes(useImport.getState().open?.value.draft?.nodes ?? []);
      select(now.find(({ id }) => !known.has(id))?.id);
      if ('parent' in change && change.parent && closed.keys.has(change.parent)) closed.toggle(change.parent);
      setPane('item');
    });
    fields.current?.querySelector<HTMLElement>('[aria-label="名称"]')?.focus();
  };
  const onKey = (event: KeyboardEvent, target: DraftRow) => {
    if (event.key === ADD_ITEM.keys) {
      event.preventDefault();
      return add(target);
    }
    const action = ACTIONS.find(({ isKey }) => isKey(event));
    if (!action) return;
    event.preventDefault();
    run(action, target);
  };
  if (!row || !node) {
    return (
      <EmptyState text="没有读到评分项，请回到“列”核对各列的含义">
        <Button title={ADD_ITEM.keys} onClick={() => add(undefined)}>
          {ADD_ITEM.label}
        </Button>
      </EmptyState>
    );
  }
  return (
    <Panes
      label="结构和所选一项"
      tabs={SPLIT_TABS}
      at={pane}
      onGo={setPane}
      code={node.id}
      className="steps-split-panes"
    >
      <TreePane
        label="结构"
        tools={<TreeTools row={row} onAdd={() => add(row)} onRun={(action) => run(action, row)} />}
      >
        <Tree
          label="结构"
          rows={rows}
          active={row.key}
          toggleOn="doubleClick"
          isHead={({ node: each }) => each.kind === 'section'}
          onActive={({ key }) => select(key)}
          onToggle={({ key }) => closed.toggle(key)}
          onKey={onKey}
          onEnter={() => {
            flushSync(() => setPane('item'));
            fields.current
              ?.querySelector<HTMLElement>('textarea:not(:disabled), input:not(:disabled)')
              ?.focus();
          }}
        >
          {(each) => <DraftLine row={each} />}
        </Tree>
      </TreePane>
      <Pane name="item" label="所选一项" className="steps-detail-pane" ref={fields}>
        <NodeFields key={node.id} node={node} />
      </Pane>
    </Panes>
  );
}

interface ToolsProps {
  readonly row: DraftRow;
  readonly onAdd: () => void;
  readonly onRun: (action: Action) => void;
}

function TreeTools({ row, onAdd, onRun }: ToolsProps) {
  return (
    <Space wrap size={4} className="steps-tree-actions">
      <Button size="small" title={ADD_ITEM.keys} onClick={onAdd}>
        {ADD_ITEM.label}
      </Button>
      {ACTIONS.map((action) => (
        <Button
          key={action.label}
          size="small"
          title={action.keys}
          disabled={!action.edit(row)}
          onClick={() => onRun(action)}
        >
          {action.label}
        </Button>
      ))}
    </Space>
  );
}

function DraftLine({ row: { node, expanded } }: { readonly row: DraftRow }) {
  return (
    <>
      <span className="list-tree-mark" aria-hidden>
        {expanded === undefined ? '' : expanded ? '▾' : '▸'}
      </span>
      <DraftTitle node={node} />
      {node.kind !== 'item' && node.kind !== 'section' && (
        <span className="steps-draft-flag">{KIND_LABELS[node.kind]}</span>
      )}
      <span className="list-tree-score">{scoreOf(node)}</span>
    </>
  );
}

function mergeTarget({ label }: Action, { siblings, index }: DraftRow, next: DraftRow | undefined) {
  return label === '并入上一项' ? siblings[index - 1]?.id : next?.node.id;
}

/** Of an entry outside the tree its points; a section shows the sum of its items, and its declared score where that is another one. */
function scoreOf(node: DraftNode): string {
  if (node.kind === 'item') return node.fullScore === undefined ? '无分值' : showPoints(node.fullScore);
  if (node.kind !== 'section') return outsideScore(node);
  if (itemSum(node.children) === 0) return '';
  const { children, fullScore } = node;
  const isOdd = fullScore !== undefined && !makesUp(children, fullScore);
  return isOdd ? `${sumWords(children)}≠${showPoints(fullScore)}` : sumWords(children);
}

/** What a case of a bonus or penalty entry is worth, the least and the most. */
function outsideScore({ adjustment }: DraftNode): string {
  const points = adjustment?.options.map((option) => option.points) ?? [];
  if (points.length === 0) return '';
  const [least, most] = [Math.min(...points), Math.max(...points)];
  return least === most ? showPoints(most) : `${showPoints(least)}—${showPoints(most)}`;
}
