import { Alert } from 'antd';
import type { Campaign } from '../../../shared/campaign/schema.ts';
import { keptChoices, notRecommending, rankingName } from '../../../shared/review/recommending.ts';
import type { Standard } from '../../../shared/standard/schema.ts';
import { useOpenDesk } from '../../state/desk-store.ts';
import { OfficeField } from '../OfficeField.tsx';
import './rank.css';

interface Props {
  readonly standard: Standard;
  readonly campaign: Campaign;
}

/** In the place of 拟推荐 on a desk whose standard gives no candidates: why there are none. */
export function NoChoice({ standard, campaign }: Props) {
  const { desk } = useOpenDesk();
  const name = rankingName(standard, campaign);
  const kept = keptChoices(desk, standard);
  return (
    <section className="rank-choice-panel" aria-label={name}>
      <h2>{name}</h2>
      <OfficeField />
      <Alert type="info" showIcon title={`${notRecommending(standard, campaign)}。`} />
      {kept !== '' && <Alert type="warning" showIcon title={`${kept}。`} />}
    </section>
  );
}
