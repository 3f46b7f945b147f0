import { daysBetween, isDay } from '../../days.ts';
import type { Rollup, RollupUnit } from '../schema.ts';
import { isAlike } from './receive.ts';
import type { CollectedCase, Duty } from './schema.ts';

/** Of the tables of 郑依法行政领办〔2017〕36号; 派出机构 are nowhere called 开发区, so nothing is said of them. */
const DUTY_BY_CATEGORY: Readonly<Record<string, Duty>> = {
  'county-government': 'least',
  'city-department': 'encouraged',
};

export const DUTY_WORDS: Readonly<Record<Duty, string>> = { least: '应当推选', encouraged: '积极推选' };

/** What is asked of a unit: as the office says, else by its category; undefined where neither says. */
function dutyOf({ duty, category }: Pick<RollupUnit, 'duty' | 'category'>): Duty | undefined {
  return duty ?? new Map(Object.entries(DUTY_BY_CATEGORY)).get(category);
}

export interface UnitCases {
  readonly unit: RollupUnit;
  readonly duty: Duty | undefined;
  readonly count: number;
  /** Of those counted, how many share a name or title with another one of the unit. */
  readonly alike: number;
  /** How many are missing; 0 where none are asked for. */
  readonly short: number;
}

/** How many each unit has handed in, in the order of the office's list. */
export function casesByUnit({
  units,
  cases,
  caseLeast,
}: Pick<Rollup, 'units' | 'cases' | 'caseLeast'>): UnitCases[] {
  return units.map((unit) => {
    const own = cases.filter((each) => each.unit === unit.id);
    const duty = dutyOf(unit);
    const alike = own.filter((each) => hasAlike(own, each)).length;
    const short = duty === 'least' ? Math.max(0, caseLeast - own.length) : 0;
    return { unit, duty, count: own.length, alike, short };
  });
}

/** Whether another one of the same unit is called as it is. */
export function hasAlike(cases: readonly CollectedCase[], one: CollectedCase): boolean {
  return cases.some((each) => each.id !== one.id && each.unit === one.unit && isAlike(each, one));
}

/** Whether the collection is used at all: nobody is short of what was never asked for. */
export function isCollecting({ cases, attachments, caseDay }: Rollup): boolean {
  return cases.length > 0 || attachments.length > 0 || caseDay !== '';
}

/** 还有3天, 今天截止, 已过截止日2天; '' where no day is set. */
export function caseDayWords(caseDay: string, today: string): string {
  if (!isDay(caseDay)) return '';
  const days = daysBetween(today, caseDay);
  if (days < 0) return `已过截止日${-days}天`;
  return days === 0 ? '今天截止' : `还有${days}天`;
}

/** Whether it came after the last day. */
export function isAfterDay({ day }: Pick<CollectedCase, 'day'>, caseDay: string): boolean {
  return isDay(day) && isDay(caseDay) && day > caseDay;
}
