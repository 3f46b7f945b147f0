import { COUNTED_YEARS, type Profile } from '../assessment/profile.ts';

/** 近三年数据 offered at first: our own choice, since no notice names any; each can be changed. */
export const USUAL_COUNTS: readonly string[] = [
  '行政检查（次）',
  '行政处罚案件（件）',
  '行政指导（件）',
  '行政调解（件）',
  '办结后回访（件）',
  '行政复议案件（件）',
  '行政诉讼案件（件）',
  '被撤销、变更或确认违法（件）',
  '执法人员培训（人次）',
];

/** The last of the three years where none is chosen: the one before `today` (YYYY-MM-DD). */
export function usualYear(today: string): number {
  return Number(today.slice(0, 4)) - 1;
}

/** The years of a row of counts, earliest first. */
export function countedYears({ countsUntil }: Pick<Profile, 'countsUntil'>, today: string): number[] {
  const last = countsUntil ?? usualYear(today);
  return Array.from({ length: COUNTED_YEARS }, (_, at) => last - COUNTED_YEARS + 1 + at);
}
