import { Button, Space, Tag } from 'antd';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { blockSideOf } from '../../../shared/tables/draft/block-caps.ts';
import { entrySpans } from '../../../shared/tables/draft/entry-spans.ts';
import { entryWords } from '../../../shared/tables/draft/entry-words.ts';
import { showPoints } from '../../../shared/values/points.ts';
import { find } from '../../../shared/tables/draft/nodes.ts';
import type { DraftNode } from '../../../shared/tables/standard-draft.ts';
import { Pane, Panes } from '../../items/Panes.tsx';
import { TreePane } from '../../items/TreePane.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Tree } from '../../ui/list/Tree.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { FieldScope } from '../../ui/fields/drafts.tsx';
import { flushTypedText } from '../../ui/fields/typed-text.ts';
import { useImport } from '../../state/import-store.ts';
import { ruleWords } from '../../../shared/standard/rules.ts';
import { type DraftRow, draftRows, KIND_LABELS } from '../draft-rows.ts';
import { BlockCapField } from '../BlockCapField.tsx';
import { SourceCells } from '../SourceCells.tsx';
import { DraftTitle } from '../DraftTitle.tsx';
import { SPLIT_TABS } from './split-tabs.ts';
import { CONFIDENCE_LABELS, confidenceOf, nextUndecided } from '../rules/decisions.ts';
import { EntryEditor } from '../rules/EntryEditor.tsx';
import { HighlightedText } from '../rules/HighlightedText.tsx';
import { RuleEditor } from '../../items/rules/RuleEditor.tsx';
import { isTextField } from '../../state/document/use-undo-keys.ts';
import { CONFIRM_KEYS } from '../step-labels.ts';
import { useRowFields } from '../use-row-fields.ts';
import { useDraft } from '../use-wizard.ts';
import './draft.css';
import './steps.css';

const COLORS = { sure: 'green', likely: 'gold', hand: 'red' } as const;
const NONE: ReadonlySet<string> = new Set();
type Filter = 'all' | 'open';

/** 规则: what each text was read as, with the words it was read from; all sure ones at once, the rest one by one. */
export function RulesStep() {
  const draft = useDraft();
  const selected = useImport((store) => store.selected);
  const { edit, select } = useImport.getState();
  const [filter, setFilter] = useState<Filter>('all');
  const { pane, setPane, root, detail, toFields, toTree, onEscape } = useRowFields();
  const all = useMemo(
    () =>
      draftRows(draft.nodes, NONE)
        .filter(({ node }) => node.kind !== 'section')
        .map((row): DraftRow => ({ ...row, level: 1, expanded: undefined })),
    [draft],
  );
  const waiting = all.filter(({ node }) => !node.accepted);
  const sure = waiting.filter(({ node }) => node.proposal?.confidence === 'sure');
  // The one at hand stays in sight after it was decided.
  const rows = filter === 'all' ? all : all.filter(({ node }) => !node.accepted || node.id === selected);
  const node = find(draft.nodes, selected ?? '') ?? all[0]?.node;
  const shown = node?.kind === 'section' ? all[0]?.node : node;

  const goOn = (from: string | undefined) => {
    const latest = useImport.getState().open?.value.draft;
    if (!latest) return;
    const fresh = draftRows(latest.nodes, NONE).filter((row) => row.node.kind !== 'section');
    select(nextUndecided(fresh, from) ?? from);
  };
  const accept = (id: string) => {
    flushTypedText();
    void edit({ kind: 'setFields', id, fields: { accepted: true } });
    goOn(id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && shown) {
      event.preventDefault();
      accept(shown.id);
      if (isTextField(event.target)) toTree();
    }
    const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey && !isTextField(event.target);
    if (event.key.toLowerCase() === 'n' && isPlain) goOn(shown?.id);
  };

  const onTreeKey = (event: KeyboardEvent, { node: target }: DraftRow) => {
    if (event.key !== ' ') return;
    event.preventDefault();
    // A key that is held down accepts one rule.
    if (!event.repeat) accept(target.id);
  };

  if (!shown) return <EmptyState text="没有评分项" />;
  return (
    <Panes
      label="规则列表和规则"
      tabs={SPLIT_TABS}
      at={pane}
      onGo={setPane}
      code={shown.id}
      className="steps-split-panes"
      ref={root}
      onKeyDown={onKeyDown}
      onKeyDownCapture={onEscape}
    >
      <TreePane
        label="规则列表"
        tools={
          <Tools
            filter={filter}
            counts={{ all: all.length, open: waiting.length, sure: sure.length }}
            onFilter={setFilter}
            onNext={() => goOn(shown.id)}
          />
        }
      >
        <Tree
          label="规则"
          rows={rows}
          active={shown.id}
          isHead={() => false}
          onActive={({ key }) => select(key)}
          onPick={() => setPane('item')}
          onEnter={toFields}
          onKey={onTreeKey}
        >
          {({ node: each }) => <RuleLine node={each} />}
        </Tree>
      </TreePane>
      <Pane name="item" label="所选规则" className="steps-detail-pane ui-stack" ref={detail}>
        <FieldScope key={shown.id} name={shown.id}>
          <RuleDetail node={shown} onAccept={() => accept(shown.id)} />
        </FieldScope>
      </Pane>
    </Panes>
  );
}

