import { type Entry, fieldOf } from '../entry.ts';
import { sites } from '../kinds/sites.ts';
import { daysLeftWords, standingOf } from '../tasks.ts';
import { entriesOf, filledEntries } from '../year/entries.ts';
import type { Year } from '../year/schema.ts';
import { CULTIVATED, isConfirmed, type SiteYear, stepProblem } from './confirmed.ts';
import { nameWords } from './offers.ts';
import { apartWords, codeProblem, isMiscoded, SAME_NAME, unitsOf } from './units.ts';

/** 培育 → 指导 → 验收 → 确认 → 推荐 (郑依法行政领办〔2017〕36号 附件1–3 第四项; 豫法政办〔2020〕16号 附件 二（二）), each with the column of its day. */
const STEPS = [
  { step: '培育', code: 'plan' },
  { step: '指导', code: 'guided' },
  { step: '验收', code: 'checked' },
  { step: '确认', code: 'confirmed' },
  { step: '推荐', code: 'recommended' },
] as const;
export type Step = (typeof STEPS)[number]['step'];
export const STEP_NAMES: readonly Step[] = STEPS.map(({ step }) => step);

/** Where one stands that has taken no step of this year. */
export const NOT_BEGUN = '没有开始';
const NO_LEVEL = '没有填级别';
const UNNAMED = '（没有填单位名称）';

export interface SiteSteps {
  readonly id: string;
  readonly name: string;
  readonly level: string;
  /** What is said of each step, in their order; '' for one that was not taken. */
  readonly words: readonly string[];
  /** The last of the steps that was taken. */
  readonly at: Step | typeof NOT_BEGUN;
}

export interface SiteTable {
  readonly sites: readonly SiteSteps[];
  /** By level: how many there are, and how many have taken each step. */
  readonly levels: readonly {
    readonly level: string;
    readonly all: number;
    readonly steps: readonly number[];
  }[];
  /** What is not counted, or twice, in words. */
  readonly notes: readonly string[];
}

/** 各步进度: each unit of 示范点名录 once, with the steps that it has taken by today (ISO 8601). */
export function siteTable(year: Year, today: string): SiteTable {
  const of = { today, year: year.year };
  const all = filledEntries(year, 'sites');
  const { kept: entries, again, doubtful } = unitsOf(all);
  const miscoded = all.filter(isMiscoded);
  const apart = apartWords(entries, all);
  const lines = entries.map((entry) => {
    const line = stepsOf(entry, of);
    return { ...line, name: line.name + apart(entry) };
  });
  const levels = [...new Set([...levelOrder(), ...lines.map(({ level }) => level)])];
  const rows = levels.map((level) => {
    const own = lines.filter((line) => line.level === level);
    const steps = STEPS.map((_, at) => own.filter(({ words }) => words[at] !== '').length);
    return { level, all: own.length, steps };
  });
  return {
    sites: lines,
    levels: rows.filter((row) => row.all > 0),
    notes: [
      ...(again.size > 0 ? [`${again.size}行与前面的行是同一单位${named([...again.keys()])}，没有算`] : []),
      ...(doubtful.size > 0 ? [`${doubtful.size}行${named([...doubtful])}${SAME_NAME}`] : []),
      ...(miscoded.length > 0
        ? [`${miscoded.length}行${named(miscoded)}的统一社会信用代码看不出是代码，没有按它认单位`]
        : []),
      ...codeWords(all),
      ...problemWords(entries, of),
    ],
  };
}

/** So many are named; of the others it is said that there are more. */
const NAMED = 3;

const named = (entries: readonly Entry[]): string =>
  `（${entries.slice(0, NAMED).map(nameWords).join('、')}${entries.length > NAMED ? '等' : ''}）`;

function stepsOf(entry: Entry, of: SiteYear): SiteSteps {
  const words = STEPS.map(({ code }) => (isTaken(entry, code, of) ? wordsOf(entry, code) : ''));
  const last = STEPS.findLast((_, at) => words[at] !== '');
  return {
    ...{ id: entry.id, name: fieldOf(entry, 'name').trim() || UNNAMED },
    ...{ level: fieldOf(entry, 'level') || NO_LEVEL, words, at: last?.step ?? NOT_BEGUN },
  };
}

