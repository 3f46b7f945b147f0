import { halfWidth } from '../values/typed-number.ts';
import { daysBetween, isDay } from './days.ts';
import { dayOrder, isAfter, lastDayOf, whenOf } from './when.ts';
import { type Entry, fieldOf } from './entry.ts';
import type { TaskState } from './kinds/tasks.ts';
import type { Plan, PlanTable } from './plan.ts';

/** Where a task stands on a day. `soon`: within a week. */
export type Standing = 'done' | 'none' | 'late' | 'soon' | 'open' | 'undated';

/** Days before the last one within which a task is due soon. */
const SOON = 7;

export function stateOf(task: Entry): TaskState {
  return (fieldOf(task, 'progress') || '未开始') as TaskState;
}

/** `today`: ISO 8601. `days`: left until the day of the task, below 0 after it; undefined where it has none. */
export function standingOf(task: Entry, today: string): Stands {
  return standingBy({ state: stateOf(task), due: lastDayOf(fieldOf(task, 'due')) }, today);
}

interface Stands {
  readonly standing: Standing;
  readonly days: number | undefined;
}

/** The same by what is known of a task elsewhere than in the unit's own year. */
export function standingBy({ state, due }: { state: string; due: string }, today: string): Stands {
  const days = isDay(due) ? daysBetween(today, due) : undefined;
  if (state === '已完成') return { standing: 'done', days };
  if (state === '不适用') return { standing: 'none', days };
  if (days === undefined) return { standing: 'undated', days };
  return { standing: days < 0 ? 'late' : days <= SOON ? 'soon' : 'open', days };
}

/** "还有3天", "今天到期", "已过期2天"; '' where nothing is left to do, or no day is known. */
export function daysLeftWords({ standing, days }: Stands): string {
  if (days === undefined || standing === 'done' || standing === 'none') return '';
  if (days < 0) return `已过期${-days}天`;
  return days === 0 ? '今天到期' : `还有${days}天`;
}

/** Of a task whose day is only a month: no days are left of it that could be counted. '' for any other. */
export function monthWords(task: Entry, today: string): string {
  const when = whenOf(fieldOf(task, 'due'));
  if (!when || when.day !== undefined || standingOf(task, today).standing !== 'undated') return '';
  const month = `${when.month.slice(0, 4)}年${Number(when.month.slice(5))}月`;
  return today > when.last ? `${month}已过，没有写哪一天到期` : `${month}到期，没有写哪一天`;
}

/**
 * What a task still lacks: what the notice asks for as material, a PDF of the formal document; a day of completion that has
 * come (`today`: ISO 8601). '' for nothing.
 */
export function materialLack(task: Entry, today: string): string {
  if (stateOf(task) === '不适用') return fieldOf(task, 'note') === '' ? '请在备注写明为什么不适用' : '';
  if (stateOf(task) !== '已完成') return '';
  if (isAfter(fieldOf(task, 'doneOn'), today)) return '完成日期在今天以后，请核对';
  if (task.files.length === 0) return '还没有添加材料';
  return hasFormal(task) ? '' : '还没有PDF格式的正式文件';
}

/** Whether a PDF of the formal document is among its files. */
export function hasFormal({ files }: Pick<Entry, 'files'>): boolean {
  return files.some(({ role, mediaType }) => role === 'document' && mediaType === 'application/pdf');
}

/** Those that are late first, then by day; what has none, and what is done with, last. */
export function inOrder(tasks: readonly Entry[], today: string): Entry[] {
  const rank = (task: Entry): string => {
    const { standing } = standingOf(task, today);
    const isOver = standing === 'done' || standing === 'none';
    return `${isOver ? 1 : 0}${dayOrder(fieldOf(task, 'due'))}`;
  };
  return [...tasks].sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
}

/** 2026年, 2026.3, 二〇二六年. */
const STATES_YEAR = /\d{4}\s*[年./-]|[〇○零一二三四五六七八九]{4}年/u;
const QUOTED = '年的原文：';

/**
 * 完成时限（原文） of a task that is carried over from a year: words of a document are never changed, so where they state a year
 * they are said to be that year's.
 */
export function carriedLimit(limit: string, year: number): string {
  const isMarked = limit.slice(4).startsWith(QUOTED);
  return isMarked || !STATES_YEAR.test(halfWidth(limit)) ? limit : `${year}${QUOTED}${limit}`;
}

/** The tasks of a notice's table, in a year. `ids`: as many as there are rows. */
export function tasksOf(
  plan: Plan,
  table: PlanTable,
  { year, newId }: { year: number; newId: () => string },
): Entry[] {
  return table.rows.map(({ matter, material, limit, due, only }) => ({
    id: newId(),
    fields: {
      ...{ matter, material, limit, only, progress: '未开始' },
      source: `${plan.document} ${table.clause}`,
      ...(due !== undefined && { due: `${year}-${due}` }),
    },
    files: [],
  }));
}
