import { dayOfTask } from '../../../shared/registers/rollup/standing.ts';
import { Input, Select } from 'antd';
import { useMemo, useState } from 'react';
import { type LateTask, lateTasks } from '../../../shared/registers/rollup/grid.ts';
import { lateWords } from '../../../shared/registers/rollup/words.ts';
import { useOpenRollup, useRollup } from '../../state/rollup-store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useShownRows } from '../../ui/list/use-shown-rows.tsx';
import { usePaper } from '../../ui/printing.ts';
import { categoryChoices } from './categories.ts';
import { DoubtList, useDoubtfulUnits } from './Doubts.tsx';
import { LatePaper } from './papers.tsx';
import { RollupBar } from './RollupBar.tsx';
import { rowKeys } from './row-keys.ts';
import { UnitPane } from './UnitPane.tsx';
import './rollup.css';

/** Who is late with what, the longest first. */
export function LateScreen() {
  const { value } = useOpenRollup();
  const { today, plans, unit: chosen } = useRollup();
  const [category, setCategory] = useState<string>();
  const [search, setSearch] = useState('');
  const all = useMemo(() => lateTasks(value, { today, plans }), [value, today, plans]);
  const late = all
    .filter(({ unit }) => category === undefined || unit.category === category)
    .filter(({ unit, task }) => `${unit.name}${task.matter}${task.material}`.includes(search.trim()));
  const doubtful = useDoubtfulUnits()
    .filter(({ unit }) => category === undefined || unit.category === category)
    .filter(({ unit }) => late.some((each) => each.unit === unit) || unit.name.includes(search.trim()));
  usePaper(() => <LatePaper rollup={value} late={late} doubtful={doubtful} />);
  const isEmpty = value.units.length === 0;
  return (
    <section className="registers-screen" aria-label="过期清单">
      <RollupBar>
        <Select
          aria-label="类别"
          className="rollup-category"
          value={category ?? ALL}
          options={[{ value: ALL, label: '全部类别' }, ...categoryChoices(value, plans)]}
          onChange={(next) => setCategory(next === ALL ? undefined : next)}
        />
        <Input
          allowClear
          aria-label="查找"
          placeholder="查找单位、事项"
          className="registers-search"
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
      </RollupBar>
      <DoubtList units={doubtful} />
      <div className="registers-panes">
        {late.length > 0 ? (
          <LateTable late={late} />
        ) : (
          <EmptyState text={emptyWords({ isEmpty, isFiltered: all.length > 0 })} />
        )}
        <UnitPane id={chosen} />
      </div>
    </section>
  );
}

/** No code of a category. */
const ALL = ' ';

function emptyWords({ isEmpty, isFiltered }: { isEmpty: boolean; isFiltered: boolean }): string {
  if (isEmpty) return '还没有单位。请导入各单位报来的进度表，或者先按名单添加单位。';
  return isFiltered ? '没有找到。请换个词或者类别。' : '没有过期的任务。';
}

function LateTable({ late }: { readonly late: readonly LateTask[] }) {
  const chosen = useRollup((state) => state.unit);
  const { rows, more } = useShownRows(late);
  const { chooseUnit } = useRollup.getState();
  const units = [...new Set(late.map(({ unit }) => unit.id))];
  return (
    <div
      className="registers-table"
      role="grid"
      aria-label="过期的任务"
      {...rowKeys(units, chosen, chooseUnit)}
    >
      <div role="row" className="registers-row registers-head">
        {['单位', '事项', '材料'].map((title) => (
          <span role="columnheader" key={title} className={title === '材料' ? 'registers-long' : undefined}>
            {title}
          </span>
        ))}
        <span role="columnheader" className="registers-day">
          按此日计
        </span>
        <span role="columnheader" className="registers-count">
          过期
        </span>
        <span role="columnheader">进度</span>
      </div>
      {rows.map((line) => (
        <div
          key={`${line.unit.id}${line.task.id}`}
          role="row"
          className="registers-row"
          aria-selected={line.unit.id === chosen}
          onClick={() => chooseUnit(line.unit.id)}
        >
          <span role="gridcell">{line.unit.name}</span>
          <span role="gridcell">{line.task.matter}</span>
          <span role="gridcell" className="registers-long">
            {line.task.material}
          </span>
          <span role="gridcell" className="registers-day">
            {dayOfTask(line.task)}
          </span>
          <span role="gridcell" className="registers-count registers-late">
            {-(line.at.days ?? 0)}天
          </span>
          <span role="gridcell">{lateWords(line)}</span>
        </div>
      ))}
      {more}
    </div>
  );
}
