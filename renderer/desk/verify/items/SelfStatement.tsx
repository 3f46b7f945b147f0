import type { Entry } from '../../../../shared/assessment/schema.ts';
import type { Place } from '../../../../shared/standard/places.ts';
import { statedLines } from '../../../../shared/assessment/stated-lines.ts';

interface Props {
  readonly place: Place;
  readonly entry: Entry;
  /** "18 分", "否", … */
  readonly value: string;
  /** Of the self score; '' for a veto. */
  readonly explanation: string;
}

/** What the unit stated, to be read: nothing of it can be changed here. */
export function SelfStatement({ place, entry, value, explanation }: Props) {
  const { state, input, reason } = entry;
  const lines = input ? statedLines(place, input) : [];
  const adjustment = place.kind === 'bonus' || place.kind === 'penalty';
  return (
    <section className="verify-items-self" aria-label="单位自评">
      <h3>
        单位自评 <strong>{value}</strong>
      </h3>
      {state === 'unscored' && <p>{adjustment ? '单位没有申报这一项。' : '单位没有评这一项。'}</p>}
      {state === 'notApplicable' && <p>单位标为不适用。{explanation}</p>}
      {state === 'scored' && (
        <>
          {lines.length > 0 && (
            <ul>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
          {explanation && <p className="ui-muted">{explanation}</p>}
        </>
      )}
      {reason.trim() !== '' && (
        <blockquote aria-label={state === 'notApplicable' ? '不适用理由' : '自评说明'}>{reason}</blockquote>
      )}
    </section>
  );
}
