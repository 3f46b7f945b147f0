import { type Points, showPoints } from '../../values/points.ts';
import type { RuleOf } from '../../standard/rules.ts';
import type { ActionOf } from './actions.ts';
import { type Composition, labelOf, ofKind, type Reading } from './composition.ts';
import { occurrence, type Statement } from './statement.ts';

type Fault = RuleOf<'deduct'>['faults'][number];
type Doubts = string[];

/** Points taken per fault, with their caps and what makes the whole item 0. */
export function composeDeduct(reading: Reading): Composition | undefined {
  const deductions = ofKind(reading, 'deduct');
  const zeros = ofKind(reading, 'zero');
  const gives = ofKind(reading, 'give');
  if (deductions.length === 0 && (zeros.length === 0 || gives.length > 0)) return undefined;

  if (deductions.some(({ condition }) => occurrence(condition).severalAtOnce)) return undefined;
  if (deductions.length === 0 && ofKind(reading, 'unsupported').length > 0) return undefined;

  const { fullScore } = reading;
  const doubts: Doubts = [];
  if (fullScore === undefined) doubts.push('本项没有分值');
  if (deductions.length === 0) doubts.push('只写了不得分的情形，部分做到时怎样给分请核对');
  if (ofKind(reading, 'proportion').length > 0) doubts.push('另有按比例计分的要求');
  if (ofKind(reading, 'highest').length > 0) doubts.push('另有取最高或不重复计算的要求');
  if (ofKind(reading, 'unsupported').length > 0) doubts.push('另有不能写进规则的得分或扣分');
  if (ofKind(reading, 'bonus').length > 0) doubts.push('另有加分，请核对是否写入加分项');

  const parts = partScores(reading);
  const isWhole = gives.length === 1 && fullOf(gives[0]?.action, fullScore) === fullScore;
  if (gives.length > 0 && !parts && !isWhole) doubts.push('另有得分要点，没有写进扣分规则');

  const capOf = assignCaps(reading, doubts);
  const faults: Fault[] = [];
  for (const found of reading.statements) {
    if (found.action.kind === 'deduct') {
      faults.push(
        readFault(
          found as Statement<ActionOf<'deduct'>>,
          String(faults.length + 1),
          doubts,
          capOf.get(found),
        ),
      );
    } else if (found.action.kind === 'zero') {
      faults.push(readZero(found, String(faults.length + 1), doubts));
    }
  }
  const scoped = parts ? scopeToParts(reading, faults, parts, doubts) : faults;
  for (const { points, label } of scoped) {
    if (fullScore !== undefined && points > fullScore)
      doubts.push(`“${label}”扣${showPoints(points)}分，超过本项分值`);
  }
  return { rule: { kind: 'deduct', faults: scoped, floor: floorOf(reading, scoped, doubts) }, doubts };
}

function readFault(
  found: Statement<ActionOf<'deduct'>>,
  code: string,
  doubts: Doubts,
  cap: Points | undefined,
): Fault {
  const { action, condition } = found;
  const { unit, certain } = action.unit ? { unit: action.unit, certain: true } : occurrence(condition);
  const label = labelOf(condition, '不符合要求');
  if (condition === '') doubts.push('扣分前面没有写明情形');
  else if (!certain || action.each) doubts.push(`“${label}”按什么次数扣分，请核对`);
  if (
    /(?:超过|满|达到?)?[\d二两三四五六七八九十]+(?:次|项|处|份|人|件)(?:以上|以后|起)/.test(condition) &&
    occurrence(condition).repeats
  ) {
    doubts.push(`“${label}”从第几次起扣分，请核对`);
  }
  return { code, label, points: action.points, unit, zeroes: false, ...(cap === undefined ? {} : { cap }) };
}

function readZero({ condition }: Statement, code: string, doubts: Doubts): Fault {
  if (condition === '' || /^(?:否则|反之)/.test(condition)) doubts.push('不得分的情形没有写明');
  return { code, label: labelOf(condition, '不得分的情形'), points: 0, unit: '次', zeroes: true };
}

