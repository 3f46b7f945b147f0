import { Button, Select } from 'antd';
import {
  casesByUnit,
  DUTY_WORDS,
  type UnitCases,
} from '../../../../shared/registers/rollup/collect/standing.ts';
import type { Duty } from '../../../../shared/registers/rollup/collect/schema.ts';
import { useOpenRollup, useRollup } from '../../../state/rollup-store.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { choicesOf } from '../../../ui/fields/dense.tsx';
import { useShownRows } from '../../../ui/list/use-shown-rows.tsx';
import './collect.css';

/** How many each unit has handed in, those that are short first. */
export function CaseUnits() {
  const { value } = useOpenRollup();
  const lines = [...casesByUnit(value)].sort((a, b) => b.short - a.short);
  const { rows, more } = useShownRows(lines);
  const noUnit = value.cases.filter(({ unit }) => unit === '').length;
  if (lines.length === 0) return <EmptyState text="还没有单位。请先在“单位与收件”里按名单添加单位。" />;
  return (
    <div className="registers-table">
      <table className="registers-months collect-units" aria-label="各单位数量">
        <thead>
          <tr>
            <th>单位</th>
            <th>要求</th>
            <th>已收</th>
            <th>还差</th>
            <th>说明</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((line) => (
            <UnitLine key={line.unit.id} line={line} />
          ))}
        </tbody>
      </table>
      {more}
      {noUnit > 0 && (
        <Button type="link" onClick={() => useRollup.getState().showCases('list', '')}>
          {`另有 ${noUnit} 篇没有选单位，没有计入`}
        </Button>
      )}
    </div>
  );
}

function UnitLine({ line: { unit, duty, count, alike, short } }: { readonly line: UnitCases }) {
  const { edit, showCases } = useRollup.getState();
  return (
    <tr>
      <td>{unit.name}</td>
      <td>
        <Select<Duty>
          size="small"
          className="collect-duty"
          aria-label={`${unit.name}的要求`}
          value={duty}
          placeholder="请选"
          options={choicesOf(DUTY_WORDS)}
          onChange={(next) => void edit({ kind: 'setUnit', id: unit.id, fields: { duty: next } })}
        />
        {unit.duty === undefined && duty !== undefined && <span className="ui-muted">　按类别</span>}
      </td>
      <td>
        <Button
          type="link"
          size="small"
          aria-label={`看${unit.name}的案例`}
          onClick={() => showCases('list', unit.id)}
        >
          {count} 篇
        </Button>
      </td>
      <td className={short > 0 ? 'registers-late' : undefined}>{short > 0 ? `${short} 篇` : ''}</td>
      <td>{alike > 0 && `其中 ${alike} 篇同名或同题，请核对`}</td>
    </tr>
  );
}
