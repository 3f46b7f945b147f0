import { halfWidth, readWhole } from '../values/typed-number.ts';

const MOST = 999_999_999;
/** Blanks that part thousands, as word processors and spreadsheets write them, those that do not break among them. */
const PARTED = /^\d{1,3}(?:[\s\u00a0\u2009\u202f]+\d{3})+(?=\D*$)/u;

/**
 * The one reading of the whole numbers of a register, wherever they are typed, imported, added up or exported: "1,200",
 * "1，200人", "1 200", "１２００". `unit`: what an entry is called, which may stand behind. Undefined for what is none.
 */
export function countOf(text: string, unit = ''): number | undefined {
  const plain = halfWidth(text)
    .trim()
    .replace(PARTED, (digits) => digits.replace(/\s/gu, ''));
  const read = readWhole(plain, { units: ['人', '人次', '名', unit], most: MOST });
  return 'problem' in read ? undefined : read.value;
}

/** Names that many of the texts that are no number; the others are told to be more. */
const NAMED = 3;

/** "5 件填的不是整数（“30余人”“若干”等）": which they are, so that they can be found, unless they are personal; '' for none. */
export function uncountedWords(texts: readonly string[], unit: string, isNamed = true): string {
  if (texts.length === 0) return '';
  if (!isNamed) return `${texts.length} ${unit}填的不是整数`;
  const all = [...new Set(texts.map((text) => text.trim()))];
  const named = all.slice(0, NAMED).map((text) => `“${text.slice(0, 20)}”`);
  return `${texts.length} ${unit}填的不是整数（${named.join('')}${all.length > NAMED ? '等' : ''}）`;
}
