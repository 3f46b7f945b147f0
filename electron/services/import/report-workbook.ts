import type { RowFate, RowReport } from '../../../shared/tables/standard-draft.ts';
import type { SourceTable } from '../../../shared/tables/source-table.ts';
import { newWorkbook, toBytes } from '../sheets/deterministic.ts';
import { putHead, putRow, setPrintArea } from '../sheets/sheet.ts';
import { STYLES } from '../sheets/styles.ts';
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

const COLUMNS = [
  { title: '表', width: 22 },
  { title: '行', width: 7 },
  { title: '去向', width: 16 },
  { title: '编号', width: 12 },
  { title: '原文', width: 80 },
  { title: '说明', width: 36 },
];

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
  const widths = COLUMNS.map(({ width }) => width);
  const sheet = addFormSheet(workbook, '导入报告', { widths, title: `导入报告：${file}`, head: 'repeated' });
  putHead(sheet, 1, COLUMNS);
  rows.forEach(({ table, row, fate, code, text, reason }, index) =>
    putRow(sheet, index + 2, COLUMNS, [
      [names.get(table) ?? table, STYLES.text],
      [row, STYLES.centre],
      [FATE_LABELS[fate], STYLES.centre],
      [code, STYLES.centre],
      [text, STYLES.text],
      [reason, STYLES.text],
    ]),
  );
  setPrintArea(sheet, rows.length + 1, COLUMNS.length);
  return toBytes(workbook, DATE);
}
