import type { SourceCell, SourceTable } from '../../tables/source-table.ts';
import type { Column, Heading } from '../column.ts';
import { hasIdentityNumber } from '../identity-number.ts';
import { columnsOf, registerOf, type RegisterName } from '../kinds.ts';
import { dayOfLimit, limitOf } from '../limit-day.ts';
import { keepsZeros } from '../read-day.ts';
import { textKey } from '../text-key.ts';
import { whenOf } from '../when.ts';
import { firstFields } from '../year/columns.ts';
import { isEmpty } from '../year/entries.ts';
import { saidIn, signedRows } from './below.ts';
import { type Line, placesOf, textsOf } from './grid.ts';
import { HEAD_AGAIN, isHeadAgain, reasonAgainst, TOTAL } from './left-rows.ts';
import { readCell } from './read-cell.ts';
import { headEnd, headingsOf, type TableReading, withinOf } from './reading.ts';

/** What became of a row that is no entry; rows count from 1, as a spreadsheet shows them. */
export interface LeftRow {
  readonly row: number;
  readonly reason: string;
}

interface Beside {
  /** What is to be said of it. */
  readonly words: string;
  /** What it says, and the column that keeps that where the row is registered; '' for none. */
  readonly said: string;
  readonly into: string;
}

/** A row that says something: what is in it by the table alone. */
export interface FoundRow {
  readonly row: number;
  readonly fields: Readonly<Record<string, string>>;
  /** Numbers that stand in a merged cell, and are said of a row before it. */
  readonly merged: Readonly<Record<string, string>>;
  readonly strange: readonly string[];
  /** What stands in columns that are not taken, and belongs into one that is empty. */
  readonly beside: readonly Beside[];
}

interface Way {
  readonly name: RegisterName;
  readonly reading: TableReading;
  readonly columns: readonly Column[];
  readonly year: number;
  readonly today: string;
  /** Rows that are parts of another one, or cannot be put together. */
  readonly apart?: ReadonlySet<number>;
}

const isMerged = ({ rowSpan, columnSpan }: SourceCell): boolean => rowSpan > 1 || columnSpan > 1;

/** A text of no entry: above the head, or in a row that is left. */
interface AroundText {
  readonly row: number;
  readonly text: string;
}

interface FoundRows {
  readonly rows: FoundRow[];
  readonly left: LeftRow[];
  readonly around: readonly AroundText[];
}

/** What each row says, those that say nothing, and what stands around them. */
export function rowsOf(table: SourceTable, way: Way): FoundRows {
  const { name, reading } = way;
  const [rows, left]: [FoundRow[], LeftRow[]] = [[], []];
  const places = placesOf(table);
  const head = reading.header < 0 ? [] : (places[reading.header] ?? []);
  const end = headEnd(table, reading.header);
  const signed = signedRows(places, (line) => isHeadAgain(line, head));
  const isJudged = registerOf(name).judged !== undefined;
  const totals = new Set<number>();
  const reader = new RowReader(way, table, places.map(textsOf));
  places.forEach((line, index) => {
    const row = index + 1;
    if (index <= end || way.apart?.has(row)) return;
    const { fields, merged, strange, beside } = reader.read(line, row);
    const nothing = isEmpty(name, { fields: importedFields(name, fields), files: [] });
    const reason = reasonAgainst(line, { fields, head, isEmpty: nothing, isSigned: signed.has(index) });
    if (reason === TOTAL && isJudged) totals.add(row);
    if (reason === undefined || totals.has(row)) rows.push({ row, fields, merged, strange, beside });
    else {
      left.push({ row, reason });
      reader.forget(row);
    }
  });
  const judged = judgedRows(name, { rows, left, totals }, places);
  const isAround = new Set(
    judged.left.flatMap(({ row, reason }) => (reason === HEAD_AGAIN ? [] : [row - 1])),
  );
  const around = places.flatMap((line, index) =>
    index < reading.header || isAround.has(index)
      ? saidIn(line).map((text) => ({ row: index + 1, text }))
      : [],
  );
  return { ...judged, around };
}

/** What is said around the rows that belongs into a column which is empty in theirs. */
export function saidAround(
  columns: readonly Column[],
  { around, rows }: { around: readonly AroundText[]; rows: readonly Pick<FoundRow, 'fields'>[] },
): LeftRow[] {
  const fields = rows.map((each) => each.fields);
  return columns.flatMap(({ label, saidAround: isSaid }) =>
    around
      .filter(({ text }) => isSaid?.(text, fields))
      .map(({ row, text }) => ({ row, reason: `写着“${shorten(text)}”，请核对“${label}”一栏` })),
  );
}

