import { Alert, App, Button } from 'antd';
import { useCallback } from 'react';
import { campaignDifferences } from '../../shared/campaign/differences.ts';
import { PLACED_BY_SUPERIOR } from '../../shared/review/desk-row.ts';
import { type NamedPackage, packageName, packageNames } from '../../shared/review/words.ts';
import { useDesk, useOpenDesk } from '../state/desk-store.ts';
import { call } from '../ui/call/client.ts';
import { useAnswer } from '../ui/call/use-call.ts';
import { FoldedNotice } from '../ui/FoldedNotice.tsx';
import { useToldCall } from '../ui/use-told-call.tsx';
import { useRows } from './use-ranked.ts';

/** What is to be looked at on the desk as a whole. Nothing on most. */
export function DeskNotices() {
  return (
    <>
      <ListLost />
      <GivenUp />
      <LostReviews />
      <PlacedBySuperior />
      <CampaignChanged />
    </>
  );
}

/** Nobody knows which packages were received, until somebody says that all are there. */
function ListLost() {
  const { desk, isListLost, receipts } = useOpenDesk();
  const { modal } = App.useApp();
  const told = useToldCall();
  if (!isListLost) return null;
  const kept = receipts.filter((each) => each.kept).length;
  const vouch = async (): Promise<void> => {
    const isSure = await modal.confirm({
      title: `收存的 ${kept} 份就是全部，没有缺少？`,
      content:
        '以后不再提示，排名和导出的表不再因此列为草稿；如果还有推荐包丢了，程序不会再知道。不能撤销。请先与导出过的收件登记表核对。',
      okText: '已核对，没有缺少',
      cancelText: '再核对',
      autoFocusButton: 'cancel',
    });
    if (!isSure) return;
    await told(() => call('vouchForPackages', { id: desk.id }));
    await useDesk.getState().reload();
  };
  return (
    <FoldedNotice
      type="warning"
      title={`收过哪些推荐包的记录丢失过，请核对收存的 ${kept} 份有没有缺少`}
      actions={
        <Button size="small" onClick={() => void vouch()}>
          已核对，没有缺少
        </Button>
      }
    >
      缺少的请重新导入。核对之前，排名和导出的表都是草稿。
    </FoldedNotice>
  );
}

/** Packages whose folders are away are waited for, until somebody says that they are not to be. */
function GivenUp() {
  const { desk, missing } = useOpenDesk();
  const { modal } = App.useApp();
  const told = useToldCall();
  const gone = missing.filter(({ isGone }) => isGone);
  if (gone.length === 0) return null;
  const giveUp = async ({ key, ...about }: NamedPackage): Promise<void> => {
    const isSure = await modal.confirm({
      title: `不再等${packageName(about)}？`,
      content:
        '以后不再提示，名次和导出的表不再算它。它的核验记录在那个文件夹里，不会再回来；文件夹放回原处，仍会回到列表里。',
      okText: '不再等它',
      cancelText: '再找找',
      autoFocusButton: 'cancel',
    });
    if (!isSure) return;
    await told(() => call('giveUpPackage', { id: desk.id, key }));
    await useDesk.getState().reload();
  };
  return (
    <FoldedNotice
      type="warning"
      title={`${gone.length} 份收过的推荐包找不到文件夹，不在列表里：${packageNames(gone)}`}
    >
      <ul className="ui-notes ui-notice-names">
        {gone.map((each) => (
          <li key={each.key}>
            {each.unit === '' ? each.fileName : `${each.unit}，${each.fileName}`}（文件夹 packages/{each.key}
            ）{' '}
            <Button size="small" onClick={() => void giveUp(each)}>
              不再等它
            </Button>
          </li>
        ))}
      </ul>
    </FoldedNotice>
  );
}

/** Reviews that the desk has had and that are not there: told until one is there again. */
function LostReviews() {
  const { lostReviews } = useOpenDesk();
  if (lostReviews.length === 0) return null;
  return (
    <FoldedNotice
      type="warning"
      title={`${lostReviews.length} 份推荐包的核验记录不见了，要重新核验：${packageNames(lostReviews)}`}
    >
      <div>
        能从备份或回收站找回 review.json 的，请放回核验台 packages
        文件夹里它的文件夹；找不回的，请打开它重新核验。在这之前，导出的表都是草稿。
      </div>
      <ul className="ui-notes ui-notice-names">
        {lostReviews.map(({ key, unit, fileName }) => (
          <li key={key}>
            {unit === '' ? fileName : `${unit}，${fileName}`}（文件夹 packages/{key}）
          </li>
        ))}
      </ul>
    </FoldedNotice>
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
