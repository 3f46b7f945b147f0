import type { Workbook } from '@cj-tech-master/excelts';
import { type Points, showPoints } from '../../../shared/values/points.ts';
import type { GapStep, ScoreReport } from '../../../shared/scoring/types.ts';
import { lineName } from '../../../shared/standard/basis.ts';
import type { Context } from './context.ts';
import { addTable } from './page.ts';
import { STYLES } from '../sheets/styles.ts';
import { numbered, type Table, type TableColumn, titled } from '../sheets/table.ts';

/** A section, or an item that can bring more. */
interface Line {
  readonly code: string;
  readonly title: string;
  /** '' for a section. */
  readonly section: string;
  readonly score: string;
  /** Hundredths; absent for a section. */
  readonly gain?: Points;
  readonly hint: string;
}

const COLUMNS: readonly TableColumn<Line>[] = [
  numbered(7),
  { title: '编号', width: 9, cell: ({ code }) => [code, STYLES.centre] },
  { title: '指标或评分项', width: 28, cell: ({ title }) => [title, STYLES.text] },
  { title: '所属指标', width: 22, cell: ({ section }) => [section, STYLES.text] },
  { title: '得分 / 分值', width: 13, cell: ({ score }) => [score, STYLES.centre] },
  {
    title: '可增分',
    width: 9,
    cell: ({ gain }) => (gain === undefined ? ['', STYLES.centre] : [gain / 100, STYLES.points]),
  },
  { title: '改进建议', width: 50, cell: ({ hint }) => [hint, STYLES.text] },
];

/** 差距分析: what is missing to the pass line, and what brings it. */
export function addGapSheet(workbook: Workbook, context: Context): void {
  const { report, gap, assessment, standard } = context;
  const [total, line] = [showPoints(report.total), showPoints(report.passScore)];
  const verdict = report.passes ? `已达到 ${line} 分` : `还差 ${showPoints(gap.gap)} 分`;
  const sums = `单位：${assessment.unit.name}　　自评 ${total} 分，${lineName(standard)} ${line} 分，${verdict}`;
  const table = addTable(workbook, context, {
    name: '差距分析',
    columns: COLUMNS,
    above: titled('差距分析', sums),
  });

  table.say('一、各项指标得分', STYLES.caption);
  table.put(sectionLines(report));
  if (!report.passes) {
    table.say(`二、补齐以下项目可达 ${line} 分`, STYLES.caption);
    putSteps(table, report, gap.toPass, `补齐全部可增分项目仍不到 ${line} 分，请核对一票否决和减分项`);
  }
  table.say(`${report.passes ? '二' : '三'}、全部可增分项目`, STYLES.caption);
  putSteps(table, report, gap.steps, '没有可增分的项目');

  table.say(`${report.passes ? '三' : '四'}、需要留意`, STYLES.caption);
  for (const [label, items] of [
    ['尚未评分', gap.unscored],
    ['已评分但没有佐证材料', gap.scoredWithoutEvidence],
  ] as const) {
    const text = items.map(({ code, title }) => `${code} ${title}`).join('、');
    table.say(`${label}（${items.length} 项）：${text || '无'}`, STYLES.note);
  }
  const unused = gap.unlinkedEvidence.map((sha256) => context.evidence.get(sha256)?.label ?? sha256);
  table.say(`没有用于任何评分项的佐证材料（${unused.length} 个）：${unused.join('、') || '无'}`, STYLES.note);
  table.end();
}

function sectionLines({ sections }: ScoreReport): Line[] {
  return sections.map(({ code, title, score, activeFullScore, unscored }) => {
    const rate =
      activeFullScore > 0 ? `得分率 ${((score / activeFullScore) * 100).toFixed(1)}%` : '全部不适用';
    return {
      code,
      title,
      section: '',
      score: `${showPoints(score)} / ${showPoints(activeFullScore)}`,
      hint: unscored > 0 ? `${rate}，还有 ${unscored} 项未评` : rate,
    };
  });
}

function putSteps(table: Table<Line>, report: ScoreReport, steps: readonly GapStep[], none: string): void {
  if (steps.length === 0) table.say(none, STYLES.note);
  const items = new Map(report.items.map((item) => [item.code, item]));
  table.put(
    steps.map((step) => {
      const item = items.get(step.code);
      const score = item === undefined ? '' : `${showPoints(item.score)} / ${showPoints(item.fullScore)}`;
      return { ...step, score };
    }),
  );
}
