import type { SourceTable } from '../../tables/source-table.ts';
import { countOf } from '../count.ts';
import { bare, placesOf } from './grid.ts';
import { EXPLAINED } from './heading.ts';
import { headingsOf, type TableReading } from './reading.ts';

const ORDER = /^(?:推荐)?(?:顺序|次序|排序|排名|名次)号?$|^推荐序号$/u;
/** The order as well, where no column is it by name. */
const SERIAL = /^序号$/u;
/** 第3名. */
const PLACE = /^第|[名位]$/gu;

interface Ranked<Row> {
  /** All that the table says. */
  readonly rows: readonly Row[];
  /** Those to be registered. */
  readonly fresh: readonly Row[];
  /** Of a row that is registered: in which place. */
  readonly placeOf: (row: number) => number | undefined;
}

interface InOrder<Row> {
  /** Those to be registered, in their order. */
  readonly rows: readonly Row[];
  /** What is not ordered as the table has it. */
  readonly problems: readonly string[];
}

/** Rows by the table's own 顺序, where each of them has a number of its own; they come behind what is registered. */
export function inTablesOrder<Row extends { readonly row: number }>(
  table: SourceTable,
  reading: TableReading,
  { rows, fresh, placeOf }: Ranked<Row>,
): InOrder<Row> {
  const { heading, textOf } = orderColumn(table, reading);
  if (rows.every((each) => textOf(each) === ''))
    return { rows: fresh, problems: movedProblems(rows, placeOf) };
  const numbers = new Map(rows.map((each) => [each, countOf(textOf(each).trim().replace(PLACE, ''))]));
  const used = [...numbers.values()];
  if (used.includes(undefined) || new Set(used).size < used.length) {
    const problem = `“${heading}”一栏有空着、重复或不是数字的，按表格里的先后登记，请核对推荐顺序`;
    return { rows: fresh, problems: fresh.length > 0 ? [problem] : [] };
  }
  const byNumber = (some: readonly Row[]): Row[] =>
    [...some].sort((a, b) => (numbers.get(a) ?? 0) - (numbers.get(b) ?? 0));
  return { rows: byNumber(fresh), problems: movedProblems(byNumber(rows), placeOf) };
}

function orderColumn(table: SourceTable, reading: TableReading) {
  const headings = reading.header < 0 ? [] : headingsOf(table, reading);
  const names = headings.map(({ text }) => bare(text.replace(EXPLAINED, '')));
  const named = names.findIndex((name) => ORDER.test(name));
  const at = named < 0 ? names.findIndex((name) => SERIAL.test(name)) : named;
  const places = placesOf(table);
  return {
    heading: names[at] ?? '',
    textOf: ({ row }: { readonly row: number }): string => places[row - 1]?.[at]?.text.trim() ?? '',
  };
}

/** What of the order of a table is not that of a list; `rows`: in the order of the table. */
export function movedProblems(
  rows: readonly { readonly row: number }[],
  placeOf: (row: number) => number | undefined,
): string[] {
  const places = rows.map(({ row }) => placeOf(row));
  const known = places.filter((place) => place !== undefined);
  const isMoved = known.some((place, at) => at > 0 && place < (known[at - 1] ?? 0));
  const firstNew = places.indexOf(undefined);
  const isBetween = firstNew >= 0 && places.slice(firstNew).some((place) => place !== undefined);
  return [
    ...(isMoved ? ['表格里的顺序与登记的不同，登记的顺序没有改，请用上移、下移调整'] : []),
    ...(isBetween ? ['新登记的排在最后，表格里有的排在已登记的前面，请用上移、下移调整'] : []),
  ];
}
