import { LeftOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { ruleWords } from '../../../shared/standard/rules.ts';
import { entrySpans } from '../../../shared/tables/draft/entry-spans.ts';
import { entryWords } from '../../../shared/tables/draft/entry-words.ts';
import { find } from '../../../shared/tables/draft/nodes.ts';
import { traceOf } from '../../../shared/tables/import/traced-cells.ts';
import type { DraftNode } from '../../../shared/tables/standard-draft.ts';
import { Pane, type PaneName, Panes } from '../../items/Panes.tsx';
import { TreePane } from '../../items/TreePane.tsx';
import { call } from '../../ui/call/client.ts';
import { useAnswer } from '../../ui/call/use-call.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { Tree } from '../../ui/list/Tree.tsx';
import { showTime } from '../../ui/show.ts';
import { HighlightedText } from '../rules/HighlightedText.tsx';
import { readingFor } from '../use-reading.ts';
import { HandNote } from './HandNote.tsx';
import { isHead, ORIGINAL_TABS, RowLine, rowName } from './rows.tsx';
import { SourceTables } from './SourceTables.tsx';
import { rowsOf } from './use-rows.ts';
import { sourceOf } from './use-source.ts';
import '../wizard.css';
import './original.css';

interface Props {
  readonly id: string;
  readonly onClose: () => void;
}

/** A standard beside the table that it was made from, for who comes later: nothing is changed here. */
export function OriginalView({ id, onClose }: Props) {
  const { value, failure, retry } = useAnswer(useCallback(() => call('standardOriginal', { id }), [id]));
  return (
    <main className="standards-wizard original-view">
      <header className="standards-wizard-header">
        <Button icon={<LeftOutlined aria-hidden />} onClick={onClose}>
          标准库
        </Button>
        <strong>
          {value ? `${value.state.identity.title} ${value.state.identity.edition}` : '对照原表'}
        </strong>
      </header>
      <FailureNotice failure={failure} onRetry={() => void retry()} />
      {value && <SideBySide {...value} />}
    </main>
  );
}

const NOTHING: ReadonlySet<string> = new Set();

function SideBySide({ tables, state, keptOn, isSame }: CallOutput<'standardOriginal'>) {
  const { draft, source: name, file, identity } = state;
  const [selected, setSelected] = useState<string>();
  const [pane, setPane] = useState<PaneName>('tree');
  const { rows, looked, all } = useMemo(
    () => (draft ? rowsOf({ ...state, draft }) : { rows: [], looked: 0, all: 0 }),
    [state, draft],
  );
  const source = useMemo(() => {
    const reading = readingFor(tables, state);
    return reading && draft && sourceOf({ reading, trace: traceOf(reading, tables), draft, tables });
  }, [tables, state, draft]);
  const row = rows.find(({ key }) => key === selected) ?? rows[0];
  const node = row?.node;
  const chosen = useMemo(() => (node && source?.cellsOf(node)) ?? NOTHING, [node, source]);
  return (
    <>
      <div className="original-about">
        <span>
          原表：{name}（{showTime(state.startedAt)}读入，{showTime(keptOn)}保存为标准）
          {identity.checkedBy !== '' && `　核对人：${identity.checkedBy}`}　已核对 {looked}/{all} 条
        </span>
        {file && <span className="ui-muted original-hash">SHA-256 {file.sha256}</span>}
        {!isSame && (
          <Alert type="warning" showIcon title="这份标准的文件后来改过，和这里的结果不完全一样。" />
        )}
      </div>
      <Panes
        label="原文、读出的结果和所选一条"
        tabs={ORIGINAL_TABS}
        at={pane}
        onGo={setPane}
        code={row?.key}
        className="standards-wizard-body original-panes"
      >
        <Pane name="source" label="原文" className="original-left">
          <SourceTables
            {...{ tables, state, source, chosen }}
            at={row?.key}
            onPickNode={setSelected}
            onPick={(cell) => setSelected(source?.nodeOf(cell)?.id)}
          />
        </Pane>
        <TreePane label="读出的结果" tools={null}>
          <Tree
            label="读出的结果"
            rows={rows}
            active={row?.key}
            isHead={isHead}
            nameOf={(each) => rowName(each, source?.hand)}
            onActive={({ key }) => setSelected(key)}
          >
            {(each) => <RowLine row={each} hand={source?.hand} />}
          </Tree>
        </TreePane>
        <Pane name="item" label="所选一条" className="original-detail ui-stack">
          {row && <HandNote row={row} hand={source?.hand} />}
          {node && find(draft?.nodes ?? [], node.id) && <Told node={node} />}
        </Pane>
      </Panes>
    </>
  );
}

/** What a row became, in words. */
function Told({ node }: { readonly node: DraftNode }) {
  const { title, criterion, proposal, evidence, methods, department, deadline, note } = node;
  const lines = [
    ['佐证材料', evidence.join('；')],
    ['评价方式', methods.join('、')],
    ['责任部门', department],
    ['完成时限', deadline],
    ['备注', note],
  ].filter(([, words]) => words !== '');
  return (
    <>
      <strong>{title}</strong>
      {criterion !== '' && <HighlightedText text={criterion} spans={proposal?.spans ?? entrySpans(node)} />}
      <div>{proposal ? ruleWords(proposal.rule) : entryWords(node)}</div>
      {lines.map(([label, words]) => (
        <div key={label}>
          <span className="ui-muted">{label}：</span>
          {words}
        </div>
      ))}
    </>
  );
}
