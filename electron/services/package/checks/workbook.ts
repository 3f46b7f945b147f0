import type { Profile } from '../../../../shared/package/form.ts';
import { cultivationWords, namingWords } from '../../../../shared/package/standing.ts';
import { showPoints } from '../../../../shared/values/points.ts';
import { AUTHORITY_LABELS } from '../../../../shared/standard/schema.ts';
import { revisionsOf } from '../revision.ts';
import { NOT_APPLICABLE } from '../../workbook/score-formulas.ts';
import { passLabels, type PassLabels, reachWords } from '../../workbook/pass-words.ts';
import type { ScoreReport } from '../../../../shared/scoring/types.ts';
import { CHECKSUM_SHEET } from '../../workbook/checksum-list.ts';
import { CONTINUED } from '../../workbook/score-rows.ts';
import { VETO_ANSWERS } from '../../workbook/score-blocks.ts';
import { SCORE_SHEET, selfScores } from '../../workbook/score-sheet.ts';
import { cellText, hrefOf } from '../../sheets/text.ts';
import type { Checking } from './context.ts';
import { isOurSum } from './our-sums.ts';
import type { StoredCell, StoredSheet, StoredWorkbook } from './workbook-cells.ts';
import { shown } from './workbook-difference.ts';

/** The sheets of each profile, in their order. */
const SHEETS: Readonly<Record<Profile, readonly string[]>> = {
  1: ['封面', SCORE_SHEET, '佐证材料目录', '差距分析', '资格审查', '汇总表'],
  2: ['封面', SCORE_SHEET, '佐证材料目录', CHECKSUM_SHEET],
};
const COVER = '封面';
const SUMMARY = '汇总表';
/** What a workbook says in its words for the line, and of a veto without an answer. */
interface Words extends Omit<PassLabels, 'question'> {
  /** Of this version and of those before. */
  readonly questions: readonly string[];
  readonly unanswered: string;
  readonly reach: (report: ScoreReport) => string;
}

/** In packages made before, whatever their standard. */
const FORMER: Words = {
  ...{ line: '达标线', row: '达标线（“以上”包括本数）', packageId: '推荐包编号' },
  questions: ['是否达标'],
  unanswered: '未填',
  reach: ({ passes }) => (passes ? '达标' : '未达标'),
};

function wordsOf({ form, standard, assessment }: Facts): Words {
  if (form.basis === undefined) return FORMER;
  const { question, ...labels } = passLabels(standard, form.profile === 1 ? undefined : assessment.campaign);
  const questions = [question, `与${labels.line}比较`];
  return { ...labels, questions, unanswered: VETO_ANSWERS.unanswered, reach: reachWords };
}

type Facts = Pick<Checking, 'assessment' | 'standard' | 'form' | 'report' | 'paths'>;

/**
 * What the workbook says otherwise than the data: unit, campaign, revision, every self score, the total wherever it
 * stands, the checksums from profile 2 on, one Chinese sentence each (docs/PACKAGE.md); the other cells are not looked at.
 */
export function workbookFaults({ sheets, links }: StoredWorkbook, facts: Facts): string[] {
  const names = [...sheets.keys()];
  const { profile } = facts.form;
  const expected = SHEETS[profile];
  if (names.join('/') !== expected.join('/')) {
    return [`工作簿的工作表是 ${names.join('、')}，应为 ${expected.join('、')}`];
  }
  const sheet = (name: string): StoredSheet => sheets.get(name) ?? new Map();
  const known = new Set([...facts.paths.values()].map(hrefOf));
  const foreign = links.filter((target) => !known.has(target));
  const scores = scoreFaults(sheet(SCORE_SHEET), facts);
  return [
    ...coverFaults(sheet(COVER), facts, scores.totals),
    ...scores.faults,
    ...(profile === 1
      ? summaryFaults(sheet(SUMMARY), facts, scores.totals)
      : checksumFaults(sheet(CHECKSUM_SHEET), facts)),
    ...(foreign.length > 0 ? [`工作簿里有 ${foreign.length} 个链接指向包外或不存在的文件`] : []),
  ];
}

/** Where 自评打分表 has what other sheets show; '' where it has no such row. */
interface Totals {
  readonly total: string;
  readonly reach: string;
  /** Absent in packages made before. */
  readonly base: string;
}

