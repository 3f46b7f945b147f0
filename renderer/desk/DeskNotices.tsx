import { Alert, App, Button } from 'antd';
import { type ReactNode, useCallback } from 'react';
import { campaignDifferences } from '../../shared/campaign/differences.ts';
import { PLACED_BY_SUPERIOR } from '../../shared/review/desk-row.ts';
import { type NamedPackage, packageName, packageNames } from '../../shared/review/words.ts';
import { useDesk, useOpenDesk } from '../state/desk-store.ts';
import { call } from '../ui/call/client.ts';
import { useAnswer } from '../ui/call/use-call.ts';
import { FailureMeaning } from '../ui/FailureNotice.tsx';
import { FoldedNotice } from '../ui/FoldedNotice.tsx';
import { useToldCall } from '../ui/use-told-call.tsx';
import { useRows } from './use-ranked.ts';

/** What is told here, with what can be done about it, and nowhere else on the screen. */
export const TOLD_ON_DESK = [
  'desk-older',
  'package-list-lost',
  'package-gone',
  'review-lost',
  'review-behind',
];

/** What is to be looked at on the desk as a whole. Nothing on most. */
export function DeskNotices() {
  return (
    <>
      <DeskOlder />
      <ListLost />
      <GivenUp />
      <LostReviews />
      <OlderReviews />
      <PlacedBySuperior />
      <CampaignChanged />
    </>
  );
}

/** Asks before what somebody says of the desk's packages is taken, which cannot be taken back. */
function useWord() {
  const { modal } = App.useApp();
  const told = useToldCall();
  return async (
    asked: {
      readonly title: string;
      readonly content: string;
      readonly okText: string;
      readonly cancelText: string;
    },
    say: () => Promise<unknown>,
  ): Promise<void> => {
    if (!(await modal.confirm({ ...asked, autoFocusButton: 'cancel' }))) return;
    await told(say);
    await useDesk.getState().reload();
  };
}

/** The words of what the desk tells under this code, wherever several are told under it. */
function Meaning({ code }: { readonly code: string }) {
  const { notices } = useOpenDesk();
  return notices
    .filter((each) => each.code === code)
    .map((each) => <FailureMeaning key={each.effect} failure={each} />);
}

/** In the place of what the desk itself has saved an older one counts, until somebody says that nothing is missing. */
function DeskOlder() {
  const { desk, isDeskOlder } = useOpenDesk();
  const ask = useWord();
  if (!isDeskOlder) return null;
  const vouch = () =>
    ask(
      {
        title: '推荐单位、选择、更正、调整都不缺什么？',
        content: '以后不再提示，排名和导出的表不再因此列为草稿。不能撤销。请先与导出过的汇总表核对。',
        okText: '已核对，没有缺少',
        cancelText: '再核对',
      },
      () => call('vouchForDesk', { id: desk.id }),
    );
  return (
    <FoldedNotice
      type="warning"
      title="核验台自己的记录用的是较早的一份，请核对推荐单位、选择、更正和调整"
      actions={
        <Button size="small" onClick={() => void vouch()}>
          已核对，没有缺少
        </Button>
      }
    >
      <Meaning code="desk-older" />
    </FoldedNotice>
  );
}

/** Nobody knows which packages were received, until somebody says that all are there. */
function ListLost() {
  const { desk, isListLost, receipts, notices } = useOpenDesk();
  const ask = useWord();
  if (!isListLost) return null;
  const kept = receipts.filter((each) => each.kept).length;
  const vouch = () =>
    ask(
      {
        title: `收存的 ${kept} 份就是全部，没有缺少？`,
        content:
          '以后不再提示，排名和导出的表不再因此列为草稿；如果还有推荐包丢了，程序不会再知道。不能撤销。请先与导出过的收件登记表核对。',
        okText: '已核对，没有缺少',
        cancelText: '再核对',
      },
      () => call('vouchForPackages', { id: desk.id }),
    );
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
      <div>{notices.find(({ code }) => code === 'package-list-lost')?.message}</div>
      <Meaning code="package-list-lost" />
    </FoldedNotice>
  );
}

interface FoundProps {
  readonly packages: readonly NamedPackage[];
  /** Its button. */
  readonly action?: (each: NamedPackage) => ReactNode;
}

/** Packages, each with its folder. */
function Folders({ packages, action }: FoundProps) {
  return (
    <ul className="ui-notes ui-notice-names">
      {packages.map((each) => (
        <li key={each.key}>
          {each.unit === '' ? each.fileName : `${each.unit}，${each.fileName}`}（文件夹 packages/{each.key}）{' '}
          {action?.(each)}
        </li>
      ))}
    </ul>
  );
}

/** Packages whose folders are away are waited for, until somebody says that they are not to be. */
function GivenUp() {
  const { desk, missing } = useOpenDesk();
  const ask = useWord();
  const gone = missing.filter(({ isGone }) => isGone);
  if (gone.length === 0) return null;
  const giveUp = ({ key, ...about }: NamedPackage) =>
    ask(
      {
        title: `不再等${packageName(about)}？`,
        content:
          '以后不再提示，名次和导出的表不再算它。它的核验记录不会再回来；文件夹放回原处，仍会回到列表里。',
        okText: '不再等它',
        cancelText: '再找找',
      },
      () => call('giveUpPackage', { id: desk.id, key }),
    );
  return (
    <FoldedNotice
      type="warning"
      title={`${gone.length} 份收过的推荐包找不到文件夹，不在列表里：${packageNames(gone)}`}
    >
      <Meaning code="package-gone" />
      <Folders
        packages={gone}
        action={(each) => (
          <Button size="small" onClick={() => void giveUp(each)}>
            不再等它
          </Button>
        )}
      />
    </FoldedNotice>
  );
}

/** Reviews that the desk has had and that are not there: told until one is there again. */
function LostReviews() {
  const lost = useOpenDesk().lostReviews.filter(({ loss }) => loss === 'lost');
  if (lost.length === 0) return null;
  return (
    <FoldedNotice
      type="warning"
      title={`${lost.length} 份推荐包的核验记录不见了，要重新核验：${packageNames(lost)}`}
    >
      <Meaning code="review-lost" />
      <Folders packages={lost} />
    </FoldedNotice>
  );
}

/** Reviews of which the copy saved before counts: told until one is saved anew, or somebody says that nothing is missing. */
function OlderReviews() {
  const { desk, lostReviews } = useOpenDesk();
  const ask = useWord();
  const behind = lostReviews.filter(({ loss }) => loss === 'behind');
  if (behind.length === 0) return null;
  const vouch = ({ key, ...about }: NamedPackage) =>
    ask(
      {
        title: `${packageName(about)}的核验记录不缺什么？`,
        content: '以后不再提示，排名和导出的表不再因此列为草稿。不能撤销。请先与导出过的表或纸面核对。',
        okText: '已核对，没有缺少',
        cancelText: '再核对',
      },
      () => call('vouchForReview', { id: desk.id, key }),
    );
  return (
    <FoldedNotice
      type="warning"
      title={`${behind.length} 份推荐包的核验记录用的是较早的一份，请核对补齐：${packageNames(behind)}`}
    >
      <Meaning code="review-behind" />
      <Folders
        packages={behind}
        action={(each) => (
          <Button size="small" onClick={() => void vouch(each)}>
            已核对，没有缺少
          </Button>
        )}
      />
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
