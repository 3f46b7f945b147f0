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

/** The same of a number that somebody gave: what holds no figure but 0, in whichever script, is none (办理中, 000). */
export function numberKey(text: string): string | undefined {
  const key = textKey(text);
  return key !== undefined && /[1-9]|[一二三四五六七八九十百千]号/u.test(key) ? key : undefined;
}

/** What has the shape of a 统一社会信用代码, also one that was mistyped: 18 letters and figures, or some of them left out. */
const CODE = /^(?!(.)\1*$)(?=(?:.*\d){8})[A-Z\d]{15,18}$/u;

/** By which these codes are the same; undefined of what is none (无代码, 内设机构, eighteen zeros). */
export function codeKey(text: string): string | undefined {
  const code = bare(text)
    .replace(/\p{Pd}/gu, '')
    .toUpperCase();
  return CODE.test(code) ? code : undefined;
}

/** The same of words that are no number of a document: 甲。 and （甲） are 甲, （同上） is nothing. */
export function wordsKey(text: string): string | undefined {
  return textKey(bare(text).replace(/^\p{P}+|\p{P}+$/gu, ''));
}