function coverFaults(sheet: StoredSheet, facts: Facts, totals: Totals): string[] {
  const { assessment, standard, report } = facts;
  const { revision } = revisionsOf(assessment);
  const labels = new Map<string, StoredCell>();
  for (const line of sheet.values()) {
    for (const [label, value] of [
      ['A', 'B'],
      ['C', 'D'],
    ] as const) {
      const name = line.get(label)?.value;
      const cell = line.get(value);
      if (typeof name === 'string' && cell) labels.set(name, cell);
    }
  }
  const at = (label: string): StoredCell | undefined => labels.get(label);
  const text = (name: string, cell: StoredCell | undefined, expected: string): string[] =>
    says(cell, cellText(expected)) && cell?.formula === undefined
      ? []
      : [`${COVER}的${name}是“${shown(cell)}”，档案里是“${expected}”`];
  const starts = (name: string, cell: StoredCell | undefined, expected: string): string[] =>
    typeof cell?.value === 'string' && cell.value.startsWith(cellText(expected))
      ? []
      : [`${COVER}的${name}是“${shown(cell)}”，档案里是“${expected}”`];
  const words = wordsOf(facts);
  const question = words.questions.find(at) ?? words.questions[0];
  const reach = question === undefined ? undefined : at(question);
  return [
    ...text('推荐活动', sheet.get(2)?.get('A'), assessment.campaign.title),
    ...text('单位', sheet.get(4)?.get('A'), assessment.unit.name),
    ...text('单位名称', at('单位名称'), assessment.unit.name),
    ...(facts.form.profile === 1
      ? []
      : standing(facts).flatMap((each) => text(each[0], at(each[0]), each[1]))),
    ...starts('标准性质', at('标准性质'), AUTHORITY_LABELS[standard.authority]),
    ...number(`${COVER}的自评总分`, at('自评总分'), report.total, [totals.total]),
    ...(totals.base === '' ? [] : number(`${COVER}的基础分`, at('基础分'), report.base, [totals.base])),
    ...number(`${COVER}的${words.line}`, at(words.line), report.passScore, []),
    ...(says(reach, words.reach(report)) && reach?.formula === `'${SCORE_SHEET}'!${totals.reach}`
      ? []
      : [`${COVER}的${question}是“${shown(reach)}”，与得分不符`]),
    ...text('日期', at('日期'), revision?.date ?? ''),
    ...starts('版次', at('版次'), `第 ${revision?.number} 版`),
    ...text(words.packageId, at(words.packageId), revision?.packageId ?? ''),
  ];
}

/** What the cover of a package of profile 2 says of how far the unit is. */
function standing({ assessment }: Facts): (readonly [label: string, words: string])[] {
  return [
    ['培育对象', cultivationWords(assessment)] as const,
    ['示范点命名', namingWords(assessment)] as const,
  ].flatMap(([label, words]) => (words === undefined ? [] : [[label, words] as const]));
}

function summaryFaults(sheet: StoredSheet, { assessment, report }: Facts, totals: Totals): string[] {
  const head = [...sheet].find(([, line]) => hasTitle(line, '单位名称'));
  const column = (title: string): string =>
    [...(head?.[1] ?? [])].find(([, { value }]) => value === title)?.[0] ?? '';
  const rows = [...sheet].filter(([row]) => head !== undefined && row > head[0]);
  const line = rows[0]?.[1];
  const unit = line?.get(column('单位名称'));
  return [
    ...(rows.length === 1 && says(unit, cellText(assessment.unit.name))
      ? []
      : [`${SUMMARY}写的单位是“${shown(unit)}”，档案里是“${assessment.unit.name}”`]),
    ...number(`${SUMMARY}的自评分`, line?.get(column('自评分')), report.total, [totals.total]),
  ];
}

/** Path, bytes and SHA-256 of every file, as in the manifest, and of no other. */
function checksumFaults(sheet: StoredSheet, { assessment, paths }: Facts): string[] {
  const head = [...sheet].find(([, line]) => hasTitle(line, 'SHA-256'))?.[0] ?? 0;
  const files = new Map(assessment.evidence.map((file) => [file.sha256, file]));
  const expected = [...paths].map(([sha256, path], index) =>
    [index + 1, cellText(`data/${path}`), files.get(sha256)?.bytes, sha256].join('\n'),
  );
  const found = [...sheet]
    .filter(([row]) => row > head)
    .map(([, line]) => ['A', 'B', 'C', 'D'].map((column) => line.get(column)?.value ?? '').join('\n'));
  if (expected.length === 0) return head > 0 && found.length === 1 ? [] : [`${CHECKSUM_SHEET}与包内文件不符`];
  const wrong = expected.findIndex((line, index) => found[index] !== line);
  if (wrong === -1 && found.length === expected.length) return [];
  const which = wrong === -1 ? expected.length : wrong;
  return [`${CHECKSUM_SHEET}第 ${which + 1} 个文件的路径、字节数或 SHA-256 与包内文件不符`];
}

