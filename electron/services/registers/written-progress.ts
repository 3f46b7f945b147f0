import { MOST_TASKS, progressForm, progressOf } from '../../../shared/registers/progress.ts';
import { filledEntries } from '../../../shared/registers/year/entries.ts';
import type { Year } from '../../../shared/registers/year/schema.ts';
import { progressRefused } from './messages.ts';

/** The file that a unit hands in; a UserError where the office could not tell whose it is, or not take it. */
export function writtenProgress(year: Year, now: Date): string {
  const { length } = filledEntries(year, 'tasks');
  if (year.unit.trim() === '') throw progressRefused('这份年度工作没有单位名称，汇总的办公室看不出是谁的。');
  if (length === 0) throw progressRefused('还没有年度任务，没有进度可以导出。');
  if (length > MOST_TASKS)
    throw progressRefused(`年度任务有 ${length} 项，一份进度表最多 ${MOST_TASKS} 项。`);
  const progress = progressForm.schema.parse(progressOf(year, now.toISOString()));
  return `${JSON.stringify(progress, undefined, 2)}\n`;
}
