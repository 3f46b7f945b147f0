import { plain } from '../rule-text/compact.ts';

/** 一、 (二) 3. 1.2 (4) ⑤ 第一部分 at the start of a text. */
export interface Numbering {
  /** The smaller, the higher in the outline. */
  readonly rank: number;
  /** The number alone, without its signs: 一, 3, 1.2. */
  readonly number: string;
  /** The text after it. */
  readonly rest: string;
}

const CHINESE = '[一二三四五六七八九十百]{1,4}';
const FORMS: readonly { readonly pattern: RegExp; readonly rank: (number: string) => number }[] = [
  { pattern: new RegExp(`^第(${CHINESE}|\\d{1,2})(?:部分|大项|大类|章|篇|类)[、.:,]?`), rank: () => 5 },
  { pattern: new RegExp(`^(${CHINESE})[、.,:](?!\\d)`), rank: () => 10 },
  { pattern: new RegExp(`^(${CHINESE})$`), rank: () => 10 },
  { pattern: new RegExp(`^\\((${CHINESE})\\)[、.]?`), rank: () => 20 },
  {
    pattern: /^(\d{1,3}(?:[.-]\d{1,3}){1,4})[、.]?(?![\d%分])/,
    rank: (number) => 30 + number.split(/[.-]/).length - 1,
  },
  { pattern: /^(\d{1,4})[、.](?!\d)/, rank: () => 30 },
  { pattern: /^(\d{1,4})$/, rank: () => 30 },
  { pattern: /^\((\d{1,3})\)[、.]?/, rank: () => 40 },
  { pattern: /^(\d{1,3})\)/, rank: () => 40 },
  { pattern: /^([①-⑳])[、.]?/, rank: () => 50 },
  { pattern: /^([A-Za-z])[、.](?![A-Za-z])/, rank: () => 8 },
  { pattern: /^([A-Z]\d{1,3})(?=[^\dA-Za-z]|$)/, rank: () => 30 },
];

/** The numbering that a text begins with, or undefined. */
export function readNumbering(text: string): Numbering | undefined {
  const trimmed = text.trim();
  const head = [...trimmed].map(plain).join('');
  for (const { pattern, rank } of FORMS) {
    const match = pattern.exec(head);
    if (!match) continue;
    const number = match[1] ?? '';
    // Every sign has one plain form of the same length, so offsets hold in the original.
    return { rank: rank(number), number: circled(number), rest: trimmed.slice(match[0].length).trim() };
  }
  return undefined;
}

function circled(number: string): string {
  const offset = number.charCodeAt(0) - '①'.charCodeAt(0);
  return number.length === 1 && offset >= 0 && offset < 20 ? String(offset + 1) : number;
}
