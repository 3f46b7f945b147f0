const DIGITS = '零一二三四五六七八九';
const NUMBER = '\\d{1,3}(?:\\.\\d+)?|[零〇一二两三四五六七八九十]{1,3}';
const DUTY = new RegExp(
  `^[满已达共有]*(?:(${NUMBER})(?:周?年(半)?|$))?(?:零|又)?(?:(${NUMBER})个?月)?[多余]?(?:及?以上)?$`,
  'u',
);
/** Nobody is on duty for longer: 2019 is a year, 3000 is none. */
const MOST_MONTHS = 60 * 12;

/** Months of 三年, 3.5年, 3年以上, 3年1个月, 36个月, whole ones; undefined of what cannot be read for certain. */
export function dutyMonths(text: string): number | undefined {
  const [whole = '', years, half, months] = DUTY.exec(text.normalize('NFKC').replace(/\s/gu, '')) ?? [];
  if (whole === '' || (years === undefined && months === undefined)) return undefined;
  const sum = 12 * numberOf(years) + (half === undefined ? 0 : 6) + numberOf(months);
  return !(sum <= MOST_MONTHS) ? undefined : Math.floor(sum);
}

function numberOf(text = '0'): number {
  if (/^\d/u.test(text)) return Number(text);
  const [, tens, ones = ''] = /^(?:(.?)十)?(.?)$/u.exec(text.replace('〇', '零').replace('两', '二')) ?? [];
  const digit = (each: string) => Math.max(0, DIGITS.indexOf(each));
  if (tens === undefined) return ones === '' ? NaN : digit(ones);
  return 10 * (tens === '' ? 1 : digit(tens)) + (ones === '' ? 0 : digit(ones));
}

/** 3 年, 2 年 11 个月. */
export function dutyWords(months: number): string {
  const [years, rest] = [Math.floor(months / 12), months % 12];
  if (rest === 0) return `${years} 年`;
  return years === 0 ? `${rest} 个月` : `${years} 年 ${rest} 个月`;
}