type StepCode = (typeof STEPS)[number]['code'];

/** With its day in this year, which has come; 确认 is what a document says, so with its 文号 besides. */
function isTaken(entry: Entry, code: StepCode, of: SiteYear): boolean {
  if (code === 'confirmed') return isConfirmed(entry, of);
  return stepProblem(fieldOf(entry, code), of) === '';
}

function wordsOf(entry: Entry, code: StepCode): string {
  const more: Readonly<Partial<Record<StepCode, readonly string[]>>> = {
    checked: ['score', 'standard'],
    confirmed: ['confirmNumber'],
    recommended: ['recommendedTo'],
  };
  const [score = '', ...rest] = (more[code] ?? []).map((each) => fieldOf(entry, each).trim());
  const said = code === 'checked' && score !== '' ? `${score}分` : score;
  return [fieldOf(entry, code), said, ...rest].filter((text) => text !== '').join('　');
}

/** Codes that are mistyped, and whose. */
function codeWords(entries: readonly Entry[]): string[] {
  const problems = [...new Set(entries.map(codeProblem))].filter((problem) => problem !== '');
  return problems.map((problem) => {
    const own = entries.filter((entry) => codeProblem(entry) === problem);
    return `${own.length}行${named(own)}的统一社会信用代码${problem}`;
  });
}

/** Days that do not count, and whose. */
function problemWords(entries: readonly Entry[], of: SiteYear): string[] {
  const found = new Map<string, Set<Entry>>();
  for (const entry of entries)
    for (const { code } of STEPS) {
      const day = fieldOf(entry, code);
      const problem = day === '' ? '' : stepProblem(day, of);
      if (problem !== '') found.set(problem, new Set([...(found.get(problem) ?? []), entry]));
    }
  return [...found].map(
    ([problem, all]) => `${all.size}个单位${named([...all])}有的日期${problem}，那一步没有算`,
  );
}

function levelOrder(): readonly string[] {
  return sites.columns.find(({ code }) => code === 'level')?.choices ?? [];
}

/** The notice whose tables state days for 培育对象 (附件1至3 第四项). */
const NOTICE = '郑依法行政领办〔2017〕36号';

/**
 * What a 培育对象 asks for by the days that the year's own tasks state for it; '' for nothing. Where the year has no such
 * task, or it is done, no day is known, and none is made up.
 */
export function siteDues(year: Year, today: string): (entry: Entry) => string {
  const all = filledEntries(year, 'sites');
  const { again, doubtful } = unitsOf(all);
  const of = { today, year: year.year };
  const tasks = entriesOf(year, 'tasks').filter((task) => fieldOf(task, 'source').includes(NOTICE));
  const due = (isIt: (material: string) => boolean): string => {
    const left = tasks.find((task) => isIt(fieldOf(task, 'material')));
    const stands = left && standingOf(left, today);
    return stands && (stands.standing === 'late' || stands.standing === 'soon') ? daysLeftWords(stands) : '';
  };
  const plan = due((material) => material.includes('培育对象') && material.includes('方案'));
  const check = due((material) => material.includes('培育对象') && material.includes('验收'));
  const stepsDue = (entry: Entry): string => {
    if (fieldOf(entry, 'level') !== CULTIVATED) return '';
    const open = [
      ...(plan !== '' && !isTaken(entry, 'plan', of) ? [`培育方案${plan}`] : []),
      ...(check !== '' && !isTaken(entry, 'checked', of) ? [`指导、验收${check}`] : []),
    ];
    return open.length === 0 ? '' : `${open.join('；')}（按年度任务的日期）`;
  };
  return (entry) => {
    const first = again.get(entry);
    if (first) return `与第${all.indexOf(first) + 1}行是同一单位，各步进度没有算这一行，请核对`;
    const problem = codeProblem(entry);
    return [
      doubtful.has(entry) ? SAME_NAME : '',
      problem === '' ? '' : `统一社会信用代码${problem}`,
      stepsDue(entry),
    ]
      .filter(Boolean)
      .join('；');
  };
}
