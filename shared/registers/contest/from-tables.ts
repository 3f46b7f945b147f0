import type { SourceTable } from '../../tables/source-table.ts';
import { proposeReading } from '../import/reading.ts';
import { rowsOf } from '../import/rows.ts';
import { columnsOf } from '../kinds.ts';
import type { ContestRow } from './rows.ts';

/** The rows of a file, and what is to be said of the rest of it. `at` of a row: where it stands, in words. */
export interface ContestTables {
  readonly rows: readonly ContestRow[];
  readonly notes: readonly string[];
}

const MARKS = ['theory', 'simulation'];
const COLUMNS = columnsOf('contest').filter(({ code }) => ['team', 'name', 'cheat', ...MARKS].includes(code));

/** Every table that has teams and marks, whatever the order of its columns: one sheet, or one for each of the two parts. */
export function contestRows(tables: readonly SourceTable[]): ContestTables {
  const notes: string[] = [];
  const rows: ContestRow[] = [];
  for (const table of tables) {
    const name = tables.length > 1 ? `“${table.name}”` : '';
    const reading = proposeReading(table, 'contest', COLUMNS);
    const found = new Set(Object.values(reading.columns));
    if (!found.has('team') || !MARKS.some((code) => found.has(code))) {
      notes.push(`${name || '文件里'}没有“队伍”和“理论成绩”“模拟执法成绩”栏目，没有读取`);
      continue;
    }
    const at = (row: number): string => `${name}第 ${row} 行`;
    for (const { row, column, text } of table.doubts ?? [])
      notes.push(row < 0 ? `${name}${text}` : `${at(row + 1)}第 ${column + 1} 列：${text}`);
    const read = rowsOf(table, { name: 'contest', reading, columns: COLUMNS, year: 0, today: '' });
    for (const { row, reason } of read.left)
      if (reason !== EMPTY) notes.push(`${at(row)}没有计入：${reason}`);
    for (const { row, fields } of read.rows) {
      const field = (code: string): string => fields[code] ?? '';
      rows.push({
        ...{ at: at(row), team: field('team'), name: field('name') },
        ...{ theory: field('theory'), simulation: field('simulation'), cheat: field('cheat') },
      });
    }
    if (found.has('theory') && !found.has('name'))
      notes.push(`${name}没有“姓名”一栏，有理论成绩的一行按一人计`);
  }
  return { rows, notes };
}

const EMPTY = '空行';
