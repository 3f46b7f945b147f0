import { CloseOutlined } from '@ant-design/icons';
import { Button, Space } from 'antd';
import { useState } from 'react';
import type { RollupUnit, UnitTask } from '../../../shared/registers/rollup/schema.ts';
import { dayOfTask, taskStanding } from '../../../shared/registers/rollup/standing.ts';
import { receivedWords } from '../../../shared/registers/rollup/words.ts';
import { useOpenRollup, useRollup } from '../../state/rollup-store.ts';
import { showTime } from '../../ui/show.ts';
import { CorrectDialog } from './CorrectDialog.tsx';
import { useDoubts } from './Doubts.tsx';
import { WaitingFiles } from './WaitingFiles.tsx';
import './rollup.css';

/** Of a time, the day here. */
const dayOf = (at: string): string => showTime(at).slice(0, 10);

/** One unit's tasks, late ones first; each can be put right. */
export function UnitPane({ id }: { readonly id: string | undefined }) {
  const { value } = useOpenRollup();
  const unit = value.units.find((each) => each.id === id);
  return unit ? <Pane key={unit.id} unit={unit} /> : null;
}

function Pane({ unit }: { readonly unit: RollupUnit }) {
  const { today, chooseUnit } = useRollup();
  const { tasks: doubts, missing } = useDoubts(unit);
  const [correcting, setCorrecting] = useState<string>();
  const tasks = [...unit.tasks].sort((a, b) => rank(unit, a, today) - rank(unit, b, today));
  const task = unit.tasks.find((each) => each.id === correcting);
  return (
    <aside className="registers-pane rollup-pane" aria-label={`${unit.name}的任务`}>
      <header>
        <strong>{unit.name}</strong>
        <span className="ui-muted">
          {receivedWords(unit, dayOf)}
          {unit.received && `，${dayOf(unit.received.at)}收`}
        </span>
        <Button
          size="small"
          icon={<CloseOutlined aria-hidden />}
          aria-label="关闭"
          onClick={() => chooseUnit(undefined)}
        />
      </header>
      {unit.tasks.length === 0 && (
        <p className={unit.received ? 'registers-soon' : 'ui-muted'}>
          {unit.received ? '报来的进度表里没有任务，请核实。' : '还没有任务。等单位报来进度表。'}
        </p>
      )}
      <WaitingFiles unit={unit} />
      {missing.length > 0 && <p className="registers-soon">任务表里有、没有报：{missing.join('、')}</p>}
      <ul>
        {tasks.map((each, index) => (
          <TaskLine
            // Files that were taken earlier may say a task twice, by one id.
            key={`${each.id}.${tasks.findIndex(({ id }) => id === each.id) === index ? '' : index}`}
            {...{ unit }}
            task={each}
            doubt={doubts.get(each)?.words}
            onCorrect={() => setCorrecting(each.id)}
          />
        ))}
      </ul>
      {task && (
        <CorrectDialog
          {...{ unit, task }}
          doubt={doubts.get(task)?.words}
          onClose={() => setCorrecting(undefined)}
        />
      )}
    </aside>
  );
}

function rank(unit: RollupUnit, task: UnitTask, today: string): number {
  return taskStanding(unit, task, today).standing === 'late' ? 0 : 1;
}

interface LineProps {
  readonly unit: RollupUnit;
  readonly task: UnitTask;
  /** What its unit alone says of it, to be looked at. */
  readonly doubt: string | undefined;
  readonly onCorrect: () => void;
}

function TaskLine({ unit, task, doubt, onCorrect }: LineProps) {
  const today = useRollup((state) => state.today);
  const at = taskStanding(unit, task, today);
  const { correction } = task;
  const due = dayOfTask(task);
  const tone = at.standing === 'late' ? 'late' : at.standing === 'soon' || at.lacksFormal ? 'soon' : 'calm';
  const takeBack = () =>
    void useRollup.getState().edit({ kind: 'correct', id: unit.id, task: task.id, correction: null });
  return (
    <li>
      <div>
        <strong>{task.matter}</strong> <span className={`registers-${tone}`}>{at.words}</span>
      </div>
      <div className="ui-muted">
        {task.material}
        {task.limit !== '' && `　时限：${task.limit}`}
        {due !== '' && `　按${due}计${due === task.due ? '' : `（单位报${task.due || '没有时限'}）`}`}
        {at.doneOn !== '' && `　完成日期：${at.doneOn}`}
      </div>
      {doubt !== undefined && <div className="registers-soon">{doubt}</div>}
      {correction && (
        <div>
          {`${correction.on}更正为“${correction.state}”${correction.due === undefined || correction.due === task.due ? '' : `，时限按${correction.due || '没有时限'}`}：${correction.reason}`}
          {at.isOvertaken && <span className="registers-late">（单位后来改报“{task.state}”，请核对）</span>}
        </div>
      )}
      <Space size="small">
        <Button size="small" aria-label={`更正 ${task.material}`} onClick={onCorrect}>
          更正
        </Button>
        {correction && (
          <Button size="small" onClick={takeBack}>
            撤回更正
          </Button>
        )}
      </Space>
    </li>
  );
}
