import { type Entry, fieldOf } from './entry.ts';
import { REGISTER_NAMES, registerOf, type RegisterName } from './kinds.ts';
import { daysLeftWords, inOrder, materialLack, monthWords, standingOf } from './tasks.ts';
import { whenOf } from './when.ts';
import { columnsIn } from './year/columns.ts';
import { entriesOf } from './year/entries.ts';
import type { Year } from './year/schema.ts';

/** What an entry asks for, in Chinese ('' for nothing), and how loud. */
export interface Due {
  readonly words: string;
  readonly tone: 'late' | 'soon' | 'calm';
}

/** What an entry asks for on a day (ISO 8601). */
export function dueOf(name: RegisterName, entry: Entry, today: string): Due {
  if (name !== 'tasks') {
    const words = registerOf(name).due?.(entry, today) ?? '';
    return { words, tone: words.includes('过期') ? 'late' : words === '' ? 'calm' : 'soon' };
  }
  const standing = standingOf(entry, today);
  const lack = materialLack(entry);
  const month = monthWords(entry, today);
  const words = [daysLeftWords(standing), month, lack].filter((each) => each !== '').join('；');
  // A month that is over is late by any of its days.
  const isOver = month !== '' && today > (whenOf(fieldOf(entry, 'due'))?.last ?? '');
  if (standing.standing === 'late' || isOver) return { words, tone: 'late' };
  const isNow = month !== '' && (whenOf(fieldOf(entry, 'due'))?.month ?? '') <= today.slice(0, 7);
  return { words, tone: standing.standing === 'soon' || isNow || lack !== '' ? 'soon' : 'calm' };
}

/** One line of what is to be done now. */
export interface WeekLine extends Due {
  readonly register: RegisterName;
  readonly id: string;
  /** What the entry is called by its first words. */
  readonly title: string;
}

/** All of a year that is late, due within a week or lacks what was asked for, what is most urgent first. */
export function weekOf(year: Year, today: string): WeekLine[] {
  const lines = REGISTER_NAMES.flatMap((register) => {
    const entries = entriesOf(year, register);
    return (register === 'tasks' ? inOrder(entries, today) : entries).map((entry): WeekLine => ({
      ...{ register, id: entry.id, title: titleOf(year, register, entry) },
      ...dueOf(register, entry, today),
    }));
  });
  return (['late', 'soon'] as const).flatMap((wanted) =>
    lines.filter(({ tone }) => tone === wanted).sort((a, b) => daysLeftIn(a.words) - daysLeftIn(b.words)),
  );
}

/** By what it says to its reader: the longest overdue first, what names no day last. */
function daysLeftIn(words: string): number {
  const [, over, left] = /过期(\d+)天|还有(\d+)天/u.exec(words) ?? [];
  if (over !== undefined) return -Number(over);
  if (left !== undefined) return Number(left);
  return words.includes('今天到期') ? 0 : Infinity;
}

/** "行政调解工作：公布名单": what is typed in its first columns that hold words. */
export function titleOf(year: Pick<Year, 'forms'>, name: RegisterName, entry: Entry): string {
  const words = columnsIn(year, name)
    .filter(({ kind, personal }) => !personal && (kind === 'text' || kind === 'long'))
    .map(({ code }) => fieldOf(entry, code))
    .filter((text) => text !== '');
  return words.slice(0, 2).join('：').slice(0, 80) || '（还没有填写）';
}
