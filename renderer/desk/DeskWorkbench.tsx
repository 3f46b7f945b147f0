import { Suspense } from 'react';
import { rankingName } from '../../shared/review/recommending.ts';
import { later } from '../ui/later.ts';
import { type ScreenEntry, Workbench } from '../state/document/Workbench.tsx';
import { useFileTarget } from '../ui/intake/targets.ts';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { type DeskScreen, useDesk, useOpenDesk } from '../state/desk-store.ts';
import { usePageName } from '../ui/page-name.ts';
import { TOLD_ON_DESK } from './DeskNotices.tsx';
import { InboxScreen } from './inbox/InboxScreen.tsx';
import { TableScreen } from './table/TableScreen.tsx';
import './desk.css';

/** In the order of their buttons. */
const SCREENS: Record<DeskScreen, ScreenEntry> = {
  inbox: { label: '收件', Screen: InboxScreen, told: TOLD_ON_DESK },
  table: { label: '核验总表', Screen: TableScreen, told: TOLD_ON_DESK },
  compare: {
    label: '比较',
    Screen: later(async () => ({ default: (await import('./compare/CompareScreen.tsx')).CompareScreen })),
  },
  heat: {
    label: '失分情况表',
    Screen: later(async () => ({ default: (await import('./compare/HeatScreen.tsx')).HeatScreen })),
  },
  rank: {
    label: '排名与择优',
    told: TOLD_ON_DESK,
    Screen: later(async () => ({ default: (await import('./rank/RankScreen.tsx')).RankScreen })),
  },
  exports: {
    label: '导出',
    Screen: later(async () => ({ default: (await import('./exports/ExportsScreen.tsx')).ExportsScreen })),
  },
};
const VerifyScreen = later(async () => ({
  default: (await import('./verify/VerifyScreen.tsx')).VerifyScreen,
}));

/** An open desk: its screens, or the one package that is verified. */
export function DeskWorkbench() {
  const { desk } = useOpenDesk();
  const verifying = useDesk((state) => state.verifying);
  const { leaveVerifying } = useDesk.getState();
  if (verifying === undefined) return <DeskScreens />;
  return (
    <ErrorBoundary>
      <Suspense fallback={null}>
        <VerifyScreen deskId={desk.id} packageKey={verifying} onBack={leaveVerifying} />
      </Suspense>
    </ErrorBoundary>
  );
}

function DeskScreens() {
  const { desk, standard } = useOpenDesk();
  const screens = { ...SCREENS, rank: { ...SCREENS.rank, label: rankingName(standard, desk.campaign) } };
  const screen = useDesk((state) => state.screen);
  const { goTo } = useDesk.getState();
  useFileTarget('frame', () => ({ refused: '这里不能放文件。推荐包请先转到“收件”，再放。' }));
  usePageName(screens[screen].label, desk.title);
  return (
    <Workbench
      store={useDesk}
      className="desk"
      back="核验台"
      title={
        <strong className="desk-title" title={`${desk.title}（${desk.campaign.title}）`}>
          {desk.title}
        </strong>
      }
      screens={screens}
      current={screen}
      goTo={goTo}
      label="核验台"
      above="ui-tabs desk-nav"
    />
  );
}
