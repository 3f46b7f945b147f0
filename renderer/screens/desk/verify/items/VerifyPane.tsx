import { Alert, Button, Tag } from 'antd';
import { type RuleInput, entryOf } from '../../../../../shared/assessment/schema.ts';
import { type ReviewEntry, reviewEntryOf } from '../../../../../shared/review/schema.ts';
import { resultsOf } from '../../../../../shared/review/verified-score.ts';
import { showPoints } from '../../../../../shared/values/points.ts';
import type { ScoreReport } from '../../../../../shared/scoring/types.ts';
import { RULE_LABELS } from '../../../../../shared/standard/rules.ts';
import { useOpenCandidate, useVerified } from '../../../../state/review-derived.ts';
import { useReview } from '../../../../state/review-store.ts';
import { ItemFacts } from '../../../scoring/ItemFacts.tsx';
import { NotApplicableButton } from '../../../scoring/NotApplicableButton.tsx';
import { TargetEditor } from '../../../scoring/editors/TargetEditor.tsx';
import { type Target, titleOf } from '../../../scoring/target.ts';
import { showSigned } from '../show-score.ts';
import { AgreeSection } from './AgreeSection.tsx';
import { OpinionField } from './OpinionField.tsx';
import { SelfStatement } from './SelfStatement.tsx';
import type { Mark } from './marks.ts';

interface Props {
  readonly target: Target;
  readonly mark: Mark | undefined;
  readonly onInput: (input: RuleInput) => void;
  readonly onAgree: () => void;
  readonly onDropDrafts: () => void;
  readonly moreWork: boolean;
  readonly onNext: () => void;
}

/** The entry at hand: what the standard asks, what the unit stated, what the evaluator finds. */
export function VerifyPane(props: Props) {
  const { target, mark, onInput, onAgree, onDropDrafts, moreWork, onNext } = props;
  const { assessment, standard, review } = useOpenCandidate();
  const { verified } = useVerified();
  const { edit } = useReview.getState();
  const { code } = target;
  const own = entryOf(assessment, code);
  const found = reviewEntryOf(review, code);
  const selfResult = resultsOf(verified.self).get(code);
  const result = resultsOf(verified.report).get(code);
  const agrees = found.state !== 'pending' && mark?.differs === false;
  const selfValue = valueOf(target, own, selfResult?.score ?? 0);
  const clear = (): void => {
    onDropDrafts();
    void edit({ kind: 'clearScore', code });
  };
  const declareNotApplicable = (reason: string): void => {
    onDropDrafts();
    // State and reason in one step of undo.
    const entry: ReviewEntry = { state: 'notApplicable', reason, evidence: found.evidence };
    void edit({ kind: 'takeEntries', entries: { [code]: entry } });
  };
  return (
    <section className="scoring-middle" aria-label="核验">
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
      <div className="verify-both">
        <SelfStatement
          target={target}
          entry={own}
          value={selfValue}
          explanation={explanationOf(verified.self, code)}
        />
        <section className="verify-found" aria-label="核验评分">
          <header>
            <h3>
              核验{' '}
              {found.state === 'pending' ? (
                <span className="muted">○ 待核</span>
              ) : (
                <strong>{valueOf(target, found, result?.score ?? 0)}</strong>
              )}
              {found.state !== 'pending' && target.kind !== 'veto' && mark?.differs && (
                <Tag color="gold">{showSigned((result?.score ?? 0) - (selfResult?.score ?? 0))}</Tag>
              )}
            </h3>
            <Button
              className="verify-agree-one"
              type="primary"
              ghost={!agrees}
              disabled={own.state === 'unscored'}
              onClick={onAgree}
            >
              {agrees ? '✓ 与自评一致' : `同意自评${own.state === 'unscored' ? '' : `：${selfValue}`}（=）`}
            </Button>
          </header>
          <div className="scoring-editor">
            {found.state === 'notApplicable' ? (
              <strong>— 核定为不适用</strong>
            ) : (
              <TargetEditor target={target} entry={found} onChange={onInput} />
            )}
          </div>
          <div className="item-result" role="status" aria-label="核验得分说明">
            {found.state !== 'pending' && explanationOf(verified.report, code)}
            {result?.problem !== undefined && <Alert type="warning" showIcon title={result.problem} />}
          </div>
        </section>
      </div>
      <OpinionField
        code={code}
        reason={found.reason}
        differs={mark?.differs ?? false}
        label={target.kind === 'veto' ? '情况说明' : '核验意见'}
      />
      <div className="item-actions">
        {target.kind === 'item' && found.state !== 'notApplicable' && (
          <NotApplicableButton
            item={target.item}
            terms={standard.notApplicable}
            reason={found.reason}
            onDeclare={declareNotApplicable}
          />
        )}
        {found.state !== 'pending' && (
          <Button onClick={clear}>
            {found.state === 'notApplicable' ? '不认可不适用，改为评分' : '清除'}
          </Button>
        )}
        <AgreeSection target={target} />
        <Button
          className="item-next"
          type="primary"
          title="Ctrl+Enter 或 Alt+↓"
          disabled={!moreWork}
          onClick={onNext}
        >
          {moreWork ? '下一项待核' : '没有其他待核项'}
        </Button>
      </div>
    </section>
  );
}

type Stated = Pick<ReviewEntry, 'input'> & { readonly state: string };

/** The score, or the answer to a veto, as both sides are headed. */
function valueOf(target: Target, { state, input }: Stated, score: number): string {
  if (state === 'unscored' || state === 'pending') return '';
  if (state === 'notApplicable') return '不适用';
  if (input?.kind === 'veto') return input.applies ? '是' : '否';
  return `${target.kind === 'penalty' ? '扣 ' : ''}${showPoints(score)} 分`;
}

function explanationOf({ items, bonus, penalty }: ScoreReport, code: string): string {
  const entries = [...items, ...(bonus?.entries ?? []), ...(penalty?.entries ?? [])];
  return entries.find((entry) => entry.code === code)?.explanation ?? '';
}
