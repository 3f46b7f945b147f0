import { Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { nameKey, namesIn, plannedTasks } from '../../../shared/registers/rollup/units.ts';
import { useOpenRollup, useRollup } from '../../state/rollup-store.ts';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { tableFor } from './categories.ts';
import './add-units.css';

/** Units that are to hand something in, from a list that the office has. */
export function AddUnits() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>添加单位</Button>
      {isOpen && <AddDialog onClose={() => setOpen(false)} />}
    </>
  );
}

function AddDialog({ onClose }: { readonly onClose: () => void }) {
  useReturnFocus();
  const { value } = useOpenRollup();
  const plans = useRollup((state) => state.plans);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<string>();
  const [asked, setAsked] = useState(false);
  const noChoice = asked && chosen === undefined;
  const known = new Set(value.units.map(({ name }) => nameKey(name)));
  const { names, leftOut } = namesIn(text);
  const fresh = names.filter((name) => !known.has(nameKey(name)));
  const long = fresh.find((name) => name.length > 100);
  const add = async () => {
    setAsked(true);
    if (chosen === undefined) return;
    const found = tableFor(plans, chosen);
    const units = fresh.map((name) => ({
      ...{ id: crypto.randomUUID(), name, category: found?.table.category ?? '' },
      tasks: found ? plannedTasks(found.table, value.year, () => crypto.randomUUID()) : [],
    }));
    if (await useRollup.getState().edit({ kind: 'addUnits', units })) onClose();
  };
  return (
    <Modal
      open
      title="添加单位"
      okText={`添加 ${fresh.length} 个单位`}
      okButtonProps={{ disabled: fresh.length === 0 || long !== undefined }}
      onOk={() => void add()}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item
          label="单位名称，一行一个"
          htmlFor="rollup-names"
          validateStatus={long === undefined ? undefined : 'error'}
          extra={helpFor({ long, doubled: names.length - fresh.length })}
        >
          <Input.TextArea
            id="rollup-names"
            value={text}
            autoSize={{ minRows: 6, maxRows: 12 }}
            placeholder="可以从名单里整列复制过来"
            onChange={({ target }) => setText(target.value)}
          />
        </Form.Item>
        <Looked fresh={fresh} leftOut={leftOut} />
        <Form.Item
          label="类别和任务"
          htmlFor="rollup-category"
          required
          validateStatus={noChoice ? 'error' : undefined}
          help={noChoice ? '请选择类别。单位不是一类的，分几次添加。' : undefined}
          extra="没有选类别的单位，报来进度表以前不算过期；报来以后，任务以报来的为准。"
        >
          <Select
            id="rollup-category"
            value={chosen}
            placeholder="请选择"
            onChange={setChosen}
            options={[
              ...plans.flatMap(({ id, year, tables }) =>
                tables.map(({ category, title }) => ({
                  value: `${id} ${category}`,
                  label: `照郑州市${year}年任务分解：${title}`,
                })),
              ),
              { value: '', label: '以后再选（先不带任务）' },
            ]}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}

/** What will be added, to be looked at, and what of the list is not. */
function Looked({ fresh, leftOut }: Readonly<Record<'fresh' | 'leftOut', readonly string[]>>) {
  return (
    <>
      {fresh.length > 0 && (
        <ol className="rollup-added" aria-label="要添加的单位">
          {fresh.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ol>
      )}
      {leftOut.length > 0 && (
        <p className="registers-soon">
          没有当作单位的：{leftOut.map((each) => `“${each}”`).join('、')}
          。是单位的，请去掉它的标点单独写一行，或者添加以后改名。
        </p>
      )}
    </>
  );
}

function helpFor({ long, doubled }: { long: string | undefined; doubled: number }): string {
  if (long !== undefined) return `“${long.slice(0, 20)}…”太长，请检查是不是一行一个`;
  return doubled > 0 ? `${doubled} 个已经在汇总里，不再添加。` : '';
}
