import type { ColumnMap } from './column-map.ts';
import type { SourceTable } from './source-table.ts';

/** One table with the meaning of its columns. */
export interface MappedTable {
  readonly table: SourceTable;
  readonly map: ColumnMap;
}
