import { breaches, checkChoice } from '../../../../../shared/review/choice.ts';
import { resultName, weightsSentence } from '../../../../../shared/review/comprehensive.ts';
import { rankCandidates } from '../../../../../shared/review/ranking.ts';
import { isUndecided } from '../../../../../shared/review/standing.ts';
import {
  choicesOf,
  isRecommending,
  notRecommending,
  summaryName,
} from '../../../../../shared/review/recommending.ts';
import { unsettledWords } from '../../../../../shared/review/unsettled.ts';
import { decisionOf } from '../../../../../shared/review/status.ts';
import { kindWords, lineNameIn } from '../../../../../shared/campaign/words.ts';
import { basisOf } from '../../../../../shared/standard/basis.ts';
import { type Points, showPoints } from '../../../../../shared/values/points.ts';
import { authorityName } from '../../../../../shared/standard/authority.ts';
import { newWorkbook, toBytes } from '../../../sheets/deterministic.ts';
import { addDeskTable } from '../../../sheets/page.ts';
import { letter, put, putMerged, type Value } from '../../../sheets/sheet.ts';
import { type CellStyle, STYLES } from '../../../sheets/styles.ts';
import { type Table, titled } from '../../../sheets/table.ts';
import { type DeskView, markedTitle, missingNotes, standardLine } from '../desk-view.ts';
import { columnsOf, type Line, placeColumns, scoreKeysOf, finalPoints, YES } from './columns.ts';
import { bodyNotes, openNotes, tieNote, outText, titleOf, titleWith, outsideTable } from './words.ts';

/** 推荐对象汇总表.xlsx, or 排序表（按参考标准）: the desk in its order, ready to be stamped. Same desk and day, same bytes. */
export async function buildSummary(view: DeskView, today: string): Promise<Uint8Array> {
  const { desk, standard } = view;
  const name = summaryName(standard, desk.campaign);
  const words = kindWords(desk.campaign);
  const all = rankCandidates(desk, view.candidates);
  const ranked = all.filter(({ rank }) => rank !== undefined);
  const problems = checkChoice(desk, standard, all);
  const open = all.filter(isUndecided);
  const unfinished = ranked.filter(({ provisional }) => provisional).length;
  const marks = [
    ...(unsettledWords(desk, standard, { ...view, ranked: all }).length > 0 || breaches(problems).length > 0
      ? ['草稿']
      : []),
    ...(ranked.some(({ candidate }) => candidate.sample) ? ['示例'] : []),
  ];

  const workbook = newWorkbook(today);
  const authority = authorityName(standard);
  const line = `核验台：${desk.title}　　标准：${standardLine(standard)}，${authority}　　日期：${today}`;
  const isOfficial = isRecommending(standard, desk.campaign);
  const lineStyle = basisOf(standard) === 'official' ? STYLES.subtitle : STYLES.warning;
  const above = titled(markedTitle(titleWith(desk.campaign.title, name), marks), line, lineStyle);
  const plan = { name, columns: columnsOf(view), above };
  const table = addDeskTable(workbook, plan, { standard, marks, about: desk.title, date: today });
  const chosen = new Map(choicesOf(desk, standard).map(({ key, reason }) => [key, reason]));
  const lines = ranked.map((each) => ({ ranked: each, chosen: chosen.get(each.candidate.key) }));
  putRanking(table, lines, view);
  table.endLines();

  const out = all.filter((each) => each.out !== undefined);
  const passScore = showPoints(ranked[0]?.candidate.passScore ?? standard.passScore);
  const notes = [
    ...(isOfficial ? [] : [`${notRecommending(standard, desk.campaign)}。`]),
    ...(isOfficial && desk.campaign.kind === 'recommendation' ? bodyNotes(desk, ranked) : []),
    `说明：${weightsSentence(desk.campaign)}。${tieNote(desk.campaign, standard)}${lineNameIn(desk.campaign, standard)}${passScore}分。`,
    ...openNotes(ranked),
    ...(unfinished > 0 ? [`${unfinished}个单位还没有${resultName(desk.campaign)}，按自评分暂列在后。`] : []),
    ...(out.length > 0 ? [`不参加排名的推荐包：${out.map(outText).join('；')}。`] : []),
    ...all.flatMap((each) => {
      const decision = decisionOf(each, all);
      return decision === '' ? [] : [`存疑推荐包的处理：${titleOf(each)}${decision}。`];
    }),
    ...problems.filter(({ severity }) => severity === 'reminder').map(({ message }) => `提醒：${message}。`),
  ];
  for (const note of notes) table.say(note, STYLES.note);
  for (const note of missingNotes(view)) table.say(note, STYLES.warning);
  const outside = outsideTable(chosen, all);
  if (outside.length > 0) {
    const inside = chosen.size - outside.length;
    const said = `已选${chosen.size}个，上表参加排名的${inside}个，另${outside.length}个不在表内：${outside.join('；')}。`;
    table.say(said, STYLES.warning);
  }
  breaches(problems).forEach(({ message }, index) => {
    const text = `${index === 0 ? `${words.act}名单还有问题：` : ''}${index + 1}. ${message}。`;
    table.say(text, STYLES.warning);
  });
  open.forEach((each, index) => {
    const text = `${index === 0 ? '还没有决定是否采用的存疑推荐包：' : ''}${titleOf(each)}：${each.doubts.join('；')}。`;
    table.say(text, STYLES.warning);
  });
  putSeal(table, view);
  table.end();
  return toBytes(workbook, today);
}

