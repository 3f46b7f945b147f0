import type { Workbook } from '@cj-tech-master/excelts';
import type { Condition } from '../../../shared/eligibility/eligibility.ts';
import type { AssessmentFinding } from '../../../shared/eligibility/finding.ts';
import type { Context } from './context.ts';
import { type Column, putHead, putLine, putRow, setPrintArea } from '../sheets/sheet.ts';
import { addSheet } from './page.ts';
import { type CellStyle, STYLES } from '../sheets/styles.ts';

const COLUMNS: readonly Column[] = [
  { title: '序号', width: 7 },
  { title: '条件或事项', width: 34 },
  { title: '结果', width: 11 },
  { title: '说明', width: 50 },
  { title: '依据', width: 38 },
];
const WIDTHS = COLUMNS.map(({ width }) => width);
const HEAD_ROW = 3;

const RESULTS: Record<Condition['result'], readonly [string, CellStyle]> = {
  pass: ['通过', STYLES.centre],
  fail: ['不通过', STYLES.alert],
  notice: ['提示', STYLES.centre],
};
const SEVERITIES: Record<AssessmentFinding['severity'], readonly [string, CellStyle]> = {
  block: ['必须解决', STYLES.alert],
  warn: ['提醒', STYLES.centre],
};

/** 资格审查: every condition of the campaign with its source, then the findings. */
export function addEligibilitySheet(workbook: Workbook, context: Context): void {
  const { assessment, eligibility, today } = context;
  const sheet = addSheet(workbook, context, {
    name: '资格审查',
    widths: WIDTHS,
    orientation: 'landscape',
    headRow: HEAD_ROW,
  });
  putLine(sheet, 1, WIDTHS, '资格审查', STYLES.title);
  const verdict = eligibility.eligible ? '通过' : '未通过';
  const line = `单位：${assessment.unit.name}　　活动：${assessment.campaign.title}　　审查日期：${today}　　结论：${verdict}`;
  putLine(sheet, 2, WIDTHS, line, eligibility.eligible ? STYLES.subtitle : STYLES.warning);

  let row = putHead(sheet, HEAD_ROW, COLUMNS);

  row = putLine(sheet, row, WIDTHS, '一、推荐条件', STYLES.caption);
  eligibility.conditions.forEach(({ title, result, detail, source }, index) => {
    row = putRow(sheet, row, COLUMNS, [
      [index + 1, STYLES.centre],
      [title, STYLES.text],
      RESULTS[result],
      [detail, STYLES.text],
      [source ? `${source.document} ${source.clause}`.trim() : '', STYLES.text],
    ]);
  });

  row = putLine(sheet, row, WIDTHS, '二、检查发现', STYLES.caption);
  if (eligibility.findings.length === 0) row = putLine(sheet, row, WIDTHS, '没有发现问题', STYLES.note);
  eligibility.findings.forEach(({ item, severity, message }, index) => {
    row = putRow(sheet, row, COLUMNS, [
      [index + 1, STYLES.centre],
      [item === '' ? '整份材料' : item, STYLES.text],
      SEVERITIES[severity],
      [message, STYLES.text],
      ['', STYLES.text],
    ]);
  });
  setPrintArea(sheet, row - 1, COLUMNS.length);
}
