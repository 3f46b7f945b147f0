import { Checkbox, Select } from 'antd';
import { useMemo, useState } from 'react';
import { gridOf, lateOf } from '../../../shared/registers/rollup/grid.ts';
import { useOpenRollup, useRollup } from '../../state/rollup-store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { usePaper } from '../../ui/printing.ts';
import { categoryChoices } from './categories.ts';
import { GridTable } from './GridTable.tsx';
import { GridPaper } from './papers.tsx';
import { RollupBar } from './RollupBar.tsx';
import { UnitPane } from './UnitPane.tsx';
import './rollup.css';

/** The units of one category and how far each is with each task. */
export function GridScreen() {
  const { value } = useOpenRollup();
  const { today, plans, unit: chosen } = useRollup();
  const choices = categoryChoices(value, plans);
  const [wanted, setWanted] = useState<string>();
  const [isLateOnly, setLateOnly] = useState(false);
  // Until one is chosen, that of the unit that is shown; what was chosen may have no unit any more.
  const asked = wanted ?? value.units.find(({ id }) => id === chosen)?.category;
  const choice = choices.find((each) => each.value === asked) ?? choices[0];
  const whole = useMemo(
    () => gridOf(value, choice?.value ?? '', { today, plans }),
    [value, choice?.value, today, plans],
  );
  const grid = isLateOnly ? lateOf(whole) : whole;
  usePaper(() => <GridPaper rollup={value} category={choice?.label ?? ''} grid={grid} />);
  return (
    <section className="registers-screen" aria-label="总表">
      <RollupBar>
        {choice && (
          <Select
            aria-label="类别"
            className="rollup-category"
            value={choice.value}
            options={choices}
            onChange={setWanted}
          />
        )}
        <Checkbox checked={isLateOnly} onChange={({ target }) => setLateOnly(target.checked)}>
          只看过期的
        </Checkbox>
      </RollupBar>
      <div className="registers-panes">
        {grid.rows.length > 0 ? (
          <GridTable grid={grid} />
        ) : (
          <EmptyState text={choice ? '这一类没有过期的任务。' : '还没有单位。'} />
        )}
        <UnitPane id={chosen} />
      </div>
    </section>
  );
}
