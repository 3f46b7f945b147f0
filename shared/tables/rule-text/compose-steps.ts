import { type Composition, labelOf, ofKind, pointsOf, type Reading } from './composition.ts';
import { readNumber } from './numbers.ts';
import { isSpared } from './spared.ts';
import type { Statement } from './statement.ts';
import { UNIT } from './words.ts';

const STEP = new RegExp(`^([^每]{0,20}?)([一二两三四五六]|\\d)个?(${UNIT})(?:及以上|以上|以后)?(.{0,12})$`);

/** "一次扣1分，两次扣3分，三次不得分": what is left after each count, one of them. */
export function composeSteps(reading: Reading): Composition | undefined {
  const { fullScore, statements } = reading;
  const scored = statements.filter(({ action }) => action.kind !== 'neutral');
  const [first] = scored;
  const [whole] = first && (isSpared(first, reading.text) || isFull(first, fullScore)) ? scored : [];
  const steps = scored.slice(whole ? 1 : 0);
  const deductions = ofKind(reading, 'deduct');
  if (fullScore === undefined || deductions.length < 2) return undefined;
  if (!steps.every(({ action }) => action.kind === 'deduct' || action.kind === 'zero')) return undefined;
  if (!steps.every((step, i) => isStep(step, i + 1, steps[0]))) return undefined;

  const left = steps.map(({ action }) => (action.kind === 'deduct' ? fullScore - action.points : 0));
  const last = steps.at(-1);
  const doubts: string[] = [];
  if (left.some((points, i) => points < 0 || points >= (left[i - 1] ?? fullScore)))
    doubts.push('各次扣分不是越来越多，请核对');
  const [one] = deductions;
  // 一次扣1分，两次扣2分: as well a price for each.
  if (deductions.every(({ action }, i) => action.points === (i + 1) * (one?.action.points ?? 0)))
    doubts.push('是分档还是按次扣分，请核对');
  if (last && !/以上|以后/.test(last.condition) && left.at(-1) !== 0)
    doubts.push(`比“${labelOf(last.condition, '')}”更多时怎样扣分，请核对`);
  const labels = [
    whole?.condition ? labelOf(whole.condition, '') : '没有发生',
    ...steps.map(({ condition }) => labelOf(condition, '')),
  ];
  return {
    rule: {
      kind: 'tiers',
      options: [fullScore, ...left].map((points, i) => ({
        code: String(i + 1),
        label: labels[i] ?? '',
        points: Math.max(0, points),
      })),
    },
    doubts,
    used: new Set(scored),
  };
}

function isFull({ action }: Statement, fullScore: number | undefined): boolean {
  return action.kind === 'give' && pointsOf(action, fullScore) === fullScore;
}

/** 发生1起扣5分，2起及以上不得分: a price and a zero, or the first two steps. */
export function isPriceOrSteps(reading: Reading): boolean {
  const losses = reading.statements.filter(
    ({ action }) => action.kind === 'deduct' || action.kind === 'zero',
  );
  const kinds = losses.map(({ action }) => action.kind).join(' ');
  return kinds === 'deduct zero' && losses.every((loss, i) => isStep(loss, i + 1, losses[0]));
}

/** The count is the expected one, of the same unit, and nothing else differs. */
function isStep({ condition }: Statement, count: number, first: Statement | undefined): boolean {
  const [, before = '', number = '', unit, after = ''] = STEP.exec(condition) ?? [];
  const [, firstBefore = '', , firstUnit, firstAfter = ''] = STEP.exec(first?.condition ?? '') ?? [];
  const same = (one: string, other: string) => other.endsWith(one);
  return (
    unit !== undefined &&
    readNumber(number) === count * 100 &&
    unit === firstUnit &&
    same(before, firstBefore) &&
    same(after, firstAfter)
  );
}
