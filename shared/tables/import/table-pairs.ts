import { headingsOf } from '../cells/columns.ts';
import { gridOf } from '../cells/grid.ts';
import type { ColumnMap } from '../column-map.ts';
import type { MappedTable } from '../mapped-table.ts';
import type { SourceTable } from '../source-table.ts';
import { plainText } from '../../values/pair.ts';

/** From this share of common words on, two tables are two editions of one, whatever their columns are. */
const ALIKE = 0.4;

/** A table and the one of an earlier edition that it goes on from. */
export interface TablePair {
  readonly was: MappedTable;
  readonly now: MappedTable;
  /** What stood in a column stands in it again. */
  readonly hasSameColumns: boolean;
}

/**
 * Each table with at most one of before: first those that say most of the same words, then, of the rest, those with the
 * same headings, in their order.
 */
export function pairTables(before: readonly MappedTable[], now: readonly MappedTable[]): TablePair[] {
  const pairs: TablePair[] = [];
  const isOpen = (was: MappedTable, is: MappedTable) =>
    pairs.every((pair) => pair.was !== was && pair.now !== is);
  const [old, fresh] = [before, now].map((tables) => tables.map((each) => ({ each, words: wordsOf(each) })));
  const alike = (old ?? []).flatMap((was) =>
    (fresh ?? [])
      .map((is) => ({ was: was.each, is: is.each, share: shareOf(was.words, is.words) }))
      .filter(({ share }) => share >= ALIKE),
  );
  for (const { was, is } of alike.sort((one, other) => other.share - one.share)) {
    if (isOpen(was, is)) pairs.push({ was, now: is, hasSameColumns: headOf(was) === headOf(is) });
  }
  for (const was of before) {
    const is = now.find((each) => isOpen(was, each) && hasSameHeadings(was, each));
    if (is && pairs.every((pair) => pair.was !== was)) pairs.push({ was, now: is, hasSameColumns: true });
  }
  return pairs;
}

/** Tables without a heading have none in common. */
export function hasSameHeadings(one: MappedTable, other: MappedTable): boolean {
  return headingsIn(one).some((text) => text !== '') && headOf(one) === headOf(other);
}

function headingsIn({ table, map }: MappedTable): string[] {
  return headingsOf(gridOf(table), map);
}

function headOf(mapped: MappedTable): string {
  return [mapped.table.columns, ...headingsIn(mapped)].join('\n');
}

/** How much of what two files say is the same: 0 to 1. */
export function likenessOf(one: readonly SourceTable[], other: readonly SourceTable[]): number {
  const wordsIn = (tables: readonly SourceTable[]) =>
    new Set(
      tables
        .flatMap(({ before = [], cells }) => [...before, ...cells.map(({ text }) => text)])
        .map(plainText),
    );
  return shareOf(wordsIn(one), wordsIn(other));
}

/** What stands below the headings, and over the table. */
function wordsOf({
  table,
  map,
}: {
  readonly table: SourceTable;
  readonly map: ColumnMap;
}): ReadonlySet<string> {
  const cells = table.cells.filter(({ row }) => row >= map.headerTo).map(({ text }) => plainText(text));
  return new Set([...cells.filter((text) => text.length > 1), plainText(table.name)]);
}

function shareOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((text) => other.has(text)).length;
  return (2 * shared) / Math.max(1, one.size + other.size);
}
