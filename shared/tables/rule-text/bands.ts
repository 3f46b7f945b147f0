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
  const percent = labels.some((label) => label.includes('%'));
  const bands = labels.map(bandOf).filter((band) => band !== undefined);
  const falling = [...bands].sort((a, b) => (b.low ?? -1) - (a.low ?? -1));
  return falling.some(({ high }, i) => {
    const above = falling[i - 1]?.low;
    if (i === 0 || high === undefined || above === undefined || high === above) return false;
    // 80-89分 below 90分以上 leaves nothing between whole points.
    return percent || high > above || above - high > 1;
  });
}

function bandOf(label: string): Band | undefined {
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

/** What a band is about: the words before its number. 办结率100% and 满意率95% are two things. */
export function subjectOf(label: string): string {
  return (
    label
      .split(/\d|[≥≤<>]/)[0]
      ?.replace(/(?:达到?|为|在|超过|不低于|低于|不足|不满|未达到?|小于|大于)+$/, '') ?? ''
  );
}
