import { halfWidth } from './typed-number.ts';

/** GB 32100-2015, 5: the characters and, by their place, their values; I, O, S, V and Z are not used. */
const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const LENGTH = 18;

/** 统一社会信用代码 as it is written down: half-width, upper case, without blanks. '' for nothing but blanks. */
export function normaliseCreditCode(typed: string): string {
  return halfWidth(typed).replace(/\s/gu, '').toUpperCase();
}

/**
 * What is wrong with a normalised 统一社会信用代码, as one Chinese sentence; undefined where nothing is. The last
 * character is the check digit of GB 32100-2015, 5.5: weights 3^(i-1) mod 31. Finds slips of the pen, not whether
 * the unit exists.
 */
export function creditCodeProblem(code: string): string | undefined {
  const unused = [...code].filter((character) => !CHARACTERS.includes(character));
  if (unused.length > 0) {
    const named = [...new Set(unused)].join('、');
    return `代码里不会有“${named}”：只用数字和大写字母，不用 I、O、S、V、Z`;
  }
  if (code.length !== LENGTH) return `应为 ${LENGTH} 位，现在是 ${code.length} 位`;
  return code.endsWith(checkCharacter(code.slice(0, -1))) ? undefined : '校验位不符，请核对有没有写错';
}

/** 登记管理部门, 机构类别, 行政区划 of a province there is, 主体标识码 and the check character; not whether they are right. */
const PROVINCE = '(?:10|1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-6]|71|8[1-3])';
const SHAPES: readonly RegExp[] = [
  new RegExp(`^[1-9ANY][1-9]${PROVINCE}\\d{4}[${CHARACTERS}]{10}$`, 'u'),
  // With one or two left out.
  new RegExp(`^(?=.{16,17}$)[1-9ANY]?[1-9]?${PROVINCE}\\d{3,4}[${CHARACTERS}]{8,10}$`, 'u'),
];
/** As forms are filled in for show: zeros to the end, 123456789. */
const FOR_SHOW = /(.)\1{5,}$|(.)\2{8}|1234567/u;
/** The same, unless the check character bears it out: a run of 0 and X to the end, ABCDEF. */
const PATTERN = /(?:XX|[0X]{4,})$|ABCDEF/u;

/** Whether a normalised text is likely a 统一社会信用代码, also a mistyped one. */
export function looksLikeCreditCode(code: string): boolean {
  if (FOR_SHOW.test(code)) return false;
  if (creditCodeProblem(code) === undefined) return true;
  return SHAPES.some((shape) => shape.test(code)) && !PATTERN.test(code);
}

function checkCharacter(first17: string): string {
  let weight = 1;
  let sum = 0;
  for (const character of first17) {
    sum += CHARACTERS.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return CHARACTERS[(31 - (sum % 31)) % 31] ?? '';
}
