import { proposeReading } from '../../../../shared/registers/import/reading.ts';
import { readTable } from '../../../../shared/registers/import-table.ts';
import type { RegisterName } from '../../../../shared/registers/kinds.ts';
import type { SourceTable } from '../../../../shared/tables/source-table.ts';

let count = 0;
export const newId = (): string => `id-${(count += 1)}`;

/** A table from its rows; `spans`: how many rows a cell covers, or rows and columns. */
export function tableOf(
  rows: readonly (readonly string[])[],
  spans: Readonly<Record<string, number | readonly [rows: number, columns: number]>> = {},
): SourceTable {
  const columns = Math.max(...rows.map(({ length }) => length));
  const cells = rows.flatMap((line, row) =>
    line.map((text, column) => {
      const [rowSpan, columnSpan] = [spans[`${row},${column}`] ?? 1].flat() as [number, number?];
      return { row, column, rowSpan, columnSpan: columnSpan ?? 1, text };
    }),
  );
  return { id: '1', name: '表1', rows: rows.length, columns, cells };
}

export function read(
  table: SourceTable,
  name: RegisterName,
  known: ReturnType<typeof readTable>['entries'] = [],
) {
  return readTable(table, name, { reading: proposeReading(table, name), year: 2026, known, newId });
}
