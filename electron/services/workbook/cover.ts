import type { Worksheet } from '@cj-tech-master/excelts';
import { kindWords } from '../../../shared/campaign/words.ts';
import { categoryOf } from '../../../shared/assessment/category.ts';
import { cultivationWords, namingWords } from '../../../shared/package/standing.ts';
import { basisOf } from '../../../shared/standard/basis.ts';
import { gapsWords, resultWords } from '../../../shared/eligibility/verdict.ts';
import { authorityLine, authorityName } from '../../../shared/standard/authority.ts';
import { type Context, marksOf } from './context.ts';
import { passLabels, reachWords } from './pass-words.ts';
import { SCORE_SHEET } from './score-sheet.ts';
import type { TotalCells } from './score-totals.ts';
import { fitRow, type Page, put, putMerged, setPrintArea, type Value, widthOf } from '../sheets/sheet.ts';
import { type CellStyle, STYLES } from '../sheets/styles.ts';

export const COVER: Page = { name: '封面', widths: [15, 27, 16, 26], orientation: 'portrait' };
const LEAST_ROW = 30;

/** One page in portrait: who hands in what, by which standard, with which result. */
export function fillCover(sheet: Worksheet, context: Context, totals: TotalCells): void {
  const { assessment, standard, revision, report } = context;
  const { unit, campaign } = assessment;
  const pass = passLabels(standard, campaign);
  const official = basisOf(standard) === 'official';
  let row = 1;
  const line = (text: string, style: CellStyle, least: number) => {
    putMerged(sheet, [row, 1, row, 4], text, style);
    fitRow(sheet, row, [{ text, width: widthOf(COVER.widths, 1, 4), size: style.font?.size ?? 12 }], least);
    row += 1;
  };
  const wide = (label: string, value: Value, style: CellStyle = STYLES.coverText) => {
    put(sheet, row, 1, label, STYLES.coverLabel);
    putMerged(sheet, [row, 2, row, 4], value, style);
    const text = typeof value === 'string' ? value : '';
    fitRow(sheet, row, [{ text, width: widthOf(COVER.widths, 2, 4), size: 12 }], LEAST_ROW);
    row += 1;
  };
  const pair = (...cells: readonly (readonly [string, Value, CellStyle?])[]) => {
    cells.forEach(([label, value, style = STYLES.coverText], index) => {
      put(sheet, row, index * 2 + 1, label, STYLES.coverLabel);
      put(sheet, row, index * 2 + 2, value, style);
    });
    const blocks = cells.flatMap(([label, value], index) => [
      { text: label, width: COVER.widths[index * 2] ?? 1, size: 12 },
      { text: typeof value === 'string' ? value : '', width: COVER.widths[index * 2 + 1] ?? 1, size: 12 },
    ]);
    fitRow(sheet, row, blocks, LEAST_ROW);
    row += 1;
  };
  const total = (cell: string, result: number | string): Value => ({
    formula: `'${SCORE_SHEET}'!${cell}`,
    result,
  });

  line(marksOf(context).join('　'), STYLES.coverMark, 24);
  line(campaign.title, STYLES.coverHead, 50);
  line(official ? kindWords(campaign).materials : '自查材料', STYLES.coverTitle, 64);
  line(unit.name, STYLES.coverHead, 50);
  if (!official) line(authorityLine(standard), STYLES.coverWarning, 34);
  line('', STYLES.seal, 14);

  wide('单位名称', unit.name);
  pair(['单位类别', categoryOf(standard, unit)], ['行业', unit.industry]);
  pair(['地域', unit.region], ['上级主管部门', unit.superior]);
  const cultivation = cultivationWords(assessment);
  if (cultivation !== undefined) wide('培育对象', cultivation);
  const naming = namingWords(assessment);
  if (naming !== undefined) wide('示范点命名', naming);
  pair(['联系人', unit.contact.name], ['联系电话', unit.contact.phone]);
  const edition = [standard.edition, standard.documentNumber].filter((part) => part !== '').join('，');
  wide('验收标准', `《${standard.title}》（${edition}）`);
  const checked =
    official && standard.check ? `（核对人：${standard.check.checkedBy}，${standard.check.date}）` : '';
  wide('标准性质', `${authorityName(standard)}${checked}`, official ? STYLES.coverText : STYLES.coverAlert);
  pair(
    ['自评总分', total(totals.self, report.total / 100), STYLES.coverPoints],
    ['基础分', total(totals.base, report.base / 100), STYLES.coverPoints],
  );
  pair(
    [pass.line, report.passScore / 100, STYLES.coverPoints],
    [pass.question, total(totals.reach, reachWords(report))],
  );
  wide('合理缺项', gapsWords(report) || '无');
  wide('自评结果', resultWords(standard, report, campaign));
  const replaces = revision.previous === undefined ? '' : `（替代第 ${revision.previous} 版）`;
  const draft = revision.draft ? '草稿，不作为申报材料' : '';
  const number = `第 ${revision.number} 版${replaces}`;
  pair(['日期', revision.date], ['版次', draft === '' ? number : `${number}，${draft}`]);
  wide(pass.packageId, revision.packageId);
  if (assessment.sample) wide('说明', '示例：单位和数据均为虚构。', STYLES.coverAlert);

  line('', STYLES.seal, 40);
  line('　　　　　　　　　　　　　　　　单位（盖章）：', STYLES.seal, 40);
  line('　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　年　　　月　　　日', STYLES.seal, 30);
  setPrintArea(sheet, row - 1, 4);
}
