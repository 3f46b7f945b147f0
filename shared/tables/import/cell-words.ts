import { headingsOf } from '../cells/columns.ts';
import { gridOf } from '../cells/grid.ts';
import type { ColumnMap } from '../column-map.ts';
import type { SourceTable } from '../source-table.ts';
import type { CellField, CellReport } from '../standard-draft.ts';

/** What a cell became. */
export const CELL_FIELD_LABELS: Record<CellField, string> = {
  title: '标题',
  header: '表头',
  number: '序号、编号',
  name: '名称',
  criterion: '评分标准',
  score: '分值',
  veto: '一票否决',
  evidence: '佐证材料',
  methods: '评价方式',
  department: '责任部门',
  deadline: '完成时限',
  appliesTo: '适用单位',
  note: '备注',
  sum: '合计（用于核对）',
  remark: '说明（保留）',
  none: '没有写入标准',
};

/** C5, as a spreadsheet names it; row and column as people count them. */
export function cellAddress({ row, column }: Pick<CellReport, 'row' | 'column'>): string {
  let letters = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return `${letters}${row}`;
}

/** A column with cells whose content is nowhere. */
export interface LostColumn {
  readonly table: string;
  /** As people count them. */
  readonly column: number;
  /** '' where it has none. */
  readonly heading: string;
  readonly count: number;
}

export function lostColumns(
  cells: readonly CellReport[],
  tables: readonly SourceTable[],
  maps: Readonly<Record<string, ColumnMap>>,
): LostColumn[] {
  const counts = new Map<string, CellReport[]>();
  for (const cell of cells) {
    if (cell.field !== 'none') continue;
    const key = `${cell.table}:${cell.column}`;
    counts.set(key, [...(counts.get(key) ?? []), cell]);
  }
  return [...counts.values()].flatMap((lost) => {
    const [first] = lost;
    if (!first) return [];
    const table = tables.find(({ id }) => id === first.table);
    const map = maps[first.table];
    const heading = (table && map && headingsOf(gridOf(table), map)[first.column - 1]) ?? '';
    return [{ table: first.table, column: first.column, heading, count: lost.length }];
  });
}
