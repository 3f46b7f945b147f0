import type { ReactNode } from 'react';
import { Alert } from 'antd';
import type { RuleInput } from '../../shared/assessment/rule-input.ts';
import type { Place } from '../../shared/standard/places.ts';
import { PlaceInput } from './rules/PlaceInput.tsx';
import './item.css';
import './panes.css';

interface Props {
  readonly place: Place;
  readonly answer: { readonly state: string; readonly input?: RuleInput; readonly reason: string };
  readonly onInput: (input: RuleInput) => void;
  /** In the editor's place where it is 不适用. */
  readonly notApplicable: ReactNode;
  /** Accessible name of the result. */
  readonly label: string;
  /** What the answer scores, in words. */
  readonly result: ReactNode;
  /** Why it cannot be scored. */
  readonly problem: string | undefined;
}

/** What is stated for the entry at hand, and what that scores. */
export function Answer({ place, answer, onInput, notApplicable, label, result, problem }: Props) {
  return (
    <>
      <div className="items-editor" data-editor>
        {answer.state === 'notApplicable' ? (
          notApplicable
        ) : (
          <PlaceInput place={place} entry={answer} onChange={onInput} />
        )}
      </div>
      <div className="items-result" role="status" aria-label={label}>
        {result}
        {problem !== undefined && <Alert type="warning" showIcon title={problem} />}
      </div>
    </>
  );
}
