import { halfWidth } from '../values/typed-number.ts';

const DIGITS = '零一二三四五六七八九';
/** 二〇二六, also with the signs that are typed for the round one. */
const YEAR = /[〇○零Oo\d一二三四五六七八九]{4}(?=\s*年)/gu;
/** Up to 99: 十二月五日 is 12月5日. */
const NUMERAL =
  /(?:(?<tens>[一二三四五六七八九]?十)(?<ones>[一二三四五六七八九])?|(?<one>[一二三四五六七八九]))(?=\s*[月日号])/gu;
/** 2026 年 3 月 5 日, as forms part it. */
const PARTED = /(?<=\d)\s+(?=[年月日号])|(?<=[年月])\s+(?=\d)/gu;

/** A text that may say a day: half width, with digits where it has Chinese numerals, without blanks inside a day. */
export function dayWords(text: string): string {
  return halfWidth(text)
    .replace(YEAR, (year) => [...year].map((each) => (/\d/u.test(each) ? each : digit(each))).join(''))
    .replace(NUMERAL, (_, tens?: string, ones?: string, one?: string) =>
      String((tens ? 10 * (digit(tens.slice(0, -1)) || 1) : 0) + digit(ones ?? one ?? '')),
    )
    .replace(PARTED, '');
}

/** 0 for what is none, as the round sign is. */
function digit(text: string): number {
  return text === '' ? 0 : Math.max(0, DIGITS.indexOf(text));
}
