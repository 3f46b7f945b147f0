import { Button, Space } from 'antd';
import { type KeyboardEvent, useMemo } from 'react';
import { flushSync } from 'react-dom';
import { allNodes, find } from '../../../shared/tables/draft/nodes.ts';
import { Pane, Panes } from '../../items/Panes.tsx';
import { TreePane } from '../../items/TreePane.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Tree } from '../../ui/list/Tree.tsx';
import { useKeySet } from '../../ui/use-key-set.ts';
import { useImport } from '../../state/import-store.ts';
import { type DraftRow, draftRows, KIND_LABELS } from '../draft-rows.ts';
import { DraftTitle } from '../DraftTitle.tsx';
import { scoreWords } from '../sums.ts';
import { NodeFields } from '../NodeFields.tsx';
import { useRowFields } from '../use-row-fields.ts';
import { useDraft } from '../use-wizard.ts';
import { ADD_ITEM, newItem } from './new-item.ts';
import { NODE_ACTIONS, type NodeAction, useNodeAction } from './node-actions.ts';
import { SPLIT_TABS } from './split-tabs.ts';
import './draft.css';

/** 结构: the tree that was read, and every way to put it right. */
export function TreeStep() {
  const draft = useDraft();
  const selected = useImport((store) => store.selected);
  const { edit, select } = useImport.getState();
  const { pane, setPane, root, detail, toFields, onEscape } = useRowFields();
  const closed = useKeySet();
  const rows = useMemo(() => draftRows(draft.nodes, closed.keys), [draft, closed.keys]);
  const at = rows.findIndex(({ node }) => node.id === selected);
  const row = rows[at] ?? rows[0];
  const node = row && find(draft.nodes, row.node.id);

  const run = useNodeAction(rows);
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
    detail.current?.querySelector<HTMLElement>('[aria-label="名称"]')?.focus();
  };
  const onKey = (event: KeyboardEvent, target: DraftRow) => {
    if (event.key === ADD_ITEM.keys) {
      event.preventDefault();
      return add(target);
    }
    const action = NODE_ACTIONS.find(({ isKey }) => isKey(event));
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
      ref={root}
      onKeyDownCapture={onEscape}
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
          onEnter={toFields}
        >
          {(each) => <DraftLine row={each} />}
        </Tree>
      </TreePane>
      <Pane name="item" label="所选一项" className="steps-detail-pane" ref={detail}>
        <NodeFields key={node.id} node={node} />
      </Pane>
    </Panes>
  );
}

interface ToolsProps {
  readonly row: DraftRow;
  readonly onAdd: () => void;
  readonly onRun: (action: NodeAction) => void;
}

function TreeTools({ row, onAdd, onRun }: ToolsProps) {
  return (
    <Space wrap size={4} className="steps-tree-actions">
      <Button size="small" title={ADD_ITEM.keys} onClick={onAdd}>
        {ADD_ITEM.label}
      </Button>
      {NODE_ACTIONS.map((action) => (
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
      <span className="list-tree-score">{scoreWords(node)}</span>
    </>
  );
}
