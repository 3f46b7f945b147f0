import { useRollup } from '../state/rollup-store.ts';
import { useYear } from '../state/year-store.ts';
import { useArea } from '../ui/area-store.ts';
import { RollupList } from './rollup/RollupList.tsx';
import { RollupWorkbench } from './rollup/RollupWorkbench.tsx';
import { ROLLUPS } from './WhoseYears.tsx';
import { YearList } from './YearList.tsx';
import { YearWorkbench } from './YearWorkbench.tsx';

/** 年度工作: the list of years, or one that is open; the same of an office's roll-ups. */
export function RegistersArea() {
  const isYear = useYear((state) => state.open !== undefined);
  const isRollup = useRollup((state) => state.open !== undefined);
  const inner = useArea((state) => state.inner);
  if (isYear) return <YearWorkbench />;
  if (isRollup) return <RollupWorkbench />;
  return inner === ROLLUPS ? <RollupList /> : <YearList />;
}
