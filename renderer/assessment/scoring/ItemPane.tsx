import { Alert, Button, Tag } from 'antd';
import type { Edit } from '../../../shared/assessment/edits.ts';
import type { Feedback } from '../../../shared/assessment/feedback.ts';
import type { Entry } from '../../../shared/assessment/schema.ts';
import type { RuleInput } from '../../../shared/assessment/rule-input.ts';
import { showPoints } from '../../../shared/values/points.ts';
import type { AdjustmentResult, ItemResult } from '../../../shared/scoring/types.ts';
import { RULE_LABELS } from '../../../shared/standard/rules.ts';
import type { Standard } from '../../../shared/standard/schema.ts';
import { ConfirmPanel } from './ConfirmPanel.tsx';
import { FeedbackNotice } from './FeedbackNotice.tsx';
import { ItemFacts } from '../../items/ItemFacts.tsx';
import { NotApplicableButton } from './NotApplicableButton.tsx';
import { ReasonField } from '../../items/ReasonField.tsx';
import { PlaceInput } from '../../items/rules/PlaceInput.tsx';
import type { Place } from '../../../shared/standard/places.ts';

interface Props {
  readonly place: Place;
  readonly entry: Entry;
  /** Absent for vetoes, which have no points. */
  readonly result: ItemResult | AdjustmentResult | undefined;
  readonly notApplicable: Standard['notApplicable'];
  readonly feedback: Feedback | undefined;
  readonly onInput: (input: RuleInput) => void;
  readonly edit: (edit: Edit) => Promise<boolean>;
  readonly onConfirm: () => void;
  readonly onDropTyped: () => void;
  /** Whether another entry is open. */
  readonly moreOpen: boolean;
  readonly onNext: () => void;
}

/** The entry at hand: what is asked, the editor, the explanation, the reason. */
export function ItemPane({
  place,
  entry,
  result,
  notApplicable,
  feedback,
  onInput,
  edit,
  onConfirm,
  onDropTyped,
  moreOpen,
  onNext,
}: Props) {
  const { code } = place;
  const { state } = entry;
  const clear = (): void => {
    onDropTyped();
    void edit({ kind: 'clearScore', code });
  };
  const declareNotApplicable = (reason: string): void => {
    onDropTyped();
    void edit({ kind: 'notApplicable', code, reason });
  };
  return (
    <section className="scoring-middle" aria-label="评分">
      <header className="item-head">
        <h2>
          <span className="item-code">{code}</span> {place.title}
        </h2>
        <span className="item-tags">
          {place.kind === 'item' && <Tag>{RULE_LABELS[place.item.rule.kind]}</Tag>}
          {place.kind === 'item' && <strong>分值 {showPoints(place.item.fullScore)} 分</strong>}
          {place.kind === 'veto' && <Tag color="red">一票否决</Tag>}
          {(place.kind === 'bonus' || place.kind === 'penalty') && <Tag>{place.block.title}</Tag>}
        </span>
      </header>
      <ItemFacts place={place} />
      <FeedbackNotice feedback={feedback} code={code} />
      {entry.confirm && (
        <ConfirmPanel
          place={place}
          confirm={entry.confirm}
          answer={state === 'unscored' ? undefined : result?.explanation}
          // An item or a veto without an answer is settled by answering it.
          onConfirm={
            state === 'unscored' && (place.kind === 'item' || place.kind === 'veto') ? undefined : onConfirm
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
          <PlaceInput place={place} entry={entry} onChange={onInput} />
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
      <ReasonField place={place} entry={entry} edit={edit} />
      <div className="item-actions">
        {place.kind === 'item' && state !== 'notApplicable' && (
          <NotApplicableButton
            item={place.item}
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
