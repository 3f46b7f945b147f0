import type { Worksheet } from '@cj-tech-master/excelts';
import { assertNever } from '../../../../shared/values/assert-never.ts';
import type { TieRule } from '../../../../shared/campaign/schema.ts';
import {
  CANDIDATE_COLUMNS,
  type PointsKey,
  SCORE_KEYS,
  type TextKey,
} from '../../../../shared/review/candidate-columns.ts';
import { checkChoice } from '../../../../shared/review/choice.ts';
import { weightsSentence } from '../../../../shared/review/comprehensive.ts';
import { rankCandidates, type Ranked } from '../../../../shared/review/ranking.ts';
import { OUT_LABELS } from '../../../../shared/review/standing.ts';
import { decisionOf } from '../../../../shared/review/status.ts';
import { showPoints } from '../../../../shared/values/points.ts';
import { AUTHORITY_LABELS, type Standard } from '../../../../shared/standard/schema.ts';
import { newWorkbook, toBytes } from '../../sheets/deterministic.ts';
import {
  type Column,
  letter,
  put,
  putHead,
  putLine,
  putMerged,
  putRow,
  setPrintArea,
  type Value,
} from '../../sheets/sheet.ts';
import { type CellStyle, STYLES } from '../../sheets/styles.ts';
import { type DeskView, standardLine } from './desk-view.ts';
import { addDeskSheet } from '../../sheets/page.ts';

const TITLE = '推荐对象汇总表';
/** A column of the list under its own name. */
const column = (key: keyof typeof CANDIDATE_COLUMNS, width: number): Column => ({
  title: CANDIDATE_COLUMNS[key].title,
  width,
});
const COLUMNS: readonly Column[] = [
  { title: '排名', width: 6 },
  column('unit', 24),
  column('level', 9),
  column('industry', 9),
  column('region', 10),
  column('superior', 17),
  column('selfScore', 8),
  column('verifiedScore', 8),
  column('comprehensive', 8),
  column('eligible', 8),
  { title: '佐证数（认可/不认可）', width: 12 },
  { title: '是否推荐', width: 7 },
  { title: '备注', width: 30 },
];
const WIDTHS = COLUMNS.map(({ width }) => width);
const HEAD_ROW = 3;
const [SELF, ELIGIBLE, CHOSEN, LAST] = [7, 10, 12, 13];
const YES = '是';
const NO = '否';

/** 推荐对象汇总表.xlsx: the desk in its order, ready to be stamped. Same desk and day, same bytes. */
export async function buildSummary(view: DeskView, today: string): Promise<Uint8Array> {
  const { desk, standard } = view;
  const all = rankCandidates(desk, view.candidates);
  const ranked = all.filter(({ rank }) => rank !== undefined);
  const problems = checkChoice(desk, all);
  const open = all.filter(({ doubts, out }) => doubts.length > 0 && (!out || out.reason === 'suspect'));
  const unfinished = ranked.filter(({ provisional }) => provisional).length;
  const marks = [
    ...(unfinished > 0 || problems.length > 0 || open.length > 0 ? ['草稿'] : []),
    ...(ranked.some(({ candidate }) => candidate.sample) ? ['示例'] : []),
  ];

  const workbook = newWorkbook(today);
  const page = { name: TITLE, widths: WIDTHS, orientation: 'landscape', headRow: HEAD_ROW } as const;
  const sheet = addDeskSheet(workbook, page, { standard, marks, about: desk.title, date: today });
  const mark = marks.length > 0 ? `（${marks.join('、')}）` : '';
  putLine(sheet, 1, WIDTHS, `${desk.campaign.title}${TITLE}${mark}`, STYLES.title);
  const authority = AUTHORITY_LABELS[standard.authority];
  const line = `核验台：${desk.title}　　标准：${standardLine(standard)}，${authority}　　日期：${today}`;
  putLine(sheet, 2, WIDTHS, line, standard.authority === 'official' ? STYLES.subtitle : STYLES.warning);
  let row = putHead(sheet, HEAD_ROW, COLUMNS);
  const first = row;
  const chosen = new Map(desk.choices.map(({ key, reason }) => [key, reason]));
  for (const each of ranked) {
    row = putRow(sheet, row, COLUMNS, cellsOf(each, chosen.get(each.candidate.key)));
  }
  row = putSums(sheet, [first, row - 1], ranked, chosen.size);

  const out = all.filter((each) => each.out !== undefined);
  const notes = [
    `说明：${weightsSentence(desk.campaign)}。${tieSentence(desk.campaign.tieRules ?? [], standard)}达标线${showPoints(ranked[0]?.candidate.passScore ?? standard.passScore)}分。`,
    ...(unfinished > 0 ? [`${unfinished}个单位还没有综合得分，按自评分暂列在后。`] : []),
    ...(out.length > 0 ? [`不参加排名的推荐包：${out.map(outText).join('；')}。`] : []),
    ...all.flatMap((each) => {
      const decision = decisionOf(each, all);
      return decision === '' ? [] : [`存疑推荐包的处理：${titleOf(each)}${decision}。`];
    }),
  ];
  for (const note of notes) row = putLine(sheet, row, WIDTHS, note, STYLES.note);
  problems.forEach(({ message }, index) => {
    const text = `${index === 0 ? '推荐名单还有问题：' : ''}${index + 1}. ${message}。`;
    row = putLine(sheet, row, WIDTHS, text, STYLES.warning);
  });
  open.forEach((each, index) => {
    const text = `${index === 0 ? '还没有决定是否采用的存疑推荐包：' : ''}${titleOf(each)}：${each.doubts.join('；')}。`;
    row = putLine(sheet, row, WIDTHS, text, STYLES.warning);
  });
  row = putSeal(sheet, row);
  setPrintArea(sheet, row - 1, LAST);
  return toBytes(workbook, today);
}

