import type { Workbook } from '@cj-tech-master/excelts';
import { NAMING_LEVEL_LABELS } from '../../../shared/campaign/schema.ts';
import { type Context, marksOf } from './context.ts';
import { SCORE_SHEET } from './score-sheet.ts';
import type { TotalCells } from './score-totals.ts';
import { type Column, putHead, putLine, putRow, setPrintArea } from '../sheets/sheet.ts';
import { addSheet } from './page.ts';
import { STYLES } from '../sheets/styles.ts';

const COLUMNS: readonly Column[] = [
  { title: '序号', width: 6 },
  { title: '单位名称', width: 32 },
  { title: '示范点级别', width: 13 },
  { title: '行业', width: 15 },
  { title: '地域', width: 16 },
  { title: '推荐单位', width: 26 },
  { title: '自评分', width: 9 },
  { title: '核验分', width: 9 },
  { title: '佐证数', width: 8 },
  { title: '备注', width: 16 },
];
const WIDTHS = COLUMNS.map(({ width }) => width);
const HEAD_ROW = 3;

/** 汇总表: the unit's row as the recommending body hands it on. */
export function addSummarySheet(workbook: Workbook, context: Context, totals: TotalCells): void {
  const { assessment, report, evidence } = context;
  const { unit, campaign } = assessment;
  const sheet = addSheet(workbook, context, {
    name: '汇总表',
    widths: WIDTHS,
    orientation: 'landscape',
    headRow: HEAD_ROW,
  });
  putLine(sheet, 1, WIDTHS, `${campaign.shortTitle}汇总表`, STYLES.title);
  putLine(sheet, 2, WIDTHS, '推荐单位（印章）：　　　　　　　　　　　　　　年　　月　　日', STYLES.subtitle);
  let row = putHead(sheet, HEAD_ROW, COLUMNS);
  const { level } = unit.naming;
  row = putRow(sheet, row, COLUMNS, [
    [1, STYLES.centre],
    [unit.name, STYLES.text],
    [level ? NAMING_LEVEL_LABELS[level] : '', STYLES.centre],
    [unit.industry, STYLES.centre],
    [unit.region, STYLES.centre],
    [unit.superior, STYLES.text],
    [{ formula: `'${SCORE_SHEET}'!${totals.self}`, result: report.total / 100 }, STYLES.points],
    [{ formula: `'${SCORE_SHEET}'!${totals.verified}`, result: '' }, STYLES.points],
    [evidence.size, STYLES.centre],
    [marksOf(context).join('、'), STYLES.text],
  ]);
  setPrintArea(sheet, row - 1, COLUMNS.length);
}
