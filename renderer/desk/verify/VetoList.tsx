import { Button } from 'antd';
import { vetoSentences } from '../../../shared/eligibility/verdict.ts';
import { useOpenCandidate, useVerified } from '../../state/review-derived.ts';
import { useReview } from '../../state/review-store.ts';

interface Found {
  readonly code: string;
  /** What follows from it. */
  readonly sentence: string;
}

/** The vetoes that apply as verified. */
export function useVetoes(): Found[] {
  const { standard } = useOpenCandidate();
  const { report } = useVerified().verified;
  return report.vetoes.flatMap((veto) =>
    vetoSentences(standard, { vetoes: [veto] }).map((sentence) => ({ code: veto.code, sentence })),
  );
}

/** Each of them with the way to it. */
export function VetoList({ vetoes }: { readonly vetoes: readonly Found[] }) {
  const { goTo } = useReview.getState();
  return (
    <ul className="verify-vetoes">
      {vetoes.map(({ code, sentence }) => (
        <li key={code}>
          {sentence}{' '}
          <Button size="small" danger aria-label={`查看 ${code}`} onClick={() => goTo('items', code)}>
            查看
          </Button>
        </li>
      ))}
    </ul>
  );
}
