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

/** The import report: each source row and what became of it, as .xlsx. `file` is the source's name. */
export function writeReportWorkbook({
  file,
  rows,
  tables,
}: {
  readonly file: string;
  readonly rows: readonly RowReport[];
  readonly tables: readonly Pick<SourceTable, 'id' | 'name'>[];
}): Promise<Uint8Array> {
  const workbook = newWorkbook(DATE);
  const names = new Map(tables.map(({ id, name }) => [id, name]));
  const columns: TableColumn<RowReport>[] = [
    { title: '表', width: 22, cell: ({ table }) => [names.get(table) ?? table, STYLES.text] },
    { title: '行', width: 7, cell: ({ row }) => [row, STYLES.centre] },
    { title: '去向', width: 16, cell: ({ fate }) => [FATE_LABELS[fate], STYLES.centre] },
    { title: '编号', width: 12, cell: ({ code }) => [code, STYLES.centre] },
    { title: '原文', width: 80, cell: ({ text }) => [text, STYLES.text] },
    { title: '说明', width: 36, cell: ({ reason }) => [reason, STYLES.text] },
  ];
  const report = new Table({ name: '导入报告', columns, above: [] }, ({ name, widths }) =>
    addFormSheet(workbook, name, { widths, title: `导入报告：${file}`, head: 'repeated' }),
  );
  report.put(rows);
  report.end();
  return toBytes(workbook, DATE);
}
