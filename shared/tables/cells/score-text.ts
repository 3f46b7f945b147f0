import type { Points } from '../../values/points.ts';
import { halfWidth, readDecimal, readPoints } from '../../values/typed-number.ts';
import { plain } from '../rule-text/compact.ts';

/** What a score cell says: points, a sign where it has one, or that no points could be read. */
export type ScoreText =
  | { readonly kind: 'blank' }
  | {
      readonly kind: 'points';
      readonly points: Points;
      readonly sign: '' | '+' | '-' | '±';
      readonly percent: boolean;
    }
  | { readonly kind: 'unread' };

/** "5", "5 分", "0.5分", "+3", "±20", "10%" — as a cell of a score column. */
export function readScoreText(text: string): ScoreText {
  const bare = [...halfWidth(text)]
    .map(plain)
    .join('')
    .trim()
    .replace(/^\((.*)\)$/s, '$1')
    .replace(/^\s*(?:共|计|满分)?\s*/, '');
  if (/^[-/、无\s]*$/.test(bare)) return { kind: 'blank' };
  const [, written = '', number = ''] = /^(\+\s*\/?\s*-|[+\-±])?\s*(.*)$/s.exec(bare) ?? [];
  const [read, decimal] = [readPoints(number, SCORE), readDecimal(number, SCORE)];
  if ('problem' in read || 'problem' in decimal || number.startsWith('+')) return { kind: 'unread' };
  const sign = written === '' || written === '+' || written === '-' ? written : '±';
  return { kind: 'points', points: read.value, sign, percent: decimal.unit === '%' };
}

const SCORE = { units: ['%', '分'] };

/** A number in a text, whole: never the 5 of 2,5 or the 200 of 1,200. */
const NUMBER = String.raw`(?<![\d.]|\d[,。])(\d[\d,]*(?:[.。]\d{1,2})?|\.\d{1,2})`;
const IN_BRACKETS = new RegExp(String.raw`[(\[【](?:满分|共|计|分值:?)?${NUMBER}分[)\]】]`);
const AT_END_OF_NAME = new RegExp(String.raw`[,:;、]?(?:共|计|满分)?${NUMBER}分[。.]?$`);
const AT_END_OF_TEXT = new RegExp(String.raw`[。;,)\n\s](?:满分|共|计|本项)?${NUMBER}\s*分[。.)]*$`);

export interface ScoredText {
  readonly points: Points;
  /** The text without the score. */
  readonly rest: string;
}

/** The score in a name: "一、组织领导（20分）" -> 20 and 一、组织领导; "共10分", "10分" at its end too. */
export function scoreInName(name: string): ScoredText | undefined {
  return cut(name, IN_BRACKETS) ?? cut(name, AT_END_OF_NAME);
}

/** The item's score at the end of its text: "…职责明确。3分". The text itself stays whole. */
export function scoreAtEnd(text: string): Points | undefined {
  const match = AT_END_OF_TEXT.exec([...halfWidth(text).trim()].map(plain).join(''));
  return match ? pointsOf(match[1]) : undefined;
}

function pointsOf(number = ''): Points | undefined {
  const read = readPoints(number, {});
  return 'value' in read ? read.value : undefined;
}

function cut(name: string, pattern: RegExp): ScoredText | undefined {
  const match = pattern.exec([...name].map((c) => (/\s/.test(c) ? ' ' : plain(c))).join(''));
  const points = match ? pointsOf(match[1]) : undefined;
  if (!match || points === undefined) return undefined;
  const rest = (name.slice(0, match.index) + name.slice(match.index + match[0].length)).trim();
  return { points, rest };
}
