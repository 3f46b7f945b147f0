import { Button, Space, Tag } from 'antd';
import { useState } from 'react';
import { ruleWords } from '../../../shared/standard/rules.ts';
import type { CapWords } from '../../../shared/tables/draft/cap-words.ts';
import { entrySpans } from '../../../shared/tables/draft/entry-spans.ts';
import { entryWords } from '../../../shared/tables/draft/entry-words.ts';
import type { DraftNode } from '../../../shared/tables/standard-draft.ts';
import { RuleEditor } from '../../items/rules/RuleEditor.tsx';
import { useImport } from '../../state/import-store.ts';
import { CONFIDENCE_LABELS, confidenceOf } from '../rules/decisions.ts';
import { EntryEditor } from '../rules/EntryEditor.tsx';
import { HighlightedText } from '../rules/HighlightedText.tsx';
import { FieldScope } from '../../ui/fields/drafts.tsx';
import { BlockCapField } from '../BlockCapField.tsx';
import { NodeFields } from '../NodeFields.tsx';
import { ScoreFields } from '../ScoreFields.tsx';
import { useIdentity } from '../use-wizard.ts';
import type { BlockCap } from './use-rows.ts';
import './original.css';

/** The row at hand, to be put right: its fields, and its rule with the very words that it was made from. */
export function RowDetail({ node }: { readonly node: DraftNode }) {
  return (
    <>
      {node.kind !== 'section' && <RuleOfRow key={node.id} node={node} />}
      <NodeFields key={`fields ${node.id}`} node={node} isBesideSource />
    </>
  );
}

function RuleOfRow({ node }: { readonly node: DraftNode }) {
  const { edit } = useImport.getState();
  const [isOpen, setIsOpen] = useState(false);
  const { proposal, accepted, kind, fullScore = 0 } = node;
  const isTaken = accepted || (proposal !== undefined && proposal.confidence !== 'likely');
  return (
    <section className="original-rule" aria-label="规则">
      <HighlightedText
        text={node.criterion || '（没有评分标准）'}
        spans={proposal?.spans ?? entrySpans(node)}
      />
      {kind !== 'item' && <div>保存为：{entryWords(node)}</div>}
      {proposal && (
        <div>
          {isTaken ? '保存为：' : '读出的规则还没有定，现在保存为按情况给分：'}
          {ruleWords(proposal.rule)}
          {!isTaken && <span className="ui-muted">　{proposal.explanation}</span>}
        </div>
      )}
      <Space size="small" wrap>
        {accepted ? (
          <Tag color="green">规则已定</Tag>
        ) : (
          <>
            <Tag>{CONFIDENCE_LABELS[confidenceOf(node)]}</Tag>
            <Button
              size="small"
              title="A"
              onClick={() => void edit({ kind: 'setFields', id: node.id, fields: { accepted: true } })}
            >
              规则没错（A）
            </Button>
          </>
        )}
        {(proposal ?? kind !== 'item') && (
          <Button size="small" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            {isOpen ? '收起规则' : '改规则'}
          </Button>
        )}
      </Space>
      {isOpen &&
        (proposal ? (
          <RuleEditor
            rule={proposal.rule}
            fullScore={fullScore}
            onChange={(rule) => void edit({ kind: 'setRule', id: node.id, rule })}
          />
        ) : (
          <EntryEditor node={node} />
        ))}
    </section>
  );
}

/** How far all entries of a block go together, as it was read or set. */
export function CapDetail({
  cap: { side },
  words,
}: {
  readonly cap: BlockCap;
  /** What it was read from. */
  readonly words: CapWords | undefined;
}) {
  const one = side === 'bonus' ? '加分' : '扣分';
  return (
    <FieldScope name={`cap ${side}`}>
      {words && (
        <section className="original-rule" aria-label="原文的话">
          <HighlightedText text={words.text} spans={words.spans} />
        </section>
      )}
      <div className="standards-node-fields">
        <BlockCapField side={side} />
        <p className="ui-muted original-general">
          {`各条${one}加在一起，最多${side === 'bonus' ? '加' : '扣'}这么多；原文没有写上限的，空着。只限一条的，在那一条的“改规则”里填“最多”。`}
        </p>
      </div>
    </FieldScope>
  );
}

/** 总则: what holds for the whole. What else belongs to it is filled in at 标识. */
export function GeneralDetail() {
  const { identity } = useIdentity();
  const { goTo } = useImport.getState();
  const { unitCategories, facts, starBands = [] } = identity;
  const told = [
    unitCategories.length > 0 && `单位类别：${unitCategories.map(({ title }) => title).join('、')}`,
    facts.length > 0 && `职能：${facts.map(({ title }) => title).join('、')}`,
    starBands.length > 0 && `星级 ${starBands.length} 档`,
  ].filter((words) => words !== false);
  return (
    <div className="standards-node-fields">
      <ScoreFields />
      <p className="ui-muted original-general">
        {told.length > 0 && `${told.join('；')}。`}
        不适用的规定、单位类别、星级在“标识”一步填写，也属于这一部分。
        <Button type="link" size="small" onClick={() => goTo('identity')}>
          去“标识”
        </Button>
      </p>
    </div>
  );
}
