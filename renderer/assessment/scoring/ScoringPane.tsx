import { Button } from 'antd';
import type { Place } from '../../../shared/standard/places.ts';
import { showPoints } from '../../../shared/values/points.ts';
import { entryOf } from '../../../shared/assessment/schema.ts';
import { scoredResults } from '../../../shared/scoring/results.ts';
import { Answer } from '../../items/Answer.tsx';
import { ItemPane } from '../../items/ItemPane.tsx';
import { NotApplicableButton } from '../../items/NotApplicableButton.tsx';
import { ReasonField } from '../../items/ReasonField.tsx';
import type { Workspace } from '../../items/use-workspace.ts';
import { useAssessment } from '../../state/assessment-store.ts';
import { useOpen, useReport } from '../../state/derived.ts';
import { ConfirmPanel } from './ConfirmPanel.tsx';
import { FeedbackNotice } from './FeedbackNotice.tsx';
import type { ScoringFilter } from './scoring-rows.ts';

interface Props {
  readonly place: Place;
  readonly space: Workspace<ScoringFilter>;
  readonly onConfirm: () => void;
}

/** The entry at hand: what is asked, what the unit states, what that scores, and why. */
export function ScoringPane({ place, space, onConfirm }: Props) {
  const { assessment, standard } = useOpen();
  const report = useReport();
  const { edit } = useAssessment.getState();
  const { code } = place;
  const entry = entryOf(assessment, code);
  const { state } = entry;
  const result = scoredResults(report).find((each) => each.code === code);
  const clear = (): void => {
    space.dropTyped();
    void edit({ kind: 'clearScore', code });
  };
  const declareNotApplicable = (reason: string): void => {
    space.dropTyped();
    void edit({ kind: 'notApplicable', code, reason });
  };
  const notApplicable = state === 'notApplicable';
  return (
    <ItemPane
      label="评分"
      place={place}
      standard={standard}
      category={assessment.unit.category}
      actions={
        <>
          {place.kind === 'item' && !notApplicable && (
            <NotApplicableButton
              item={place.item}
              standard={standard}
              unit={assessment.unit}
              reason={entry.reason}
              onDeclare={declareNotApplicable}
            />
          )}
          {state !== 'unscored' && (
            <Button onClick={clear}>{notApplicable ? '取消不适用' : '清除评分'}</Button>
          )}
          <Button className="items-next" type="primary" disabled={!space.moreOpen} onClick={space.goNext}>
            {space.moreOpen
              ? `下一项${space.nextKind === 'veto' ? '未答' : '未评'}（Ctrl+Enter）`
              : '没有其他未评项'}
          </Button>
        </>
      }
    >
      <FeedbackNotice feedback={assessment.feedback} code={code} standard={standard} />
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
      <Answer
        place={place}
        answer={entry}
        onInput={space.score}
        notApplicable={
          <>
            <strong>— 本项已标为不适用</strong>
            <div>{result?.explanation}</div>
          </>
        }
        label="计分说明"
        result={
          <>
            {result && state === 'scored' && (
              <>
                <strong>{showPoints(result.score)} 分</strong> <span>{result.explanation}</span>
              </>
            )}
            {state === 'unscored' && <span className="ui-muted">○ 尚未评分</span>}
          </>
        }
        problem={result?.problem}
      />
      <ReasonField
        label={notApplicable ? '不适用理由' : place.kind === 'veto' ? '情况说明' : '自评说明'}
        reason={entry.reason}
        commit={(reason) => edit({ kind: 'setReason', code, reason })}
        placeholder={place.kind === 'item' ? '写明做了什么、数据和出处' : '写明情况'}
        needed={notApplicable && '标为不适用必须写明理由'}
      />
    </ItemPane>
  );
}
