import { Button, Space } from 'antd';
import type { CapWords } from '../../../shared/tables/draft/cap-words.ts';
import { Pane, Panes } from '../../items/Panes.tsx';
import { TreePane } from '../../items/TreePane.tsx';
import { Tree } from '../../ui/list/Tree.tsx';
import { useWizard } from '../use-wizard.ts';
import { CapDetail, GeneralDetail, RowDetail } from './RowDetail.tsx';
import { HandNote } from './HandNote.tsx';
import { isHead, ORIGINAL_TABS, RowLine, rowName } from './rows.tsx';
import { SourcePane } from './SourcePane.tsx';
import { CONFIRM_KEYS } from '../step-labels.ts';
import { useComparing } from './use-comparing.ts';
import type { OriginalRow } from './use-rows.ts';
import './original.css';

/** 核对: the original on the left as it looked, what was read from it row by row, each to be put right and ticked off. */
export function CompareStep() {
  const { kind } = useWizard().state;
  const { root, detail, pane, setPane, rows, row, progress, source, chosen, pointed, words, ...on } =
    useComparing();
  return (
    <Panes
      label="原文、读出的结果和所选一条"
      tabs={ORIGINAL_TABS}
      at={pane}
      onGo={setPane}
      code={row?.key}
      className={kind === 'copy' ? 'original-panes original-two' : 'original-panes'}
      ref={root}
      onKeyDown={on.onKeyDown}
      onKeyDownCapture={on.onEscape}
    >
      {kind !== 'copy' && (
        <Pane name="source" label="原文" className="original-left">
          <SourcePane
            {...{ source, chosen, pointed }}
            at={row?.key}
            onNextUnused={on.toNextUnused}
            onPick={on.pick}
            onPickNode={on.go}
          />
        </Pane>
      )}
      <TreePane
        label="读出的结果"
        tools={
          <div className="original-head" role="status">
            {progress}
          </div>
        }
      >
        <Tree
          label="读出的结果"
          rows={rows}
          active={row?.key}
          isHead={isHead}
          nameOf={(each) => rowName(each, source?.hand)}
          onActive={({ key }) => on.go(key)}
          onKey={on.onTreeKey}
          onEnter={on.toFields}
        >
          {(each) => <RowLine row={each} hand={source?.hand} />}
        </Tree>
      </TreePane>
      <Pane name="item" label="所选一条" className="original-detail ui-stack" ref={detail}>
        {row && <Verdict row={row} onLook={(isLooked) => on.look(row, isLooked)} />}
        {row && <HandNote row={row} hand={source?.hand} />}
        {row && <Detail row={row} words={words} />}
      </Pane>
    </Panes>
  );
}

interface DetailProps {
  readonly row: OriginalRow;
  readonly words: CapWords | undefined;
}

function Detail({ row: { key, node, cap }, words }: DetailProps) {
  if (node) return <RowDetail key={key} node={node} />;
  return cap ? <CapDetail key={key} cap={cap} words={words} /> : <GeneralDetail />;
}

/** Whether it is as in the original, and the way on. */
function Verdict({
  row,
  onLook,
}: {
  readonly row: OriginalRow;
  readonly onLook: (isLooked: boolean) => void;
}) {
  const { part, isLooked } = row;
  if (!part) return <p className="ui-muted">这一条下面没有评分项，不写入标准。</p>;
  return (
    <Space size="small" wrap>
      <Button type={isLooked ? 'default' : 'primary'} title={CONFIRM_KEYS} onClick={() => onLook(true)}>
        与原文一致，下一条（空格）
      </Button>
      {isLooked && (
        <>
          <span className="original-looked">✓ 已核对</span>
          <Button size="small" onClick={() => onLook(false)}>
            取消
          </Button>
        </>
      )}
    </Space>
  );
}