function cellsOf(ranked: Ranked, choiceReason: string | undefined): readonly (readonly [Value, CellStyle])[] {
  const { candidate, rank } = ranked;
  const { evidence } = candidate;
  const text = (key: TextKey, style: CellStyle): readonly [Value, CellStyle] => [
    CANDIDATE_COLUMNS[key].value(candidate),
    style,
  ];
  const points = (key: PointsKey, missing: string): readonly [Value, CellStyle] => {
    const value = CANDIDATE_COLUMNS[key].value(candidate);
    return value === undefined ? [missing, STYLES.centre] : [value / 100, STYLES.points];
  };
  return [
    [rank, STYLES.centre],
    text('unit', STYLES.text),
    text('level', STYLES.centre),
    text('industry', STYLES.centre),
    text('region', STYLES.centre),
    text('superior', STYLES.text),
    points('selfScore', ''),
    points('verifiedScore', candidate.state === 'pending' ? '待核' : '未核完'),
    points('comprehensive', '—'),
    text('eligible', candidate.eligible ? STYLES.centre : STYLES.alert),
    [`${evidence.total}（${evidence.accepted}/${evidence.rejected}）`, STYLES.centre],
    [choiceReason === undefined ? NO : YES, STYLES.centre],
    [remarksOf(ranked, choiceReason ?? ''), STYLES.text],
  ];
}

function remarksOf(
  { candidate, tied, provisional, passes, adjustment, doubts, accepted }: Ranked,
  choiceReason: string,
): string {
  const blocking = candidate.findings.find(({ severity }) => severity === 'block');
  return [
    ...(tied ? ['并列'] : []),
    ...(provisional ? ['暂列'] : []),
    ...(passes === false ? ['未达标'] : []),
    // Below the table in full: a cell is not endless.
    ...(doubts.length > 0 ? ['存疑，待决定'] : []),
    ...(accepted ? ['存疑，已采用'] : []),
    ...(adjustment ? [`名次调整：${adjustment.reason}`] : []),
    ...(choiceReason === '' ? [] : [`推荐理由：${choiceReason}`]),
    ...(!candidate.eligible && blocking ? [blocking.message] : []),
    ...candidate.remarks,
  ].join('；');
}

/** Averages and the number of recommended units, live: they follow a row that is struck out by hand. */
function putSums(
  sheet: Worksheet,
  [first, last]: readonly [number, number],
  ranked: readonly Ranked[],
  chosen: number,
): number {
  if (last < first) return putLine(sheet, first, WIDTHS, '还没有参加排名的单位。', STYLES.subtitle);
  const row = last + 1;
  const span = (column: number): string => `${letter(column)}${first}:${letter(column)}${last}`;
  putMerged(sheet, [row, 1, row, SELF - 1], `平均分（${ranked.length}个单位）`, STYLES.sumText);
  const values = SCORE_KEYS.map((key) =>
    ranked.flatMap(({ candidate }) => CANDIDATE_COLUMNS[key].value(candidate) ?? []),
  );
  values.forEach((found, index) => {
    const mean = found.reduce((sum, value) => sum + value, 0) / found.length / 100;
    const cells = span(SELF + index);
    const formula = `IF(COUNT(${cells})=0,"",ROUND(AVERAGE(${cells}),2))`;
    const result = found.length === 0 ? '' : Math.round(mean * 100) / 100;
    put(sheet, row, SELF + index, { formula, result }, STYLES.sum);
  });
  putMerged(sheet, [row, ELIGIBLE, row, CHOSEN - 1], '推荐个数', STYLES.sumText);
  const count = { formula: `COUNTIF(${span(CHOSEN)},"${YES}")`, result: chosen };
  put(sheet, row, CHOSEN, count, { ...STYLES.sum, numFmt: '0' });
  put(sheet, row, LAST, undefined, STYLES.sumText);
  sheet.getRow(row).height = 22;
  return row + 1;
}

const SEAL_LINES = [
  '推荐单位（印章）：　　　　　　　　　　　　　　　　　　　　负责人（签名）：　　　　　　　　　　　　　填表人（签名）：',
  '　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　年　　　月　　　日',
];

function putSeal(sheet: Worksheet, first: number): number {
  SEAL_LINES.forEach((text, index) => {
    putMerged(sheet, [first + index, 1, first + index, LAST], text, STYLES.seal);
    sheet.getRow(first + index).height = 36;
  });
  return first + SEAL_LINES.length;
}

function titleOf({ candidate }: Ranked): string {
  return `${candidate.unit || candidate.fileName}第${candidate.revision}版`;
}

function outText(each: Ranked): string {
  return `${titleOf(each)}（${each.out ? OUT_LABELS[each.out.reason] : ''}）`;
}

/** In words, with where each rule comes from. */
function tieSentence(rules: readonly TieRule[], standard: Standard): string {
  if (rules.length === 0) return '得分相同的并列。';
  const shown = rules.map(
    (rule) => `${tieText(rule, standard)}（${`${rule.source.document} ${rule.source.clause}`.trim()}）`,
  );
  return `得分相同的，依次比较${shown.join('、')}，仍相同的并列。`;
}

function tieText(rule: TieRule, { sections }: Standard): string {
  switch (rule.by) {
    case 'verified':
      return '核验分';
    case 'self':
      return '自评分';
    case 'survey':
      return '满意率';
    case 'fieldVisit':
      return '实地核验得分';
    case 'section':
      return `“${sections.find(({ code }) => code === rule.section)?.title ?? rule.section}”核验分`;
    default:
      return assertNever(rule);
  }
}
