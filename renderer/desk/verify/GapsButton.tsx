import { Button } from 'antd';
import { gapsStateOf } from '../../../shared/review/gaps.ts';
import { gapsWords } from '../../../shared/eligibility/verdict.ts';
import { useOpenCandidate, useVerified } from '../../state/review-derived.ts';
import { useReview } from '../../state/review-store.ts';

/** 合理缺项 of the verified result together, and their confirmation; nothing where there is none. */
export function GapsButton() {
  const { review } = useOpenCandidate();
  const { gaps } = useVerified().verified.report;
  const state = gapsStateOf(gaps, review);
  if (state === 'none') return null;
  const words = gapsWords({ gaps });
  if (state === 'confirmed') return <span>{words}，已确认</span>;
  const confirm = (): void => void useReview.getState().edit({ kind: 'confirmGaps', gaps });
  return (
    <Button size="small" danger title="核对这些项目确实不适用后确认，可以撤销" onClick={confirm}>
      确认{words}
    </Button>
  );
}
