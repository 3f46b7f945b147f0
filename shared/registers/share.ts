/** "84 ÷ 240 = 35.00%": half up, with two decimals. `denominator` is not 0. */
export function showShare(numerator: number, denominator: number): string {
  const hundredths = Math.floor((numerator * 20_000 + denominator) / (2 * denominator));
  const percent = `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}%`;
  return `${numerator} ÷ ${denominator} = ${percent}`;
}
