import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceCell, SourceTable } from '../../../../shared/tables/source-table.ts';
import { repository } from '../../../repository.ts';

export const FIXTURE_FOLDER = join(repository, 'tests/fixtures/tables/');

/**
 * A fixture table: a row a line, cells between " | ", ⏎ for a line break in a cell, ^ for a cell merged down from
 * above, < for one merged across from the left.
 */
export function tableFixture(file: string, id = '1'): SourceTable {
  return parseTable(readFileSync(`${FIXTURE_FOLDER}${file}.txt`, 'utf8'), id);
}

export function parseTable(source: string, id = '1'): SourceTable {
  const lines = source.split('\n').filter((line) => line.trim() !== '');
  const grid = lines.map((line) => line.split('|').map((text) => text.trim().replaceAll('⏎', '\n')));
  const columns = Math.max(...grid.map((row) => row.length));
  const at = (row: number, column: number) => grid[row]?.[column] ?? '';
  const cells: SourceCell[] = [];
  grid.forEach((_, row) => {
    for (let column = 0; column < columns; column += 1) {
      const text = at(row, column);
      if (text === '^' || text === '<') continue;
      let columnSpan = 1;
      while (at(row, column + columnSpan) === '<') columnSpan += 1;
      let rowSpan = 1;
      while (at(row + rowSpan, column) === '^') rowSpan += 1;
      cells.push({ row, column, rowSpan, columnSpan, text });
    }
  });
  return { id, name: `表${id}`, rows: grid.length, columns, cells };
}
