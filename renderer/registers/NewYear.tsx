import { Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import type { CallInput, YearSummary } from '../../shared/contract/contract.ts';
import { nameKey } from '../../shared/registers/rollup/units.ts';
import { readYear } from '../../shared/registers/year/read-year.ts';
import { call } from '../ui/call/client.ts';
import { useHost } from '../ui/call/host-store.ts';
import { useAnswer, useCall } from '../ui/call/use-call.ts';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { useReturnFocus } from '../ui/use-return-focus.ts';
import { SameAlready } from './SameAlready.tsx';
import { YearField } from './YearField.tsx';

const listPlans = async () => (await call('listPlans', {})).plans;

interface Props {
  readonly years: readonly YearSummary[];
  readonly onClose: () => void;
  readonly onCreated: (id: string) => Promise<void>;
}

/** A year of a unit: which, and where its tasks come from. */
export function NewYear({ years, onClose, onCreated }: Props) {
  useReturnFocus();
  const { value: plans, failure: unread } = useAnswer(listPlans);
  const today = useHost((state) => state.info?.today ?? '');
  const [last] = years;
  const [yearText, setYearText] = useState(today.slice(0, 4) || '2026');
  const year = readYear(yearText);
  // What is not said is as the last year has it, whose list may come after the dialog.
  const [said, say] = useState<{ unit?: string; tasks?: string; forms?: string }>({});
  const { unit = last?.unit ?? '' } = said;
  // Another unit's is taken only where it is asked for.
  const own = years.find((each) => each.unit === unit.trim());
  const { forms = own?.id ?? '', tasks = own ? `year ${own.id}` : 'none' } = said;
  const [asked, setAsked] = useState(false);
  const { busy, failure, run } = useCall();
  const isMissing = unit.trim() === '';
  const same = years.find((each) => nameKey(each.unit) === nameKey(unit) && each.year === year);
  const plan = plans?.find(({ id }) => tasks.startsWith(`plan ${id} `));
  const create = async () => {
    setAsked(true);
    if (isMissing || year === undefined) return;
    const wish = wishOf(tasks);
    const made = await run(() =>
      call('createYear', { unit: unit.trim(), year, ...wish, ...(forms !== '' && { forms }) }),
    );
    if (made) await open(made.id);
  };
  const open = async (id: string) => {
    onClose();
    await onCreated(id);
  };
  return (
    <Modal
      open
      title="新建年度工作"
      okText={same ? '另建一份' : '新建'}
      confirmLoading={busy}
      onOk={() => void create()}
      onCancel={onClose}
    >
      <FailureNotice failure={failure ?? unread} />
      {same && <SameAlready title={same.title} what="年度工作" onOpen={() => void open(same.id)} />}
      <Form layout="vertical">
        <Form.Item
          label="单位名称"
          htmlFor="new-year-unit"
          validateStatus={asked && isMissing ? 'error' : undefined}
          help={asked && isMissing ? '请填写单位名称' : undefined}
        >
          <Input
            id="new-year-unit"
            value={unit}
            maxLength={100}
            placeholder="如：示例市城市管理局"
            onChange={({ target }) => say({ ...said, unit: target.value })}
            onPressEnter={() => void (same ?? create())}
          />
        </Form.Item>
        <YearField id="new-year-year" text={yearText} setText={setYearText} />
        <Form.Item
          label="年度任务"
          htmlFor="new-year-tasks"
          extra={
            plan
              ? `${plan.title}（${plan.document}）。${plan.reading}任务都可以改、可以删。`
              : '任务可以以后再加，也可以导入表格。'
          }
        >
          <Select
            id="new-year-tasks"
            value={tasks}
            onChange={(next: string) => say({ ...said, tasks: next })}
            options={[
              { value: 'none', label: '先不带任务' },
              ...years.map(({ id, title }) => ({
                value: `year ${id}`,
                label: `照 ${title} 的任务，日期改到这一年`,
              })),
              ...(plans ?? []).flatMap(({ id, year: of, tables }) =>
                tables.map(({ category, title }) => ({
                  value: `plan ${id} ${category}`,
                  label: `照郑州市${of}年任务分解：${title}`,
                })),
              ),
            ]}
          />
        </Form.Item>
        {years.length > 0 && (
          <FormsField years={years} forms={forms} onChange={(next) => say({ ...said, forms: next })} />
        )}
      </Form>
    </Modal>
  );
}

/** What was chosen, as the host is asked for it. */
function wishOf(chosen: string): Pick<CallInput<'createYear'>, 'tasks' | 'category'> {
  const [from, id = '', category = ''] = chosen.split(' ');
  if (from === 'plan') return { tasks: { from, plan: id, category }, category };
  return { tasks: from === 'year' ? { from, id } : { from: 'none' }, category: '' };
}

interface FormsProps {
  readonly years: readonly YearSummary[];
  readonly forms: string;
  readonly onChange: (forms: string) => void;
}

/** Whose columns and 统计表 it begins with. */
function FormsField({ years, forms, onChange }: FormsProps) {
  return (
    <Form.Item label="台账栏目、统计表" htmlFor="new-year-forms">
      <Select
        id="new-year-forms"
        value={forms}
        onChange={onChange}
        options={[
          { value: '', label: '按参考格式，先不带统计表' },
          ...years.map(({ id, title }) => ({ value: id, label: `照 ${title} 的，统计期间改到这一年` })),
        ]}
      />
    </Form.Item>
  );
}
