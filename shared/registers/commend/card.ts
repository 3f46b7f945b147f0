import { type Entry, fieldOf } from '../entry.ts';
import { textKey } from '../text-key.ts';

/** 无, 办理中, /, 0 are no number. */
export function isNoCard(card: string): boolean {
  return !/[1-9]/u.test(card) || /办理|申领|申办|待办|补办|待发/u.test(card);
}

/** 执法证件号码:, 证号; what it is called, before the number itself. */
const CALLED = /^(?:行政)?(?:执法)?(?:\(?监督\)?)?证?件?(?:编?号码?)?:?(?:是|为)?:?/u;
const PROVINCE = '[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀黔贵滇云藏陕秦甘陇青宁新国]';
const SHAPES: readonly RegExp[] = [
  // 豫A1234567, 豫(郑)410100123, 410100123.
  new RegExp(`^(?:${PROVINCE}(?:\\(\\p{Script=Han}{1,2}\\))?)?[A-Z]{0,3}\\d{3,}$`, 'u'),
  // 豫郑法证第123, 豫执法证字[2020]第123, and 第123 of what was called 执法证.
  new RegExp(
    `^(?:${PROVINCE}\\p{Script=Han}{0,8}证字?|\\p{Script=Han}{0,8}执法(?:监督)?证字?)?(?:[〔[(]\\d{4}[〕\\])])?第?\\d{3,}$`,
    'u',
  ),
];
/** A mobile number; 160 and 161 are none's and begin numbers of 执法证 here. With its area code another one. */
const TELEPHONE = /^(?:(?:86)?1(?:[3-57-9]|6[2-9])\d{9}|0[1-9]\d{1,2}[2-9]\d{6,7})$/u;
const IDENTITY = /^(?:\d{15}|\d{17}[\dX])$/u;

/** A number of a 执法证 by its shape, as it is compared: 证号：豫a-123号 is 豫A123; '' where there is none, or it may be none. */
export function cardOf(entry: Pick<Entry, 'fields'>): string {
  const written = (textKey(fieldOf(entry, 'card')) ?? '').toUpperCase();
  const number = written
    .replace(CALLED, '')
    .replace(/号$/u, '')
    .replace(/[.·–—-]/gu, '');
  const digits = number.replace(/\D(?!$)|[^\dX]$/gu, '');
  if (isNoCard(written) || TELEPHONE.test(digits) || IDENTITY.test(digits)) return '';
  return SHAPES.some((shape) => shape.test(number)) ? number : '';
}
