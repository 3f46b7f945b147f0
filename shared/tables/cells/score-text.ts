import { parsePoints, type Points } from '../../values/points.ts';
import { plain, squeeze } from '../rule-text/compact.ts';

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
  const squeezed = squeeze(text)
    .replace(/^\((.*)\)$/, '$1')
    .replace(/^(?:共|计|满分)/, '');
  if (/^[-/、无]*$/.test(squeezed)) return { kind: 'blank' };
  const match = /^([+\-±]|\+\/-|\+-)?(\d{1,6}(?:\.\d+)?)(%|分)?$/.exec(squeezed);
  const points = match ? parsePoints(trimDecimals(match[2] ?? '')) : undefined;
  if (!match || points === undefined) return { kind: 'unread' };
  const sign = match[1] === '+' || match[1] === '-' ? match[1] : match[1] ? '±' : '';
  return { kind: 'points', points, sign, percent: match[3] === '%' };
}

/** Spreadsheets store 5 as "5.000" at times; more than two real decimals stay unread. */
function trimDecimals(number: string): string {
  return number.includes('.') ? number.replace(/0+$/, '').replace(/\.$/, '') : number;
}

export interface ScoredText {
  readonly points: Points;
  /** The text without the score. */
  readonly rest: string;
}

/** The score in a name: "一、组织领导（20分）" -> 20 and 一、组织领导; "共10分", "10分" at its end too. */
export function scoreInName(name: string): ScoredText | undefined {
  return (
    cut(name, /[(\[【](?:满分|共|计|分值:?)?(\d{1,6}(?:\.\d{1,2})?)分[)\]】]/) ??
    cut(name, /[,:;、]?(?:共|计|满分)?(\d{1,6}(?:\.\d{1,2})?)分[。.]?$/)
  );
}

/** The item's score at the end of its text: "…职责明确。3分". The text itself stays whole. */
export function scoreAtEnd(text: string): Points | undefined {
  const match = /[。;,)\n\s](?:满分|共|计|本项)?(\d{1,6}(?:\.\d{1,2})?)\s*分[。.)]*$/.exec(
    [...text.trim()].map(plain).join(''),
  );
  return match ? parsePoints(match[1] ?? '') : undefined;
}

function cut(name: string, pattern: RegExp): ScoredText | undefined {
  const match = pattern.exec([...name].map((c) => (/\s/.test(c) ? ' ' : plain(c))).join(''));
  const points = match ? parsePoints(match[1] ?? '') : undefined;
  if (!match || points === undefined) return undefined;
  const rest = (name.slice(0, match.index) + name.slice(match.index + match[0].length)).trim();
  return { points, rest };
}