/** Every code's scores, and the rows of sums below; what the evaluator will fill in is still empty. */
function scoreFaults(sheet: StoredSheet, facts: Facts): { faults: string[]; totals: Totals } {
  const [headRow, head] = [...sheet].find(([, line]) => hasTitle(line, '自评分')) ?? [
    0,
    new Map<string, StoredCell>(),
  ];
  const at = (title: string): string => [...head].find(([, { value }]) => value === title)?.[0] ?? '';
  const columns = { code: at('编号'), full: at('分值'), self: at('自评分') };
  const words = wordsOf(facts);
  const theirs = [at('核验分'), at('核验意见')];
  const isFilled = (line: ReadonlyMap<string, StoredCell>): boolean =>
    theirs.some((column) => !['', NOT_APPLICABLE].includes(String(line.get(column)?.value ?? '')));
  const scores = selfScores(facts.report, facts.standard);
  const fullScores = new Map(facts.report.items.map(({ code, fullScore }) => [code, fullScore / 100]));
  const faults: string[] = [];
  const seen = new Set<string>();
  let total: StoredCell | undefined;
  const totals = { total: '', reach: '', base: '' };
  for (const [row, line] of sheet) {
    if (row <= headRow) continue;
    const code = String(line.get(columns.code)?.value ?? '');
    const [full, self] = [line.get(columns.full), line.get(columns.self)];
    const expected = scores.get(code);
    if (expected !== undefined && self) {
      if (seen.has(code) || self.formula !== undefined || self.value !== inWords(expected, words)) {
        faults.push(`${SCORE_SHEET}里 ${code} 的自评分是“${shown(self)}”，按档案应为“${expected}”`);
      }
      const fullScore = fullScores.get(code);
      if (fullScore !== undefined && (full?.formula !== undefined || full?.value !== fullScore)) {
        faults.push(`${SCORE_SHEET}里 ${code} 的分值是“${shown(full)}”，标准里是“${fullScore}”`);
      }
      if (isFilled(line)) {
        faults.push(`${SCORE_SHEET}里 ${code} 已填有核验分或核验意见，这两栏应由核验单位填写`);
      }
      seen.add(code);
    } else if (code.endsWith(CONTINUED) && isFilled(line)) {
      faults.push(`${SCORE_SHEET}里 ${code} 已填有核验分或核验意见，这两栏应由核验单位填写`);
    } else if ([full, self].some((cell) => cell?.formula !== undefined && !isOurSum(cell.formula))) {
      faults.push(`${SCORE_SHEET}第 ${row} 行的公式被改过`);
    } else if (self && self.formula === undefined && line.get('A')?.value !== words.row) {
      faults.push(`${SCORE_SHEET}第 ${row} 行的自评分应由公式算出`);
    }
    const label = line.get('A')?.value;
    if (label === '总分') {
      total = self;
      totals.total = `${columns.self}${row}`;
    }
    if (typeof label === 'string' && words.questions.includes(label)) totals.reach = `${columns.self}${row}`;
    if (typeof label === 'string' && label.startsWith('基础分（')) totals.base = `${columns.self}${row}`;
  }
  const absent = [...scores.keys()].filter((code) => !seen.has(code));
  if (absent.length > 0) faults.push(`${SCORE_SHEET}里没有评分项 ${absent.slice(0, 10).join('、')}`);
  faults.push(...number(`${SCORE_SHEET}的总分`, total, facts.report.total));
  return { faults, totals };
}

function inWords(expected: number | string, { unanswered }: Words): number | string {
  return expected === VETO_ANSWERS.unanswered ? unanswered : expected;
}

function hasTitle(line: ReadonlyMap<string, StoredCell>, title: string): boolean {
  return [...line.values()].some(({ value }) => value === title);
}

/** `shows`: the cells of 自评打分表 that the formula may take the number from; absent: any formula of ours. */
function number(
  name: string,
  cell: StoredCell | undefined,
  points: number,
  shows?: readonly string[],
): string[] {
  const formula = cell?.formula;
  const wrongFormula =
    shows === undefined
      ? formula === undefined || !isOurSum(formula)
      : shows.length === 0
        ? formula !== undefined
        : !shows.some((place) => formula === `'${SCORE_SHEET}'!${place}`);
  if (cell?.value === points / 100 && !wrongFormula) return [];
  return [
    `${name}是“${shown(cell)}”${wrongFormula ? '（公式被改过）' : ''}，按档案应为“${showPoints(points)}”`,
  ];
}

function says(cell: StoredCell | undefined, text: string): boolean {
  return (cell?.value ?? '') === text;
}
