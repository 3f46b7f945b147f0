import { Button } from 'antd';
import type { AssessmentFinding } from '../../../shared/eligibility/finding.ts';
import { allCodes } from '../../../shared/standard/places.ts';
import { ScreenButtons } from '../../ui/ScreenButtons.tsx';
import { useOpenCandidate, useVerified } from '../../state/review-derived.ts';
import { useReview } from '../../state/review-store.ts';
import { FindingsPopover } from './FindingsPopover.tsx';
import { GapsButton } from './GapsButton.tsx';
import { useVetoes, VetoList } from './VetoList.tsx';
import { ShortcutHelp } from '../../items/ShortcutHelp.tsx';
import { isOwed } from './items/marks.ts';
import { partsFor } from './parts.ts';

/** The parts of the work, and what is still to be done; each number leads to what it counts. */
export function VerifyBar() {
  const current = useReview((state) => state.part);
  const { goTo } = useReview.getState();
  const { standard, assessment } = useOpenCandidate();
  const { candidate, verified } = useVerified();
  const { pending } = verified;
  const owed = verified.findings.filter(isOwed);
  // Reasons are counted on their own.
  const others = candidate.findings.filter((finding) => !isOwed(finding));
  const screens = partsFor(assessment.campaign);
  const vetoes = useVetoes();
  const known = new Set(allCodes(standard));
  const remarks = candidate.remarks.map((message): AssessmentFinding => ({
    code: 'remark',
    severity: 'warn',
    item: '',
    message,
  }));
  return (
    <div className="verify-bar">
      <ScreenButtons className="ui-tabs" label="核验步骤" screens={screens} current={current} goTo={goTo} />
      <div className="verify-counts" role="group" aria-label="核验进展">
        <Button size="small" disabled={pending.length === 0} onClick={() => goTo('items', pending[0])}>
          待核 {pending.length}
        </Button>
        <Button size="small" danger disabled={owed.length === 0} onClick={() => goTo('items', owed[0]?.item)}>
          缺理由 {owed.length}
        </Button>
        <GapsButton />
        <FindingsPopover label="收件说明" findings={remarks} />
        <FindingsPopover
          label="问题"
          findings={others}
          onJump={({ item }) => (known.has(item) ? () => goTo('items', item) : undefined)}
        />
        <ShortcutHelp />
      </div>
      {vetoes.length > 0 && (
        <div className="verify-veto-bar" role="alert">
          <VetoList vetoes={vetoes} />
        </div>
      )}
    </div>
  );
}
