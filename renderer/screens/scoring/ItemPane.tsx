import { Alert, Button, Tag } from 'antd';
import type { Edit } from '../../../shared/assessment/edits.ts';
import type { Feedback } from '../../../shared/assessment/feedback.ts';
import type { Entry, RuleInput } from '../../../shared/assessment/schema.ts';
import { showPoints } from '../../../shared/values/points.ts';
import type { AdjustmentResult, ItemResult } from '../../../shared/scoring/types.ts';
import { RULE_LABELS } from '../../../shared/standard/rules.ts';
import type { Standard } from '../../../shared/standard/schema.ts';
import { ConfirmPanel } from './ConfirmPanel.tsx';
import { FeedbackNotice } from './FeedbackNotice.tsx';
import { ItemFacts } from './ItemFacts.tsx';
import { NotApplicableButton } from './NotApplicableButton.tsx';
import { ReasonField } from './ReasonField.tsx';
import { TargetEditor } from './editors/TargetEditor.tsx';
import { type Target, titleOf } from './target.ts';

interface Props {
  readonly target: Target;
  readonly entry: Entry;
  /** Absent for vetoes, which have no points. */
  readonly result: ItemResult | AdjustmentResult | undefined;
  readonly notApplicable: Standard['notApplicable'];
  readonly feedback: Feedback | undefined;
  readonly onInput: (input: RuleInput) => void;
  readonly edit: (edit: Edit) => Promise<boolean>;
  readonly onConfirm: () => void;
  readonly onDropDrafts: () => void;
  /** Whether another entry is open. */
  readonly moreOpen: boolean;
  readonly onNext: () => void;
}

/** The entry at hand: what is asked, the editor, the explanation, the reason. */
export function ItemPane({
  target,
  entry,
  result,
  notApplicable,
  feedback,
  onInput,
  edit,
  onConfirm,
  onDropDrafts,
  moreOpen,
  onNext,
}: Props) {
  const { code } = target;
  const { state } = entry;
  const clear = (): void => {
    onDropDrafts();
    void edit({ kind: 'clearScore', code });
  };
  const declareNotApplicable = (reason: string): void => {
    onDropDrafts();
    void edit({ kind: 'notApplicable', code, reason });
  };
  return (
    <section className="scoring-middle" aria-label="评分">
      <header className="item-head">
        <h2>
          <span className="item-code">{code}</span> {titleOf(target)}
        </h2>
        <span className="item-tags">
          {target.kind === 'item' && <Tag>{RULE_LABELS[target.item.rule.kind]}</Tag>}
          {target.kind === 'item' && <strong>分值 {showPoints(target.item.fullScore)} 分</strong>}
          {target.kind === 'veto' && <Tag color="red">一票否决</Tag>}
          {(target.kind === 'bonus' || target.kind === 'penalty') && <Tag>{target.block.title}</Tag>}
        </span>
      </header>
      <ItemFacts target={target} />
      <FeedbackNotice feedback={feedback} code={code} />
      {entry.confirm && (
        <ConfirmPanel
          target={target}
          confirm={entry.confirm}
          answer={state === 'unscored' ? undefined : result?.explanation}
          // An item or a veto without an answer is settled by answering it.
          onConfirm={
            state === 'unscored' && (target.kind === 'item' || target.kind === 'veto') ? undefined : onConfirm
          }
        />
      )}
      <div className="scoring-editor">
        {state === 'notApplicable' ? (
          <>
            <strong>— 本项已标为不适用</strong>
            <div>{result?.explanation}</div>
          </>
        ) : (
          <TargetEditor target={target} entry={entry} onChange={onInput} />
        )}
      </div>
      <div className="item-result" role="status" aria-label="得分说明">
        {result && state === 'scored' && (
          <>
            <strong>{showPoints(result.score)} 分</strong> <span>{result.explanation}</span>
          </>
        )}
        {state === 'unscored' && <span className="muted">○ 尚未评分</span>}
        {result?.problem && <Alert type="warning" showIcon title={result.problem} />}
      </div>
      <ReasonField target={target} entry={entry} edit={edit} />
      <div className="item-actions">
        {target.kind === 'item' && state !== 'notApplicable' && (
          <NotApplicableButton
            item={target.item}
            terms={notApplicable}
            reason={entry.reason}
            onDeclare={declareNotApplicable}
          />
        )}
        {state !== 'unscored' && (
          <Button onClick={clear}>{state === 'notApplicable' ? '取消不适用' : '清除评分'}</Button>
        )}
        <Button className="item-next" type="primary" disabled={!moreOpen} onClick={onNext}>
          {moreOpen ? '下一项未评（Ctrl+Enter）' : '没有其他未评项'}
        </Button>
      </div>
    </section>
  );
}
