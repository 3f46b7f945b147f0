/** "35.00%": half up, with two decimals. `denominator` is not 0. */
export function percentOf(numerator: number, denominator: number): string {
  const hundredths = Math.floor((numerator * 20_000 + denominator) / (2 * denominator));
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}%`;
}

/** "84 ÷ 240 = 35.00%". `denominator` is not 0. */
export function showShare(numerator: number, denominator: number): string {
  return `${numerator} ÷ ${denominator} = ${percentOf(numerator, denominator)}`;
}
