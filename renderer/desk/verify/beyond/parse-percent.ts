import { isBlank, type ReadNumber, readPoints } from '../../../../shared/values/typed-number.ts';

/** "85.5" -> 8550 (hundredths of a percent, 分 of a hundred); undefined: none given. */
export function parsePercent(text: string): ReadNumber | undefined {
  return isBlank(text) ? undefined : readPoints(text, { units: ['%', '分'], most: 10_000 });
}
