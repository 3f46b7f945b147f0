import { DeleteOutlined } from '@ant-design/icons';
import { Button, Select, Space } from 'antd';
import { isAhead } from '../../../shared/registers/rollup/receive.ts';
import type { RollupUnit } from '../../../shared/registers/rollup/schema.ts';
import { isUntouched, nameKey, plannedTasks } from '../../../shared/registers/rollup/units.ts';
import { useOpenRollup, useRollup } from '../../state/rollup-store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FieldScope, useRemoveLine, useUnsentLines } from '../../ui/fields/drafts.tsx';
import { TextInput } from '../../ui/fields/TextInput.tsx';
import { useShownRows } from '../../ui/list/use-shown-rows.tsx';
import { showTime } from '../../ui/show.ts';
import { allCategories } from './categories.ts';
import { UnitDoubtLines, useDoubts } from './Doubts.tsx';
import { RollupBar } from './RollupBar.tsx';
import { OFFICE } from './scopes.ts';
import { WaitingFiles } from './WaitingFiles.tsx';
import './rollup.css';

/** Every unit of the roll-up: its name, its category, what it handed in. */
export function UnitsScreen() {
  const { value } = useOpenRollup();
  const unsent = useUnsentLines();
  const at = value.units.findLastIndex(({ id }) => unsent.includes(id));
  const { rows, more } = useShownRows(value.units, undefined, at);
  return (
    <section className="registers-screen" aria-label="单位与收件">
      <RollupBar />
      <div className="rollup-office">
        <span>办公室名称</span>
        <TextInput
          aria-label={OFFICE}
          maxLength={100}
          value={value.office}
          commit={(office) => useRollup.getState().edit({ kind: 'setHead', fields: { office } })}
        />
      </div>
      {value.units.length === 0 ? (
        <EmptyState text="还没有单位。请导入各单位报来的进度表，或者先按名单添加单位。" />
      ) : (
        <table className="registers-months rollup-units" aria-label="单位">
          <thead>
            <tr>
              <th className="rollup-count">序号</th>
              <th>单位名称</th>
              <th>类别</th>
              <th>任务</th>
              <th>收到的进度表</th>
              <th>操作</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((unit, index) => (
              <UnitLine key={unit.id} unit={unit} number={index + 1} />
            ))}
          </tbody>
        </table>
      )}
      {more}
    </section>
  );
}

function UnitLine({ unit, number }: { readonly unit: RollupUnit; readonly number: number }) {
  const { value } = useOpenRollup();
  const plans = useRollup((state) => state.plans);
  const { edit } = useRollup.getState();
  const removeLine = useRemoveLine();
  const { id, name, category, received } = unit;
  const { counted } = useDoubts(unit);
  const setCategory = (next: string) => {
    const table = plans.flatMap(({ tables }) => tables).find((each) => each.category === next);
    // Nothing was handed in or said of it: it is asked what the table of its category asks.
    const planned = isUntouched(unit) && table && plannedTasks(table, value.year, () => crypto.randomUUID());
    void edit({ kind: 'setUnit', id, fields: { category: next }, ...(planned && { tasks: planned }) });
  };
  const isDoubled = (text: string) =>
    value.units.some((each) => each.id !== id && nameKey(each.name) === nameKey(text));
  return (
    <tr>
      <td>{number}</td>
      <td>
        <FieldScope name={id}>
          <TextInput
            aria-label={`第 ${number} 个单位的名称`}
            size="small"
            maxLength={100}
            value={name}
            problemOf={(text) => {
              if (text.trim() === '') return '不能为空，没有保存';
              return isDoubled(text) ? '汇总里已有这个名称，没有保存' : undefined;
            }}
            commit={(text) => edit({ kind: 'setUnit', id, fields: { name: text.trim() } })}
          />
        </FieldScope>
      </td>
      <td>
        <Select
          size="small"
          className="rollup-category"
          aria-label={`${name}的类别`}
          {...(category === '' && { status: 'warning' })}
          value={category}
          options={allCategories(plans, category)}
          onChange={setCategory}
        />
      </td>
      <td className="rollup-count">{counted.length} 项</td>
      <td>
        {received ? (
          <>
            {received.fileName}
            <span className="ui-muted">（{showTime(received.exportedAt)}导出）</span>
            {isAhead(received, (at) => showTime(at).slice(0, 10)) && (
              <p className="registers-soon">
                导出时间比收到时间（{showTime(received.at)}）还晚，请单位核对电脑时间
              </p>
            )}
          </>
        ) : (
          <span className="registers-soon">未报送</span>
        )}
        <WaitingFiles unit={unit} />
        <UnitDoubtLines unit={unit} />
      </td>
      <td>
        <Space size="small">
          {received && (
            <Button
              size="small"
              aria-label={`清除${name}的进度`}
              title="不再认已收到的这一份，之后可以收另一份；更正保留"
              onClick={() => void edit({ kind: 'forgetReport', id })}
            >
              清除进度
            </Button>
          )}
          <Button
            size="small"
            danger
            icon={<DeleteOutlined aria-hidden />}
            aria-label={`移除${name}`}
            onClick={() => void removeLine(id, edit({ kind: 'removeUnit', id }))}
          />
        </Space>
      </td>
    </tr>
  );
}
