import { showPoints } from '../../values/points.ts';
import { bandsClash, subjectOf } from './bands.ts';
import { type Composition, labelOf, pointsOf, type Reading } from './composition.ts';
import { gradeOf } from './degree-doubts.ts';
import { occurrence } from './occurrence.ts';
import { isSpared } from './spared.ts';
import type { Statement } from './statement.ts';

/** One of several outcomes and what it costs of the full score. */
interface Outcome {
  readonly from: Statement;
  readonly label: string;
  readonly loss: number;
}

const THRESHOLD = /[≥≤<>]|\d(?:\.\d+)?%|以上|以下|不足|低于|未达|不满|\d分?[-~至到]\d/;
const RANK =
  /第[\d一二三四五六七八九十]+(?:[-~至到]第?[\d一二三四五六七八九十]+)?[名位]|前[\d一二三四五六七八九十]+|\d名/;
const REST = /^(?:否则|其他|其余|反之)/;
/** Before a grade of the same thing: 被评为, 评价等次为, 为. */
const RATED =
  /^(?:(?:年度|综合|最终)?(?:考核|考评|评价|评定|测评|评估|等级|等次|结果|档次)*(?:被?评|评定|确定|认定|列)?为?)$/;
const IS_RATED = /^$|(?:考核|考评|评价|评定|测评|评估|评议|等级|等次|结果|档次|评为|定为|为)$/;
/** Below it comes nothing: 差, 不合格, 未完成, 60%以下. */
const LOWEST =
  /^(?:未(?!完全|全部|及时|按)|没|无|全部[未无没]|完全[未无没]|不)|以[下后]$|不足|低于|未达|[末最]|其他|其余/;
const WORST = /差|不合格|不称职|不满意|D|丁/;
const NOTHING = '没有以上情形';
/** Rated more than once: 每季度, 各村, 四个季度. */
const REPEATED =
  /每|各(?!自)|逐|季度|月度|半年|分别|[两二三四五六七八九十\d]+(?:个|次|村|户|项|家|份|轮)(?![^,。;]{0,3}(?:以[上下内后]|[-~至到]))/;
const PARTLY = /^(?:部分|个别|少数)/;
const WHOLLY = /^(?:全部|全体|所有|均|都)的?/;
const ALL = /^(?:全部|完全|全面|均|都|按[时期]|及时|如期|提前)?/;
const SOME =
  /^(?:大?部分|少数|个别|基本|较|不够?|未(?:完全|全部)|逾期|延期|推迟|延迟|超期|不(?:完全|及时|按时))/;
const LATE = /^(?:逾期|延期|推迟|延迟|超期|不及时|不按时)/;
const NONE = /^(?:全部未|完全未|均未|都未|全部没有?|未|没有?|无|不)/;

/**
 * "优秀不扣分，良好扣1分，一般扣2分，差扣5分": what is left after each of several states of one thing, of which one holds.
 * Grades, bands of one number, ranks, and 部分未公开 beside 全部未公开; never what is counted.
 */
export function composeLosses(reading: Reading): Composition | undefined {
  const { fullScore } = reading;
  const outcomes = fullScore === undefined ? undefined : outcomesOf(reading, fullScore);
  if (fullScore === undefined || !outcomes) return undefined;
  const doubts = kindDoubts(outcomes);
  if (!doubts) return undefined;
  if (REPEATED.test(reading.text)) doubts.push('是一次还是多次，请核对');

  const [best] = [...outcomes].sort((a, b) => a.loss - b.loss);
  const worst = outcomes.reduce((most, one) => (one.loss > most.loss ? one : most));
  const options = outcomes.map(({ label, loss }) => ({ label, points: Math.max(0, fullScore - loss) }));
  if (best && best.loss > 0) options.unshift({ label: NOTHING, points: fullScore });
  if (worst.loss < fullScore && !LOWEST.test(worst.label) && !WORST.test(gradeOf(worst.label) ?? ''))
    doubts.push(`比“${labelOf(worst.label, '')}”更差时怎样扣分，请核对`);
  if (worst.loss > fullScore)
    doubts.push(`“${labelOf(worst.label, '')}”扣${showPoints(worst.loss)}分，超过本项分值`);
  return {
    rule: {
      kind: 'tiers',
      options: options.map(({ label, points }, i) => ({
        code: String(i + 1),
        label: labelOf(label, ''),
        points,
      })),
    },
    doubts,
    used: new Set(outcomes.map(({ from }) => from)),
  };
}