/**
 * Then averages, of how many units each is one, and the number of recommended units, live: they follow a row that is
 * struck out by hand. Samples enter none.
 */
function putRanking(table: Table<Line>, lines: readonly Line[], view: DeskView): void {
  const first = table.row;
  table.put(lines);
  if (lines.length === 0) {
    table.say('还没有参加排名的单位。', STYLES.subtitle);
    return;
  }
  const { sheet, row } = table;
  const columns = columnsOf(view);
  const [self, last] = [placeColumns(view).length + 1, columns.length];
  const real = lines.map(({ ranked }) => !ranked.candidate.sample);
  const without = real.includes(false) ? '（示例不计）' : '';
  putMerged(sheet, [row, 1, row, self - 1], `平均分${without}`, STYLES.sumText);
  putMerged(sheet, [row + 1, 1, row + 1, self - 1], '计入平均的单位数', STYLES.sumText);
  const keys = scoreKeysOf(view);
  keys.forEach((key, index) => {
    const found = lines.flatMap(({ ranked }, place) =>
      real[place] ? (finalPoints(key, ranked.candidate) ?? []) : [],
    );
    const cells = runsOf(real).map(([from, to]) => spanOf(self + index, first + from, first + to));
    const [count, mean] = averageOf(found, cells.join(','));
    put(sheet, row, self + index, mean, STYLES.sum);
    put(sheet, row + 1, self + index, count, COUNT);
  });
  const { act } = kindWords(view.desk.campaign);
  const counted = columns.findIndex(({ title }) => title === `是否${act}`) + 1;
  const rest = self + keys.length;
  if (counted === 0) putMerged(sheet, [row, rest, row, last - 1], '', STYLES.sumText);
  else {
    putMerged(sheet, [row, rest, row, counted - 1], `${act}个数`, STYLES.sumText);
    const count = {
      formula: `COUNTIF(${spanOf(counted, first, row - 1)},"${YES}")`,
      result: lines.filter(({ chosen }) => chosen !== undefined).length,
    };
    put(sheet, row, counted, count, COUNT);
  }
  put(sheet, row, last, undefined, STYLES.sumText);
  putMerged(sheet, [row + 1, rest, row + 1, last], '', STYLES.sumText);
  for (const each of [row, row + 1]) sheet.getRow(each).height = 22;
  table.row += 2;
}

const COUNT: CellStyle = { ...STYLES.sum, numFmt: '0' };

function spanOf(column: number, from: number, to: number): string {
  return `${letter(column)}${from}:${letter(column)}${to}`;
}

/** From where to where `flags` are set without a gap. */
function runsOf(flags: readonly boolean[]): [number, number][] {
  const runs: [number, number][] = [];
  flags.forEach((flag, index) => {
    const open = runs.at(-1);
    if (!flag) return;
    if (open?.[1] === index - 1) open[1] = index;
    else runs.push([index, index]);
  });
  return runs;
}

/** How many, and their average; a cell that holds a word is none. */
function averageOf(found: readonly Points[], cells: string): [count: Value, mean: Value] {
  if (cells === '') return [0, ''];
  const mean = Math.round(found.reduce((sum, value) => sum + value, 0) / found.length) / 100;
  return [
    { formula: `COUNT(${cells})`, result: found.length },
    {
      formula: `IF(COUNT(${cells})=0,"",ROUND(AVERAGE(${cells}),2))`,
      result: found.length === 0 ? '' : mean,
    },
  ];
}

const SIGNED =
  '（印章）：　　　　　　　　　　　　　　　　　　　　负责人（签名）：　　　　　　　　　　　　　填表人（签名）：';
const DATED =
  '　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　年　　　月　　　日';

function putSeal(table: Table<Line>, view: DeskView): void {
  const { standard, desk } = view;
  // Whoever chooses: the body that recommends, the office that confirms or checks.
  const isBodys = isRecommending(standard, desk.campaign) && desk.campaign.kind === 'recommendation';
  const whose = isBodys && desk.level === 'body' ? '推荐单位' : '核验单位';
  table.sign([`${whose}${SIGNED}`, DATED]);
}
