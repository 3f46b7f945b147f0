import { Button, Tag } from 'antd';
import { entryOf } from '../../../../shared/assessment/schema.ts';
import { type ReviewEntry, reviewEntryOf } from '../../../../shared/review/schema.ts';
import { resultsOf } from '../../../../shared/review/verified-score.ts';
import { scoredResults } from '../../../../shared/scoring/results.ts';
import type { ScoreReport } from '../../../../shared/scoring/types.ts';
import type { Place } from '../../../../shared/standard/places.ts';
import { showPoints } from '../../../../shared/values/points.ts';
import { Answer } from '../../../items/Answer.tsx';
import { ItemPane } from '../../../items/ItemPane.tsx';
import { NotApplicableButton } from '../../../items/NotApplicableButton.tsx';
import { ReasonField } from '../../../items/ReasonField.tsx';
import type { Workspace } from '../../../items/use-workspace.ts';
import { useOpenCandidate, useVerified } from '../../../state/review-derived.ts';
import { useReview } from '../../../state/review-store.ts';
import { showSigned } from '../show-score.ts';
import { AgreeSection } from './AgreeSection.tsx';
import type { Mark, VerifyFilter } from './marks.ts';
import { SelfStatement } from './SelfStatement.tsx';

interface Props {
  readonly place: Place;
  readonly space: Workspace<VerifyFilter>;
  readonly mark: Mark | undefined;
  readonly onAgree: () => void;
}

/** The entry at hand: what the standard asks, what the unit stated, what the evaluator finds. */
export function VerifyPane({ place, space, mark, onAgree }: Props) {
  const { assessment, review } = useOpenCandidate();
  const { verified } = useVerified();
  const { edit } = useReview.getState();
  const { code } = place;
  const own = entryOf(assessment, code);
  const found = reviewEntryOf(review, code);
  const selfResult = resultsOf(verified.self).get(code);
  const result = resultsOf(verified.report).get(code);
  const differs = mark?.differs ?? false;
  const agrees = found.state !== 'pending' && mark?.differs === false;
  const selfValue = valueOf(place, own, selfResult?.score ?? 0);
  const label = place.kind === 'veto' ? '情况说明' : '核验意见';
  return (
    <ItemPane label="核验" place={place} actions={<Actions place={place} space={space} found={found} />}>
      <div className="verify-items-both">
        <SelfStatement
          place={place}
          entry={own}
          value={selfValue}
          explanation={explanationOf(verified.self, code)}
        />
        <section className="verify-items-found" aria-label="核验评分">
          <header>
            <h3>
              核验{' '}
              {found.state === 'pending' ? (
                <span className="ui-muted">○ 待核</span>
              ) : (
                <strong>{valueOf(place, found, result?.score ?? 0)}</strong>
              )}
              {found.state !== 'pending' && place.kind !== 'veto' && differs && (
                <Tag color="gold">{showSigned((result?.score ?? 0) - (selfResult?.score ?? 0))}</Tag>
              )}
            </h3>
            {/* Enter leads here: from here every key works, in a number field they would be typed. */}
            <Button
              data-first
              type="primary"
              ghost={!agrees}
              disabled={own.state === 'unscored'}
              onClick={onAgree}
            >
              {agrees ? '✓ 与自评一致' : `同意自评${own.state === 'unscored' ? '' : `：${selfValue}`}（=）`}
            </Button>
          </header>
          <Answer
            place={place}
            answer={found}
            onInput={space.score}
            notApplicable={<strong>— 核定为不适用</strong>}
            label="核验计分说明"
            result={found.state !== 'pending' && explanationOf(verified.report, code)}
            problem={result?.problem}
          />
        </section>
      </div>
      <ReasonField
        label={differs ? `${label}（与自评不同，必填）` : label}
        reason={found.reason}
        commit={(reason) => edit({ kind: 'setReason', code, reason })}
        placeholder={differs ? '写明为什么与自评不同' : '可以不写'}
        needed={differs && '核验结果与自评不同，请写明理由'}
      />
    </ItemPane>
  );
}

interface ActionsProps {
  readonly place: Place;
  readonly space: Workspace<VerifyFilter>;
  readonly found: ReviewEntry;
}

function Actions({ place, space, found }: ActionsProps) {
  const { standard } = useOpenCandidate();
  const { edit } = useReview.getState();
  const { code } = place;
  const clear = (): void => {
    space.dropTyped();
    void edit({ kind: 'clearScore', code });
  };
  const declareNotApplicable = (reason: string): void => {
    space.dropTyped();
    // State and reason in one step of undo.
    const entry: ReviewEntry = { state: 'notApplicable', reason, evidence: found.evidence };
    void edit({ kind: 'takeEntries', entries: { [code]: entry } });
  };
  return (
    <>
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
          {found.state === 'notApplicable' ? '不予认可不适用，改为评分' : '清除'}
        </Button>
      )}
      <AgreeSection place={place} />
      <Button
        className="items-next"
        type="primary"
        title="Ctrl+Enter 或 Alt+↓"
        disabled={!space.moreOpen}
        onClick={space.goNext}
      >
        {space.moreOpen ? '下一项待核' : '没有其他待核项'}
      </Button>
    </>
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
