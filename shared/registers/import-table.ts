import type { SourceTable } from '../tables/source-table.ts';
import { sortedJson } from '../values/sorted-json.ts';
import type { Column } from './column.ts';
import type { Entry } from './entry.ts';
import { isRanked } from './commend/summary.ts';
import { headDoubts } from './import/head-doubts.ts';
import { inTablesOrder, movedProblems } from './import/order.ts';
import { joinParts } from './import/parts.ts';
import type { TableReading } from './import/reading.ts';
import { type FoundRow, importedFields, type LeftRow, rowsOf, saidAround } from './import/rows.ts';
import { columnsOf, registerOf, type RegisterName } from './kinds.ts';
import { KnownEntries, type SameRow } from './same-entry.ts';
import { afterSame } from './year/placing.ts';

export interface ReadTable {
  /** New ones. */
  readonly entries: readonly Entry[];
  /** The row of each of them. */
  readonly entryRows: readonly number[];
  /** Those that say the same as another row of the table, which is none of the entries known: the user decides. */
  readonly twins: readonly TwinRow[];
  /** Those that are likely an entry already registered and say something else of it: the user decides. */
  readonly same: readonly SameRow[];
  readonly left: readonly LeftRow[];
  /** Rows that go on in another one, and those that should, where the table does not have them below each other: none is taken. */
  readonly torn: readonly LeftRow[];
  /** Cells that are not what their column is for, taken as they stand, or that can be read in two ways; the head as well. */
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

/** Every row below the names of the columns: an entry, one that is likely known, or why it is none. `year`: of days that are written without one. */
export function readTable(
  source: SourceTable,
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
  const { table, joined, torn } = joinParts(source, reading);
  const apart = new Set([...joined, ...torn].map(({ row }) => row));
  const { rows: said, left, around } = rowsOf(table, { reading, year, columns, today, name, apart });
  const rows = said.map((row) => withBeside(row, columns));
  const unlike = rowsUnlike(rows, { name, entries: known, columns });
  const likely = unlike.known.pair(unlike.rows);
  const same = unlike.rows.flatMap((found) => likely.get(found) ?? []);
  const fresh = unlike.rows.filter((found) => !likely.has(found));
  const named = new Set(unlike.rows.map(({ row }) => row));
  const twins = twinsIn(rows, fresh);
  const isTwin = new Set(twins.map(({ row }) => row));
  const places = new Map(unlike.pairs);
  for (const { row, entry } of same) places.set(row, entry);
  const placeOf = (row: number): number | undefined => {
    const entry = places.get(row);
    return entry && known.indexOf(entry);
  };
  const ordered = isRanked(name)
    ? inTablesOrder(table, reading, { rows, fresh, placeOf })
    : { rows: fresh, problems: listProblems(name, { rows, fresh, known, placeOf }) };
  const alone = ordered.rows.filter(({ row }) => !isTwin.has(row));
  const doubts = [...headDoubts(table, reading, { columns, year }), ...ordered.problems];
  return {
    twins,
    entries: alone.map(({ fields }) => ({ id: newId(), fields: importedFields(name, fields), files: [] })),
    entryRows: alone.map(({ row }) => row),
    same,
    torn,
    left: [...left, ...joined, ...unlike.left].sort((a, b) => a.row - b.row),
    odd: [
      ...(doubts.length > 0 ? [{ row: reading.header + 1, reason: doubts.join('；') }] : []),
      ...rows.flatMap(({ row, strange }) =>
        strange.length > 0 && named.has(row) ? [{ row, reason: strange.join('；') }] : [],
      ),
      ...saidAround(columns, { around, rows }),
    ],
  };
}

/** A row as it is registered: what stands beside its columns is kept in one of them. */
function withBeside(row: FoundRow, columns: readonly Column[]): FoundRow {
  const fields: Record<string, string> = { ...row.fields };
  const strange = row.beside.map(({ words, said, into }) => {
    const column = columns.find(({ code }) => code === into);
    if (!column) return words;
    fields[into] = [fields[into] ?? '', said].filter((text) => text !== '').join('；');
    return `${words}；登记时记入${column.label}：“${said}”`;
  });
  return { ...row, fields, strange: [...row.strange, ...strange] };
}

/** Of a list that has an order of its own and no numbers: the same without the rows that come to their likes. */
function listProblems(
  name: RegisterName,
  {
    rows,
    fresh,
    known,
    placeOf,
  }: {
    readonly rows: readonly FoundRow[];
    readonly fresh: readonly FoundRow[];
    readonly known: readonly Entry[];
    readonly placeOf: (row: number) => number | undefined;
  },
): readonly string[] {
  if (!registerOf(name).isOfTheYear) return [];
  const asEntries = fresh.map(({ row, fields }) => ({ id: String(row), fields, files: [] }));
  const after = afterSame(name, asEntries, known);
  return movedProblems(
    rows.filter(({ row }) => after[String(row)] === undefined),
    placeOf,
  );
}

/** Of the rows that are no entry known, those that an earlier row of the table equals. */
function twinsIn(rows: readonly FoundRow[], fresh: readonly FoundRow[]): TwinRow[] {
  const firsts = new Map<string, number>();
  const keyIn = ({ fields, merged }: FoundRow): string => keyOf({ ...fields, ...merged });
  for (const found of rows) if (!firsts.has(keyIn(found))) firsts.set(keyIn(found), found.row);
  const isFresh = new Set(fresh.map(({ row }) => row));
  return fresh.flatMap((found) => {
    const { row, fields } = found;
    const first = firsts.get(keyIn(found)) ?? row;
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
  const pairs = new Map<number, Entry>();
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
    pairs.set(row, entry);
    left.push({ row, reason: '与已登记的一行内容相同' });
    return false;
  });
  return {
    ...{ known, left, pairs },
    rows: unequal.filter(({ row, fields }) => {
      const found = known.findEqual(fields);
      if (!found) return true;
      known.take(found);
      pairs.set(row, found);
      left.push({ row, reason: '已经登记，表格里没有新的内容' });
      return false;
    }),
  };
}

/** What tells an entry from another: all that is typed in it. */
function keyOf(fields: Readonly<Record<string, string>>): string {
  return sortedJson(Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== '')));
}
