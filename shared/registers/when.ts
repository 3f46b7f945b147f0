import { halfWidth } from '../values/typed-number.ts';
import { isDay } from './days.ts';

/** What stands in a column of days: a day, a stretch of days, or a month without a day. */
export interface When {
  /** The day it begins with (ISO 8601); absent where only the month is known. */
  readonly day?: string;
  /** The day that a stretch ends with. */
  readonly until?: string;
  /** YYYY-MM. */
  readonly month: string;
  /** The last day that it may mean. */
  readonly last: string;
}

const STRETCH = /^(\d{4}-\d{2}-\d{2}) 至 (\d{4}-\d{2}-\d{2})$/u;
/** 2026.3, 2026年3月, 202603, 2026年3月上旬; what says only 以前 is no month of its own. */
const MONTH =
  /^(?<y>\d{4})\s*(?:[年./-]\s*(?<m>\d{1,2})|(?<mm>\d{2}))\s*月?份?\s*(?:[上中下]旬|初|中|底|末|底前|末前)?$/u;

/** Of what is stored; undefined for what is neither a day nor a month. */
export function whenOf(text: string): When | undefined {
  if (isDay(text)) return { day: text, month: text.slice(0, 7), last: text };
  const [, day = '', until = ''] = STRETCH.exec(text) ?? [];
  if (isDay(day) && isDay(until)) return { day, until, month: day.slice(0, 7), last: until };
  const { y = '', m = '', mm = m } = MONTH.exec(halfWidth(text).trim())?.groups ?? {};
  const month = `${y}-${mm.padStart(2, '0')}`;
  const last = monthEnd(month);
  return last === '' ? undefined : { month, last };
}

/** As a stretch is stored. */
export function stretch(day: string, until: string): string {
  return `${day} 至 ${until}`;
}

/** The day by which it is counted: that with which it begins; '' where there is none. */
export function dayOf(text: string): string {
  return whenOf(text)?.day ?? '';
}

/** Whether it begins after today (ISO 8601); of a month without a day, whether the month does. */
export function isAfter(text: string, today: string): boolean {
  const when = whenOf(text);
  return when !== undefined && (when.day ?? `${when.month}-01`) > today;
}

/** Whether it is over before the other begins, whichever days they mean; false where one says none. */
export function isWhollyBefore(text: string, other: string): boolean {
  const [when, than] = [whenOf(text), whenOf(other)];
  return when !== undefined && than !== undefined && when.last < (than.day ?? `${than.month}-01`);
}

/** The day on which something is due: that with which it ends; '' where there is none. */
export function lastDayOf(text: string): string {
  const when = whenOf(text);
  return when?.until ?? when?.day ?? '';
}

/** By which it is sorted; a month comes before its days, what is open last. */
export function dayOrder(text: string): string {
  const when = whenOf(text);
  return when ? (when.day ?? when.month) : text || '9999';
}

/** The last day of a month (YYYY-MM); '' for what is none. */
export function monthEnd(month: string): string {
  if (!isDay(`${month}-01`)) return '';
  return [31, 30, 29, 28].map((date) => `${month}-${date}`).find(isDay) ?? '';
}
