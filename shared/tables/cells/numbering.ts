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

/** What an amount is counted in, where no word begins with it. */
const AMOUNT =
  '分(?=$|[,。;:、)以的及钟者])|[元吨米升倍亿万℃]|公里|公斤|平方|小时|分钟|厘米|毫|[人次个名天年月日]?(?:以上|以下|以内)|[人次个名天年](?:$|[,。;、])';
const CHINESE = '[一二三四五六七八九十百]{1,4}';
const FORMS: readonly { readonly pattern: RegExp; readonly rank: (number: string) => number }[] = [
  { pattern: new RegExp(`^第(${CHINESE}|\\d{1,2})(?:部分|大项|大类|章|篇|类)[、.:,]?`), rank: () => 5 },
  { pattern: new RegExp(`^(${CHINESE})[、.,:](?!\\d)`), rank: () => 10 },
  { pattern: new RegExp(`^(${CHINESE})$`), rank: () => 10 },
  { pattern: new RegExp(`^\\((${CHINESE})\\)[、.]?`), rank: () => 20 },
  {
    // 1.1分级管理 is a number before words; 1.5分, 3.5吨 and 2-3人 are amounts.
    pattern: new RegExp(`^(\\d{1,3}(?:[.-]\\d{1,3}){1,4})[、.]?(?![\\d%‰])(?!${AMOUNT})`),
    rank: (number) => 30 + number.split(/[.-]/).length - 1,
  },
  { pattern: /^(\d{1,4})[、.．,:](?![\d,])/, rank: () => 30 },
  { pattern: /^(\d{1,4})$/, rank: () => 30 },
  { pattern: /^\((\d{1,3})\)[、.]?/, rank: () => 40 },
  { pattern: /^(\d{1,3})\)/, rank: () => 40 },
  { pattern: /^([①-⑳])[、.]?/, rank: () => 50 },
  { pattern: /^([A-Za-z])[、.](?![A-Za-z])/, rank: () => 8 },
  {
    pattern: /^([A-Z]\d{1,3}(?:[-.]\d{1,3})*)(?=[^\dA-Za-z]|$)/,
    rank: (number) => 30 + number.split(/[-.]/).length - 1,
  },
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

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
/** 一 to 三十九. */
const NUMERALS = Array.from({ length: 40 }, (_, value) => {
  const tens = Math.floor(value / 10);
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${DIGITS[value % 10]}`;
});

/** 3, 三 -> 3; NaN for others: 1.2. `number`: as `Numbering` has it. */
export function valueOf(number: string): number {
  const numeral = NUMERALS.indexOf(number);
  return numeral > 0 ? numeral : Number(number);
}

/** So many in a row that count on are no words that happen to begin with a numeral. */
const RUN = 3;

/**
 * Numbers that stand before a word without a sign (四演练 after 三、; 一计划, 二安排, 三落实): only where the texts
 * around in the same column count on. By index of `texts`.
 */
export function looseNumbering(texts: readonly string[]): ReadonlyMap<number, Numbering> {
  const found = new Map<number, Numbering>();
  let run: { readonly index: number; readonly numbering: Numbering }[] = [];
  let value = 0;
  let signed = 0;
  const close = () => {
    if (run.length + signed >= RUN) for (const { index, numbering } of run) found.set(index, numbering);
    [run, value, signed] = [[], 0, 0];
  };
  texts.forEach((text, index) => {
    const own = readNumbering(text);
    const number = own?.rank === 10 ? NUMERALS.indexOf(own.number) : -1;
    if (number === 1 || (number > 0 && number !== value + 1)) close();
    if (number > 0) {
      [value, signed] = [number, signed + 1];
      return;
    }
    const next = own ? undefined : [value + 1, 1].find((each) => startsWith(text, each));
    if (next === undefined) return;
    if (next !== value + 1) close();
    value = next;
    const numeral = NUMERALS[next] ?? '';
    const rest = text.trim().slice(numeral.length);
    run.push({ index, numbering: { rank: 10, number: numeral, rest } });
  });
  close();
  return found;
}

function startsWith(text: string, value: number): boolean {
  const numeral = NUMERALS[value];
  const rest = numeral && text.trim().startsWith(numeral) ? text.trim().slice(numeral.length) : '';
  return rest.length > 1;
}

const DATES = [/^(\d{1,2})月(\d{1,2})日$/, /^(?:19|20)\d\d[/.-](\d{1,2})[/.-](\d{1,2})$/];

/** 1.10 and 1-10 as a spreadsheet shows them when it has made a date of them: 1月10日. */
export function numberFromDate(text: string): Numbering | undefined {
  const match = DATES.map((pattern) => pattern.exec(text.trim())).find((found) => found !== null);
  if (!match) return undefined;
  return { rank: 31, number: `${Number(match[1])}.${Number(match[2])}`, rest: '' };
}

/** The number that a cell of a number column is as a whole: A1-1-1 besides what a text may begin with. */
export function columnNumbering(text: string): Numbering | undefined {
  // A over A1 and A2.
  if (/^[A-Za-z甲乙丙丁戊己庚辛]$/.test(text.trim())) return { rank: 12, number: text.trim(), rest: '' };
  const numbering = readNumbering(text);
  const whole = [...text.trim()].map(plain).join('');
  if (!/^[A-Za-z]{0,2}\d{1,3}(?:[-._]\d{1,3})+$/.test(whole)) return numbering;
  return { rank: numbering?.rank ?? 30, number: whole, rest: '' };
}
