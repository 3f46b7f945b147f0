import { Checkbox, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { TASK_STATES } from '../../../shared/registers/kinds/tasks.ts';
import type { RollupUnit, UnitTask } from '../../../shared/registers/rollup/schema.ts';
import { useRollup } from '../../state/rollup-store.ts';
import { dateProblem, readDate } from '../../ui/fields/read-date.ts';
import { useReturnFocus } from '../../ui/use-return-focus.ts';

interface Props {
  readonly unit: RollupUnit;
  readonly task: UnitTask;
  /** What its unit alone says of it, to be looked at. */
  readonly doubt: string | undefined;
  readonly onClose: () => void;
}

/** The office's word in place of the unit's, with its reason; what the unit says is kept beside it. */
export function CorrectDialog({ unit, task, doubt, onClose }: Props) {
  useReturnFocus();
  const today = useRollup((store) => store.today);
  const { correction } = task;
  const now = correction ?? task;
  const [state, setState] = useState(now.state);
  const [doneOn, setDoneOn] = useState(now.doneOn);
  const [formal, setFormal] = useState(now.formal);
  const [due, setDue] = useState(correction?.due ?? task.due);
  const [reason, setReason] = useState(correction?.reason ?? '');
  const [asked, setAsked] = useState(false);
  const isDone = state === '已完成';
  const badDay = isDone ? dateProblem(doneOn, '2026-06-20') : undefined;
  const badDue = dateProblem(due, '2026-06-20');
  const noReason = reason.trim() === '';
  const dueHelp = doubt?.startsWith('时限') || doubt?.startsWith('没有时限') ? doubt : undefined;
  const save = async () => {
    setAsked(true);
    if (noReason || badDay !== undefined || badDue !== undefined) return;
    const saw = { state: task.state, doneOn: task.doneOn, formal: task.formal, due: task.due };
    const said = { state, doneOn: isDone ? (readDate(doneOn) ?? '') : '', formal: isDone && formal };
    const isSaved = await useRollup.getState().edit({
      ...{ kind: 'correct', id: unit.id, task: task.id },
      correction: { ...said, due: readDate(due) ?? '', reason: reason.trim(), on: today, saw },
    });
    if (isSaved) onClose();
  };
  return (
    <Modal open title={`更正：${unit.name}`} okText="更正" onOk={() => void save()} onCancel={onClose}>
      <p>
        {task.matter}：{task.material}
      </p>
      <p className="ui-muted">
        {unit.received ? `单位报：${task.state}${task.formal ? '，有PDF正式文件' : ''}` : '单位还没有报送'}
      </p>
      <Form layout="vertical">
        <Form.Item label="进度" htmlFor="rollup-state">
          <Select
            id="rollup-state"
            value={state}
            options={TASK_STATES.map((value) => ({ value }))}
            onChange={setState}
          />
        </Form.Item>
        <Form.Item
          label="时限按哪一天（空着就是没有时限）"
          htmlFor="rollup-due"
          validateStatus={badDue === undefined ? undefined : 'error'}
          help={badDue ?? dueHelp}
        >
          <Input id="rollup-due" value={due} onChange={({ target }) => setDue(target.value)} />
        </Form.Item>
        {isDone && (
          <>
            <Form.Item
              label="完成日期（可以不填）"
              htmlFor="rollup-done"
              validateStatus={badDay === undefined ? undefined : 'error'}
              help={badDay}
            >
              <Input id="rollup-done" value={doneOn} onChange={({ target }) => setDoneOn(target.value)} />
            </Form.Item>
            <Form.Item>
              <Checkbox checked={formal} onChange={({ target }) => setFormal(target.checked)}>
                已见到PDF格式的正式文件
              </Checkbox>
            </Form.Item>
          </>
        )}
        <Form.Item
          label="理由"
          htmlFor="rollup-reason"
          required
          validateStatus={asked && noReason ? 'error' : undefined}
          help={asked && noReason ? '请写明更正的理由' : undefined}
        >
          <Input.TextArea
            id="rollup-reason"
            value={reason}
            maxLength={500}
            autoSize={{ minRows: 2, maxRows: 6 }}
            onChange={({ target }) => setReason(target.value)}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
