import { countOf, uncountedWords } from './count.ts';
import { isDay, yearsLater } from './days.ts';
import { type Entry, fieldOf } from './entry.ts';
import { type LedgerName, registerOf } from './kinds.ts';
import { periodsNamedIn, titleOfNext } from './period-title.ts';
import { monthEnd, whenOf } from './when.ts';
import { allColumns, labelIn, type YearColumn } from './year/columns.ts';
import { filledEntries } from './year/entries.ts';
import type { Year } from './year/schema.ts';
import type { StatLine, StatTable } from './year/tables.ts';

/** A line with its number as it is now. */
export interface CountedLine {
  readonly line: StatLine;
  /** '' where there is none; `note` says why. */
  readonly number: string;
  /** How it is counted: “调解结果”是“达成协议”的件数. */
  readonly how: string;
  /** What is to be known of the number; '' for nothing. */
  readonly note: string;
  /** What it is counted by is not there any more, or not said. */
  readonly isOpen: boolean;
}

export interface CountedTable {
  readonly lines: readonly CountedLine[];
  /** Why nothing can be counted of the period; '' where it can. */
  readonly problem: string;
  /** By which column, and of how many entries which were not counted: 按“受理日期”计入期间. */
  readonly rule: string;
}

/** A 统计表 counted anew. Only entries whose day is within the period count; of the others it is said how many there are. */
export function countTable(year: Year, table: StatTable): CountedTable {
  const register = table.register as LedgerName;
  const { month, unit } = registerOf(register);
  const all = filledEntries(year, register);
  const placeIn = (entry: Entry) => placeOf(fieldOf(entry, month), table);
  const problem = periodProblem(table);
  const within = all.filter((entry) => placeIn(entry) === 'within');
  const columns = allColumns(year, register);
  const [outside = 0, partly = 0, undated = 0] = (['outside', 'partly', 'undated'] as const).map(
    (place) => all.filter((entry) => placeIn(entry) === place).length,
  );
  const rest = [
    outside > 0 && `期间以外的 ${outside} ${unit}没有计入`,
    partly > 0 && `${partly} ${unit}只写到月，期间只有那个月的一部分，没有计入，请补日期`,
    undated > 0 && `${undated} ${unit}的日期空着或者认不出，没有计入，请核对`,
  ].filter((words) => words !== false);
  const counted = problem === '' ? [`期间内 ${within.length} ${unit}`, ...rest] : [];
  return {
    problem,
    rule: [`按“${labelIn(year, register, month)}”一栏计入统计期间`, ...counted].join('；') + '。',
    lines: table.lines.map((line) => {
      const counting = countLine(line, { entries: within, columns, unit });
      const isUncounted = problem !== '' && line.by !== 'typed';
      return { line, ...counting, ...(isUncounted && { number: '', note: problem, isOpen: true }) };
    }),
  };
}

/** Where a day or a month is by a period. A month is within only with all its days, whichever was meant. */
function placeOf(text: string, { from, to }: Pick<StatTable, 'from' | 'to'>) {
  const when = whenOf(text);
  if (!when) return 'undated';
  const [first, last] = when.day === undefined ? [`${when.month}-01`, when.last] : [when.day, when.day];
  if (first >= from && last <= to) return 'within';
  return last < from || first > to ? 'outside' : 'partly';
}

/** Why nothing can be counted of a period; '' where it can. */
function periodProblem({ from, to }: Pick<StatTable, 'from' | 'to'>): string {
  if (!isDay(from) || !isDay(to)) return '还没有填统计期间';
  return from > to ? '起始日期晚于截止日期' : '';
}

interface Counting {
  readonly entries: readonly Entry[];
  readonly columns: readonly YearColumn[];
  readonly unit: string;
}

function countLine(line: StatLine, counting: Counting): Omit<CountedLine, 'line'> {
  const { entries, columns, unit } = counting;
  const column = columns.find(({ code }) => code === line.column);
  const called = `“${column?.label ?? line.called}”`;
  switch (line.by) {
    case 'all':
      return { number: String(entries.length), how: `全部${unit}数`, note: '', isOpen: false };
    case 'typed': {
      const isOpen = line.value === '';
      return { number: line.value, how: '本单位填写', note: isOpen ? '还没有填写' : '', isOpen };
    }
    case 'word': {
      const how = line.column === '' ? '某栏是某词' : `${called}是“${line.word}”的${unit}数`;
      if (line.column === '' || line.word === '') return open(how, '还没有选栏目和词');
      if (!column) return open(how, `${called}一栏没有了，请重新选`);
      // The word itself would say whose it is, on paper as well.
      if (column.personal)
        return open(`${called}是某词的${unit}数`, `${called}是个人信息，不按它统计，请重新选`);
      return countWord(line.word, { ...counting, column, how });
    }
    case 'sum': {
      const how = line.column === '' ? '某栏的合计' : `${called}的合计`;
      if (line.column === '') return open(how, '还没有选栏目');
      if (!column) return open(how, `${called}一栏没有了，请重新选`);
      if (column.kind !== 'count') return open(how, `${called}现在不是整数栏，请重新选`);
      return addUp(column, { ...counting, how });
    }
  }
}

const open = (how: string, note: string) => ({ how, note, number: '', isOpen: true });

