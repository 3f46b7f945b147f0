import { Tag } from 'antd';
import {
  DOUBT_MARK,
  type Grid,
  type GridCell,
  type GridRow,
  markedWords,
  othersWords,
} from '../../../shared/registers/rollup/grid.ts';
import { useRollup } from '../../state/rollup-store.ts';
import { useShownRows } from '../../ui/list/use-shown-rows.tsx';
import { rowKeys } from './row-keys.ts';
import './rollup.css';

/** Rows that are drawn at once: as many units as most cities have. */
const PIECE = 60;

/** One row a unit, one column a task; the counts of each task stand below its name. */
export function GridTable({ grid }: { readonly grid: Grid }) {
  const chosen = useRollup((state) => state.unit);
  const { rows, more } = useShownRows(grid.rows, PIECE);
  const { chooseUnit } = useRollup.getState();
  const ids = grid.rows.map(({ unit }) => unit.id);
  const hasOthers = grid.rows.some(({ others }) => others.length > 0);
  return (
    <div className="rollup-frame">
      <table className="rollup-grid" role="grid" aria-label="任务进度" {...rowKeys(ids, chosen, chooseUnit)}>
        <thead>
          <tr>
            <th scope="col">单位</th>
            <th scope="col">完成</th>
            <th scope="col">过期</th>
            {grid.columns.map(({ key, matter, material, counts }) => (
              <th scope="col" key={key} title={`${matter}：${material}`}>
                <span className="rollup-matter">{matter}</span>
                <span className="rollup-material">{material}</span>
                <span className="rollup-count">
                  {counts.done}/{counts.all}
                  {counts.late > 0 && <em className="registers-late"> 过期{counts.late}</em>}
                </span>
              </th>
            ))}
            {hasOthers && <th scope="col">其他任务</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <UnitRow
              key={row.unit.id}
              {...{ row, hasOthers }}
              isChosen={row.unit.id === chosen}
              onChoose={() => chooseUnit(row.unit.id)}
            />
          ))}
        </tbody>
      </table>
      {more}
    </div>
  );
}

interface RowProps {
  readonly row: GridRow;
  readonly hasOthers: boolean;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function UnitRow({ row: { unit, cells, others, missing, counts }, hasOthers, isChosen, onChoose }: RowProps) {
  const lateOthers = others.filter(({ at }) => at.standing === 'late').length;
  return (
    <tr aria-selected={isChosen} onClick={onChoose}>
      <th scope="row">
        {unit.name}
        {!unit.received && <Tag className="rollup-unreported">未报送</Tag>}
        {missing.length > 0 && (
          <Tag className="rollup-unreported" title={missing.join('、')}>
            少报 {missing.length} 项{DOUBT_MARK}
          </Tag>
        )}
      </th>
      <td>
        {counts.done}/{counts.all}
      </td>
      <td className={counts.late > 0 ? 'rollup-late' : undefined}>{counts.late > 0 ? counts.late : ''}</td>
      {cells.map((cell, index) => (
        <StandingCell key={index} cell={cell} />
      ))}
      {hasOthers && <td className={lateOthers > 0 ? 'rollup-late' : undefined}>{othersWords(others)}</td>}
    </tr>
  );
}

function StandingCell({ cell }: { readonly cell: GridCell | undefined }) {
  if (!cell) return <td className="rollup-none">—</td>;
  const { at, task, doubt } = cell;
  return (
    <td
      className={`rollup-${toneOf(cell)}`}
      title={[`${task.material}：${at.words}`, ...(doubt === undefined ? [] : [`待核实：${doubt}`])].join(
        '\n',
      )}
    >
      {markedWords(cell, at.short)}
    </td>
  );
}

/** How loud a standing is. */
function toneOf({ at }: GridCell): 'done' | 'bare' | 'late' | 'soon' | 'none' | 'open' {
  if (at.standing === 'done') return at.lacksFormal ? 'bare' : 'done';
  return at.standing === 'undated' ? 'open' : at.standing;
}
