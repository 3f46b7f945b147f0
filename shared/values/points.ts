import * as z from 'zod';

/**
 * Points are integers of 0.01 point ("hundredths"). In files and on the wire they are decimal strings
 * ("92.50"), so that no float ever holds a score.
 */
export type Points = number;

/** Largest score that a standard may state: 1,000,000 points. Keeps every sum inside safe integers. */
export const MAX_POINTS: Points = 100_000_000;

/** "2.5" -> 250. Undefined for anything that is not a decimal with at most two places. */
export function parsePoints(text: string): Points | undefined {
  const match = /^(-?)(\d{1,7})(?:\.(\d{1,2}))?$/.exec(text.trim());
  if (!match) return undefined;
  const [, sign, whole, decimals = ''] = match;
  const value = Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
  if (value > MAX_POINTS) return undefined;
  return sign === '-' && value !== 0 ? -value : value;
}

/** 250 -> "2.50": two decimals always, the form of every machine-readable output. */
export function formatPoints(points: Points): string {
  const absolute = Math.abs(points);
  const whole = Math.floor(absolute / 100);
  const cents = String(absolute % 100).padStart(2, '0');
  return `${points < 0 ? '-' : ''}${whole}.${cents}`;
}

/** 250 -> "2.5", 200 -> "2": for sentences that people read. */
export function showPoints(points: Points): string {
  return formatPoints(points).replace(/\.?0+$/, '');
}

/** The largest percentage that can be stated, in hundredths: 10,000 %. */
export const MAX_PERCENT = 1_000_000;

function pointsCodec(minimum: number, maximum: number, message: string) {
  return z.codec(z.string(message), z.int().min(minimum, message).max(maximum, message), {
    decode: (text, ctx) => {
      const value = parsePoints(text);
      if (value === undefined) {
        ctx.issues.push({ code: 'custom', input: text, message });
        return z.NEVER;
      }
      return value;
    },
    encode: formatPoints,
  });
}

/** A score of 0 or more: decimal string outside, hundredths inside. */
export const pointsSchema = pointsCodec(0, MAX_POINTS, '分值应写成不小于0、最多两位小数的文本，如 "2.5"');

/** A score that may be below 0 (floors, penalties in a total). */
export const signedPointsSchema = pointsCodec(
  -MAX_POINTS,
  MAX_POINTS,
  '分值应写成最多两位小数的文本，如 "-2.5"',
);

/** A percentage with at most two decimals ("30", "12.5"): hundredths of a percent inside (3000, 1250). */
export const percentSchema = pointsCodec(0, MAX_PERCENT, '百分比应写成不小于0、最多两位小数的文本，如 "30"');

/** 得分率 in percent, rounded half up to one decimal as a workbook does; `full` above 0. For people: nothing is decided by it. */
export function ratePercent(score: Points, full: Points): number {
  return Math.round((1000 * score) / full) / 10;
}
