import { useYear } from '../state/year-store.ts';
import { YearList } from './YearList.tsx';
import { YearWorkbench } from './YearWorkbench.tsx';

/** 年度工作: the list of years, or one that is open. */
export function RegistersArea() {
  return useYear((state) => state.open !== undefined) ? <YearWorkbench /> : <YearList />;
}
