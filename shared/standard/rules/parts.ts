import * as z from 'zod';
import { type Points, pointsSchema, showPoints } from '../../values/points.ts';
import type { RuleOption, RuleResult, ScoreForm } from './kind.ts';

export const labelSchema = z.string().trim().min(1, '不能为空');
export const optionCodeSchema = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .refine((code) => code !== '__proto__', '编号不能是 __proto__');
/** Options, points or faults of one rule: more than any table has, few enough to be compared with each other. */
export const MOST = 500;

/** How often something happened. */
export const countSchema = z.int().min(0).max(1_000_000);

/** What one may choose or meet, each worth points. */
const optionSchema = z.strictObject({ code: optionCodeSchema, label: labelSchema, points: pointsSchema });
/** At least so many of them. */
export const optionsSchema = (least: number) => z.array(optionSchema).min(least).max(MOST);

export interface PlainOption {
  readonly code: string;
  readonly label: string;
  readonly points: Points;
}

export function plainOption({ code, label, points }: PlainOption): RuleOption {
  return { code, label, worth: `${showPoints(points)}分` };
}

/** "制度健全 3 分；基本健全 1 分". */
export function optionsInWords(options: readonly PlainOption[]): string {
  return options.map(({ label, points }) => `${label} ${showPoints(points)} 分`).join('；');
}

/** Input that cannot be scored: 0 points, and the sentence tells what to do. */
export function problem(sentence: string): RuleResult {
  return { score: 0, explanation: `${sentence}（暂计0分）`, problem: sentence };
}

/** The first of these codes that the standard does not list. */
export function unknownOption(
  codes: readonly string[],
  listed: readonly { code: string }[],
): string | undefined {
  return codes.find((code) => !listed.some((option) => option.code === code));
}

/** The input where there is exactly one; else the points stand by themselves. */
export function onlyOne<Input>([input, ...others]: readonly Input[], points: Points): ScoreForm<Input> {
  return input && others.length === 0 ? { input } : { points };
}

/** What is counted, a line each, in the option's unit or else `unit`; `none` where nothing is. Codes that `known` lacks are shown as they are. */
export function countedLines(
  counts: Readonly<Record<string, number>>,
  known: readonly { readonly code: string; readonly label: string; readonly unit?: string }[],
  none: string,
  unit = '',
): string[] {
  const lines = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([code, count]) => {
      const option = known.find((each) => each.code === code);
      return `${option?.label ?? code}：${count} ${option?.unit ?? unit}`;
    });
  return lines.length > 0 ? lines : [none];
}

/** Counts under the codes given anew. */
export function renewCounts(
  counts: Readonly<Record<string, number>>,
  renew: (code: string) => string,
): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).map(([code, count]) => [renew(code), count]));
}
