import type { SourceTable } from '../tables/source-table.ts';
import { sortedJson } from '../values/sorted-json.ts';
import { aheadWords } from './ahead.ts';
import type { Column } from './column.ts';
import { countOf } from './count.ts';
import { type Entry, MAX_FIELD } from './entry.ts';
import { columnsOf, registerOf, type RegisterName } from './kinds.ts';
import { keepsZeros, readDay } from './read-day.ts';
import { KnownEntries, type SameRow } from './same-entry.ts';
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
  /** New ones. */
  readonly entries: readonly Entry[];
  /** Those that say the same as another row of the table, which is none of the entries known: the user decides. */
  readonly twins: readonly TwinRow[];
  /** Those that are likely an entry already registered and say something else of it: the user decides. */
  readonly same: readonly SameRow[];
  readonly left: readonly LeftRow[];
  /** Cells that are not what their column is for, taken as they stand, or that can be read in two ways. */
  readonly odd: readonly LeftRow[];
}

/** A row that says all that an earlier one of its table says, and nothing else. */
export interface TwinRow {
  readonly row: number;
  /** The first one that says it. */
  readonly first: number;
  /** That one is registered already: that this one is no other was most likely said before. */
  readonly isKnown: boolean;
  readonly fields: Readonly<Record<string, string>>;
}

/** A row that says something: what is in it by the table alone. */
interface FoundRow {
  readonly row: number;
  readonly fields: Readonly<Record<string, string>>;
  readonly strange: readonly string[];
}

/** Rows in which the names of columns are looked for. */
const HEADER_WITHIN = 20;
/** The whole of a cell, without blanks and brackets: 本月合计, 累计12件. */
const TOTALS =
  /^(本|上|全|当|截至)?(年度|年|季度|季|月份|月|周|页|期|次|日)?(合计|总计|小计|共计|累计)(\d+(件|项|次|人|条|份|起|家|元|万元)?)?$/u;

const bare = (text: string): string => text.replace(/[\s（）()：:、*]/gu, '');

/**
 * Names are matched whole first, then as a part of a longer one, the longest of them: 计划完成时间（月、日） is what 计划完成时间
 * is and not what 完成时间 is, whichever comes first.
 */
