import type { SourceTable } from '../../tables/source-table.ts';
import type { Column } from '../column.ts';
import { dayWords } from '../day-words.ts';
import { placesOf, textsOf } from './grid.ts';
import type { TableReading } from './reading.ts';

/** 2025年度, （2025）; not the day of 填报日期：2025年1月8日, nor 〔2025〕1号. */
const YEAR = /(?<![\d.〔[])(20\d{2})(?:年(?!\d{1,2}月\d{1,2}[日号])|(?=度|$|[_\s：:]|[)】](?!\d+号)))/gu;

/**
 * The years that a table says it is of, above its head or in one of its `names`, where one of them is not `year` and days
 * below are written without theirs; [] where nothing hangs on it.
 */
export function yearsOfTitle(
  table: SourceTable,
  {
    names,
    reading,
    columns,
    year,
  }: {
    readonly names: readonly string[];
    readonly reading: TableReading;
    readonly columns: readonly Column[];
    readonly year: number;
  },
): readonly number[] {
  const places = placesOf(table);
  const above = places.slice(0, Math.max(0, reading.header)).flatMap(textsOf);
  const titles = [...names, ...above];
  const years = new Set(
    titles.flatMap((title) => [...dayWords(title).trim().matchAll(YEAR)].map(([, each]) => Number(each))),
  );
  if ([...years].every((each) => each === year)) return [];
  const days = columns.filter(({ code, kind }) => kind === 'day' || code === 'limit').map(({ code }) => code);
  const at = Object.entries(reading.columns).flatMap(([index, code]) =>
    days.includes(code) ? [Number(index)] : [],
  );
  const isOpen = places
    .slice(reading.header + 1)
    .some((line) => at.some((each) => line[each]?.day === undefined && isYearless(line[each]?.text ?? '')));
  return isOpen ? [...years].sort((a, b) => a - b) : [];
}

function isYearless(text: string): boolean {
  const plain = dayWords(text);
  return /\d/u.test(plain) && !/\d{4}/u.test(plain);
}

/** What its reader says at the end of a table's name of rows and columns that are hidden there; '' for none. */
export function hiddenIn({ name }: Pick<SourceTable, 'name'>): string {
  const marks = /（([^（）]*)）$/u.exec(name)?.[1] ?? '';
  return marks
    .split('；')
    .filter((mark) => mark.includes('隐藏'))
    .join('、');
}
