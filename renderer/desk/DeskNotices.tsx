import { Alert, Button } from 'antd';
import { useCallback } from 'react';
import { campaignDifferences } from '../../shared/campaign/differences.ts';
import { PLACED_BY_SUPERIOR } from '../../shared/review/desk-row.ts';
import { useDesk, useOpenDesk } from '../state/desk-store.ts';
import { call } from '../ui/call/client.ts';
import { useAnswer } from '../ui/call/use-call.ts';
import { useRows } from './use-ranked.ts';

/** What is to be looked at on the desk as a whole. Nothing on most. */
export function DeskNotices() {
  return (
    <>
      <PlacedBySuperior />
      <CampaignChanged />
    </>
  );
}

/** A desk of before counted each package for what its unit had written: that goes on until somebody has looked. */
function PlacedBySuperior() {
  const { desk } = useOpenDesk();
  const rows = useRows();
  const placed = new Set(desk.placements.map(({ key }) => key));
  const open = rows.filter(({ key }) => !placed.has(key));
  if (desk.level !== 'province' || !desk.placedBySuperior || open.length === 0) return null;
  const settle = (): void => {
    const placements = open.map(({ key, body }) => ({ key, body }));
    void useDesk.getState().edit({ kind: 'settlePlacements', placements });
  };
  return (
    <Alert
      type="warning"
      showIcon
      title={`${open.length} 份${PLACED_BY_SUPERIOR}`}
      description="请在核验总表里核对“推荐单位”一列，不对的先改；核对后按“已核对”，以后不再随单位的填写变化。"
      action={<Button onClick={settle}>已核对</Button>}
    />
  );
}

/** The campaign was changed in the library since the desk was made: nothing changes here unasked. */
function CampaignChanged() {
  const { desk } = useOpenDesk();
  const { edit, reload } = useDesk.getState();
  const ask = useCallback(() => call('listCampaigns', {}), []);
  const { value } = useAnswer(ask);
  const now = value?.campaigns.find(({ id }) => id === desk.campaign.id);
  const names = now ? campaignDifferences(now, desk.campaign) : [];
  // What is only said otherwise changes nothing on the desk.
  if (!now || names.length === 0) return null;
  const what = names.join('、');
  const take = async (): Promise<void> => {
    if (await edit({ kind: 'takeCampaign', campaign: now, reason: `采用活动库里的新内容：${what}` })) {
      await reload();
    }
  };
  return (
    <Alert
      type="info"
      showIcon
      title={`活动库里的“${now.title}”已经修改，与本核验台的不同：${what}`}
      description="本核验台仍按建立时的内容判断。采用后，各推荐包按新的内容重新判断，核验记录不变；可以撤销。"
      action={<Button onClick={() => void take()}>采用新的内容</Button>}
    />
  );
}