function columnFor(text: string, columns: readonly Column[], taken: ReadonlySet<string>): string | undefined {
  const name = bare(text);
  if (name === '' || name.length > 20) return undefined;
  const names = columns
    .filter(({ code }) => !taken.has(code))
    .flatMap(({ code, label, headings = [] }) =>
      [label, ...headings].map((each) => ({ code, is: bare(each) })),
    );
  const whole = names.find(({ is }) => is === name);
  const parts = names.filter(({ is }) => is.length > 1 && name.includes(is));
  const longest = Math.max(...parts.map(({ is }) => is.length));
  return (whole ?? parts.find(({ is }) => is.length === longest))?.code;
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

/** Every row below the names of the columns: an entry, one that is likely known, or why it is none. `year`: of days that are written without one. */
export function readTable(
  table: SourceTable,
  name: RegisterName,
  {
    reading,
    year,
    known,
    newId,
    columns = columnsOf(name),
    today = '',
  }: {
    reading: TableReading;
    year: number;
    known: readonly Entry[];
    newId: () => string;
    columns?: readonly Column[];
    /** ISO 8601; '' where no day is after it. */
    today?: string;
  },
): ReadTable {
  const { rows, left } = rowsOf(table, { reading, year, columns, today, unit: registerOf(name).unit });
  const unlike = rowsUnlike(rows, { name, entries: known, columns });
  const likely = unlike.known.pair(unlike.rows);
  const same = unlike.rows.flatMap((found) => likely.get(found) ?? []);
  const fresh = unlike.rows.filter((found) => !likely.has(found));
  const named = new Set(unlike.rows.map(({ row }) => row));
  const twins = twinsIn(rows, fresh);
  const alone = new Set(fresh.map(({ row }) => row));
  for (const { row } of twins) alone.delete(row);
  return {
    twins,
    entries: fresh
      .filter(({ row }) => alone.has(row))
      .map(({ fields }) => ({ id: newId(), fields: importedFields(name, fields), files: [] })),
    same,
    left: [...left, ...unlike.left].sort((a, b) => a.row - b.row),
    odd: rows.flatMap(({ row, strange }) =>
      strange.length > 0 && named.has(row) ? [{ row, reason: strange.join('；') }] : [],
    ),
  };
}

/**
 * Of an entry that is made of a row. What stands in no cell is not said of what an office has long registered; a task that is
 * only listed has not begun.
 */
export function importedFields(name: RegisterName, fields: FoundRow['fields']): Record<string, string> {
  return { ...(name === 'tasks' && firstFields(columnsOf(name))), ...fields };
}

/** What each row says, and those that say nothing. */
function rowsOf(
  table: SourceTable,
  {
    reading,
    year,
    columns,
    today,
    unit,
  }: { reading: TableReading; year: number; columns: readonly Column[]; today: string; unit: string },
): { rows: FoundRow[]; left: LeftRow[] } {
  const [rows, left]: [FoundRow[], LeftRow[]] = [[], []];
  const kinds = new Map(columns.map((column) => [column.code, column]));
  const grid = gridOf(table);
  const zeros = Object.keys(reading.columns).filter((at) =>
    keepsZeros(grid.map((line) => line[Number(at)] ?? '')),
  );
  grid.forEach((line, index) => {
    if (index <= reading.header) return;
    const row = index + 1;
    const fields: Record<string, string> = {};
    const strange: string[] = [];
    for (const [at, code] of Object.entries(reading.columns)) {
      const text = line[Number(at)] ?? '';
      const column = kinds.get(code);
      if (text === '' || !column) continue;
      const read = readCell(text, column, { year, zeros: zeros.includes(at), unit, today });
      fields[code] = read.text;
      if (read.problem !== '') strange.push(`${column.label}“${text.slice(0, 20)}”${read.problem}`);
    }
    const reason = reasonAgainst(line, fields);
    if (reason !== undefined) left.push({ row, reason });
    else rows.push({ row, fields, strange });
  });
  return { rows, left };
}

/** Of the rows that are no entry known, those that an earlier row of the table equals. */
function twinsIn(rows: readonly FoundRow[], fresh: readonly FoundRow[]): TwinRow[] {
  const firsts = new Map<string, number>();
  for (const { row, fields } of rows) if (!firsts.has(keyOf(fields))) firsts.set(keyOf(fields), row);
  const isFresh = new Set(fresh.map(({ row }) => row));
  return fresh.flatMap(({ row, fields }) => {
    const first = firsts.get(keyOf(fields)) ?? row;
    return first === row ? [] : [{ row, first, isKnown: !isFresh.has(first), fields }];
  });
}

/** Without the rows that are in already, and the entries that are none of those. Each entry is one row's alone. */
function rowsUnlike(
  rows: readonly FoundRow[],
  { name, entries, columns }: { name: RegisterName; entries: readonly Entry[]; columns: readonly Column[] },
) {
  const known = new KnownEntries(name, entries, columns);
  const left: LeftRow[] = [];
  const seen = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = keyOf(entry.fields);
    const others = seen.get(key);
    if (others) others.push(entry);
    else seen.set(key, [entry]);
  }
  const unequal = rows.filter(({ row, fields }) => {
    const entry = seen.get(keyOf(importedFields(name, fields)))?.shift();
    if (!entry) return true;
    known.take(entry);
    left.push({ row, reason: '与已登记的一行内容相同' });
    return false;
  });
  return {
    ...{ known, left },
    rows: unequal.filter(({ row, fields }) => {
      const found = known.findEqual(fields);
      if (!found) return true;
      known.take(found);
      left.push({ row, reason: '已经登记，表格里没有新的内容' });
      return false;
    }),
  };
}

function reasonAgainst(line: readonly string[], fields: FoundRow['fields']): string | undefined {
  if (line.every((text) => text === '')) return '空行';
  if (line.some((text) => TOTALS.test(bare(text)))) return '合计行';
  return Object.keys(fields).length === 0 ? '选用的栏目里没有内容' : undefined;
}

/** What tells an entry from another: all that is typed in it. */
function keyOf(fields: Readonly<Record<string, string>>): string {
  return sortedJson(Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== '')));
}

function readCell(
  text: string,
  column: Column,
  days: { readonly year: number; readonly zeros: boolean; readonly unit: string; readonly today: string },
): { text: string; problem: string } {
  const { kind, choices = [] } = column;
  if (text.length > MAX_FIELD) return { text: text.slice(0, MAX_FIELD), problem: '太长，没有全部登记' };
  if (kind === 'day') {
    const { day, written = day, doubt = '' } = readDay(text, days);
    return written === undefined
      ? { text, problem: '看不出是哪一天，照原样登记' }
      : {
          text: written,
          problem: [doubt, aheadWords(written, column, days.today)].filter(Boolean).join('；'),
        };
  }
  if (kind === 'count') {
    const count = countOf(text, days.unit);
    return count === undefined
      ? { text, problem: '看不出是哪个整数，照原样登记；统计时不加' }
      : { text: String(count), problem: '' };
  }
  if (kind === 'choice' && !choices.includes(text)) return { text, problem: '不在选项里，照原样登记' };
  return { text, problem: '' };
}
