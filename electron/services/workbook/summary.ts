import type { Workbook } from '@cj-tech-master/excelts';
import { NAMING_LEVEL_LABELS } from '../../../shared/campaign/schema.ts';
import { gapsWords } from '../../../shared/eligibility/verdict.ts';
import type { ScoreReport } from '../../../shared/scoring/types.ts';
import { type Context, marksOf } from './context.ts';
import { SCORE_SHEET } from './score-sheet.ts';
import type { TotalCells } from './score-totals.ts';
import { addTable } from './page.ts';
import { STYLES } from '../sheets/styles.ts';
import { numbered, type TableColumn, titled } from '../sheets/table.ts';

/** 汇总表: the unit's row as the recommending body hands it on. */
export function addSummarySheet(workbook: Workbook, context: Context, totals: TotalCells): void {
  const { campaign } = context.assessment;
  const table = addTable(workbook, context, {
    name: '汇总表',
    columns: columnsOf(totals),
    above: titled(
      `${campaign.shortTitle}汇总表`,
      '推荐单位（印章）：　　　　　　　　　　　　　　年　　月　　日',
    ),
  });
  table.put([context]);
  table.end();
}

/** The scores are those of the score sheet, live. */
function columnsOf(totals: TotalCells): TableColumn<Context>[] {
  const scored = (cell: string) => `'${SCORE_SHEET}'!${cell}`;
  return [
    numbered(5.5),
    { title: '单位名称', width: 25, cell: ({ assessment }) => [assessment.unit.name, STYLES.text] },
    {
      title: '示范点级别',
      width: 12,
      cell({ assessment }) {
        const { level } = assessment.unit.naming;
        return [level ? NAMING_LEVEL_LABELS[level] : '', STYLES.centre];
      },
    },
    { title: '行业', width: 14, cell: ({ assessment }) => [assessment.unit.industry, STYLES.centre] },
    { title: '地域', width: 14, cell: ({ assessment }) => [assessment.unit.region, STYLES.centre] },
    { title: '推荐单位', width: 22, cell: ({ assessment }) => [assessment.unit.superior, STYLES.text] },
    {
      title: '自评分',
      width: 9,
      cell: ({ report }) => [{ formula: scored(totals.self), result: report.total / 100 }, STYLES.points],
    },
    {
      title: '基础分',
      width: 9,
      cell: ({ report }) => [{ formula: scored(totals.base), result: report.base / 100 }, STYLES.points],
    },
    { title: '合理缺项', width: 12, cell: ({ report }) => [gapsShort(report), STYLES.centre] },
    {
      title: '核验分',
      width: 9,
      cell: () => [{ formula: scored(totals.verified), result: '' }, STYLES.points],
    },
    { title: '佐证数', width: 7, cell: ({ evidence }) => [evidence.size, STYLES.centre] },
    { title: '备注', width: 12, cell: (context) => [marksOf(context).join('、'), STYLES.text] },
  ];
}

/** 31分（8项）, under a head that says of what. */
function gapsShort(report: ScoreReport): string {
  return gapsWords(report).replace('合理缺项', '') || '无';
}
