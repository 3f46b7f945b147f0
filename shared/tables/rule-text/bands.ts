import { readNumber } from './numbers.ts';

interface Band {
  readonly low: number | undefined;
  readonly high: number | undefined;
}

const NUMBER = '(\\d+(?:\\.\\d+)?)';
const UNIT = '(?:%|分|个|名|[万亿]?元|人|年|天|次|项|件|条|篇|家|户)?(?:\\(不?含[^)]{0,4}\\))?';
const RANGE = new RegExp(`${NUMBER}${UNIT}(?:以上)?(?:[-~至到]|,?(?:不满|不足|低于))${NUMBER}`);
const LOW = new RegExp(
  `${NUMBER}${UNIT}(?:及|\\(含\\))?以上|(?:≥|>|不低于|不少于|达到?|超过|大于|高于)${NUMBER}`,
);
const HIGH = new RegExp(`${NUMBER}${UNIT}(?:及)?以下|(?:≤|<|不满|不足|低于|少于|小于|未达到?|不到)${NUMBER}`);

/** Whether bands of numbers (90%以上, 80%-90%, 80%以下) leave a gap between them or overlap. Labels without a number are skipped. */
export function bandsClash(labels: readonly string[]): boolean {
  const bands = labels.map(bandOf).filter((band) => band !== undefined);
  const falling = [...bands].sort((a, b) => (b.low ?? -1) - (a.low ?? -1));
  return falling.some(({ high }, i) => {
    const above = falling[i - 1]?.low;
    if (i === 0 || high === undefined || above === undefined || high === above) return false;
    // 80-89 below 90以上 leaves nothing between whole points.
    return high > above || above - high > 1;
  });
}

/** Whether a case below the lowest band is neither in a band nor in 其他: 60%-80%得3分，未开展不得分. */
export function leavesLowest(labels: readonly string[], lowest: string): boolean {
  const lows = labels.flatMap((label) => bandOf(label)?.low ?? []);
  if (lows.length === 0 || lows.length < labels.length - 1 || bandOf(lowest)) return false;
  const isRest = /否则|其他|其余|反之|以外|未达|达不到|不达|未满|不够|低于|少于/.test(lowest);
  return !isRest && Math.min(...lows) > 1;
}

function bandOf(label: string): Band | undefined {
  const ranks = rankOf(label);
  if (ranks) return ranks;
  const range = RANGE.exec(label);
  if (range) {
    const [a, b] = [Number(range[1]), Number(range[2])];
    return { low: Math.min(a, b), high: Math.max(a, b) };
  }
  // 不低于 and 未达到 hold the words of the other side.
  const high = HIGH.exec(label.replace(/不(?:低于|少于|小于)/g, '≥'));
  if (high) return { low: undefined, high: Number(high[1] ?? high[2]) };
  const low = LOW.exec(label);
  return low ? { low: Number(low[1] ?? low[2]), high: undefined } : undefined;
}

const RANK = '(\\d+|[一二三四五六七八九十]{1,3})';
const PLACE = new RegExp(`第?${RANK}名?[-~至到]第?${RANK}名`);
const TOP = new RegExp(`前${RANK}(?:名|位)?`);
const ONE_PLACE = new RegExp(`第${RANK}名`);

/** 前三名, 第4至6名, 第二名. */
function rankOf(label: string): Band | undefined {
  const number = (digits: string | undefined) => (readNumber(digits ?? '') ?? 0) / 100;
  const places = PLACE.exec(label);
  if (places) return { low: number(places[1]), high: number(places[2]) };
  const top = TOP.exec(label);
  if (top) return { low: 1, high: number(top[1]) };
  const place = ONE_PLACE.exec(label);
  return place ? { low: number(place[1]), high: number(place[1]) } : undefined;
}

/** What a band is about: the words before its number. 办结率100% and 满意率95% are two things. */
export function subjectOf(label: string): string {
  return (
    label
      .split(/\d|[≥≤<>]/)[0]
      ?.replace(/(?:达到?|为|在|超过|不低于|低于|不足|不满|未达到?|小于|大于)+$/, '') ?? ''
  );
}
