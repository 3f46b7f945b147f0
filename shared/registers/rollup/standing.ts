import { daysBetween } from '../days.ts';
import { daysLeftWords, type Standing, standingBy } from '../tasks.ts';
import type { RollupUnit, UnitTask } from './schema.ts';

/** Where a unit is with a task, on a day: by the office's word where there is one, else by the unit's. */
export interface TaskStanding {
  readonly standing: Standing;
  readonly days: number | undefined;
  readonly state: string;
  readonly doneOn: string;
  /** The unit has handed in nothing, and the office has said nothing: it counts as not done. */
  readonly isUnreported: boolean;
  /** Done, without a PDF of the formal document. */
  readonly lacksFormal: boolean;
  readonly isCorrected: boolean;
  /** The office has put it right, and the unit says something else since. */
  readonly isOvertaken: boolean;
  /** 已完成，无PDF；未报送，过期3天. */
  readonly words: string;
  /** In a narrow cell, where the unit's own line says that it has handed in nothing: 无PDF, 过期3天. */
  readonly short: string;
}

/** The day that counts, ISO 8601: the office's where it has said one, else the unit's; '' for none. */
export function dayOfTask({ correction, due }: UnitTask): string {
  return correction?.due ?? due;
}

export function taskStanding(
  { received }: Pick<RollupUnit, 'received'>,
  task: UnitTask,
  today: string,
): TaskStanding {
  const { correction } = task;
  const due = dayOfTask(task);
  const { state, doneOn, formal } = correction ?? task;
  const { standing, days } = standingBy({ state, due }, today);
  const isUnreported = received === undefined && correction === undefined;
  const lacksFormal = standing === 'done' && !formal;
  return {
    ...{ standing, days, state, doneOn, isUnreported, lacksFormal },
    ...{ isCorrected: correction !== undefined, isOvertaken: isOvertaken(task) },
    ...wordsOf({
      standing,
      days,
      isUnreported,
      lacksFormal,
      after: standing === 'done' ? daysBetween(due, doneOn) : 0,
    }),
  };
}

/** `after`: days from the task's to the one on which it was done; NaN where one of them is not known. */
function wordsOf({
  standing,
  days,
  isUnreported,
  lacksFormal,
  after,
}: Pick<TaskStanding, 'standing' | 'days' | 'isUnreported' | 'lacksFormal'> & {
  readonly after: number;
}): Pick<TaskStanding, 'words' | 'short'> {
  const left = daysLeftWords({ standing, days }).replace('已', '');
  const alike = (words: string) => ({ words, short: words });
  switch (standing) {
    case 'done': {
      const notes = [after > 0 && `晚${after}天`, lacksFormal && '无PDF'].filter((note) => note !== false);
      return { words: ['已完成', ...notes].join('，'), short: notes.join('，') || '已完成' };
    }
    case 'none':
      return alike('不适用');
    case 'late':
    case 'soon':
      return isUnreported ? { words: `未报送，${left}`, short: left } : alike(left);
    case 'open':
      return alike(isUnreported ? '未报送' : '未到期');
    case 'undated':
      return alike(isUnreported ? '未报送' : '没有日期');
  }
}

/** Whether the unit has said something else since the office put it right. */
export function isOvertaken({ correction, state, doneOn, formal }: UnitTask): boolean {
  if (correction === undefined) return false;
  // Its day is looked at on its own.
  const { saw } = correction;
  return saw.state !== state || saw.doneOn !== doneOn || saw.formal !== formal;
}
