import { halfWidth } from '../../values/typed-number.ts';
import type { PlanTable } from '../plan.ts';
import type { RollupUnit, UnitTask } from './schema.ts';

/** As names are compared: without blanks, brackets of one width. */
export function nameKey(name: string): string {
  return halfWidth(name).replace(/\s/gu, '');
}

/** 1. （2） 3 with a blank behind it; 12345热线中心 is a name. */
const NUMBER = /^\s*(?:[（(]\d+[）)]|\d+[）).．]|\d+\s)/u;

/** Names one a line, as they are pasted from a list or a column of a table; numbers before them are left out. */
export function namesIn(text: string): string[] {
  const names = text
    .split(/[\n\r\t、；;]+/u)
    .map((each) => each.replace(NUMBER, '').trim())
    .filter((name) => !/^\d*$/u.test(name));
  return [...new Map(names.map((name) => [nameKey(name), name])).values()];
}

/** A table of a notice as the tasks of a unit that has handed in nothing. */
export function plannedTasks(table: PlanTable, year: number, newId: () => string): UnitTask[] {
  return table.rows.map(({ matter, material, limit, due }) => ({
    ...{ id: newId(), matter, material, limit, due: due === undefined ? '' : `${year}-${due}` },
    ...{ state: '未开始', doneOn: '', formal: false },
  }));
}

/** What tells the tasks of one unit from each other, and those of several that are the same: their words. */
export function taskKeys(tasks: readonly Pick<UnitTask, 'matter' | 'material'>[]): string[] {
  const seen = new Map<string, number>();
  return tasks.map((task) => {
    const key = wordsKey(task);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? key : `${key}\n${count}`;
  });
}

/** The words of a task, as they are compared. */
export function wordsKey({ matter, material }: Pick<UnitTask, 'matter' | 'material'>): string {
  return `${nameKey(matter)}\n${nameKey(material)}`;
}

/** Whether the office has said something of it that a table of another category would take away. */
export function isUntouched({ received, tasks }: RollupUnit): boolean {
  return received === undefined && tasks.every(({ correction }) => correction === undefined);
}
