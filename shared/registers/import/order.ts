import type { SourceTable } from '../../tables/source-table.ts';
import { countOf } from '../count.ts';
import { bare, placesOf } from './grid.ts';
import { headingsOf, type TableReading } from './reading.ts';

const ORDER = /^(?:推荐)?(?:顺序|次序|排序|排名)$/u;

interface InOrder<Row> {
  readonly rows: readonly Row[];
  /** Why the order of the table's own column is not kept; '' where it is, or there is none. */
  readonly problem: string;
}

/** Rows by the table's own 顺序, where each of them has a number of its own. */
export function inTablesOrder<Row extends { readonly row: number }>(
  table: SourceTable,
  reading: TableReading,
  rows: readonly Row[],
): InOrder<Row> {
  const at =
    reading.header < 0 ? -1 : headingsOf(table, reading).findIndex(({ text }) => ORDER.test(bare(text)));
  if (at < 0) return { rows, problem: '' };
  const places = placesOf(table);
  const textOf = ({ row }: Row): string => places[row - 1]?.[at]?.text.trim() ?? '';
  const numbers = new Map(rows.map((each) => [each, countOf(textOf(each))]));
  const used = [...numbers.values()];
  if (used.includes(undefined) || new Set(used).size < used.length) {
    const isBlank = rows.every((each) => textOf(each) === '');
    const problem = `“顺序”一栏有空着、重复或不是数字的，按表格里的先后登记，请核对推荐顺序`;
    return { rows, problem: isBlank ? '' : problem };
  }
  return { rows: [...rows].sort((a, b) => (numbers.get(a) ?? 0) - (numbers.get(b) ?? 0)), problem: '' };
}
