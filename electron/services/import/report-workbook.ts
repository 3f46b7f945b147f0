import { CELL_FIELD_LABELS, cellAddress } from '../../../shared/tables/import/cell-words.ts';
import type { FinalCell } from '../../../shared/tables/import/traced-cells.ts';
import type { RowFate, RowReport } from '../../../shared/tables/standard-draft.ts';
import type { SourceTable } from '../../../shared/tables/source-table.ts';
import { newWorkbook, toBytes } from '../sheets/deterministic.ts';
import { STYLES } from '../sheets/styles.ts';
import { Table, type TableColumn } from '../sheets/table.ts';
import { addFormSheet } from './form/form-sheet.ts';

const DATE = '2026-01-01';

const FATE_LABELS: Record<RowFate, string> = {
  title: '标题',
  header: '表头',
  section: '指标',
  item: '评分项',
  continued: '并入上一项',
  sum: '合计（用于核对）',
  note: '说明（保留）',
  empty: '空行',
};

/** More cells than any standard has; of a larger table those that are in the standard end here, with a line that says so. */
const MOST_CELLS = 50_000;

interface Report {
  /** The source's name. */
  readonly file: string;
  readonly rows: readonly RowReport[];
  readonly cells: readonly FinalCell[];
  readonly tables: readonly Pick<SourceTable, 'id' | 'name'>[];
}

/** The import report as .xlsx: each source row and what became of it, and each filled cell, those in no place first. */
export function writeReportWorkbook({ file, rows, cells, tables }: Report): Promise<Uint8Array> {
  const workbook = newWorkbook(DATE);
  const names = new Map(tables.map(({ id, name }) => [id, name]));
  const sheetOf = <Line>(name: string, columns: readonly TableColumn<Line>[]) =>
    new Table<Line>({ name, columns, above: [] }, ({ name: sheet, widths }) =>
      addFormSheet(workbook, sheet, { widths, title: `导入报告：${file}`, head: 'repeated' }),
    );
  const report = sheetOf<RowReport>('导入报告', [
    { title: '表', width: 22, cell: ({ table }) => [names.get(table) ?? table, STYLES.text] },
    { title: '行', width: 7, cell: ({ row }) => [row, STYLES.centre] },
    { title: '去向', width: 16, cell: ({ fate }) => [FATE_LABELS[fate], STYLES.centre] },
    { title: '编号', width: 12, cell: ({ code }) => [code, STYLES.centre] },
    { title: '原文', width: 80, cell: ({ text }) => [text, STYLES.text] },
    { title: '说明', width: 36, cell: ({ reason }) => [reason, STYLES.text] },
  ]);
  report.put(rows);
  report.end();
  const traced = sheetOf<FinalCell>('各格去向', [
    { title: '表', width: 22, cell: ({ table }) => [names.get(table) ?? table, STYLES.text] },
    { title: '行', width: 7, cell: ({ row }) => [row, STYLES.centre] },
    { title: '栏', width: 9, cell: (cell) => [cellAddress(cell), STYLES.centre] },
    { title: '原文', width: 80, cell: ({ text }) => [text, STYLES.text] },
    {
      title: '成为',
      width: 26,
      cell: (cell) => [becameWords(cell), cell.field === 'none' ? STYLES.alert : STYLES.centre],
    },
    { title: '编号', width: 12, cell: ({ code }) => [code, STYLES.centre] },
  ]);
  const lostFirst = [...cells].sort((a, b) => Number(b.field === 'none') - Number(a.field === 'none'));
  traced.put(lostFirst.slice(0, MOST_CELLS));
  const left = cells.length - MOST_CELLS;
  if (left > 0) traced.say(`表格太大，其余 ${left} 格没有列出`, STYLES.warning);
  traced.end();
  return toBytes(workbook, DATE);
}

function becameWords({ field, isDeleted }: FinalCell): string {
  return isDeleted ? `${CELL_FIELD_LABELS[field]}（在“结构”一步里由经办人删除）` : CELL_FIELD_LABELS[field];
}
