import type { Column } from './column.ts';
import { type Entry, fieldOf } from './entry.ts';
import { registerOf, type RegisterName } from './kinds.ts';
import { isAfter, whenOf } from './when.ts';

/** The entries of a register as its months count them by today (ISO 8601). */
export function inMonths(
  name: RegisterName,
  entries: readonly Entry[],
  of: { readonly today: string; readonly year: number },
): readonly Entry[] {
  return registerOf(name).inMonths?.(entries, of) ?? entries;
}

/** What a month is called in a table. */
export function monthName(name: RegisterName, month: string): string {
  return month === '' ? (registerOf(name).noMonth ?? '没有日期') : month;
}

/** Entries of a month (YYYY-MM; '' for those without a day), and how many of them have each choice that is counted. */
export interface MonthRow {
  readonly month: string;
  readonly entries: number;
  /** By the code of the column, then by the choice. */
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** A column by whose choices entries are counted; the counts stand in the order of its choices, in every month. */
export type CountedColumn = Pick<Column, 'code' | 'choices'>;

/** What is counted of each month that has entries, in the order of months; those without a day come last. */
export function monthlyTotals(
  name: RegisterName,
  entries: readonly Entry[],
  counted: readonly CountedColumn[] = usualColumns(name),
): MonthRow[] {
  const { month } = registerOf(name);
  const byMonth = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = whenOf(fieldOf(entry, month))?.month ?? '';
    byMonth.set(key, [...(byMonth.get(key) ?? []), entry]);
  }
  const order = (key: string): string => (key === '' ? '9' : key);
  return [...byMonth]
    .sort(([a], [b]) => (order(a) < order(b) ? -1 : 1))
    .map(([key, rows]) => ({
      month: key,
      entries: rows.length,
      counts: countsIn(rows, counted),
    }));
}

const WHOLE = '合计';

/** The same of all entries together. */
export function wholeTotals(entries: readonly Entry[], counted: readonly CountedColumn[]): MonthRow {
  return { month: WHOLE, entries: entries.length, counts: countsIn(entries, counted) };
}

/**
 * Beside a month, and the whole: how many lie after today (ISO 8601) or in another year, which a report leaves out. None
 * where days are set ahead.
 */
export function aheadWords(
  name: RegisterName,
  entries: readonly Entry[],
  { today, year }: { readonly today: string; readonly year: number },
): ReadonlyMap<string, string> {
  const { month, columns, isOfTheYear } = registerOf(name);
  if (columns.find(({ code }) => code === month)?.planned) return new Map();
  const texts = entries.map((entry) => fieldOf(entry, month));
  const isElsewhere = (text: string) => Number((whenOf(text)?.month ?? `${year}`).slice(0, 4)) !== year;
  const words = new Map<string, string[]>();
  for (const [is, what] of [
    [(text: string) => !isElsewhere(text) && isAfter(text, today), '日期在今天以后的'],
    [isElsewhere, `不是${year}年的${isOfTheYear ? '' : '（报告数据不算）'}`],
  ] as const) {
    const counts = new Map<string, number>();
    for (const text of texts.filter(is))
      for (const key of [whenOf(text)?.month ?? '', WHOLE]) counts.set(key, (counts.get(key) ?? 0) + 1);
    for (const [key, count] of counts) words.set(key, [...(words.get(key) ?? []), `${what} ${count} 条`]);
  }
  return new Map([...words].map(([key, all]) => [key, `其中${all.join('，')}`]));
}

/** Of an entry that says none of the choices. */
const OPEN = '没有填写';

function usualColumns(name: RegisterName): CountedColumn[] {
  const { columns, counted = [] } = registerOf(name);
  return columns.filter(({ code }) => counted.includes(code));
}

function countsIn(rows: readonly Entry[], counted: readonly CountedColumn[]): MonthRow['counts'] {
  return Object.fromEntries(counted.map((column) => [column.code, countsOf(rows, column)]));
}

/** Choices in their order, then what is none of them, at last what is open. */
function countsOf(rows: readonly Entry[], { code, choices = [] }: CountedColumn): Record<string, number> {
  const counts = new Map<string, number>(choices.map((choice) => [choice, 0]));
  for (const row of rows) {
    const choice = fieldOf(row, code) || OPEN;
    counts.set(choice, (counts.get(choice) ?? 0) + 1);
  }
  const open = counts.get(OPEN);
  counts.delete(OPEN);
  const found = [...counts].filter(([, count]) => count > 0);
  return { ...Object.fromEntries(found), ...(open !== undefined && { [OPEN]: open }) };
}