/** All that is scored, if it is nothing but outcomes whose losses rise or fall. */
function outcomesOf(reading: Reading, fullScore: number): Outcome[] | undefined {
  const outcomes: Outcome[] = [];
  for (const from of reading.statements) {
    const { action, condition, count } = from;
    if (action.kind === 'neutral') continue;
    const loss = lossOf(from, reading, fullScore);
    if (loss === undefined || condition === '' || count !== '' || from.part > 0) return undefined;
    outcomes.push({ from, label: condition, loss });
  }
  const losses = outcomes.map(({ loss }) => loss).filter((loss) => loss > 0);
  const rises = losses.every((loss, i) => i === 0 || loss > (losses[i - 1] ?? 0));
  const falls = losses.every((loss, i) => i === 0 || loss < (losses[i - 1] ?? 0));
  const deductions = outcomes.filter(({ from }) => from.action.kind === 'deduct');
  return (rises || falls) && outcomes.length > 1 && deductions.length > 0 ? outcomes : undefined;
}

function lossOf(from: Statement, reading: Reading, fullScore: number): number | undefined {
  const { action, condition } = from;
  if (action.kind === 'zero') return fullScore;
  if (action.kind === 'give') return pointsOf(action, fullScore) === fullScore ? 0 : undefined;
  if (action.kind === 'unsupported') return isSpared(from, reading.text) ? 0 : undefined;
  if (action.kind !== 'deduct' || action.unit || action.each) return undefined;
  return occurrence(condition).repeats || /[每各]/.test(condition) ? undefined : action.points;
}

/** Undefined where they are no states of one thing; else why they may not be. */
function kindDoubts(outcomes: readonly Outcome[]): string[] | undefined {
  const labels = outcomes.map(({ label }) => label);
  const named = labels.filter((label) => !REST.test(label));
  const hasBest = outcomes.some(({ loss }) => loss === 0);
  const isFew = outcomes.filter(({ from }) => from.action.kind === 'deduct').length < 2;
  if (named.length < 2 || (isFew && !hasBest)) return undefined;
  const doubts = hasBest ? [] : [`不扣分的一档没有写明，已补上“${NOTHING}”`];
  if (areGrades(named)) {
    // A类, 红牌: kinds of faults, unless one of them costs nothing.
    if (!hasBest && named.some((label) => /[类色牌]$/.test(gradeOf(label) ?? ''))) return undefined;
    const about = (named[0] ?? '').slice(0, -(gradeOf(named[0] ?? '') ?? '').length);
    return IS_RATED.test(about) ? doubts : [...doubts, `“${about}”是一个还是多个，请核对`];
  }
  const bands = named.every((label) => THRESHOLD.test(label));
  if (bands || named.every((label) => RANK.test(label))) {
    const subjects = new Set(named.map(subjectOf).filter((subject) => subject !== '' && !RANK.test(subject)));
    if (bands && subjects.size > 1) return undefined;
    return bandsClash(named) ? [...doubts, '各档之间有空档或重叠，请核对'] : doubts;
  }
  // Between 个别 and 全部 lies more.
  if (areParts(labels)) return labels[0]?.startsWith('部分') ? [] : ['各档之间有空档或重叠，请核对'];
  if (!areStates(labels)) return undefined;
  return labels.some((label) => LATE.test(label)) ? [...doubts, '是分档还是按次扣分，请核对'] : doubts;
}

/** A grade each, all of one thing: 评定等级为优秀, 良好, 差. */
function areGrades(labels: readonly string[]): boolean {
  const grades = labels.map(gradeOf);
  if (grades.some((grade) => grade === undefined) || new Set(grades).size < labels.length) return false;
  const subjects = labels.map((label, i) => label.slice(0, label.length - (grades[i] ?? '').length));
  return subjects.slice(1).every((subject) => RATED.test(subject) || subject === subjects[0]);
}

/** 部分未公开, 全部未公开: how much of one thing. */
function areParts(labels: readonly string[]): boolean {
  const [one = '', other = '', ...more] = labels;
  const stem = one.replace(PARTLY, '');
  return more.length === 0 && PARTLY.test(one) && WHOLLY.test(other) && other.replace(WHOLLY, '') === stem;
}

/** 全部落实, 部分落实, 未落实: one verb at the end of each. */
function areStates(labels: readonly string[]): boolean {
  const stems = labels.map((label) => label.replace(NONE, '').replace(SOME, '').replace(ALL, ''));
  const [short = ''] = [...stems].sort((a, b) => a.length - b.length);
  // The thing itself may stand before the first: 方案全部落实. 一般事故 and 较大事故 can both happen.
  const isOne = stems.every((stem, i) => stem === short || (i === 0 && stem.endsWith(short)));
  const some = labels.filter((label) => SOME.test(label));
  return short.length > 1 && isOne && some.length === 1 && labels.some((label) => NONE.test(label));
}
