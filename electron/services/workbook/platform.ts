import type { Assessment } from '../../../shared/assessment/schema.ts';
import { type PlatformEntry, platformEntries, type PlatformFile } from '../../../shared/package/platform.ts';
import { scoreAssessment } from '../../../shared/scoring/report.ts';
import type { Standard } from '../../../shared/standard/schema.ts';
import { newWorkbook, toBytes } from '../sheets/deterministic.ts';
import { type FlowCell, putFlowing } from '../sheets/flow.ts';
import { heightOf, MAX_ROW_HEIGHT } from '../sheets/measure.ts';
import { pageHeight, Pages } from '../sheets/pages.ts';
import { addPage, standardHeader, widthOf } from '../sheets/sheet.ts';
import { BODY_SIZE, STYLES } from '../sheets/styles.ts';
import { Table, type TableColumn, titled } from '../sheets/table.ts';
import { CONTINUED, SEE_BELOW } from './score-rows.ts';

const COLUMNS: readonly TableColumn<PlatformEntry>[] = [
  { title: '指标', width: 14, cell: ({ section }) => [section, STYLES.text] },
  { title: '编号', width: 7.5, cell: ({ code }) => [code, STYLES.centre] },
  { title: '评分项', width: 18, cell: ({ title }) => [title, STYLES.text] },
  { title: '自评说明', width: 38, cell: ({ text }) => [isLong(text) ? SEE_BELOW : text, STYLES.text] },
  {
    title: '得分',
    width: 7.5,
    // As on the screen, and so as it is copied: 2.5, not 2.50.
    cell: ({ score }) => [/^\d/.test(score) ? Number(score) : score, STYLES.centre],
  },
  { title: '数据', width: 24, cell: ({ data }) => [data, STYLES.text] },
  { title: '文件名', width: 26, cell: ({ files: [first] }) => [first?.name ?? '', STYLES.text] },
  { title: '文件在哪里', width: 10, cell: ({ files: [first] }) => [first?.elsewhere ?? '', STYLES.text] },
];
const WIDTHS = COLUMNS.map(({ width }) => width);
/** In points: a text that needs more in its column has a row of its own below. */
const LONG_HEIGHT = 110;

function isLong(text: string): boolean {
  return heightOf({ text, width: WIDTHS[3] ?? 1, size: BODY_SIZE }) > LONG_HEIGHT;
}

/** 平台填报.xlsx: the same texts as on the screen, one row an indicator, and one more for each further file. `today` is YYYY-MM-DD. */
export function buildPlatformTable(
  standard: Standard,
  assessment: Assessment,
  today: string,
): Promise<Uint8Array> {
  const workbook = newWorkbook(today);
  const marks = assessment.sample ? ['示例'] : [];
  const line = `单位：${assessment.unit.name}　　活动：${assessment.campaign.title}　　日期：${today}`;
  const plan = { name: '平台填报', columns: COLUMNS, above: titled('督导平台填报内容', line) };
  const table = new Table(plan, (page) =>
    addPage(workbook, page, {
      header: standardHeader(standard, marks, page),
      footer: `&C&9第 &P 页 共 &N 页&R&8 ${today}`,
    }),
  );
  putEntries(table, platformEntries(standard, assessment, scoreAssessment(standard, assessment)));
  table.end();
  return toBytes(workbook, today);
}

function putEntries(table: Table<PlatformEntry>, entries: readonly PlatformEntry[]): void {
  const { sheet } = table;
  const heights = Array.from({ length: table.row - 1 }, (_, index) => sheet.getRow(index + 1).height ?? 0);
  const later = pageHeight(WIDTHS) - (heights.at(-1) ?? 0);
  const above = heights.slice(0, -1).reduce((sum, height) => sum + height, 0);
  const pages = new Pages({ first: later - above, later });
  for (const [index, entry] of entries.entries()) {
    const rows = [
      lineCells(entry, index),
      ...entry.files.slice(1).map((file) => fileCells(entry.code, file)),
      ...(isLong(entry.text) ? [textCells(entry)] : []),
    ];
    for (const cells of rows) table.row = putFlowing(sheet, pages, table.row, cells);
  }
  for (const row of pages.breaks) sheet.getRow(row).addPageBreak();
}

function lineCells(entry: PlatformEntry, index: number): FlowCell[] {
  return COLUMNS.map(({ width, cell, title }, at) => {
    const [value, style] = cell(entry, index);
    const again = title === '编号' ? `${entry.code}\n${CONTINUED}` : undefined;
    return { columns: [at + 1, at + 1], width, value, style, ...(again !== undefined && { again }) };
  });
}

/** Each further file name in a cell of its own: they are copied over one by one. */
function fileCells(code: string, { name, elsewhere }: PlatformFile): FlowCell[] {
  const found: Readonly<Record<string, string>> = {
    编号: `${code}\n${CONTINUED}`,
    文件名: name,
    文件在哪里: elsewhere,
  };
  return COLUMNS.map(({ width, title }, at) => {
    const style = title === '编号' ? STYLES.centre : STYLES.text;
    return { columns: [at + 1, at + 1], width, value: found[title] ?? '', style };
  });
}

/** A long text in one cell, to be copied over as it is; smaller where it takes that. Only what no row holds goes on. */
function textCells({ code, text }: PlatformEntry): FlowCell[] {
  const width = widthOf(WIDTHS, 2, WIDTHS.length);
  const fits = heightOf({ text, width, size: BODY_SIZE }) <= MAX_ROW_HEIGHT;
  const label = `${code} 自评说明`;
  return [
    {
      ...{ columns: [1, 1], width: WIDTHS[0] ?? 1, value: label, style: STYLES.centre },
      again: `${label}${CONTINUED}`,
    },
    { columns: [2, WIDTHS.length], width, value: text, style: fits ? STYLES.textTop : STYLES.smallTop },
  ];
}
