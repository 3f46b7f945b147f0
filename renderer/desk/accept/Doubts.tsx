import { Button } from 'antd';
import { useState } from 'react';
import type { Ranked } from '../../../shared/review/ranking.ts';
import { decisionOf } from '../../../shared/review/status.ts';
import { useDesk } from '../../state/desk-store.ts';
import { useRanked } from '../use-ranked.ts';
import { nameOf } from '../table/candidate-words.ts';
import { AcceptDialog } from './AcceptDialog.tsx';
import './accept.css';

/** What is in doubt of a package, first, and what was decided of it. Nothing where nothing is. */
export function Doubts({ ranked }: { readonly ranked: Ranked }) {
  const all = useRanked();
  const decision = decisionOf(ranked, all);
  if (ranked.doubts.length === 0 && decision === '') return null;
  return (
    <ul className="accept-doubts" aria-label="存疑">
      {ranked.doubts.map((doubt) => (
        <li key={doubt}>{doubt}</li>
      ))}
      {decision !== '' && <li>{decision}</li>}
    </ul>
  );
}

/** 采用 where something is to be decided, 撤回 where something was. */
export function DecideButtons({ ranked }: { readonly ranked: Ranked }) {
  const [deciding, setDeciding] = useState(false);
  const { edit } = useDesk.getState();
  const { candidate, doubts, accepted, out } = ranked;
  const decided = out?.reason === 'replaced' ? out.by : accepted?.key;
  return (
    <>
      {doubts.length > 0 && (
        <Button
          size="small"
          type="primary"
          aria-label={`采用 ${nameOf(candidate)}`}
          onClick={() => setDeciding(true)}
        >
          采用…
        </Button>
      )}
      {decided !== undefined && (
        <Button
          size="small"
          aria-label={`撤回采用 ${nameOf(candidate)}`}
          onClick={() => void edit({ kind: 'withdrawAcceptance', key: decided, reason: '' })}
        >
          撤回采用
        </Button>
      )}
      {deciding && <AcceptDialog ranked={ranked} onClose={() => setDeciding(false)} />}
    </>
  );
}
