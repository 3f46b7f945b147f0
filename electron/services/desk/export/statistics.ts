import type { Workbook } from '@cj-tech-master/excelts';
import { type Candidate, CANDIDATE_STATE_LABELS } from '../../../../shared/review/candidate.ts';
import { isCleared, isEligible } from '../../../../shared/review/candidate-columns.ts';
import type { HeatTable } from '../../../../shared/review/heat.ts';
import { rankCandidates, type Ranked } from '../../../../shared/review/ranking.ts';
import { verdictCounts } from '../../../../shared/review/receipt.ts';
import { isRecommending } from '../../../../shared/review/recommending.ts';
import { isUndecided, type Out, OUT_LABELS } from '../../../../shared/review/standing.ts';
import { reachedOf, verdictNow } from '../../../../shared/review/status.ts';
import { TIMING_LABELS } from '../../../../shared/campaign/deadline.ts';
import { kindWords, lineNameIn } from '../../../../shared/campaign/words.ts';
import { byWords } from '../../../../shared/standard/basis.ts';
import { newWorkbook, toBytes } from '../../sheets/deterministic.ts';
import { addDeskTable, type PageMarks } from '../../sheets/page.ts';
import type { Formula } from '../../sheets/sheet.ts';
import { type CellStyle, STYLES } from '../../sheets/styles.ts';
import { numbered, type TableColumn, titled } from '../../sheets/table.ts';
import {
  type DeskView,
  draftMarks,
  markedTitle,
  missingNotes,
  standardLine,
  type StatisticsView,
} from './desk-view.ts';
import { type AverageLine, sectionAverages } from './section-averages.ts';

interface Statistic<Line> {
  readonly name: string;
  /** Below the name: what is counted. */
  readonly line: string;
  readonly columns: readonly TableColumn<Line>[];
  readonly lines: readonly Line[];
}

/** What is said of every sheet while something that was received is missing or unknown. */
interface Standing {
  readonly draft: readonly string[];
  readonly notes: readonly string[];
}

/** The first row below the head. */
const FIRST_ROW = 4;
const PERCENT: CellStyle = { ...STYLES.points, numFmt: '0.00%' };

/** 批次统计.xlsx: what arrived, averages by section, where the batch loses points. */
export async function buildStatistics(view: StatisticsView, today: string): Promise<Uint8Array> {
  const { desk, standard } = view;
  const ranked = rankCandidates(desk, view.candidates);
  const running = ranked.flatMap(({ rank, candidate }) => (rank === undefined ? [] : [candidate]));
  const marks = [...draftMarks(view), ...(running.some(({ sample }) => sample) ? ['示例'] : [])];
  const said: PageMarks = { standard, marks, about: desk.title, date: today };
  const workbook = newWorkbook(today);
  const of = { draft: draftMarks(view), notes: missingNotes(view) };
  putStatistic(workbook, { ...overview(view, ranked, running), ...of }, said);
  putStatistic(workbook, { ...sections(view), ...of }, said);
  putStatistic(workbook, { ...losses(view), ...of }, said);
  return toBytes(workbook, today);
}

function putStatistic<Line>(
  workbook: Workbook,
  { name, line, columns, lines, draft, notes }: Statistic<Line> & Standing,
  said: PageMarks,
): void {
  const above = titled(markedTitle(name, draft), line);
  const table = addDeskTable(workbook, { name, columns, above }, said);
  table.put(lines);
  if (lines.length === 0) table.say('还没有数据。', STYLES.subtitle);
  for (const note of notes) table.say(note, STYLES.warning);
  table.end();
}

interface Count {
  readonly title: string;
  readonly what: string;
  readonly number: number;
}

