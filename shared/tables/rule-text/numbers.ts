import { parsePoints, type Points } from '../../values/points.ts';
import { readPoints } from '../../values/typed-number.ts';

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** A number in a pattern: 0.5, 12, 三, 十五, 零点五, 半; 扣.5, but not the full stop before 5. */
export const NUMBER =
  '(?:\\d+(?:\\.\\d+)?|(?<=[扣加减得计记给奖])\\.\\d{1,2}|[零〇一二两三四五六七八九十]{1,3}(?:点[零一二三四五六七八九]{1,2})?|半)';

/** "1.5" -> 150, "两" -> 200, "零点五" -> 50. Undefined where it is no number of at most two decimals. */
export function readNumber(text: string): Points | undefined {
  if (/^[\d.]/.test(text)) {
    const read = readPoints(text, {});
    return 'value' in read ? read.value : undefined;
  }
  if (text === '半') return 50;
  const [whole = '', decimals] = text.split('点');
  const units = readWholeNumber(whole);
  if (units === undefined) return undefined;
  if (decimals === undefined) return units * 100;
  return parsePoints(`${units}.${[...decimals].map((digit) => DIGITS[digit] ?? '').join('')}`);
}

/** 一 -> 1, 十二 -> 12, 二十 -> 20. */
function readWholeNumber(text: string): number | undefined {
  if (text === '') return undefined;
  if (!text.includes('十')) {
    const digits = [...text].map((character) => DIGITS[character]);
    return digits.length === 1 ? digits[0] : undefined;
  }
  const [tens = '', ones = ''] = text.split('十');
  const high = tens === '' ? 1 : DIGITS[tens];
  const low = ones === '' ? 0 : DIGITS[ones];
  return high === undefined || low === undefined ? undefined : high * 10 + low;
}
