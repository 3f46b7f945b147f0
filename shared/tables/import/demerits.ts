import { headingsOf } from '../cells/columns.ts';
import { gridOf } from '../cells/grid.ts';
import type { ColumnMap } from '../column-map.ts';
import type { SourceTable } from '../source-table.ts';

const OFFENCE = /违[规法章约纪]|不良行为|失信|不文明/;
const DEMERITS = /^(?:单次|每次|一次(?:性)?)?记分(?:分?值|数|标准)?$/;
/** Says that points are taken from a score. */
const TAKEN = /扣分|扣\s*[\d.]+\s*分|满分|得分|评分/;

/**
 * A list of offences with the 记分 that each brings: they are counted up against somebody, and no score is reached by
 * them, unless the table says that they are taken from one.
 */
export function isDemeritList(table: SourceTable, map: ColumnMap): boolean {
  const headings = headingsOf(gridOf(table), map);
  const texts = table.cells.filter(({ row }) => row >= map.headerTo).map(({ text }) => text);
  const counted = texts.filter((text) => /记\s*[\d.]+\s*分/.test(text)).length;
  const isCounted =
    headings.some((heading) => DEMERITS.test(heading)) || counted * 2 > table.rows - map.headerTo;
  return (
    isCounted &&
    headings.some((heading) => OFFENCE.test(heading)) &&
    ![...headings, ...texts].some((text) => TAKEN.test(text))
  );
}