function overview(
  { desk, standard, receipts, missing }: DeskView,
  ranked: readonly Ranked[],
  running: readonly Candidate[],
): Statistic<Count> {
  const count = (title: string, what: string, number: number): Count => ({ title, what, number });
  const standings = new Map(ranked.map((each) => [each.candidate.key, each]));
  const shown = receipts.map((receipt) => ({
    ...receipt,
    verdict: verdictNow(receipt, receipt.kept ? standings.get(receipt.key) : undefined),
  }));
  const isOfficial = isRecommending(standard, desk.campaign);
  const words = kindWords(desk.campaign);
  const reached = running.map(reachedOf);
  const outOf = (reason: Out['reason']): number => ranked.filter(({ out }) => out?.reason === reason).length;
  const states = (['pending', 'reviewing', 'done'] as const).map((state) =>
    count('核验情况', CANDIDATE_STATE_LABELS[state], running.filter((each) => each.state === state).length),
  );
  return {
    name: '收件与核验情况',
    line: `核验台：${desk.title}　　活动：${desk.campaign.title}　　标准：${standardLine(standard)}`,
    columns: [
      { title: '类别', width: 20, cell: ({ title }) => [title, STYLES.centre] },
      { title: '情况', width: 40, cell: ({ what }) => [what, STYLES.text] },
      { title: '数量', width: 14, cell: ({ number }) => [number, STYLES.count] },
    ],
    lines: [
      ...verdictCounts(shown).map(({ label, number }) => count('接收结论', label, number)),
      count('接收结论', '文件合计', receipts.length),
      ...(missing.length > 0
        ? [count('接收结论', '收过、现在读取不到的推荐包（不在以上各数内）', missing.length)]
        : []),
      count('参加排名', '单位', running.length),
      count('参加排名', TIMING_LABELS.pending, running.filter(({ timing }) => timing === 'pending').length),
      count('不参加排名', OUT_LABELS.late, outOf('late')),
      count('不参加排名', OUT_LABELS.draft, outOf('draft')),
      count('存疑', '待决定', ranked.filter(isUndecided).length),
      count('存疑', '已写明理由采用', ranked.filter(({ accepted }) => accepted !== undefined).length),
      count('存疑', '未采用', outOf('replaced')),
      ...states,
      ...(isOfficial
        ? [
            count('资格审查', words.meets, ranked.filter(isCleared).length),
            count(
              '资格审查',
              `有事项待认定或未看，其余${words.meets}`,
              ranked.filter((each) => isEligible(each) && !isCleared(each)).length,
            ),
            count('资格审查', words.fails, running.filter(({ qualifies }) => !qualifies).length),
          ]
        : [count('依据', byWords(standard), running.length)]),
      ...(['已达', '未达', '未完成核验'] as const).map((word) =>
        count(lineNameIn(desk.campaign, standard), word, reached.filter((each) => each === word).length),
      ),
      ...(isOfficial ? [count(words.act, '已选', desk.choices.length)] : []),
    ],
  };
}

function sections({ standard, scores, unread }: StatisticsView): Statistic<AverageLine> {
  const all = `${scores.length}个`;
  const done = `已核${scores.filter(({ verified }) => verified !== undefined).length}个`;
  const head = (what: string, whose: string): string => `${what}（${whose}）`;
  const points = (title: string, key: 'full' | 'self' | 'selfOfVerified'): TableColumn<AverageLine> => ({
    ...{ title, width: 16 },
    cell: ({ [key]: value }) => [value === undefined ? '' : value / 100, STYLES.points],
  });
  return {
    name: '各部分平均得分',
    line: [
      `参加排名的单位${all}，${done}，示例不计`,
      '总分以上各行相加等于总分',
      '应得分不含合理缺项',
      ...(unread === 0 ? [] : [`另有${unread}个推荐包读不出，没有计入`]),
    ].join('；'),
    columns: [
      { title: '部分', width: 30, cell: ({ title }) => [title, STYLES.text] },
      points(head('平均应得分', done), 'full'),
      points(head('自评平均', all), 'self'),
      points(head('自评平均', done), 'selfOfVerified'),
      {
        title: head('核验平均', done),
        width: 16,
        cell: ({ verified }) => [verified === undefined ? '未完成核验' : verified / 100, STYLES.points],
      },
      { title: '核验减自评', width: 13, cell: (line, index) => [difference(line, index), STYLES.points] },
      { title: '核验得分率', width: 13, cell: (line, index) => [rate(line, index), PERCENT] },
    ],
    lines: sectionAverages(standard, scores),
  };
}

/** Of the same units on both sides. Follows its row (D and E) and is empty where there is nothing to compare. */
function difference({ selfOfVerified, verified }: AverageLine, index: number): Formula {
  const row = FIRST_ROW + index;
  const isKnown = selfOfVerified !== undefined && verified !== undefined;
  return {
    formula: `IF(COUNT(D${row},E${row})<2,"",E${row}-D${row})`,
    result: isKnown ? (verified - selfOfVerified) / 100 : '',
  };
}

/** What is no part of what a unit is measured by has none. */
function rate({ kind, full, verified }: AverageLine, index: number): Formula | '' {
  if (kind !== 'section' && kind !== 'total') return '';
  const row = FIRST_ROW + index;
  const isKnown = full !== undefined && full > 0 && verified !== undefined;
  return {
    formula: `IF(COUNT(B${row},E${row})<2,"",IF(B${row}=0,"",E${row}/B${row}))`,
    result: isKnown ? verified / full : '',
  };
}

function losses({ heat }: DeskView): Statistic<HeatTable['rows'][number]> {
  return {
    name: '失分情况表',
    line: `${heat.units}个单位，按失分率从高到低；失分率＝失分合计÷应得分合计；未完成核验的单位按自评计`,
    columns: [
      numbered(7),
      { title: '编号', width: 10, cell: ({ code }) => [code, STYLES.centre] },
      { title: '评分项', width: 50, cell: ({ title }) => [title, STYLES.text] },
      { title: '评到的单位', width: 12, cell: ({ units }) => [units, STYLES.count] },
      { title: '失分的单位', width: 12, cell: ({ losing }) => [losing, STYLES.count] },
      { title: '失分合计', width: 12, cell: ({ lost }) => [lost / 100, STYLES.points] },
      { title: '失分率', width: 12, cell: ({ share }) => [share / 10_000, PERCENT] },
    ],
    lines: heat.rows
      .filter(({ kind, lost }) => kind === 'item' && lost > 0)
      .sort((a, b) => b.share - a.share || b.lost - a.lost),
  };
}
