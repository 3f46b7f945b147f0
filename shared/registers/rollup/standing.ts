import { daysLeftWords, type Standing, standingBy } from '../tasks.ts';
import { isOvertaken } from './receive.ts';
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
  /** 已完成, 过期3天, 未报送. */
  readonly words: string;
}

export function taskStanding(
  { received }: Pick<RollupUnit, 'received'>,
  task: UnitTask,
  today: string,
): TaskStanding {
  const { correction, due } = task;
  const { state, doneOn, formal } = correction ?? task;
  const { standing, days } = standingBy({ state, due }, today);
  const isUnreported = received === undefined && correction === undefined;
  const lacksFormal = standing === 'done' && !formal;
  return {
    ...{ standing, days, state, doneOn, isUnreported, lacksFormal },
    ...{ isCorrected: correction !== undefined, isOvertaken: isOvertaken(task) },
    words: wordsOf({ standing, days, isUnreported, lacksFormal }),
  };
}

function wordsOf({
  standing,
  days,
  isUnreported,
  lacksFormal,
}: Pick<TaskStanding, 'standing' | 'days' | 'isUnreported' | 'lacksFormal'>): string {
  const left = daysLeftWords({ standing, days }).replace('已', '');
  if (isUnreported) return standing === 'late' || standing === 'soon' ? `未报送，${left}` : '未报送';
  switch (standing) {
    case 'done':
      return lacksFormal ? '已完成，无PDF' : '已完成';
    case 'none':
      return '不适用';
    case 'undated':
      return '没有日期';
    case 'open':
      return '未到期';
    case 'late':
    case 'soon':
      return left;
  }
}
