import type { SourceCell, SourceTable } from '../../tables/source-table.ts';
import { goesOn, partOf } from '../parted.ts';
import { headEnd, type TableReading } from './reading.ts';
import type { LeftRow } from './rows.ts';

interface Joined {
  /** With each row in one place, all of its parts in it. */
  readonly table: SourceTable;
  /** Parts that are in the row above them. */
  readonly joined: readonly LeftRow[];
  /** What cannot be put together: neither the part nor the row that it is of is taken. */
  readonly torn: readonly LeftRow[];
}

/** A row and those directly below that go on with it, by their indexes. */
interface Run {
  readonly number: number;
  readonly rows: number[];
  /** Its parts do not say which they are, as older tables have it. */
  isPlain: boolean;
}

/** Puts the rows together again that our own table says in several: 2, 2（续）, 2（续2）. */
export function joinParts(table: SourceTable, reading: TableReading): Joined {
  const at = serialColumn(table, reading);
  if (at === undefined) return { table, joined: [], torn: [] };
  const serials = table.cells
    .filter(({ row, column }) => column === at && row > headEnd(table, reading.header))
    .sort((a, b) => a.row - b.row);
  const { runs, loose } = runsIn(serials);
  const torn = new Map<number, string>();
  for (const { row, text } of loose) {
    const { number } = partOf(text) ?? { number: 0 };
    torn.set(row, `“${text}”不在它接着的那一行下面，接不上`);
    const own = runs.filter((run) => run.number === number);
    // One without parts may have been numbered anew, and be what goes on there.
    const above = runs.filter(({ rows }) => rows.length === 1 && rows[0] === row - 1);
    for (const { rows } of own.length > 0 ? own : above)
      for (const each of rows) torn.set(each, `它的续行在第 ${row + 1} 行，接不上，内容不全`);
  }
  const whole = runs.filter(({ rows }) => rows.length > 1 && !rows.some((row) => torn.has(row)));
  const firstOf = new Map(
    whole.flatMap(({ rows: [first = 0, ...others] }) => others.map((row) => [row, first])),
  );
  return {
    table: { ...table, cells: together(table.cells, { at, firstOf }) },
    joined: [...firstOf].map(([row, first]) => ({
      row: row + 1,
      reason: `是第 ${first + 1} 行的续行，已并入那一行`,
    })),
    torn: [...torn].map(([row, reason]) => ({ row: row + 1, reason })).sort((a, b) => a.row - b.row),
  };
}

/** Where 2（续） stands; undefined where nothing goes on, or that column is one that is taken. */
function serialColumn({ cells }: SourceTable, { columns }: TableReading): number | undefined {
  return cells.find(({ column, text }) => columns[column] === undefined && (partOf(text)?.part ?? 0) !== 0)
    ?.column;
}

function runsIn(serials: readonly SourceCell[]): { runs: Run[]; loose: SourceCell[] } {
  const [runs, loose]: [Run[], SourceCell[]] = [[], []];
  for (const cell of serials) {
    const said = partOf(cell.text);
    if (!said) continue;
    const { number, part } = said;
    const run = runs.at(-1);
    if (part === 0) runs.push({ number, rows: [cell.row], isPlain: true });
    else if (run?.number !== number || run.rows.at(-1) !== cell.row - 1 || !isNext(run, part))
      loose.push(cell);
    else {
      run.rows.push(cell.row);
      run.isPlain &&= part === 1;
    }
  }
  return { runs, loose };
}

function isNext({ rows, isPlain }: Run, part: number): boolean {
  return part === rows.length || (part === 1 && isPlain);
}

/** Column by column; a part stands in the row that it goes on with. */
function together(
  cells: readonly SourceCell[],
  { at, firstOf }: { readonly at: number; readonly firstOf: ReadonlyMap<number, number> },
): SourceCell[] {
  const firsts = new Set(firstOf.values());
  const open = new Map<string, SourceCell>();
  const others: SourceCell[] = [];
  for (const cell of [...cells].sort((a, b) => a.row - b.row)) {
    const row = firstOf.get(cell.row);
    if (row === undefined && !firsts.has(cell.row)) others.push(cell);
    else if (row === undefined) open.set(`${cell.row} ${cell.column}`, cell);
    else if (cell.column !== at && cell.text.trim() !== '') {
      const key = `${row} ${cell.column}`;
      const { column, rowSpan, columnSpan, text } = open.get(key) ?? { ...cell, text: '' };
      // 甲局 in both says whose row goes on.
      if (text.trim() === cell.text.trim()) continue;
      // Without the day of a cell: what goes on is none.
      open.set(key, { row, column, rowSpan, columnSpan, text: goesOn(text, cell.text) });
    }
  }
  return [...others, ...open.values()].sort((a, b) => a.row - b.row || a.column - b.column);
}
