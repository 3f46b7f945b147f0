import { Button } from 'antd';
import { useState } from 'react';
import type { Candidate } from '../../../shared/review/candidate.ts';
import { useOpenDesk } from '../../state/desk-store.ts';
import { CorrectDialog } from '../bodies/CorrectDialog.tsx';
import { PlaceDialog } from '../bodies/PlaceDialog.tsx';
import { nameOf } from './candidate-words.ts';

/** What the evaluator says of a package in place of its unit: who recommends it, 行业 and 地域. */
export function RowActions({ candidate }: { readonly candidate: Candidate }) {
  const { desk } = useOpenDesk();
  const [open, setOpen] = useState<'place' | 'correct'>();
  const close = () => setOpen(undefined);
  return (
    <>
      {desk.level === 'province' && (
        <Button size="small" aria-label={`设推荐单位 ${nameOf(candidate)}`} onClick={() => setOpen('place')}>
          推荐单位…
        </Button>
      )}
      <Button
        size="small"
        aria-label={`更正行业、地域 ${nameOf(candidate)}`}
        onClick={() => setOpen('correct')}
      >
        更正行业、地域…
      </Button>
      {open === 'place' && <PlaceDialog rows={[candidate]} onClose={close} />}
      {open === 'correct' && <CorrectDialog candidate={candidate} onClose={close} />}
    </>
  );
}
