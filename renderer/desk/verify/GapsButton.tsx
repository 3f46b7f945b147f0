import { Button, Modal } from 'antd';
import { useState } from 'react';
import { entryOf } from '../../../shared/assessment/schema.ts';
import { gapsWords } from '../../../shared/eligibility/verdict.ts';
import { gapsLine, gapsStateOf } from '../../../shared/review/gaps.ts';
import { reviewEntryOf } from '../../../shared/review/schema.ts';
import type { ItemResult } from '../../../shared/scoring/types.ts';
import { showPoints } from '../../../shared/values/points.ts';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { useOpenCandidate, useVerified } from '../../state/review-derived.ts';
import { useReview } from '../../state/review-store.ts';

/** 合理缺项 together: as the unit declared them until each is verified, then as verified; nothing where there is none. */
export function GapsButton() {
  const [isOpen, setOpen] = useState(false);
  const { gaps, state } = useGaps();
  if (state === 'none') return null;
  return (
    <>
      <Button size="small" danger={state === 'open'} onClick={() => setOpen(true)}>
        {gapsLine(gaps, state)}
      </Button>
      {isOpen && <GapsDialog onClose={() => setOpen(false)} />}
    </>
  );
}

/** What is left out, item by item with the reason, and the confirmation of the whole. */
function GapsDialog({ onClose }: { readonly onClose: () => void }) {
  useReturnFocus();
  const { gaps, state, items, left } = useGaps();
  const { edit, goTo } = useReview.getState();
  const confirm = (): void => {
    void edit({ kind: 'confirmGaps', gaps });
    onClose();
  };
  const lead = (code: string): void => {
    onClose();
    goTo('items', code);
  };
  return (
    <Modal
      open
      width={640}
      title={gapsLine(gaps, state)}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>关闭</Button>
          {state === 'open' && (
            <Button type="primary" disabled={left > 0} onClick={confirm}>
              确认{gapsWords({ gaps })}
            </Button>
          )}
        </>
      }
    >
      <p className="ui-muted">
        {left > 0
          ? `以下项目由单位申报为不适用，还有 ${left} 项待核，全部核验后才能确认。`
          : '请核对以下项目确实不适用。确认后可以撤销。'}
      </p>
      <ul className="verify-findings" aria-label="合理缺项">
        {items.map(({ code, title, points, reason, word }) => (
          <li key={code}>
            <Button type="link" className="ui-link-left" onClick={() => lead(code)}>
              {code} {title}
            </Button>
            {`${points} 分，${word}。理由：${reason || '没有写'}`}
          </li>
        ))}
      </ul>
    </Modal>
  );
}

/** Before every one of the unit's is verified: the unit's own, since half of them would be nobody's sum. */
function useGaps() {
  const { assessment, review } = useOpenCandidate();
  const { self, report, pending } = useVerified().verified;
  const declared = self.items.filter(isGap);
  const found = report.items.filter(isGap);
  const open = new Set(pending);
  const agreed = new Set(found.map(({ code }) => code));
  const left = declared.filter(({ code }) => open.has(code)).length;
  const { gaps } = left > 0 ? self : report;
  const items = (left > 0 ? declared : found).map(({ code, title, fullScore }) => {
    const own = entryOf(assessment, code);
    const { reason } = own.state === 'notApplicable' ? own : reviewEntryOf(review, code);
    const word = open.has(code) ? '待核' : agreed.has(code) ? '已核为不适用' : '不予认可';
    return { code, title, points: showPoints(fullScore), reason, word };
  });
  const state = left > 0 && gaps.count > 0 ? ('open' as const) : gapsStateOf(gaps, review);
  return { gaps, state, items, left };
}

function isGap({ state, problem }: ItemResult): boolean {
  return state === 'notApplicable' && problem === undefined;
}
