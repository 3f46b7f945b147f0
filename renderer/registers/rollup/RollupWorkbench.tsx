import { useEffect } from 'react';
import { type ScreenEntry, Workbench } from '../../state/document/Workbench.tsx';
import { type RollupScreen, useOpenRollup, useRollup } from '../../state/rollup-store.ts';
import { usePageName } from '../../ui/page-name.ts';
import { CasesScreen } from './collect/CasesScreen.tsx';
import { GridScreen } from './GridScreen.tsx';
import { LateScreen } from './LateScreen.tsx';
import { PointsScreen } from './PointsScreen.tsx';
import { RollupWeek } from './RollupWeek.tsx';
import { UnitsScreen } from './UnitsScreen.tsx';
import { wordsLeft } from './words-left.ts';
import '../registers.css';
import './rollup.css';

/** What is to be done this week comes first. */
const SCREENS: Readonly<Record<RollupScreen, ScreenEntry>> = {
  week: { label: '本周', Screen: RollupWeek },
  late: { label: '过期清单', Screen: LateScreen },
  grid: { label: '总表', Screen: GridScreen },
  units: { label: '单位与收件', Screen: UnitsScreen },
  cases: { label: '典型案例', Screen: CasesScreen },
  points: { label: '督查、通报、加扣分', Screen: PointsScreen },
};

/** An open roll-up. */
export function RollupWorkbench() {
  const { value } = useOpenRollup();
  const screen = useRollup((state) => state.screen);
  const jumps = useRollup((state) => state.jumps);
  useEffect(() => {
    if (jumps === 0) return;
    const field = document.querySelector<HTMLElement>('.rollup [aria-invalid=true]');
    field?.focus();
    field?.scrollIntoView({ block: 'nearest' });
  }, [jumps]);
  const title = `${value.title}年度任务汇总`.replace('年年度', '年度');
  usePageName(SCREENS[screen].label, title);
  return (
    <Workbench
      store={useRollup}
      className="rollup"
      back="年度工作"
      wordsLeft={wordsLeft}
      title={
        <strong className="registers-title" title={title}>
          {title}
        </strong>
      }
      screens={SCREENS}
      current={screen}
      goTo={useRollup.getState().goTo}
      label="年度任务汇总"
      above="ui-tabs rollup-nav"
    />
  );
}
