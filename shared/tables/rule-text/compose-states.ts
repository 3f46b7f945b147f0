import { type Composition, labelOf, ofKind, pointsOf, type Reading } from './composition.ts';
import { occurrence } from './occurrence.ts';

/** Done, but not well: 不健全, 部分落实, 有制度但不完善. */
const LESS = /^(?:不|部分|基本|较|未全部|未完全)|但/;
/** Not done at all. */
const NONE = /^(?:未|没|无|全部)/;

/** "健全得1分，不健全扣0.5分，未成立不得分": three states of one thing, of which one holds. */
export function composeStates(reading: Reading): Composition | undefined {
  const { fullScore } = reading;
  const scored = reading.statements.filter(({ action }) => action.kind !== 'neutral');
  const [whole, ...otherGives] = ofKind(reading, 'give');
  const [less, ...otherLosses] = ofKind(reading, 'deduct');
  const [none, ...otherZeros] = ofKind(reading, 'zero');
  if (fullScore === undefined || !whole || !less || !none) return undefined;
  if (otherGives.length + otherLosses.length + otherZeros.length > 0 || scored.length > 3) return undefined;
  if (pointsOf(whole.action, fullScore) !== fullScore || less.action.points >= fullScore) return undefined;
  const times = occurrence(less.condition);
  if (times.repeats || !LESS.test(less.condition) || !NONE.test(none.condition)) return undefined;
  const options = [
    { from: whole, points: fullScore },
    { from: less, points: fullScore - less.action.points },
    { from: none, points: 0 },
  ];
  return {
    rule: {
      kind: 'tiers',
      options: options.map(({ from, points }, i) => ({
        code: String(i + 1),
        label: labelOf(from.condition, `第${i + 1}档`),
        points,
      })),
    },
    doubts: [],
    used: new Set(scored),
  };
}
