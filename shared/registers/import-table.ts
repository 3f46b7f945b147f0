import type { SourceTable } from '../tables/source-table.ts';
import { sortedJson } from '../values/sorted-json.ts';
import type { Column } from './column.ts';
import { type Entry, MAX_FIELD } from './entry.ts';
import { columnsOf, type RegisterName } from './kinds.ts';
import { readDay } from './read-day.ts';
import { firstFields } from './year/columns.ts';

/** How an office's own table is read: which row names its columns, and which column of ours each is. */
export interface TableReading {
  /** Index of the row that names the columns; -1 where none does. */
  readonly header: number;
  /** By the index of its column; those that are not there are not taken. */
  readonly columns: Readonly<Record<number, string>>;
}

/** What became of a row that is no entry; rows count from 1, as a spreadsheet shows them. */
export interface LeftRow {
  readonly row: number;
  readonly reason: string;
}

export interface ReadTable {
  readonly entries: readonly Entry[];
  readonly left: readonly LeftRow[];
  /** Cells that were taken as they stand although they are not what their column is for. */
  readonly odd: readonly LeftRow[];
}

/** Rows in which the names of columns are looked for. */
const HEADER_WITHIN = 20;
/** The whole of a cell, without blanks and brackets: 本月合计, 累计12件. */
const TOTALS =
  /^(本|上|全|当|截至)?(年度|年|季度|季|月份|月|周|页|期|次|日)?(合计|总计|小计|共计|累计)(\d+(件|项|次|人|条|份|起|家|元|万元)?)?$/u;

const bare = (text: string): string => text.replace(/[\s（）()：:、*]/gu, '');

/** Names are matched whole first, then as a part of a longer one. */
function columnFor(text: string, columns: readonly Column[], taken: ReadonlySet<string>): string | undefined {
  const name = bare(text);
  if (name === '' || name.length > 20) return undefined;
  const free = columns.filter(({ code }) => !taken.has(code));
  const names = (column: Column): string[] => [column.label, ...(column.headings ?? [])].map(bare);
  const whole = free.find((column) => names(column).includes(name));
  const part =
    whole ?? free.find((column) => names(column).some((each) => each.length > 1 && name.includes(each)));
  return part?.code;
}

/** The text of each place of the table, that of merged cells in all rows and columns that they cover. */
function gridOf({ cells, rows, columns }: SourceTable): readonly (readonly string[])[] {
  const grid = Array.from({ length: rows }, () => Array.from({ length: columns }, () => ''));
  for (const { row, column, rowSpan, columnSpan, text } of cells) {
    if (text.trim() === '') continue;
    for (let r = row; r < Math.min(rows, row + Math.max(1, rowSpan)); r += 1) {
      const line = grid[r];
      if (!line) continue;
      for (let c = column; c < Math.min(columns, column + Math.max(1, columnSpan)); c += 1)
        line[c] = text.trim();
    }
  }
  return grid;
}

function columnsIn(line: readonly string[], columns: readonly Column[]): Record<number, string> {
  const taken = new Set<string>();
  const found: Record<number, string> = {};
  line.forEach((text, index) => {
    const code = columnFor(text, columns, taken);
    if (code === undefined) return;
    taken.add(code);
    found[index] = code;
  });
  return found;
}

/** The row with the most names of columns that are known; the user may say otherwise. */
export function proposeReading(
  table: SourceTable,
  name: RegisterName,
  known: readonly Column[] = columnsOf(name),
): TableReading {
  let best: TableReading = { header: -1, columns: {} };
  gridOf(table)
    .slice(0, HEADER_WITHIN)
    .forEach((line, header) => {
      const columns = columnsIn(line, known);
      if (Object.keys(columns).length > Object.keys(best.columns).length) best = { header, columns };
    });
  return best;
}

/** What stands in the row that names the columns, or in the first one, by column. */
export function headingsOf(table: SourceTable, { header }: TableReading): readonly string[] {
  return gridOf(table)[Math.max(0, header)] ?? [];
}

/** Every row below the names of the columns: an entry, or why it is none. `year`: of days that are written without one. */
export function readTable(
  table: SourceTable,
  name: RegisterName,
  {
    reading,
    year,
    known,
    newId,
    columns = columnsOf(name),
  }: {
    reading: TableReading;
    year: number;
    known: readonly Entry[];
    newId: () => string;
    /** Those of the office; absent: those of the kind. */
    columns?: readonly Column[];
  },
): ReadTable {
  const entries: Entry[] = [];
  const [left, odd]: [LeftRow[], LeftRow[]] = [[], []];
  const seen = new Set(known.map(({ fields }) => keyOf(fields)));
  const kinds = new Map(columns.map((column) => [column.code, column]));
  const first = firstFields(columns);
  gridOf(table).forEach((line, index) => {
    if (index <= reading.header) return;
    const row = index + 1;
    const fields: Record<string, string> = {};
    const strange: string[] = [];
    for (const [at, code] of Object.entries(reading.columns)) {
      const text = line[Number(at)] ?? '';
      const column = kinds.get(code);
      if (text === '' || !column) continue;
      const read = readCell(text, column, year);
      fields[code] = read.text;
      if (read.problem !== '') strange.push(`${column.label}“${text.slice(0, 20)}”${read.problem}`);
    }
    const whole = { ...first, ...fields };
    const reason = reasonAgainst(line, { fields, key: keyOf(whole) }, seen);
    if (reason !== undefined) {
      left.push({ row, reason });
      return;
    }
    seen.add(keyOf(whole));
    if (strange.length > 0) odd.push({ row, reason: strange.join('；') });
    entries.push({ id: newId(), fields: whole, files: [] });
  });
  return { entries, left, odd };
}

function reasonAgainst(
  line: readonly string[],
  { fields, key }: { readonly fields: Readonly<Record<string, string>>; readonly key: string },
  seen: ReadonlySet<string>,
): string | undefined {
  if (line.every((text) => text === '')) return '空行';
  if (line.some((text) => TOTALS.test(bare(text)))) return '合计行';
  if (Object.keys(fields).length === 0) return '选用的栏目里没有内容';
  return seen.has(key) ? '与已登记的一行内容相同' : undefined;
}

/** What tells an entry from another: all that is typed in it. */
function keyOf(fields: Readonly<Record<string, string>>): string {
  return sortedJson(Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== '')));
}

function readCell(
  text: string,
  { kind, choices = [] }: Column,
  year: number,
): { text: string; problem: string } {
  if (text.length > MAX_FIELD) return { text: text.slice(0, MAX_FIELD), problem: '太长，没有全部登记' };
  if (kind === 'day') {
    const day = readDay(text, year);
    return day === undefined ? { text, problem: '看不出是哪一天，照原样登记' } : { text: day, problem: '' };
  }
  if (kind === 'count' && !/^\d{1,9}$/u.test(text)) return { text, problem: '不是整数，照原样登记' };
  if (kind === 'choice' && !choices.includes(text)) return { text, problem: '不在选项里，照原样登记' };
  return { text, problem: '' };
}
