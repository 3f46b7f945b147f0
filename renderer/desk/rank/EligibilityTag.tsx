import { Tag } from 'antd';
import { showPoints } from '../../../shared/values/points.ts';
import type { Ranked } from '../../../shared/review/ranking.ts';

/** 资格: what is in doubt comes before what the conditions and the threshold say. */
export function EligibilityTag({ ranked }: { readonly ranked: Ranked }) {
  const { candidate, passes, doubts, out } = ranked;
  if (doubts.length > 0 || out?.reason === 'replaced') {
    return (
      <Tag color="orange" title={doubts.join('；')}>
        {out?.reason === 'replaced' ? '未采用' : '存疑'}
      </Tag>
    );
  }
  if (!candidate.eligible) {
    const blocks = candidate.findings.filter(({ severity }) => severity === 'block');
    return (
      <Tag color="red" title={blocks.map(({ message }) => message).join('；')}>
        不符合
      </Tag>
    );
  }
  return passes === false ? (
    <span className="desk-wrong">未达 {showPoints(candidate.passScore)} 分</span>
  ) : (
    <span className="desk-good">✓ 符合</span>
  );
}
