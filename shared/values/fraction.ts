import type { Points } from './points.ts';

/** An exact non-negative-denominator fraction of hundredths; only totals and ratios need one. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export function fraction(numerator: number | bigint, denominator: number | bigint = 1n): Fraction {
  const n = BigInt(numerator);
  const d = BigInt(denominator);
  if (d === 0n) throw new RangeError('A fraction needs a denominator other than 0');
  return reduce(d < 0n ? { numerator: -n, denominator: -d } : { numerator: n, denominator: d });
}

export function add(a: Fraction, b: Fraction): Fraction {
  return reduce({
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  });
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return reduce({ numerator: a.numerator * b.numerator, denominator: a.denominator * b.denominator });
}

export function divide(a: Fraction, b: Fraction): Fraction {
  return multiply(a, fraction(b.denominator, b.numerator));
}

export function compare(a: Fraction, b: Fraction): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Half-up (away from zero on ties) to a whole hundredth: the only rounding in the program. */
export function roundHalfUp({ numerator, denominator }: Fraction): Points {
  const negative = numerator < 0n;
  const absolute = negative ? -numerator : numerator;
  const rounded = (absolute * 2n + denominator) / (denominator * 2n);
  return Number(negative ? -rounded : rounded);
}

/** The value in points with `places` decimals, cut and marked "…" where it goes on: for explanations. */
export function showFraction(value: Fraction, places = 4): string {
  const negative = value.numerator < 0n;
  const absolute = negative ? -value.numerator : value.numerator;
  const scale = 10n ** BigInt(places);
  const denominator = value.denominator * 100n;
  const digits = (absolute * scale) / denominator;
  const exact = (absolute * scale) % denominator === 0n;
  const whole = digits / scale;
  const decimals = String(digits % scale).padStart(places, '0');
  const shown = exact ? `${whole}.${decimals}`.replace(/\.?0+$/, '') : `${whole}.${decimals}…`;
  return negative ? `-${shown}` : shown;
}

function reduce({ numerator, denominator }: Fraction): Fraction {
  const divisor = gcd(numerator < 0n ? -numerator : numerator, denominator);
  return divisor > 1n
    ? { numerator: numerator / divisor, denominator: denominator / divisor }
    : { numerator, denominator };
}

function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}
