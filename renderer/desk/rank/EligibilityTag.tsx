import { Tag } from 'antd';
import { eligibilityWords } from '../../../shared/review/candidate-columns.ts';
import type { Ranked } from '../../../shared/review/ranking.ts';

/** 资格: what is in doubt comes before what the conditions say; by a standard that is not official there is no verdict. */
export function EligibilityTag({ ranked }: { readonly ranked: Ranked }) {
  const { candidate, doubts, out } = ranked;
  if (doubts.length > 0 || out?.reason === 'replaced') {
    return (
      <Tag color="orange" title={doubts.join('；')}>
        {out?.reason === 'replaced' ? '未采用' : '存疑'}
      </Tag>
    );
  }
  const { basis, eligible, eligibility, findings } = candidate;
  const words = eligibilityWords(candidate);
  if (eligible) return <span className="desk-good">✓ {words}</span>;
  const blocks = findings.filter(({ severity }) => severity === 'block');
  const title = blocks.map(({ message }) => message).join('；');
  return basis === 'official' && blocks.length > 0 ? (
    <Tag color="red" title={title}>
      {eligibility}
    </Tag>
  ) : (
    <span title={`${words}。${title}`}>{eligibility}</span>
  );
}
