import { type Entry, fieldOf } from './entry.ts';
import { nameKey, namesIn } from './rollup/units.ts';
import { entriesOf } from './year/entries.ts';
import type { Year } from './year/schema.ts';

/** 力争在5年内 (《2022年度全省推进服务型行政执法建设工作要点》一2); the first of them is the unit's to say. */
export const COVERAGE_YEARS = 5;
export const COVERAGE_SOURCE = '《2022年度全省推进服务型行政执法建设工作要点》一2：力争在5年内辅导一遍';

/** What is counted of 宣传培训: the rows of this kind, by the places that they name. */
const KIND = '微宣讲';

/** One 微宣讲, and the places that it reached in the words of its row. */
export interface Talk {
  readonly year: number;
  readonly day: string;
  readonly matter: string;
  readonly area: string;
}

/** The talks of a year, by the rows of its 宣传培训. */
export function talksOf(year: number, outreach: readonly Entry[]): Talk[] {
  return outreach
    .filter((entry) => fieldOf(entry, 'kind') === KIND)
    .map((entry) => ({
      year,
      day: fieldOf(entry, 'day'),
      matter: fieldOf(entry, 'matter'),
      area: fieldOf(entry, 'area'),
    }));
}

export interface PlaceCoverage {
  readonly name: string;
  /** This year's plan; '' where there is none. */
  readonly due: string;
  /** In the order of the years; those without a talk are empty. */
  readonly byYear: readonly (readonly Talk[])[];
  readonly isReached: boolean;
}

export interface Coverage {
  readonly years: readonly number[];
  readonly places: readonly PlaceCoverage[];
  readonly reached: number;
  /** Of each year: places that are reached for the first time. */
  readonly fresh: readonly number[];
  /** Named in a row, and in no line of the list. */
  readonly unknown: readonly string[];
  /** Rows that name no place. */
  readonly unplaced: number;
}

/** Who was reached when, within `years` years from the first on. Names are the same but for blanks and widths of brackets. */
export function coverageOf(
  list: readonly Entry[],
  talks: readonly Talk[],
  { first, count = COVERAGE_YEARS }: { readonly first: number; readonly count?: number },
): Coverage {
  const years = Array.from({ length: count }, (_, at) => first + at);
  const within = talks.filter(({ year }) => years.includes(year));
  const reachedBy = new Map<string, Talk[]>();
  const names = new Map<string, string>();
  for (const talk of within)
    for (const name of namesIn(talk.area.replaceAll(/[，,]/gu, '、'))) {
      names.set(nameKey(name), name);
      reachedBy.set(nameKey(name), [...(reachedBy.get(nameKey(name)) ?? []), talk]);
    }
  const lines = new Map(list.map((entry) => [nameKey(fieldOf(entry, 'place')), entry]));
  lines.delete('');
  const places = [...lines].map(([key, entry]): PlaceCoverage => {
    const mine = reachedBy.get(key) ?? [];
    return {
      ...{ name: fieldOf(entry, 'place'), due: fieldOf(entry, 'due') },
      byYear: years.map((year) => mine.filter((talk) => talk.year === year)),
      isReached: mine.length > 0,
    };
  });
  return {
    ...{ years, places, reached: places.filter(({ isReached }) => isReached).length },
    fresh: years.map(
      (_, at) => places.filter(({ byYear }) => byYear.findIndex((each) => each.length > 0) === at).length,
    ),
    unknown: [...names].filter(([key]) => !lines.has(key)).map(([, name]) => name),
    unplaced: within.filter(({ area }) => area.trim() === '').length,
  };
}

/** Of an open year, with the talks of the other ones. Where no first year is said, it is this one. */
export function coverageIn(year: Year, others: readonly Talk[]): Coverage {
  const talks = [...others, ...talksOf(year.year, entriesOf(year, 'outreach'))];
  return coverageOf(entriesOf(year, 'places'), talks, { first: year.coveredFrom ?? year.year });
}

/** "2026-03-01 行政指导怎么做", a line a talk. */
export function talkWords(talks: readonly Talk[]): string {
  return talks
    .map(({ day, matter }) => [day, matter].filter((text) => text !== '').join(' ') || '（未录入）')
    .join('\n');
}
