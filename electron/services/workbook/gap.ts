import type { Workbook, Worksheet } from '@cj-tech-master/excelts';
import { showPoints } from '../../../shared/values/points.ts';
import type { GapStep } from '../../../shared/scoring/types.ts';
import type { Context } from './context.ts';
import { type Column, putHead, putLine, putRow, setPrintArea } from '../sheets/sheet.ts';
import { addSheet } from './page.ts';
import { STYLES } from '../sheets/styles.ts';

const COLUMNS: readonly Column[] = [
  { title: '序号', width: 7 },
  { title: '编号', width: 9 },
  { title: '指标或评分项', width: 28 },
  { title: '所属指标', width: 22 },
  { title: '得分 / 分值', width: 13 },
  { title: '可提分', width: 9 },
  { title: '怎样提分', width: 50 },
];
const WIDTHS = COLUMNS.map(({ width }) => width);
const HEAD_ROW = 3;

/** 差距分析: what is missing to the pass line, and what brings it. */
export function addGapSheet(workbook: Workbook, context: Context): void {
  const { report, gap, assessment } = context;
  const sheet = addSheet(workbook, context, {
    name: '差距分析',
    widths: WIDTHS,
    orientation: 'landscape',
    headRow: HEAD_ROW,
  });
  putLine(sheet, 1, WIDTHS, '差距分析', STYLES.title);
  const [total, line] = [showPoints(report.total), showPoints(report.passScore)];
  const verdict = report.passes ? '已达标' : `还差 ${showPoints(gap.gap)} 分`;
  const sums = `单位：${assessment.unit.name}　　自评 ${total} 分，达标线 ${line} 分，${verdict}`;
  putLine(sheet, 2, WIDTHS, sums, STYLES.subtitle);
  let row = putHead(sheet, HEAD_ROW, COLUMNS);

  row = putLine(sheet, row, WIDTHS, '一、各项指标得分', STYLES.caption);
  row = putSections(sheet, row, context);
  if (!report.passes) {
    row = putLine(sheet, row, WIDTHS, '二、补齐这些可达标', STYLES.caption);
    const none = '补齐全部可提分项目仍不能达标，请核对一票否决和罚分情况';
    row = putSteps(sheet, row, context, gap.toPass, none);
  }
  row = putLine(sheet, row, WIDTHS, `${report.passes ? '二' : '三'}、全部可提分项目`, STYLES.caption);
  row = putSteps(sheet, row, context, gap.steps, '没有可提分的项目');

  row = putLine(sheet, row, WIDTHS, `${report.passes ? '三' : '四'}、需要留意`, STYLES.caption);
  for (const [label, items] of [
    ['尚未评分', gap.unscored],
    ['已评分但没有佐证材料', gap.scoredWithoutEvidence],
  ] as const) {
    const text = items.map(({ code, title }) => `${code} ${title}`).join('、');
    row = putLine(sheet, row, WIDTHS, `${label}（${items.length} 项）：${text || '无'}`, STYLES.note);
  }
  const unused = gap.unlinkedEvidence.map((sha256) => context.evidence.get(sha256)?.label ?? sha256);
  const loose = `没有用于任何评分项的佐证材料（${unused.length} 个）：${unused.join('、') || '无'}`;
  row = putLine(sheet, row, WIDTHS, loose, STYLES.note);
  setPrintArea(sheet, row - 1, COLUMNS.length);
}

function putSections(sheet: Worksheet, first: number, { report }: Context): number {
  let row = first;
  report.sections.forEach(({ code, title, score, activeFullScore, unscored }, index) => {
    const rate =
      activeFullScore > 0 ? `得分率 ${((score / activeFullScore) * 100).toFixed(1)}%` : '全部不适用';
    row = putRow(sheet, row, COLUMNS, [
      [index + 1, STYLES.centre],
      [code, STYLES.centre],
      [title, STYLES.text],
      ['', STYLES.text],
      [`${showPoints(score)} / ${showPoints(activeFullScore)}`, STYLES.centre],
      ['', STYLES.centre],
      [unscored > 0 ? `${rate}，还有 ${unscored} 项未评` : rate, STYLES.text],
    ]);
  });
  return row;
}

function putSteps(
  sheet: Worksheet,
  first: number,
  { report }: Context,
  steps: readonly GapStep[],
  none: string,
): number {
  if (steps.length === 0) return putLine(sheet, first, WIDTHS, none, STYLES.note);
  const items = new Map(report.items.map((item) => [item.code, item]));
  let row = first;
  steps.forEach(({ code, title, section, gain, hint }, index) => {
    const item = items.get(code);
    const score = item === undefined ? '' : `${showPoints(item.score)} / ${showPoints(item.fullScore)}`;
    row = putRow(sheet, row, COLUMNS, [
      [index + 1, STYLES.centre],
      [code, STYLES.centre],
      [title, STYLES.text],
      [section, STYLES.text],
      [score, STYLES.centre],
      [gain / 100, STYLES.points],
      [hint, STYLES.text],
    ]);
  });
  return row;
}