/** A word that is none of the choices is counted only where it stands in entries: 0 of it would say that it could. */
function countWord(
  word: string,
  { entries, column, how, unit }: Counting & { readonly column: YearColumn; readonly how: string },
): Omit<CountedLine, 'line'> {
  const { code, kind, choices = [], label } = column;
  const count = entries.filter((entry) => fieldOf(entry, code).trim() === word).length;
  const isKnown = kind !== 'choice' || choices.includes(word);
  if (!isKnown && count === 0) return open(how, `“${label}”的选项里没有“${word}”了，请重新选`);
  const note = isKnown ? '' : `“${word}”不在“${label}”的选项里，按 ${count} ${unit}的写法计`;
  return { how, note, number: String(count), isOpen: false };
}

function addUp(
  { code, personal }: YearColumn,
  { entries, how, unit }: Counting & { readonly how: string },
): Omit<CountedLine, 'line'> {
  const texts = entries.map((entry) => fieldOf(entry, code)).filter((text) => text.trim() !== '');
  const numbers = texts.flatMap((text) => countOf(text, unit) ?? []);
  const empty = entries.length - texts.length;
  const odd = texts.filter((text) => countOf(text, unit) === undefined);
  const wrong = uncountedWords(odd, unit, !personal);
  const notes = [empty > 0 && `${empty} ${unit}没有填`, wrong !== '' && `${wrong}，没有加`];
  const sum = numbers.reduce((total, each) => total + each, 0);
  return { how, number: String(sum), note: notes.filter(Boolean).join('；'), isOpen: false };
}

/** What a table is called, also without a title. */
export function tableTitle({ title, register }: Pick<StatTable, 'title' | 'register'>): string {
  return title || `${registerOf(register as LedgerName).label}统计表`;
}

export interface Period {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** Periods that are chosen at once, those that follow each other one after another: quarters, halves, the year, months. */
export function periodsOf(year: number): Period[] {
  const span = (name: string, first: number, last: number): Period => ({
    name,
    from: `${year}-${two(first)}-01`,
    to: monthEnd(`${year}-${two(last)}`),
  });
  return [
    ...['第一季度', '第二季度', '第三季度', '第四季度'].map((name, at) => span(name, 3 * at + 1, 3 * at + 3)),
    ...[span('上半年', 1, 6), span('下半年', 7, 12), span('全年', 1, 12)],
    ...Array.from({ length: 12 }, (_, at) => span(`${at + 1}月`, at + 1, at + 1)),
  ];
}

const two = (part: number): string => String(part).padStart(2, '0');

export function periodIn(year: number, { from, to }: Pick<StatTable, 'from' | 'to'>): Period | undefined {
  return periodsOf(year).find((period) => period.from === from && period.to === to);
}

/** The period that follows one of its kind: the second quarter the first. None after the last one, or of an own period. */
function nextPeriod(year: number, of: Pick<StatTable, 'from' | 'to'>): Period | undefined {
  const period = periodIn(year, of);
  const kind = KINDS.find((each) => period && each.test(period.name));
  return kind && periodsOf(year).find(({ name, from }) => kind.test(name) && from > of.to);
}

const KINDS = [/季度$/u, /半年$/u, /月$/u];

/** A copy for another period, the one that follows where there is one: what was typed was of the old one. */
export function copiedTable(
  table: StatTable,
  { year, newId }: { year: number; newId: () => string },
): StatTable {
  const [now, next] = [periodIn(year, table), nextPeriod(year, table)];
  const title = now && next ? titleOfNext(table.title, now.name) : table.title;
  return { ...emptied(table, newId), title, from: next?.from ?? '', to: next?.to ?? '' };
}

/** What of its title is of another period than its days; '' where nothing is. */
export function titleDoubt({ title, from, to }: StatTable, year: number): string {
  if (periodProblem({ from, to }) !== '') return '';
  const period = periodIn(year, { from, to });
  const is = period?.name ?? `${from} 至 ${to}`;
  const years = [...title.matchAll(/(\d{4})年/gu)].map(([, each = '']) => each);
  if (years.length > 0 && !years.some((each) => from.slice(0, 4) <= each && each <= to.slice(0, 4)))
    return `表名写的是“${years[0]}年”，统计期间是 ${from} 至 ${to}，请核对`;
  const named = periodsNamedIn(title);
  // A month may be counted from the 26th to the 25th.
  const fits = periodsOf(year).filter(({ name, ...days }) =>
    period ? name === period.name : days.from <= to && days.to >= from,
  );
  if (named.length === 0 || named.some(({ name }) => fits.some((each) => each.name === name))) return '';
  return `表名写的是“${named[0]?.text}”，统计期间是${period ? '' : ' '}${is}，请核对`;
}

/** The tables of another year: their periods in this one, what was typed empty. */
export function carriedTables(
  { tables = [], year: before }: Pick<Year, 'tables' | 'year'>,
  { year, newId }: { year: number; newId: () => string },
): StatTable[] {
  return tables.map((table) => ({
    ...emptied(table, newId),
    title: table.title.replaceAll(`${before}年`, `${year}年`),
    from: shifted(table.from, year - before),
    to: shifted(table.to, year - before),
  }));
}

function emptied(table: StatTable, newId: () => string): StatTable {
  return { ...table, id: newId(), lines: table.lines.map((line) => ({ ...line, id: newId(), value: '' })) };
}

/** So many years later; the end of February stays its end. */
function shifted(day: string, years: number): string {
  const later = yearsLater(day, years);
  return isDay(day) && day === monthEnd(day.slice(0, 7)) ? monthEnd(later.slice(0, 7)) : later;
}
