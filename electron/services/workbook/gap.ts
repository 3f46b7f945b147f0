import type { Workbook } from '@cj-tech-master/excelts';
import { scoreSentence } from '../../../shared/eligibility/verdict.ts';
import { itemsIn } from '../../../shared/scoring/total.ts';
import type { GapStep, ItemResult, ScoreReport } from '../../../shared/scoring/types.ts';
import { type Points, ratePercent, showPoints } from '../../../shared/values/points.ts';
import type { Context } from './context.ts';
import { addTable } from './page.ts';
import type { StyledValue } from '../sheets/sheet.ts';
import { STYLES } from '../sheets/styles.ts';
import { numbered, type Table, type TableColumn, titled } from '../sheets/table.ts';

/** A section, or an item that can bring more. Hundredths; what is absent is left empty. */
interface Line {
  readonly code: string;
  readonly title: string;
  /** '' for a section. */
  readonly section: string;
  readonly fullScore: Points;
  /** `fullScore` without what is a 合理缺项. */
  readonly active: Points;
  readonly score: Points | undefined;
  /** What the judged items fall short of full. */
  readonly lost: Points | undefined;
  readonly unscored: Points;
  readonly gain?: Points;
  readonly hint: string;
}

const points = (value: Points | undefined): StyledValue =>
  value === undefined ? ['', STYLES.centre] : [value / 100, STYLES.points];

const COLUMNS: readonly TableColumn<Line>[] = [
  numbered(5.5),
  { title: '编号', width: 7.5, cell: ({ code }) => [code, STYLES.centre] },
  { title: '指标或评分项', width: 26, cell: ({ title }) => [title, STYLES.text] },
  { title: '所属指标', width: 19, cell: ({ section }) => [section, STYLES.text] },
  { title: '分值', width: 7.5, cell: ({ fullScore }) => points(fullScore) },
  { title: '适用满分', width: 7.5, cell: ({ active }) => points(active) },
  { title: '得分', width: 7.5, cell: ({ score }) => points(score) },
  { title: '失分', width: 7.5, cell: ({ lost }) => points(lost) },
  { title: '未评分值', width: 7.5, cell: ({ unscored }) => points(unscored) },
  { title: '可增分', width: 7.5, cell: ({ gain }) => points(gain) },
  { title: '改进建议', width: 42, cell: ({ hint }) => [hint, STYLES.text] },
];

/** 差距分析: where points are missing, what is missing to the pass line, and what brings it. */
export function addGapSheet(workbook: Workbook, context: Context): void {
  const { report, gap, assessment, standard } = context;
  const line = showPoints(report.passScore);
  const table = addTable(workbook, context, {
    name: '差距分析',
    columns: COLUMNS,
    above: titled(
      '差距分析',
      `单位：${assessment.unit.name}　　${scoreSentence(standard, report, assessment.campaign)}`,
    ),
  });

  table.say('一、各项指标得分（适用满分＝得分＋失分＋未评分值）', STYLES.caption);
  table.put(sectionLines(report));
  if (!report.passes) {
    table.say(`二、补齐以下项目可达 ${line} 分`, STYLES.caption);
    putSteps(table, report, gap.toPass, `补齐全部可增分项目仍不到 ${line} 分，请核对否决事项和减分项`);
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
  return sections.map((section) => {
    const { code, title, score, fullScore, activeFullScore: active } = section;
    const rate = active > 0 ? `得分率 ${ratePercent(score, active)}%` : '全部为合理缺项';
    const items = itemsIn(section);
    const sum = (value: (item: ItemResult) => Points) => items.reduce((all, item) => all + value(item), 0);
    return {
      ...{ code, title, section: '', fullScore, active, score },
      lost: sum(({ lost }) => lost),
      unscored: sum(unscoredPoints),
      hint: rate,
    };
  });
}

/** An item that nobody has judged has lost nothing yet: it is counted here alone. */
function unscoredPoints({ state, fullScore }: ItemResult): Points {
  return state === 'unscored' ? fullScore : 0;
}

function putSteps(table: Table<Line>, report: ScoreReport, steps: readonly GapStep[], none: string): void {
  if (steps.length === 0) table.say(none, STYLES.note);
  const items = new Map(report.items.map((item) => [item.code, item]));
  table.put(
    steps.flatMap(({ code, title, section, gain, hint }): Line[] => {
      const item = items.get(code);
      if (item === undefined) return [];
      const { state, fullScore, score, lost } = item;
      const isOpen = state === 'unscored';
      return [
        {
          ...{ code, title, section, gain, hint, fullScore, active: fullScore },
          score: isOpen ? undefined : score,
          lost: isOpen ? undefined : lost,
          unscored: unscoredPoints(item),
        },
      ];
    }),
  );
}
