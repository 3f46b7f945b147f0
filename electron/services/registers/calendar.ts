import { default as ical } from 'ical-generator';
import { isDay, laterBy } from '../../../shared/registers/days.ts';
import { fieldOf } from '../../../shared/registers/entry.ts';
import { filledEntries } from '../../../shared/registers/year/entries.ts';
import { stateOf } from '../../../shared/registers/tasks.ts';
import { lastDayOf } from '../../../shared/registers/when.ts';
import type { Year } from '../../../shared/registers/year/schema.ts';

/** Days before a task's own on which a calendar reminds of it, and on the day before. */
const REMIND = [7, 1];
const SECONDS_A_DAY = 24 * 60 * 60;

/**
 * The days of the tasks that are still to be done, as all-day events (RFC 5545) with reminders. Events keep their ids, so
 * that a calendar that takes the file again changes them in place.
 */
export function buildCalendar(year: Year, now: Date): { text: string; events: number } {
  const calendar = ical({ name: `${year.title}年度任务`, prodId: { company: 'biaobing', product: 'year' } });
  let events = 0;
  for (const task of filledEntries(year, 'tasks')) {
    const due = lastDayOf(fieldOf(task, 'due'));
    const state = stateOf(task);
    if (!isDay(due) || state === '已完成' || state === '不适用') continue;
    const event = calendar.createEvent({
      ...{ id: `${task.id}@biaobing`, stamp: now, allDay: true },
      ...{ start: dateOf(due), end: dateOf(laterBy(due, 1) ?? due) },
      summary: `到期：${fieldOf(task, 'matter')}`,
      description: descriptionOf(task),
    });
    for (const days of REMIND) event.createAlarm({ type: 'display' as never, trigger: days * SECONDS_A_DAY });
    events += 1;
  }
  return { text: calendar.toString(), events };
}

function descriptionOf(task: Parameters<typeof fieldOf>[0]): string {
  const limit = fieldOf(task, 'limit');
  return [
    `材料：${fieldOf(task, 'material')}`,
    ...(limit === '' ? [] : [`时限原文：${limit}`]),
    ...(fieldOf(task, 'source') === '' ? [] : [`依据：${fieldOf(task, 'source')}`]),
  ].join('\n');
}

/** Midnight of a day in the zone of this computer, which writes it as that day. */
function dateOf(day: string): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date);
}
