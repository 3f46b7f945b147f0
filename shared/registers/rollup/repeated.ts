import { groupBy } from '../../values/pair.ts';
import { sortedJson } from '../../values/sorted-json.ts';
import type { Progress } from '../progress.ts';
import type { RollupUnit, UnitTask } from './schema.ts';
import { taskStanding } from './standing.ts';
import { wordsKey } from './units.ts';

/** How far from fine, worst first; what is late is told apart by its days. */
const WORST = ['late', 'soon', 'open', 'undated', 'done', 'none'] as const;

/** Tasks of a unit that count, and those that say one of them again. */
interface CountedTasks {
  /** One of each, in the order of the file: that which the office has corrected, else the least favourable. */
  readonly counted: readonly UnitTask[];
  /** Those that are counted for others besides. */
  readonly saidTwice: ReadonlySet<UnitTask>;
  readonly again: readonly UnitTask[];
}

/** `rows`: of the notice's own table, in which the same words may stand more than once. */
export function countedTasks(
  { tasks, received }: Pick<RollupUnit, 'tasks' | 'received'>,
  rows: readonly Pick<UnitTask, 'matter' | 'material'>[],
  today: string,
): CountedTasks {
  const asked = groupBy(rows, wordsKey);
  const again = new Set<UnitTask>();
  const saidTwice = new Set<UnitTask>();
  for (const [key, alike] of groupBy(tasks, wordsKey)) {
    const most = Math.max(1, asked.get(key)?.length ?? 1);
    if (alike.length <= most) continue;
    const rank = (task: UnitTask): number => {
      const { standing, days = 0, isCorrected, lacksFormal } = taskStanding({ received }, task, today);
      const late = standing === 'late' ? days / 100_000 : 0;
      return (isCorrected ? 0 : 100) + WORST.indexOf(standing) * 2 + (lacksFormal ? 0 : 1) + late;
    };
    const worst = [...alike].sort((a, b) => rank(a) - rank(b));
    worst.forEach((task, index) => (index < most ? saidTwice : again).add(task));
  }
  return { counted: tasks.filter((task) => !again.has(task)), saidTwice, again: [...again] };
}

/** Of a file: each id once, that which is least in its unit's favour where they differ in their state. */
export function withoutCopies(progress: Progress, today: string): { progress: Progress; dropped: number } {
  const kept = [...groupBy(progress.tasks, (task) => sortedJson([task.id, wordsKey(task)])).values()];
  const tasks = kept.flatMap((alike) => countedTasks({ tasks: alike }, [], today).counted);
  const dropped = progress.tasks.length - tasks.length;
  return { progress: dropped === 0 ? progress : { ...progress, tasks }, dropped };
}
