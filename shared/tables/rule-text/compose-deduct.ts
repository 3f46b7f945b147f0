import { type Points, showPoints } from '../../values/points.ts';
import type { ActionOf } from './actions.ts';
import { assignCaps, coversAll, totalDoubts } from './deduct-caps.ts';
import { type Composition, type Fault, labelOf, ofKind, pointsOf, type Reading } from './composition.ts';
import { openLeads } from './leads.ts';
import { gapsOf, sentencesOf } from './loose.ts';
import { isOfPart } from './zero-doubts.ts';
import { partScores, scopeToParts } from './deduct-parts.ts';
import { isPriceOrSteps } from './compose-steps.ts';
import { degreeDoubts } from './degree-doubts.ts';
import { faultDoubts } from './fault-doubts.ts';
import { occurrence } from './occurrence.ts';
import { overlapDoubts } from './overlaps.ts';
import type { Statement } from './statement.ts';

/** Points taken per fault, with their caps and what makes the whole item 0. */
export function composeDeduct(reading: Reading): Composition | undefined {
  const deductions = ofKind(reading, 'deduct');
  const all = ofKind(reading, 'zero');
  const gives = ofKind(reading, 'give');
  if (
    deductions.length === 0 &&
    (all.length === 0 || gives.length > 0 || ofKind(reading, 'each').length > 0)
  ) {
    return undefined;
  }
  const several = deductions.some(({ condition }) => occurrence(condition).severalAtOnce);
  if (several && gives.length === 0 && all.length === 0) return undefined;
  const unsaid = ofKind(reading, 'unsupported').some(({ action }) => action.step !== undefined);
  if (deductions.length === 0 && (unsaid || all.some(({ condition }) => condition.includes('扣分'))))
    return undefined;
  if (deductions.length > 0 && deductions.every(({ action }) => action.each) && all.length === 0)
    return undefined;
  const zeros = deductions.length === 0 ? all : all.filter((zero) => !isOfPart(zero, reading));

  const { fullScore } = reading;
  const doubts: string[] = [];
  if (deductions.length === 0 && !isPlain(reading))
    doubts.push('只写了不得分的情形，部分做到时怎样给分请核对');
  const parts = partScores(reading);
  const [whole] =
    gives.length === 1 && gives[0] && pointsOf(gives[0].action, fullScore) === fullScore ? gives : [];

  if ((whole && isState(deductions, fullScore)) || isPriceOrSteps(reading))
    doubts.push('是扣分还是分档，请核对');
  const caps = assignCaps(reading, doubts);
  const faults: Fault[] = [];
  for (const found of reading.statements) {
    const code = String(faults.length + 1);
    if (found.action.kind === 'deduct') {
      faults.push(readFault(found as Statement<ActionOf<'deduct'>>, code, whole, doubts, caps.of.get(found)));
      if (mayShareUnit(found, deductions)) {
        doubts.push(`“${labelOf(found.condition, '')}”是否也按次数扣分，请核对`);
      }
    } else if (found.action.kind === 'zero' && zeros.includes(found as Statement<ActionOf<'zero'>>)) {
      faults.push(readZero(found, code, doubts));
    }
  }
  doubts.push(
    ...overlapDoubts(deductions),
    ...degreeDoubts(deductions, zeros, whole),
    ...openLeads(reading.statements),
  );
  const scoped = parts ? scopeToParts([...deductions, ...zeros], reading, faults, parts, doubts) : faults;
  for (const { points, label } of scoped) {
    if (fullScore !== undefined && points > fullScore)
      doubts.push(`“${label}”扣${showPoints(points)}分，超过本项分值`);
  }
  const rule = { kind: 'deduct', faults: scoped, floor: floorOf(reading, scoped, doubts) } as const;
  const scores = parts ? [...parts.values()] : whole ? [whole] : [];
  return { rule, doubts, used: new Set<Statement>([...deductions, ...zeros, ...scores, ...caps.used]) };
}

/** 每发生一起轻伤事故扣1分，重伤事故扣3分: a bare name after a counted one in the same sentence. */
function mayShareUnit(found: Statement, deductions: readonly Statement[]): boolean {
  const before = deductions[deductions.indexOf(found) - 1];
  const { condition, sentence, count } = found;
  if (before?.sentence !== sentence || !/^[每一1]|,每/.test(before.condition)) return false;
  return count === '' && condition.length <= 8 && !/[每各未不无没缺漏超迟逾被有]|[一1]/.test(condition);
}

/** 完成得5分，未完成扣5分: one deduction that says the other side of the full score. */
function isState(
  deductions: readonly Statement<ActionOf<'deduct'>>[],
  fullScore: Points | undefined,
): boolean {
  const [only, ...more] = deductions;
  if (!only || more.length > 0 || only.action.unit !== undefined) return false;
  if (occurrence(only.count || only.condition).repeats) return false;
  return only.action.points === fullScore || /^(?:不|部分|基本|较)/.test(only.condition);
}

/** Nothing but zeroing clauses: no requirement beside them that could be met in part. */
function isPlain(reading: Reading): boolean {
  return gapsOf(reading).every(({ text }) => sentencesOf(text).every(({ words }) => words === ''));
}

/** 完成率达到90%得满分，每低1个百分点: the fault is counted from what the full score asks for. */
const COUNTED_FROM = /^每[^,]{0,4}(?:低|少|降|差|高|超|增|减|下降|上升)/;

function readFault(
  found: Statement<ActionOf<'deduct'>>,
  code: string,
  whole: Statement | undefined,
  doubts: string[],
  cap: Points | undefined,
): Fault {
  const { action, condition, count } = found;
  const unit = action.unit ?? occurrence(count || condition).unit;
  const isRelative = whole !== undefined && /\d/.test(whole.condition) && COUNTED_FROM.test(condition);
  const about = isRelative ? whole.condition : found.subject;
  const label = labelOf(about === '' ? `${found.lead}${condition}` : `${about},${condition}`, '不符合要求');
  doubts.push(...faultDoubts(found, label));
  const named = found.carried === '' ? label : `${label}（${found.carried}）`;
  return {
    code,
    label: named,
    points: action.points,
    unit,
    zeroes: false,
    ...(cap === undefined ? {} : { cap }),
  };
}

function readZero({ condition, lead }: Statement, code: string, doubts: string[]): Fault {
  if (/^(?:否则|反之)/.test(condition)) doubts.push('不得分的情形没有写明');
  return { code, label: labelOf(`${lead}${condition}`, '不得分的情形'), points: 0, unit: '次', zeroes: true };
}

/** The lowest score: 0, more under a cap over all faults, less where points are taken beyond the item. */
function floorOf(reading: Reading, faults: readonly Fault[], doubts: string[]): Points {
  const { fullScore = 0 } = reading;
  if (ofKind(reading, 'extra').length > 0) return 0;
  const [total, ...more] = ofKind(reading, 'cap').filter((cap) => coversAll(cap, reading));
  if (!total) return 0;
  doubts.push(...totalDoubts(total, reading));
  if (more.length > 0 || total.action.points > fullScore) doubts.push('扣分总上限不明确，请核对');
  return faults.length > 1 ? Math.max(0, fullScore - total.action.points) : 0;
}
