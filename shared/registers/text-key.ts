import { looksLikeCreditCode } from '../values/credit-code.ts';
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

/** A day or a year, in brackets or before 年: it is no number of its own. */
const YEAR =
  /[〔[(【〈<{](?:19|20)\d\d年?[〕\])】〉>}]|(?:19|20)\d\d年(?:\d{1,2}月(?:\d{1,2}日)?)?|^(?:19|20)\d\d$/gu;

/** The same of a number that somebody gave: what holds no figure but 0 beside a year, in whichever script, is none (办理中, 000, 〔2026〕号). */
export function numberKey(text: string): string | undefined {
  const key = textKey(text);
  const number = key?.replace(YEAR, '') ?? '';
  return /[1-9]|[一二三四五六七八九十百千]号/u.test(number) ? key : undefined;
}

/** By which these codes are the same, O and I read as the 0 and 1 that they stand for; undefined of what is none (无代码, 内设机构, eighteen zeros). */
export function codeKey(text: string): string | undefined {
  const code = bare(text)
    .replace(/\p{Pd}/gu, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll('I', '1');
  return looksLikeCreditCode(code) ? code : undefined;
}

/** The same of words that are no number of a document: 甲。 and （甲） are 甲, （同上） is nothing. */
export function wordsKey(text: string): string | undefined {
  return textKey(bare(text).replace(/^\p{P}+|\p{P}+$/gu, ''));
}
