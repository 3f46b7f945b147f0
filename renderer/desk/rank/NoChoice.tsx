import { Alert } from 'antd';
import { byWords } from '../../../shared/standard/basis.ts';
import { notRecommending } from '../../../shared/review/recommending.ts';
import type { Standard } from '../../../shared/standard/schema.ts';
import { OfficeField } from '../OfficeField.tsx';
import './rank.css';

/** In the place of 拟推荐 on a desk whose standard gives no candidates: why there are none. */
export function NoChoice({ standard }: { readonly standard: Standard }) {
  const name = `${byWords(standard)}排序`;
  return (
    <section className="rank-choice-panel" aria-label={name}>
      <h2>{name}</h2>
      <OfficeField />
      <Alert type="info" showIcon title={`${notRecommending(standard)}。`} />
    </section>
  );
}
