import { type Feedback, ratedIn } from '../../../shared/assessment/feedback.ts';
import { wordsOfBasis } from '../../../shared/standard/basis.ts';
import type { Standard } from '../../../shared/standard/schema.ts';
import './scoring.css';

interface Props {
  readonly feedback: Feedback | undefined;
  readonly code: string;
  /** The unit's own. */
  readonly standard: Standard;
}

/** What the office decided on this item of an earlier revision, and why. */
export function FeedbackNotice({ feedback, code, standard }: Props) {
  const item = feedback?.items.find((each) => each.code === code);
  if (!feedback || !item) return null;
  const { self, verified, reason, evidence } = item;
  const { by } = wordsOfBasis(ratedIn(feedback, standard));
  const rejected = evidence.filter(({ decision }) => decision === 'rejected');
  return (
    <section className="scoring-feedback" aria-label="核验反馈">
      <strong>
        第 {feedback.revision} 版的核验反馈{by !== '' && `（${by}）`}：
        {self === verified ? `得分不变（${self}）` : `自评 ${self}，核验 ${verified}`}
      </strong>
      {reason !== '' && <p>{reason}</p>}
      {rejected.length > 0 && (
        <ul>
          {rejected.map((piece, index) => (
            <li key={index}>
              不予认可“{piece.label}”{piece.reason === '' ? '' : `：${piece.reason}`}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
