import { Button, Space } from 'antd';
import type { ReactNode } from 'react';
import { doubtfulUnits } from '../../../shared/registers/rollup/doubts.ts';
import { lateTasks, MARKS_LEGEND } from '../../../shared/registers/rollup/grid.ts';
import { countedWords, uncountedWords } from '../../../shared/registers/rollup/uncounted.ts';
import { useOpenRollup, useRollup } from '../../state/rollup-store.ts';
import { call } from '../../ui/call/client.ts';
import { MadeFileButton } from '../../ui/MadeFileButton.tsx';
import { AddUnits } from './AddUnits.tsx';
import { ImportProgress } from './ImportProgress.tsx';

/** What can be done with the roll-up as a whole, how far it is, and what a screen has besides. */
export function RollupBar({ children }: { readonly children?: ReactNode }) {
  const { value } = useOpenRollup();
  const { today, plans } = useRollup();
  const { id, units } = value;
  const late = lateTasks(value, { today, plans });
  const doubtful = doubtfulUnits(value, { plans, today }).length;
  const uncounted = uncountedWords(value);
  const received = units.filter((unit) => unit.received).length;
  const make = async () => {
    await useRollup.getState().saved();
    return call('exportRollup', { id });
  };
  return (
    <header>
      <Space wrap>
        <ImportProgress />
        <AddUnits />
        <MadeFileButton make={make}>导出表格</MadeFileButton>
        {children}
        <span className="ui-muted" role="status" aria-label="进展">
          {`${units.length} 个单位，已报送 ${received}；`}
          {`过期 ${late.length} 项，涉及 ${new Set(late.map(({ unit }) => unit.id)).size} 个单位`}
          {doubtful > 0 && `；待核实 ${doubtful} 个单位`}
          {uncounted && <strong className="registers-soon">；另有 {uncounted}</strong>}
        </span>
        {uncounted && (
          <Button size="small" onClick={() => useRollup.getState().goTo('units')}>
            去选类别
          </Button>
        )}
      </Space>
      <p className="registers-about ui-muted">
        按{today}计。{countedWords(value)}；{MARKS_LEGEND}。
      </p>
    </header>
  );
}
