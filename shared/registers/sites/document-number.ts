import { bare, textKey } from '../text-key.ts';

/** 示法〔2026〕9号: the issuer's words, the year in brackets, the number. Of all else nobody can say that it is a document's. */
const DOCUMENT =
  /^(?<by>\p{Script=Han}{1,14})[〔[(【](?<year>(?:19|20)\d{2}|[一二][〇○零九][〇○零一二三四五六七八九]{2})[〕\])】]第?(?<at>0*[1-9]\d{0,4}|[一二三四五六七八九十百千][〇○零一二三四五六七八九十百千]{0,6})号$/u;

/** With these before it, it is the number of what was not, or not yet, decided. */
const NOT_ISSUED = /^(?:不|拟|待|未[印发批定编]|公示|报批|取消|撤销|废止|暂缓|否决)/u;

const partsOf = (text: string): Record<string, string> | undefined => {
  const parts = DOCUMENT.exec(text)?.groups;
  return parts && !NOT_ISSUED.test(parts['by'] ?? '') ? parts : undefined;
};

/** Whether the whole of it is the 文号 of an issued document, or several. */
export function isDocumentNumber(text: string): boolean {
  return bare(text)
    .split(/[、;,]/u)
    .every((part) => partsOf(part) !== undefined);
}

/** By which 文号 are the same, whichever brackets they are written with; undefined of what tells nothing. */
export function documentKey(text: string): string | undefined {
  const { by = '', year = '', at = '' } = partsOf(bare(text)) ?? {};
  return by === '' ? textKey(text) : `${by}〔${year}〕${at.replace(/^0+/u, '')}号`;
}
