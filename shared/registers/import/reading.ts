import type { SourceTable } from '../../tables/source-table.ts';
import type { Column } from '../column.ts';
import { columnsOf, type RegisterName } from '../kinds.ts';
import { bare, type Line, placesOf } from './grid.ts';
import { claimsOf, type Heading, typeOfNumber } from './heading.ts';

/** How an office's own table is read: which row names its columns, and which column of ours each is. */
export interface TableReading {
  /** Index of the row that names the columns, the lowest of several; -1 where none does. */
  readonly header: number;
  /** By the index of its column; those that are not there are not taken. */
  readonly columns: Readonly<Record<number, string>>;
}

/** Rows that a head may have. */
const MOST_HEAD_ROWS = 4;
/** Rows in which the names of columns are looked for. */
const HEADER_WITHIN = 20;

/** 单位：某局, a line above a table, which is no group of its columns. */
const SAYS = /^.{1,8}[：:]./su;

/**
 * What a row names the columns, with what stands in the row above over some of them: broader than they are, or in a row
 * that is of the same head.
 */
function headingsIn(places: readonly Line[], header: number): Heading[] {
  const [line, above] = [places[header] ?? [], places[header - 1] ?? []];
  const isOneHead = line.some((cell) => cell && cell.row < header && cell.rowSpan > 1);
  return line.map((cell, at) => {
    const over = above[at];
    const isGroup =
      over &&
      over !== cell &&
      !SAYS.test(over.text.trim()) &&
      over.columnSpan < line.length &&
      (isOneHead || over.columnSpan > 1);
    return {
      ...{ text: cell?.text.trim() ?? '', group: isGroup ? over.text.trim() : '' },
      below: () => places.slice(header + 1).map((each) => each[at]?.text.trim() ?? ''),
    };
  });
}

/**
 * Every name of a column takes it before any that is like it does, wherever it stands; of parts the longest: 计划完成时间（月、日）
 * is what 计划完成时间 is and not what 完成时间 is.
 */
function columnsIn(line: readonly Heading[], columns: readonly Column[]): Record<number, string> {
  const claims = line
    .flatMap((heading, index) =>
      typeOfNumber(heading, line) ? [] : claimsOf(heading, columns).map((claim) => ({ ...claim, index })),
    )
    .sort((a, b) => a.rank - b.rank || b.size - a.size);
  const taken = new Set<string>();
  const found: Record<number, string> = {};
  for (const { code, index } of claims) {
    if (taken.has(code) || found[index] !== undefined) continue;
    taken.add(code);
    found[index] = code;
  }
  return found;
}

/** The row with the most names of columns that are known, the lowest of its head; the user may say otherwise. */
export function proposeReading(
  table: SourceTable,
  name: RegisterName,
  known: readonly Column[] = columnsOf(name),
): TableReading {
  let best: TableReading = { header: -1, columns: {} };
  const places = placesOf(table);
  places.slice(0, HEADER_WITHIN).forEach((_, header) => {
    const columns = columnsIn(headingsIn(places, header), known);
    const more = Object.keys(columns).length - Object.keys(best.columns).length;
    const isLower = best.header >= 0 && header <= headEnd(table, best.header);
    if (more > 0 || (more === 0 && isLower)) best = { header, columns };
  });
  return best;
}

/** Of the tables of a file the one whose headings are most of these columns, of equal ones that with the fewest others. */
export function likeliestTable(
  tables: readonly SourceTable[],
  name: RegisterName,
  known: readonly Column[] = columnsOf(name),
): SourceTable | undefined {
  const rated = tables.map((table) => {
    const taken = Object.keys(proposeReading(table, name, known).columns).length;
    return { table, taken, others: table.columns - taken };
  });
  return rated.sort((a, b) => b.taken - a.taken || (b.taken === 0 ? 0 : a.others - b.others))[0]?.table;
}

/** What stands in the row that names the columns, or in the first one, by column. */
export function headingsOf(table: SourceTable, { header }: TableReading): readonly Heading[] {
  return headingsIn(placesOf(table), Math.max(0, header));
}

/** The last row of the head: what is merged downwards from the row that names the columns, or from above it, covers more. */
export function headEnd({ cells }: SourceTable, header: number): number {
  const ends = cells
    .filter(({ row, rowSpan, text }) => row <= header && row + rowSpan - 1 > header && text.trim() !== '')
    .map(({ row, rowSpan }) => Math.min(row + rowSpan - 1, header + MOST_HEAD_ROWS - 1));
  return Math.max(header, ...ends);
}

/** By its column, where a table names what it lies in: 县市区 beside 乡镇, which alone is taken. */
export function withinOf(
  headings: readonly Heading[],
  reading: TableReading,
  columns: readonly Column[],
): ReadonlyMap<string, number> {
  const taken = new Set(Object.values(reading.columns));
  const found = columns.flatMap(({ code, within = [] }): [string, number][] => {
    const at = headings.findIndex(
      ({ text }, index) =>
        reading.columns[index] === undefined && within.some((each) => bare(each) === bare(text)),
    );
    return at >= 0 && taken.has(code) ? [[code, at]] : [];
  });
  return new Map(found);
}
