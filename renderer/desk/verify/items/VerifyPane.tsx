import { Alert, Button, Tag } from 'antd';
import { entryOf } from '../../../../shared/assessment/schema.ts';
import { type RuleInput } from '../../../../shared/assessment/rule-input.ts';
import { type ReviewEntry, reviewEntryOf } from '../../../../shared/review/schema.ts';
import { resultsOf } from '../../../../shared/review/verified-score.ts';
import { showPoints } from '../../../../shared/values/points.ts';
import { scoredResults } from '../../../../shared/scoring/results.ts';
import type { ScoreReport } from '../../../../shared/scoring/types.ts';
import { RULE_LABELS } from '../../../../shared/standard/rules.ts';
import { useOpenCandidate, useVerified } from '../../../state/review-derived.ts';
import { useReview } from '../../../state/review-store.ts';
import { ItemFacts } from '../../../items/ItemFacts.tsx';
import { NotApplicableButton } from '../../../assessment/scoring/NotApplicableButton.tsx';
import { PlaceInput } from '../../../items/rules/PlaceInput.tsx';
import type { Place } from '../../../../shared/standard/places.ts';
import { showSigned } from '../show-score.ts';
import { AgreeSection } from './AgreeSection.tsx';
import { OpinionField } from './OpinionField.tsx';
import { SelfStatement } from './SelfStatement.tsx';
import type { Mark } from './marks.ts';

interface Props {
  readonly place: Place;
  readonly mark: Mark | undefined;
  readonly onInput: (input: RuleInput) => void;
  readonly onAgree: () => void;
  readonly onDropTyped: () => void;
  readonly moreWork: boolean;
  readonly onNext: () => void;
}

/** The entry at hand: what the standard asks, what the unit stated, what the evaluator finds. */
export function VerifyPane(props: Props) {
  const { place, mark, onInput, onAgree, onDropTyped, moreWork, onNext } = props;
  const { assessment, standard, review } = useOpenCandidate();
  const { verified } = useVerified();
  const { edit } = useReview.getState();
  const { code } = place;
  const own = entryOf(assessment, code);
  const found = reviewEntryOf(review, code);
  const selfResult = resultsOf(verified.self).get(code);
  const result = resultsOf(verified.report).get(code);
  const agrees = found.state !== 'pending' && mark?.differs === false;
  const selfValue = valueOf(place, own, selfResult?.score ?? 0);
  const clear = (): void => {
    onDropTyped();
    void edit({ kind: 'clearScore', code });
  };
  const declareNotApplicable = (reason: string): void => {
    onDropTyped();
    // State and reason in one step of undo.
    const entry: ReviewEntry = { state: 'notApplicable', reason, evidence: found.evidence };
    void edit({ kind: 'takeEntries', entries: { [code]: entry } });
  };
  return (
    <section className="scoring-middle" aria-label="核验">
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
      <div className="verify-both">
        <SelfStatement
          place={place}
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
                <strong>{valueOf(place, found, result?.score ?? 0)}</strong>
              )}
              {found.state !== 'pending' && place.kind !== 'veto' && mark?.differs && (
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
              <PlaceInput place={place} entry={found} onChange={onInput} />
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
        label={place.kind === 'veto' ? '情况说明' : '核验意见'}
      />
      <div className="item-actions">
        {place.kind === 'item' && found.state !== 'notApplicable' && (
          <NotApplicableButton
            item={place.item}
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
        <AgreeSection place={place} />
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
function valueOf(place: Place, { state, input }: Stated, score: number): string {
  if (state === 'unscored' || state === 'pending') return '';
  if (state === 'notApplicable') return '不适用';
  if (input?.kind === 'veto') return input.applies ? '是' : '否';
  return `${place.kind === 'penalty' ? '扣 ' : ''}${showPoints(score)} 分`;
}

function explanationOf(report: ScoreReport, code: string): string {
  return scoredResults(report).find((entry) => entry.code === code)?.explanation ?? '';
}
