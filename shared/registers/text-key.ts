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

/** The same of words that are no number of a document: 甲。 and （甲） are 甲, （同上） is nothing. */
export function wordsKey(text: string): string | undefined {
  return textKey(bare(text).replace(/^\p{P}+|\p{P}+$/gu, ''));
}