const shorten = (text: string): string => text.trim().slice(0, 30);

/** Without the rows that are none by what stands in the others. */
function judgedRows(
  name: RegisterName,
  { rows, left, totals }: { rows: FoundRow[]; left: LeftRow[]; totals: ReadonlySet<number> },
  places: readonly Line[],
): { rows: FoundRow[]; left: LeftRow[] } {
  const firstIn = (row: number): string => saidIn(places[row - 1] ?? [])[0] ?? '';
  const judged = registerOf(name).judged?.(
    rows.map(({ row, fields }) => ({ fields, first: firstIn(row), isTotal: totals.has(row) })),
  );
  if (!judged) return { rows, left };
  const found: FoundRow[] = [];
  const all = [...left];
  for (const [at, { left: reason, odd, added }] of judged.entries()) {
    const each = rows[at];
    if (!each) continue;
    if (reason !== '') all.push({ row: each.row, reason });
    else
      found.push({
        ...each,
        fields: { ...each.fields, ...added },
        strange: odd === '' ? each.strange : [...each.strange, odd],
      });
  }
  return { rows: found, left: all.sort((a, b) => a.row - b.row) };
}

/** Of a column that leaves the program as it is; the number itself is not said again. */
function showsIdentity({ kind, personal }: Column, text: string): boolean {
  return !personal && (kind === 'text' || kind === 'long') && hasIdentityNumber(text);
}

class RowReader {
  readonly #way: Way;
  readonly #headings: readonly Heading[];
  readonly #kinds: ReadonlyMap<string, Column>;
  /** Indexes of columns that keep their zeros. */
  readonly #zeros: ReadonlySet<string>;
  /** Index of what a column lies in. */
  readonly #within: ReadonlyMap<string, number>;
  /** The row of which the number in a cell is said: a merged one is one number, however many rows it covers. */
  readonly #counted = new Map<SourceCell, number>();

  constructor(way: Way, table: SourceTable, grid: readonly (readonly string[])[]) {
    this.#way = way;
    this.#headings = headingsOf(table, way.reading);
    this.#within = withinOf(this.#headings, way.reading, way.columns);
    this.#kinds = new Map(way.columns.map((column) => [column.code, column]));
    const textsIn = (at: string): string[] => grid.map((line) => line[Number(at)] ?? '');
    this.#zeros = new Set(Object.keys(way.reading.columns).filter((at) => keepsZeros(textsIn(at))));
  }

