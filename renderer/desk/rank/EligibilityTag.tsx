import { Tag } from 'antd';
import { eligibilityOn, isCleared } from '../../../shared/review/candidate-columns.ts';
import type { Ranked } from '../../../shared/review/ranking.ts';

/** 资格: what is in doubt comes before what the conditions say; by a standard that is not official there is no verdict. */
export function EligibilityTag({ ranked }: { readonly ranked: Ranked }) {
  const { candidate, doubts, out } = ranked;
  const words = eligibilityOn(ranked);
  if (doubts.length > 0 || out?.reason === 'replaced') {
    return (
      <Tag color="orange" className="rank-eligible" title={doubts.join('；')}>
        {words}
      </Tag>
    );
  }
  if (isCleared(ranked))
    return (
      <span className="desk-good rank-eligible" title={words}>
        ✓ {words}
      </span>
    );
  const { basis, findings, qualifies } = candidate;
  const blocks = findings.filter(({ severity }) => severity === 'block');
  const title = blocks.map(({ message }) => message).join('；');
  return basis === 'official' && !qualifies && !out ? (
    <Tag color="red" className="rank-eligible" title={title}>
      {words}
    </Tag>
  ) : (
    <span className="rank-eligible" title={`${words}。${title}`}>
      {words}
    </span>
  );
}
