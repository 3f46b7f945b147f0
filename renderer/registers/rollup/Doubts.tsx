import { Button } from 'antd';
import { useMemo } from 'react';
import { doubtfulUnits, doubtsOf, type UnitDoubts } from '../../../shared/registers/rollup/doubts.ts';
import type { RollupUnit } from '../../../shared/registers/rollup/schema.ts';
import { useOpenRollup, useRollup } from '../../state/rollup-store.ts';
import './rollup.css';

/** Units that are late with nothing by their own word alone; empty where there are none. */
export function useDoubtfulUnits() {
  const { value } = useOpenRollup();
  const plans = useRollup((state) => state.plans);
  const today = useRollup((state) => state.today);
  return useMemo(() => doubtfulUnits(value, { plans, today }), [value, plans, today]);
}

export function useDoubts(unit: RollupUnit): UnitDoubts {
  const { year } = useOpenRollup().value;
  const plans = useRollup((state) => state.plans);
  const today = useRollup((state) => state.today);
  return useMemo(() => doubtsOf(unit, { plans, year, today }), [unit, plans, year, today]);
}

/** Above the list of what is late: what is not in it by the word of the units alone. */
export function DoubtList({ units }: { readonly units: ReturnType<typeof useDoubtfulUnits> }) {
  const { chooseUnit } = useRollup.getState();
  if (units.length === 0) return null;
  return (
    <ul className="rollup-office-lines rollup-doubts" aria-label="待核实">
      {units.map(({ unit, lines }) => (
        <li key={unit.id}>
          <Button
            type="link"
            size="small"
            className="ui-link-left rollup-line registers-soon"
            onClick={() => chooseUnit(unit.id)}
          >
            {doubtWords(unit, lines)}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** 示例市教育局：不适用 12 项，请核实. */
export function doubtWords({ name }: Pick<RollupUnit, 'name'>, lines: UnitDoubts['lines']): string {
  return `${name}：${lines.map(({ words }) => words).join('；')}，请核实`;
}

/** In the line of a unit: what its file says alone, or that its days were held against nothing. */
export function UnitDoubtLines({ unit }: { readonly unit: RollupUnit }) {
  const { lines, isUncompared } = useDoubts(unit);
  return (
    <>
      {lines.map(({ words }) => (
        <div key={words} className="registers-soon">
          {words}，请核实
        </div>
      ))}
      {unit.received && isUncompared && <div className="ui-muted">没有可比的任务表，时限没有核对</div>}
    </>
  );
}