/** A cap belongs to the one fault of its sentence; the cap over all faults becomes the floor instead. */
function assignCaps(reading: Reading, doubts: Doubts): Map<Statement, Points> {
  const caps = new Map<Statement, Points>();
  const deductions = ofKind(reading, 'deduct');
  const all = ofKind(reading, 'cap');
  for (const cap of all) {
    if (coversAll(cap, reading)) continue;
    const before = deductions.filter(({ action }) => action.to <= cap.action.from);
    const inSentence = before.filter(({ sentence }) => sentence === cap.sentence);
    const target = before.at(-1);
    if (!target) {
      doubts.push('扣分上限不知道属于哪一种情形');
      continue;
    }
    if (caps.has(target)) doubts.push('同一种情形写了两个上限');
    if (inSentence.length !== 1) doubts.push('扣分上限是对一种情形还是对全部情形，请核对');
    if (deductions.length > 1 && all.length === 1 && target === deductions.at(-1)) {
      doubts.push('扣分上限是对最后一种情形还是对全部情形，请核对');
    }
    if (reading.fullScore !== undefined && cap.action.points > reading.fullScore)
      doubts.push('扣分上限高于本项分值');
    if (cap.action.points !== reading.fullScore) caps.set(target, cap.action.points);
  }
  return caps;
}

/** A cap on all faults together: 累计 after faults that share its sentence, or in a sentence of its own. */
function coversAll(cap: Statement<ActionOf<'cap'>>, reading: Reading): boolean {
  const deductions = ofKind(reading, 'deduct');
  const beside = deductions.filter(({ sentence }) => sentence === cap.sentence).length;
  const isLast = deductions.every(({ action }) => action.to <= cap.action.from);
  if (deductions.length < 2 || !isLast) return false;
  return cap.action.total ? beside === 0 || beside === deductions.length : beside === deductions.length;
}

/** The lowest score: 0, more under a cap over all faults, less where points are taken beyond the item. */
function floorOf(reading: Reading, faults: readonly Fault[], doubts: Doubts): Points {
  const { fullScore = 0 } = reading;
  const extra = ofKind(reading, 'extra').reduce((total, { action }) => total + action.points, 0);
  if (extra > 0) {
    doubts.push(`另外追加扣${showPoints(extra)}分没有写进规则，请核对是否写入扣分项`);
    return 0;
  }
  const [total, ...more] = ofKind(reading, 'cap').filter((cap) => coversAll(cap, reading));
  if (!total) return 0;
  const parts = new Set(ofKind(reading, 'deduct').map(({ part }) => part));
  if (!total.action.total) doubts.push('扣分上限是对一种情形还是对全部情形，请核对');
  if (more.length > 0 || total.action.points > fullScore || parts.size > 1)
    doubts.push('扣分总上限不明确，请核对');
  return faults.length > 1 ? Math.max(0, fullScore - total.action.points) : 0;
}

/** Part scores that sum to the full score, one per numbered part: part -> points. */
function partScores(reading: Reading): Map<number, Statement<ActionOf<'give'>>> | undefined {
  const gives = ofKind(reading, 'give');
  const parts = new Map(gives.map((give) => [give.part, give]));
  const sum = gives.reduce((total, { action }) => total + (fullOf(action, reading.fullScore) ?? 0), 0);
  return gives.length > 1 && parts.size === gives.length && sum === reading.fullScore ? parts : undefined;
}

/** A fault of a part can take no more than the part's points; a part without a fault is lost as a whole. */
function scopeToParts(
  reading: Reading,
  faults: readonly Fault[],
  parts: ReadonlyMap<number, Statement<ActionOf<'give'>>>,
  doubts: Doubts,
): Fault[] {
  const sources = reading.statements.filter(
    ({ action }) => action.kind === 'deduct' || action.kind === 'zero',
  );
  const outside = sources
    .flatMap((source, i) => (parts.has(source.part) ? [] : [faults[i]]))
    .filter((fault) => fault !== undefined);
  const scoped = [...parts].flatMap(([part, give]): Fault[] => {
    const points = fullOf(give.action, reading.fullScore) ?? 0;
    const own = sources
      .flatMap((source, i) => (source.part === part ? [faults[i]] : []))
      .filter((fault) => fault !== undefined);
    if (own.length !== 1 || own[0]?.zeroes)
      doubts.push(`第${part}部分（${showPoints(points)}分）怎样扣分，请核对`);
    if (own.length === 0) {
      return [
        {
          code: '',
          label: `未做到：${labelOf(give.condition, `第${part}部分`)}`,
          points,
          unit: '次',
          cap: points,
          zeroes: false,
        },
      ];
    }
    return own.map((fault) =>
      fault.zeroes
        ? { ...fault, zeroes: false, points, cap: points }
        : { ...fault, cap: Math.min(fault.cap ?? points, points) },
    );
  });
  if (outside.length > 0) doubts.push('有的扣分情形不属于哪一部分');
  return [...scoped, ...outside].map((fault, i) => ({ ...fault, code: String(i + 1) }));
}

function fullOf(action: ActionOf<'give'> | undefined, fullScore: Points | undefined): Points | undefined {
  return action?.points === 'full' ? fullScore : action?.points;
}
