import { type Entry, fieldOf } from '../entry.ts';
import { CULTIVATED, isConfirmed, sites } from '../kinds/sites.ts';
import { daysLeftWords, standingOf } from '../tasks.ts';
import { isAfter, whenOf } from '../when.ts';
import { entriesOf, filledEntries } from '../year/entries.ts';
import type { Year } from '../year/schema.ts';
import { onceEach } from './once.ts';

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
  const all = filledEntries(year, 'sites');
  const entries = onceEach(all);
  const lines = entries.map((entry) => stepsOf(entry, today));
  const levels = [...new Set([...levelOrder(), ...lines.map(({ level }) => level)])];
  const rows = levels.map((level) => {
    const own = lines.filter((line) => line.level === level);
    const steps = STEPS.map((_, at) => own.filter(({ words }) => words[at] !== '').length);
    return { level, all: own.length, steps };
  });
  const twice = all.length - entries.length;
  return {
    sites: lines,
    levels: rows.filter((row) => row.all > 0),
    notes: [
      ...(twice > 0 ? [`${twice}行与前面的行是同一单位（信用代码或者名称相同），没有算`] : []),
      ...aheadWords(entries, today),
    ],
  };
}

function stepsOf(entry: Entry, today: string): SiteSteps {
  const words = STEPS.map(({ code }) => (isTaken(entry, code, today) ? wordsOf(entry, code) : ''));
  const last = STEPS.findLast((_, at) => words[at] !== '');
  return {
    ...{ id: entry.id, name: fieldOf(entry, 'name').trim() || '（没有填单位名称）' },
    ...{ level: fieldOf(entry, 'level') || NO_LEVEL, words, at: last?.step ?? NOT_BEGUN },
  };
}

type StepCode = (typeof STEPS)[number]['code'];

/** With its day, which has come; 确认 is what a document says, so with its 文号 besides. */
function isTaken(entry: Entry, code: StepCode, today: string): boolean {
  const day = fieldOf(entry, code);
  if (whenOf(day) === undefined || isAfter(day, today)) return false;
  return code !== 'confirmed' || isConfirmed(entry);
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

function aheadWords(entries: readonly Entry[], today: string): string[] {
  const of = entries.filter((entry) => STEPS.some(({ code }) => isAfter(fieldOf(entry, code), today)));
  return of.length === 0 ? [] : [`${of.length}个单位有在今天以后的日期，那一步按还没有走到计`];
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
  const tasks = entriesOf(year, 'tasks').filter((task) => fieldOf(task, 'source').includes(NOTICE));
  const due = (isIt: (material: string) => boolean): string => {
    const left = tasks.find((task) => isIt(fieldOf(task, 'material')));
    const stands = left && standingOf(left, today);
    return stands && (stands.standing === 'late' || stands.standing === 'soon') ? daysLeftWords(stands) : '';
  };
  const plan = due((material) => material.includes('培育对象') && material.includes('方案'));
  const check = due((material) => material.includes('培育对象') && material.includes('验收'));
  return (entry) => {
    if (fieldOf(entry, 'level') !== CULTIVATED) return '';
    const open = [
      ...(plan !== '' && fieldOf(entry, 'plan') === '' ? [`培育方案${plan}`] : []),
      ...(check !== '' && fieldOf(entry, 'checked') === '' ? [`指导、验收${check}`] : []),
    ];
    return open.length === 0 ? '' : `${open.join('；')}（按年度任务的日期）`;
  };
}
