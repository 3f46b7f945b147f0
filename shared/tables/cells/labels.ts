import { type Numbering, readNumbering } from './numbering.ts';
import { isVetoName } from './sides.ts';

/** What a paragraph calls the table below it. */
export interface Caption {
  readonly text: string;
  readonly numbering: Numbering;
}

/** No heading is longer. */
export const LONGEST = 40;

export function readCaption(text: string): Caption | undefined {
  const numbering = text.length <= LONGEST ? readNumbering(text) : undefined;
  return numbering && { text, numbering };
}

/** 甲、…, 乙部分：…; 表1 …, 附件二：…: what tells tables apart and is no number of an outline. */
const LABELS = [
  /^\s*([甲乙丙丁戊己庚辛])(?:(?:部分|大?类|卷|篇)[、.．：:，,\s]*|[、.．：:，,\s]+)(?=\S)/,
  /^\s*附?[表件]\s*([\d一二三四五六七八九十]+)[、.．：:，,\s]+(?=\S)/,
];

export function readLabel(text: string): Caption | undefined {
  const match = LABELS.map((label) => label.exec(text)).find((found) => found !== null);
  if (!match || text.length > LONGEST) return undefined;
  return { text, numbering: { rank: 10, number: match[1] ?? '', rest: text.slice(match[0].length).trim() } };
}

/** 附件2 一票否决清单, 四、不得推荐的情形: the name of a list of vetoes, and no case. */
export function namesVetoes(caption: string): boolean {
  const name = readLabel(caption)?.numbering.rest ?? caption.replace(/^\s*附[件表录][：:]\s*/, '');
  return isVetoName(name) || isVetoName(name.replace(/(?:清单|一览)?表?$/, ''));
}
