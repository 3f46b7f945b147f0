import { Button, Select } from 'antd';
import {
  casesByUnit,
  DUTY_WORDS,
  type UnitCases,
} from '../../../../shared/registers/rollup/collect/standing.ts';
import { DUTIES, type Duty } from '../../../../shared/registers/rollup/collect/schema.ts';
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
      <Unsaid lines={lines} />
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

/** Many units of a list have no category: all of them are said at once. */
function Unsaid({ lines }: { readonly lines: readonly UnitCases[] }) {
  const ids = lines.flatMap(({ unit, duty }) => (duty === undefined ? unit.id : []));
  if (ids.length === 0) return null;
  const say = (duty: Duty) => void useRollup.getState().edit({ kind: 'setDuties', ids, duty });
  return (
    <p className="collect-all collect-unsaid">
      <span>{`${ids.length} 个单位还没有选要求，都选`}</span>
      {DUTIES.map((duty) => (
        <Button key={duty} size="small" onClick={() => say(duty)}>
          {DUTY_WORDS[duty]}
        </Button>
      ))}
      <span className="ui-muted">开发区、区县（市）应当推选，部门积极推选；选好后可以逐个改。</span>
    </p>
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
