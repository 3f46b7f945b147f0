import { type Entry, fieldOf } from '../entry.ts';
import { hasIdentityLength, hasIdentityNumber, numbersIn } from '../identity-number.ts';
import { textKey } from '../text-key.ts';

/** 无, 办理中, /, 0 are no number. */
export function isNoCard(card: string): boolean {
  return !/[1-9]/u.test(card) || /办理|申领|申办|待办|补办|待发/u.test(card);
}

/** 执法证件号码:, 证号; what it is called, before the number itself or in brackets behind it. */
const CALLED = /^(?:行政)?(?:执法)?(?:\(?监督\)?)?证?件?(?:编?号码?)?:?(?:是|为)?:?/u;
const CALLED_BEHIND = /\((?:行政)?(?:执法)?(?:监督)?证件?\)$/u;
const PROVINCE = '[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀黔贵滇云藏陕秦甘陇青宁新国]';
const SHAPES: readonly RegExp[] = [
  // 豫A1234567, 豫(郑)410100123, 410100123.
  new RegExp(`^(?:${PROVINCE}(?:\\(\\p{Script=Han}{1,2}\\))?)?[A-Z]{0,3}\\d{3,16}$`, 'u'),
  // 豫郑法证第123, 豫执法证字[2020]第123, 豫字第123, and 第123 of what was called 执法证.
  new RegExp(
    `^(?:${PROVINCE}\\p{Script=Han}{0,8}(?:证字?|字)|\\p{Script=Han}{0,8}执法(?:监督)?证字?)?(?:[〔[(]\\d{4}[〕\\])])?第?\\d{3,16}$`,
    'u',
  ),
  // 豫监A123, 豫执监A123.
  new RegExp(`^${PROVINCE}\\p{Script=Han}{0,4}监督?[证字]{0,2}第?[A-Z]{0,3}\\d{3,16}$`, 'u'),
];
/** A mobile number; 160 and 161 are none's and begin numbers of 执法证 here. With its area code another one. */
const TELEPHONE = /^(?:(?:86)?1(?:[3-57-9]\d|6[2-9])\d{8}|0[1-9]\d{1,2}[2-9]\d{6,7})$/u;
/** Digits alone that are most likely a day, a telephone without its area code, a 400 one. */
const ANOTHER = /^(?:(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])?|[2-9]\d{6,7}|[48]00\d{7})$/u;
const YEAR = /^(?:19|20)\d\d$/u;
/** Groups of digits, each with what divides it from the one before. */
const FURTHER = /(?<=\d)(?:[\s.·–—-]+\d+)+/gu;
/** Beside others rather a piece of a telephone. */
const SHORT = /^\d{1,5}$/u;
/** 豫A123456, A123456: a card however it is divided from what stands beside it. */
const LETTERED = new RegExp(`^${PROVINCE}.*\\d|[A-Z]\\d`, 'u');

const upper = (text: string): string => (textKey(text) ?? '').toUpperCase();
const hasFigure = (text: string): boolean => /\d/u.test(text);
const withoutSigns = (text: string): string => text.replace(/[.·–—-]/gu, '');

/** What a number is the shape of, that is none of a card; '' for nothing else. */
export function personalShape(text: string): '身份证号' | '电话号码' | '' {
  if (hasIdentityNumber(text.replace(/[/_,，、]/gu, ' '))) return '身份证号';
  if (numbersIn(text).some((number) => TELEPHONE.test(number))) return '电话号码';
  return hasIdentityLength(text) ? '身份证号' : '';
}

/** Why what stands there is printed in no table: what is none of a card by its shape may be personal. '' where it is printed. */
export function cardProblem(entry: Pick<Entry, 'fields'>): 'personal' | 'unclear' | '' {
  const written = fieldOf(entry, 'card');
  if (textKey(written) === undefined || cardsOf(entry).length > 0) return '';
  return personalShape(written) === '' ? 'unclear' : 'personal';
}

/** How to write one that is not read as one. */
export const CARD_ALONE = '请只写证件号，如 豫A123456';

/** Numbers of a 执法证 by their shape, as they are compared: 证号：豫a-123号 is 豫A123; none where one may be something else. */
export function cardsOf(entry: Pick<Entry, 'fields'>): readonly string[] {
  const written = fieldOf(entry, 'card').normalize('NFKC');
  if (personalShape(written) !== '') return [];
  const numbers = written.split(/[、;]/u).flatMap(cardsIn);
  return numbers.includes('') ? [] : numbers;
}

/**
 * 豫A 123456 and 410 100 123 are one; beside one with its letters, or where they make none together, each is one by itself. A day
 * or a telephone behind the figures of one makes none of it all.
 */
function cardsIn(written: string): string[] {
  const further = written.match(FURTHER) ?? [];
  if (further.flatMap(numbersIn).some((number) => ANOTHER.test(number))) return [''];
  const parts = written.trim().split(/\s+/u).map(upper);
  const isSeveral = parts.filter(hasFigure).length > 1;
  const isApart = isSeveral && parts.some((part) => LETTERED.test(part) && cardIn(part) !== '');
  const whole = isApart ? '' : cardIn(upper(written));
  return whole === '' ? withFigures(parts).map((part) => (SHORT.test(part) ? '' : cardIn(part))) : [whole];
}

/** What has no figure belongs to what follows it. */
function withFigures(parts: readonly string[]): string[] {
  const found: string[] = [];
  for (const part of parts) {
    const before = hasFigure(found.at(-1) ?? '0') ? '' : (found.pop() ?? '');
    found.push(before + part);
  }
  return found;
}

function cardIn(written: string): string {
  const number = withoutSigns(written.replace(CALLED_BEHIND, '').replace(CALLED, '').replace(/号$/u, ''));
  const digits = number.replace(/\D(?!$)|[^\dX]$/gu, '');
  if (isNoCard(written) || [ANOTHER, YEAR].some((shape) => shape.test(number)) || TELEPHONE.test(digits))
    return '';
  return SHAPES.some((shape) => shape.test(number)) ? number : '';
}
