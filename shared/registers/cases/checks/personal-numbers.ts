import { advice, type CaseFinding } from '../finding.ts';
import { type CaseText, placesOf } from '../text.ts';

/** In groups of any length. */
const GAP = '[\\s-]?';
const digits = (count: number): string => `(?:${GAP}\\d){${count}}`;
const DAY = `${GAP}(?:0${GAP}[1-9]|1${GAP}[0-2])${GAP}(?:0${GAP}[1-9]|[12]${GAP}\\d|3${GAP}[01])`;
/**
 * 18 with the last a digit or X, 15 of the old kind, both with a possible day of birth. The check digit is not asked:
 * a number with a slip in it still names somebody.
 */
const IDENTITY = new RegExp(
  `(?<![\\dA-Za-z])[1-8]${digits(5)}(?:${GAP}(?:1${GAP}9|2${GAP}0)${digits(2)}${DAY}${digits(3)}${GAP}[\\dXx]|${digits(2)}${DAY}${digits(3)})(?![\\dA-Za-z])`,
  'g',
);
const TELEPHONE =
  /(?<![\d.-])(?:(?:\+?86[-\s]?)?1[3-9]\d(?:\d{8}|[-\s]\d{4}[-\s]\d{4})|0\d{2,3}[-－—–\s]\d{7,8}|(?:\(0\d{2,3}\)|（0\d{2,3}）)\s?\d{7,8}|0\d{2,3}\d{7,8})(?![\d.])/g;

/** Without its area only where a word says that it is one. */
const LOCAL = /(?<=(?:电话|座机|联系方式)(?:号码)?\s*[：:为是]?\s*)[2-8]\d{2,3}[-－—–\s]?\d{4}(?![\d.])/g;

/** 豫A12345, 豫A·D12345: a digit at least; not what was changed (豫A12XX5). */
const PLATE =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·•\s-]?(?=[A-Z]{0,5}\d)(?![\dA-Z]*XX)[A-HJ-NP-Z\d]{5,6}(?![\dA-Za-z])/g;

/** As long as it was: the places stay. */
function narrow(text: string): string {
  return text.replace(/[０-９Ａ-Ｚａ-ｚ]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

/** Nobody asks for these; what is published is public. */
export function checkPersonalNumbers({ lines }: CaseText): CaseFinding[] {
  const narrowed = lines.map((line) => ({ ...line, text: narrow(line.text) }));
  const told = (code: string, what: string, pattern: RegExp) =>
    placesOf(narrowed, pattern).map((at) =>
      advice(at, { code, message: `疑似${what}，建议删去`, source: '本软件' }),
    );
  return [
    ...told('identity-number', '身份证号码', IDENTITY),
    ...told('telephone-number', '电话号码', TELEPHONE),
    ...told('telephone-number', '电话号码', LOCAL),
    ...told('vehicle-plate', '车牌号码', PLATE),
  ];
}