  read(line: Line, row: number): Omit<FoundRow, 'row'> {
    const { name, reading, year, today } = this.#way;
    const { unit } = registerOf(name);
    const fields: Record<string, string> = {};
    const merged: Record<string, string> = {};
    const strange: string[] = [];
    for (const [at, code] of Object.entries(reading.columns)) {
      const [cell, column] = [line[Number(at)], this.#kinds.get(code)];
      if (!cell || !column) continue;
      const text = this.#withWhole(code, { line, text: cell.text.trim() });
      const words = (column.kind === 'day' && cell.day) || text;
      const { text: said, problem } = readCell(words, column, {
        year,
        zeros: this.#zeros.has(at),
        unit,
        today,
      });
      const first = column.kind === 'count' ? this.#counted.get(cell) : undefined;
      if (first === undefined) fields[code] = said;
      else merged[code] = said;
      if (first === undefined && isMerged(cell)) this.#counted.set(cell, row);
      const odd = first === undefined ? problem : `是合并单元格，只记在第 ${first} 行，这里空着`;
      if (odd !== '') strange.push(`${column.label}“${text.slice(0, 20)}”${odd}`);
      if (showsIdentity(column, said))
        strange.push(`${column.label}里有身份证号的样子，这一栏导出时不会省去，请核对是不是填错了栏`);
    }
    strange.push(...this.#ofAnotherYear(fields), ...this.#untitled(fields));
    if (name === 'tasks') strange.push(...dueByLimit(fields, { year, day: this.#dayOf(line, 'limit') }));
    return { fields, merged, strange, beside: this.#saidBeside(line, fields) };
  }

  #saidBeside(line: Line, fields: Record<string, string>): Beside[] {
    const { columns, reading } = this.#way;
    return columns.flatMap(({ code, label, saidBeside, besideIn = '' }) => {
      if (!saidBeside || (fields[code] ?? '') !== '') return [];
      const found = line.flatMap((cell, at) => {
        if (!cell || reading.columns[at] !== undefined) return [];
        const said = saidBeside(cell.text, this.#headings[at] ?? { text: '', group: '' });
        return said === '' ? [] : [{ said, text: cell.text }];
      });
      const [first] = found;
      if (!first) return [];
      const words = `“${label}”空着，旁边写着“${shorten(first.text)}”，请核对`;
      return [{ words, said: [...new Set(found.map(({ said }) => said))].join('；'), into: besideIn }];
    });
  }

  /** By the day that rows are counted by: one of another year is in no figure of this one. */
  #ofAnotherYear(fields: Record<string, string>): string[] {
    const { name, year } = this.#way;
    const { month, isOfTheYear } = registerOf(name);
    const column = this.#kinds.get(month);
    const text = column && !column.planned && !isOfTheYear ? (fields[column.code] ?? '') : '';
    const when = whenOf(text);
    if (!column || !when || Number(when.month.slice(0, 4)) === year) return [];
    return [`${column.label}“${text.slice(0, 20)}”不是${year}年的，报告数据和比例不算这一行`];
  }

  /** What the row is of stands in another row, as below a cell that should be merged. */
  #untitled(fields: Record<string, string>): string[] {
    const { titled = '' } = registerOf(this.#way.name);
    const column = this.#kinds.get(titled);
    const isRead = Object.values(this.#way.reading.columns).includes(titled);
    const text = fields[titled] ?? '';
    if (!column || !isRead || textKey(text) !== undefined) return [];
    return [
      text === ''
        ? `没有${column.label}，照样登记，请补填`
        : `${column.label}“${text.slice(0, 20)}”没有写明，请补填`,
    ];
  }

  /** 城关镇 of 甲县 is 甲县城关镇: there is one in every county. */
  #withWhole(code: string, { line, text }: { line: Line; text: string }): string {
    const whole = line[this.#within.get(code) ?? -1]?.text.trim() ?? '';
    return text === '' || text.startsWith(whole) ? text : whole + text;
  }

  /** Of a cell that is a date. */
  #dayOf(line: Line, code: string): string | undefined {
    const at = Object.entries(this.#way.reading.columns).find(([, each]) => each === code)?.[0];
    return at === undefined ? undefined : line[Number(at)]?.day;
  }

  /** The row is no entry: its numbers are said of the next one that they cover. */
  forget(row: number): void {
    for (const [cell, of] of this.#counted) if (of === row) this.#counted.delete(cell);
  }
}

/**
 * Of an entry that is made of a row. What stands in no cell is not said of what an office has long registered; a task that is
 * only listed has not begun.
 */
export function importedFields(name: RegisterName, fields: FoundRow['fields']): Record<string, string> {
  return { ...(name === 'tasks' && firstFields(columnsOf(name))), ...fields };
}

/** The day of a task by its 时限, where the table has no column of its own for it; what is to be said of that. `day`: what its cell is. */
function dueByLimit(
  fields: Record<string, string>,
  { year, day }: { year: number; day: string | undefined },
): string[] {
  const { limit = '', due = '' } = fields;
  if (due !== '' && !whenOf(due)) return dueByWords(fields, due, year);
  if (limit === '' || due !== '') return [];
  const read = day === undefined ? dayOfLimit(limit, year) : { day, reading: '' };
  const words = `“${limit.slice(0, 20)}”`;
  if (!read) return [`时限${words}看不出是哪一天，“按此日计”空着，不会提醒，请补日期`];
  fields['due'] = read.day;
  return read.reading === '' ? [] : [`时限${words}按${read.day}计（${read.reading}）`];
}

/** 按此日计 is a day and no words: that which they name, or none. */
function dueByWords(fields: Record<string, string>, due: string, year: number): string[] {
  const limit = limitOf(due, year);
  if (!limit) return [];
  fields['due'] = limit.day;
  const words = `按此日计“${due.slice(0, 20)}”`;
  return [limit.day === '' ? `${words}没有写哪一天，空着，不会提醒` : `${words}按${limit.day}登记`];
}
