import { creditCodeProblem, looksLikeCreditCode } from '../values/credit-code.ts';
import { withoutUnseen } from '../values/text.ts';

/** Without blanks and what nobody can see, as it is compared. */
export const bare = (text: string): string => withoutUnseen(text.normalize('NFKC').replace(/\s/gu, ''));

/** As offices write that there is nothing to say, or the same as above: it tells no entry from another. */
const PLACEHOLDER =
  /^(?:[\p{P}\p{S}xX]+|无|没有|暂无|暂缺|同上|上同|同前|不详|未知|不明|待定|待补|待编|未编号?|匿名|(?:无|暂无|没有|未编)(?:案号|文号|编号|姓名)|n\/?a)$/iu;

/** By which texts are the same; undefined of what tells nothing from anything. */
export function textKey(text: string): string | undefined {
  const key = bare(text);
  return key === '' || PLACEHOLDER.test(key) ? undefined : key;
}

const OPEN = '[〔[(【〈<{]';
const CLOSE = '[〕\\])】〉>}]';
const YEAR = '(?:19|20)\\d\\d';
/** A year, two, the place for one: 2026年, 2025-2026, 2026-, 202X, 20, 26. */
const YEARS = `(?:${YEAR}年?(?:[-–—~至](?:${YEAR}年?)?)?|(?:19|20)\\d?[xX×*_]{1,2}|\\d\\d)年?`;
/** A day or a year, in brackets, before 年, or alone before 号: it is no number of its own. */
const DATED = new RegExp(
  `${OPEN}${YEARS}${CLOSE}|${YEAR}年(?:\\d{1,2}月(?:\\d{1,2}日)?)?|^${YEAR}$|(?<!第|\\d|${CLOSE})${YEAR}[-–—]?(?=号)`,
  'gu',
);
const NUMERALS = '一二三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟';
const FIGURES = new RegExp(`[1-9]|[${NUMERALS}]号|第[${NUMERALS}〇○零]+$`, 'u');

/** The same of a number that somebody gave: what holds no figure but 0 beside a year, in whichever script, is none (办理中, 000, 〔2026〕号). */
export function numberKey(text: string): string | undefined {
  const key = textKey(text);
  return FIGURES.test(key?.replace(DATED, '') ?? '') ? key : undefined;
}

/** 统一社会信用代码：, what it is called. */
const CALLED = /^(?:统一)?(?:社会)?信用代码证?号?:?/u;

/** By which these codes are the same, O, I and l read as the 0 and 1 that they stand for; undefined of what is none (无代码, 内设机构, eighteen zeros). */
export function codeKey(text: string): string | undefined {
  const written = bare(text)
    .replace(CALLED, '')
    .replace(/\p{Pd}/gu, '');
  const [code = '', other = ''] = [written.replaceAll('l', '1'), written].map((each) =>
    each.toUpperCase().replaceAll('O', '0').replaceAll('I', '1'),
  );
  const isOther = creditCodeProblem(code) !== undefined && creditCodeProblem(other) === undefined;
  const found = isOther ? other : code;
  return looksLikeCreditCode(found) ? found : undefined;
}

/** The same of words that are no number of a document: 甲。 and （甲） are 甲, （同上） is nothing. */
export function wordsKey(text: string): string | undefined {
  return textKey(bare(text).replace(/^\p{P}+|\p{P}+$/gu, ''));
}
