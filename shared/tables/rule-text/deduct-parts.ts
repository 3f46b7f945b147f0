import { showPoints } from '../../values/points.ts';
import type { ActionOf } from './actions.ts';
import { type Fault, labelOf, ofKind, pointsOf, type Reading } from './composition.ts';
import type { Statement } from './statement.ts';

/** Part scores that sum to the full score, one per numbered part: part -> points. */
export function partScores(reading: Reading): Map<number, Statement<ActionOf<'give'>>> | undefined {
  const gives = ofKind(reading, 'give');
  const parts = new Map(gives.map((give) => [give.part, give]));
  const sum = gives.reduce((total, { action }) => total + (pointsOf(action, reading.fullScore) ?? 0), 0);
  return gives.length > 1 && parts.size === gives.length && sum === reading.fullScore ? parts : undefined;
}

/** A fault of a part can take no more than the part's points; a part without a fault is lost as a whole. */
export function scopeToParts(
  losses: readonly Statement[],
  reading: Reading,
  faults: readonly Fault[],
  parts: ReadonlyMap<number, Statement<ActionOf<'give'>>>,
  doubts: string[],
): Fault[] {
  const sources = reading.statements.filter((found) => losses.includes(found));
  const outside = sources
    .flatMap((source, i) => (parts.has(source.part) ? [] : [faults[i]]))
    .filter((fault) => fault !== undefined);
  const scoped = [...parts].flatMap(([part, give]): Fault[] => {
    const points = pointsOf(give.action, reading.fullScore) ?? 0;
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
