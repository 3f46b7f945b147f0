import { advice, type CaseFinding } from '../finding.ts';
import { type CaseText, placesOf } from '../text.ts';

const DAY = '(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])';
/**
 * 18 with the last a digit or X, 15 of the old kind, both with a possible day of birth. The check digit is not asked:
 * a number with a slip in it still names somebody.
 */
const IDENTITY = new RegExp(
  `(?<![\\dA-Za-z])[1-8]\\d{5}\\s?(?:(?:19|20)\\d{2}\\s?${DAY}\\s?\\d{3}[\\dXx]|\\d{2}${DAY}\\s?\\d{3})(?![\\dA-Za-z])`,
  'g',
);
const TELEPHONE =
  /(?<![\d.-])(?:(?:\+?86[-\s]?)?1[3-9]\d(?:\d{8}|[-\s]\d{4}[-\s]\d{4})|0\d{2,3}[-－—–\s]\d{7,8}|(?:\(0\d{2,3}\)|（0\d{2,3}）)\s?\d{7,8}|0\d{2,3}\d{7,8})(?![\d.])/g;

/** Nobody asks for these; what is published is public. */
export function checkPersonalNumbers({ lines }: CaseText): CaseFinding[] {
  const told = (code: string, what: string, pattern: RegExp) =>
    placesOf(lines, pattern).map((at) =>
      advice(at, { code, message: `疑似${what}，建议删去`, source: '本软件' }),
    );
  return [
    ...told('identity-number', '身份证号码', IDENTITY),
    ...told('telephone-number', '电话号码', TELEPHONE),
  ];
}
