import { headingsOf } from '../cells/columns.ts';
import { gridOf } from '../cells/grid.ts';
import { columnNumbering } from '../cells/numbering.ts';
import { isPageBreakRow } from '../cells/page-breaks.ts';
import { isWithin } from '../cells/within-cell.ts';
import type { MappedTable } from '../mapped-table.ts';
import type { SourceTable } from '../source-table.ts';
import { areCaptioned, isHeadingOfPart, leadOver } from './captions.ts';
import { lastPart } from './codes.ts';
import { type Warn, warningList } from './warn.ts';

/** A table with those that it goes on in, as one. */
export interface JoinedTable extends MappedTable {
  /** The tables of the file, each with the row that it begins in. */
  readonly parts: readonly { readonly table: SourceTable; readonly from: number }[];
  /** Rows of a header that a later part says again, in whatever words. */
  readonly headers: ReadonlySet<number>;
}

/** Tables that a page break parts are one; `isOne`: what else has to be the same. Rows count from 0. */
export function joinTables(
  found: readonly MappedTable[],
  isOne: (one: SourceTable, other: SourceTable) => boolean = () => true,
): JoinedTable[] {
  const tables = underTitleRows(found);
  const captioned = areCaptioned(tables.map(({ table }) => table));
  const joined: JoinedTable[] = [];
  for (const each of tables) {
    const before = joined.at(-1);
    const last = before?.parts.at(-1)?.table;
    if (
      before &&
      last &&
      isOne(last, each.table) &&
      goesOn(before, each, { captioned, first: tables[0]?.table })
    )
      joined[joined.length - 1] = withMore(before, each);
    else joined.push({ ...each, parts: [{ table: each.table, from: 0 }], headers: new Set() });
  }
  return joined;
}

/** Where several tables begin with a row that names each, these are what stands over them. */
function underTitleRows(tables: readonly MappedTable[]): readonly MappedTable[] {
  const titles = tables.map(({ table, map }) => {
    const [only, ...others] = map.headerTo > map.headerFrom ? gridOf(table).cellsIn(map.headerFrom - 1) : [];
    return only && others.length === 0 && isHeadingOfPart(only.text) ? [only.text] : [];
  });
  if (titles.flat().length < 2) return tables;
  return tables.map(({ table, map }, at) => ({
    table: titles[at]?.length ? { ...table, before: [...(table.before ?? []), ...titles[at]] } : table,
    map,
  }));
}

/** Where a row of the whole stands, both from 0. */
export function placeIn(
  { parts }: JoinedTable,
  row: number,
): { readonly table: SourceTable; readonly row: number } {
  const part = parts.findLast(({ from }) => from <= row) ?? parts[0];
  if (!part) throw new Error('a table without parts');
  return { table: part.table, row: row - part.from };
}

/** Warnings about rows of the whole, told of the tables of the file; a row of another one is named with its table. */
export function warningsIn(joined: JoinedTable): ReturnType<typeof warningList> {
  const { list } = warningList('');
  const warn: Warn = (code, row, message, column = 0) => {
    const { table } = placeIn(joined, Math.max(0, row - 1));
    const named = (rows: string) => {
      const places = rows.split('、').map((each) => placeIn(joined, Number(each) - 1));
      if (places.every((place) => place.table === table))
        return `第${places.map((place) => place.row + 1).join('、')}行`;
      return places.map((place) => `“${place.table.name}”第${place.row + 1}行`).join('、');
    };
    const said =
      joined.parts.length > 1
        ? message.replace(/第(\d+(?:、\d+)*)行/g, (_, rows: string) => named(rows))
        : message;
    list.push({
      code,
      table: table.id,
      row: row === 0 ? 0 : placeIn(joined, row - 1).row + 1,
      column,
      message: said,
    });
  };
  return { list, warn };
}

/**
 * A table is more of the one before it, in the same columns, where it says so (续表) or nothing stands over it that names
 * it, and it has no header, begins within an item or a level, or counts on where all others are named.
 */
function goesOn(
  before: JoinedTable,
  next: MappedTable,
  { captioned, first }: { readonly captioned: boolean; readonly first: SourceTable | undefined },
): boolean {
  const { table, map } = next;
  if (table.columns !== before.table.columns || map.roles.join() !== before.map.roles.join()) return false;
  const isBare = map.headerTo === map.headerFrom;
  if (!isBare && before.map.headerTo === before.map.headerFrom) return false;
  const lead = leadOver(table, before.table, first);
  if (lead === 'own' || isWithin(table, before.table)) return false;
  if (lead === 'goesOn' || isBare) return true;
  const headings = ({ table: source, map: columns }: MappedTable) =>
    headingsOf(gridOf(source), columns).join('|');
  if (headings(before) !== headings(next)) return false;
  return beginsInside(next) || ((captioned || lead === 'again') && countsOn(before, next));
}

/** The first row that says something has no number and no name where others have one. */
function beginsInside({ table, map }: MappedTable): boolean {
  const grid = gridOf(table);
  const rows = dataRows({ table, map });
  const lead = map.roles.findIndex(
    (role, column) =>
      (role === 'number' || role === 'content' || role.startsWith('level')) &&
      rows.some((row) => grid.textAt(row, column) !== ''),
  );
  const [first] = rows;
  return lead >= 0 && first !== undefined && grid.textAt(first, lead) === '';
}

/** 2, then 3; or 2 once more, of which the rest follows. */
function countsOn(before: MappedTable, next: MappedTable): boolean {
  const [last, first] = [numbersIn(before).at(-1), numbersIn(next)[0]];
  return last !== undefined && first !== undefined && (first === last + 1 || (first === last && first > 1));
}

function numbersIn({ table, map }: MappedTable): number[] {
  const grid = gridOf(table);
  const column = map.roles.indexOf('number');
  return dataRows({ table, map }).flatMap((row) => {
    const text = column < 0 ? '' : grid.textAt(row, column);
    return text === '' ? [] : (lastPart(columnNumbering(text)?.number ?? '') ?? []);
  });
}

function dataRows({ table, map }: MappedTable): number[] {
  const grid = gridOf(table);
  return Array.from({ length: table.rows - map.headerTo }, (_, i) => map.headerTo + i).filter(
    (row) => grid.cellsIn(row).length > 0 && !isPageBreakRow(grid, row),
  );
}

function withMore(before: JoinedTable, { table, map }: MappedTable): JoinedTable {
  const from = before.table.rows;
  const { after: last, ...first } = before.table;
  const after = [...(last ?? []), ...(table.before ?? []), ...(table.after ?? [])];
  const cells = table.cells.map((cell) => ({ ...cell, row: cell.row + from }));
  const headers = Array.from({ length: map.headerTo - map.headerFrom }, (_, i) => from + map.headerFrom + i);
  return {
    table: {
      ...first,
      rows: from + table.rows,
      cells: [...before.table.cells, ...cells],
      ...(after.length > 0 && { after }),
    },
    map: before.map,
    parts: [...before.parts, { table, from }],
    headers: new Set([...before.headers, ...headers]),
  };
}
