import { parsePoints } from '../../../../shared/values/points.ts';

/** "85.5" -> 8550 (hundredths of a percent); '' -> undefined: none given. */
export function parsePercent(text: string): number | undefined | 'wrong' {
  const plain = text.normalize('NFKC').replace(/。/g, '.').trim();
  if (plain === '') return undefined;
  const value = parsePoints(plain);
  return value === undefined || value < 0 || value > 10_000 ? 'wrong' : value;
}