function RuleLine({ node }: { readonly node: DraftNode }) {
  const confidence = confidenceOf(node);
  return (
    <>
      <DraftTitle node={node} />
      <span className={`steps-confidence steps-confidence-${node.accepted ? 'done' : confidence}`}>
        {node.accepted ? '✓ 已定' : CONFIDENCE_LABELS[confidence]}
      </span>
    </>
  );
}

interface ToolsProps {
  readonly filter: Filter;
  readonly counts: Readonly<Record<Filter | 'sure', number>>;
  readonly onFilter: (filter: Filter) => void;
  readonly onNext: () => void;
}

function Tools({ filter, counts, onFilter, onNext }: ToolsProps) {
  const { edit } = useImport.getState();
  return (
    <Space wrap size={4} className="steps-tree-actions">
      <Button
        size="small"
        type="primary"
        disabled={counts.sure === 0}
        onClick={() => void edit({ kind: 'acceptAllSure' })}
      >
        接受全部有把握的（{counts.sure}）
      </Button>
      <Button size="small" title="N" disabled={counts.open === 0} onClick={onNext}>
        下一条待定（N）
      </Button>
      <Segments<Filter>
        size="small"
        aria-label="筛选"
        value={filter}
        onChange={onFilter}
        options={[
          { value: 'all', label: `全部 ${counts.all}` },
          { value: 'open', label: `待定 ${counts.open}` },
        ]}
      />
    </Space>
  );
}

function RuleDetail({ node, onAccept }: { node: DraftNode; onAccept: () => void }) {
  const { edit } = useImport.getState();
  const { proposal, kind, fullScore = 0, note } = node;
  const confidence = confidenceOf(node);
  const side = blockSideOf(node);
  return (
    <>
      <h3 className="steps-detail-title">
        {node.code} {node.title}
        <span className="ui-muted">
          {kind === 'item' ? `${showPoints(fullScore)} 分` : KIND_LABELS[kind]}
        </span>
        {node.accepted ? (
          <Tag color="green">已定</Tag>
        ) : (
          <Tag color={COLORS[confidence]}>{CONFIDENCE_LABELS[confidence]}</Tag>
        )}
      </h3>
      <HighlightedText
        text={node.criterion || '（没有评分标准）'}
        spans={proposal?.spans ?? entrySpans(node)}
      />
      {note !== '' && <div className="steps-note ui-muted">备注：{note}</div>}
      {proposal && (
        <div className="steps-proposal">
          <div className="ui-muted">{proposal.explanation}</div>
          <div>{ruleWords(proposal.rule)}</div>
        </div>
      )}
      {kind !== 'item' && <div className="steps-proposal">{entryWords(node)}</div>}
      <Space>
        <Button type="primary" title={CONFIRM_KEYS} onClick={onAccept}>
          接受，到下一条（空格）
        </Button>
        {kind === 'item' && !node.accepted && confidence === 'likely' && (
          <span className="ui-muted">不接受的，保存后按情况给分</span>
        )}
      </Space>
      <div className="ui-stack">
        {proposal ? (
          <RuleEditor
            rule={proposal.rule}
            fullScore={fullScore}
            onChange={(rule) => void edit({ kind: 'setRule', id: node.id, rule })}
          />
        ) : (
          <EntryEditor node={node} />
        )}
        {side && <BlockCapField side={side} />}
      </div>
      <SourceCells node={node} />
    </>
  );
}
