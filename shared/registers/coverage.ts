import { type Entry, fieldOf } from './entry.ts';
import { readDay } from './read-day.ts';
import { whenOf } from './when.ts';
import { nameKey, partedNames } from './rollup/units.ts';
import { allColumns } from './year/columns.ts';
import { filledEntries } from './year/entries.ts';
import type { Year } from './year/schema.ts';

/** 力争在5年内 (《2022年度全省推进服务型行政执法建设工作要点》一2); the first of them is the unit's to say. */
export const COVERAGE_YEARS = 5;
export const COVERAGE_SOURCE = '《2022年度全省推进服务型行政执法建设工作要点》一2：力争在5年内辅导一遍';

/** What is counted of 宣传培训: the rows of this kind, by the places that they name. */
const KIND = '微宣讲';

/** One 微宣讲, and the places that it reached in the words of its row. */
export interface Talk {
  /** Of the document that it stands in. */
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

/** Those of an open year; what its office has marked as personal is not shown of them. */
export function talksIn(year: Year): Talk[] {
  const talks = talksOf(year.year, filledEntries(year, 'outreach'));
  const isPersonal = allColumns(year, 'outreach').some(({ code, personal }) => personal && code === 'matter');
  return isPersonal ? talks.map((talk) => ({ ...talk, matter: '' })) : talks;
}

/** A talk in the year of its own day; without a day that can be read, in that of its document. */
interface DatedTalk extends Talk {
  readonly isDated: boolean;
  /** Its day is still to come. */
  readonly isPlanned: boolean;
}

export interface PlaceCoverage {
  readonly name: string;
  /** This year's plan; '' where there is none. */
  readonly due: string;
  /** In the order of the years; those without a talk are empty. */
  readonly byYear: readonly (readonly DatedTalk[])[];
  readonly isReached: boolean;
  /** Not reached, and a talk is to come. */
  readonly isPlanned: boolean;
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
  /** Talks without a day that can be read. */
  readonly undated: number;
  /** Talks of a day that is in none of the years. */
  readonly outside: number;
}

interface Within {
  readonly first: number;
  readonly count?: number;
  /** ISO 8601. */
  readonly today: string;
}

/** Who was reached when, within `years` years from the first on. Names are the same but for blanks and widths of brackets. */
export function coverageOf(
  list: readonly Entry[],
  talks: readonly Talk[],
  { first, today, count = COVERAGE_YEARS }: Within,
): Coverage {
  const years = Array.from({ length: count }, (_, at) => first + at);
  const all = talks.map((talk) => dated(talk, today));
  const within = all.filter(({ year }) => years.includes(year));
  const reachedBy = new Map<string, DatedTalk[]>();
  const names = new Map<string, string>();
  for (const talk of within)
    for (const name of partedNames(talk.area)) {
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
      isReached: mine.some(isHeld),
      isPlanned: !mine.some(isHeld) && mine.some(({ isDated }) => isDated),
    };
  });
  return {
    ...{ years, places, reached: places.filter(({ isReached }) => isReached).length },
    fresh: years.map(
      (_, at) => places.filter(({ byYear }) => byYear.findIndex((each) => each.some(isHeld)) === at).length,
    ),
    unknown: [...names].filter(([key]) => !lines.has(key)).map(([, name]) => name),
    unplaced: within.filter(({ area }) => area.trim() === '').length,
    undated: within.filter(({ isDated }) => !isDated).length,
    outside: all.length - within.length,
  };
}

/** Of an open year, with the talks of the other ones. Where no first year is said, it is this one. */
export function coverageIn(year: Year, others: readonly Talk[], today: string): Coverage {
  const talks = [...others, ...talksIn(year)];
  return coverageOf(filledEntries(year, 'places'), talks, { first: year.coveredFrom ?? year.year, today });
}

function dated(talk: Talk, today: string): DatedTalk {
  const { day, written = day } = readDay(talk.day, { year: talk.year });
  const when = whenOf(talk.day) ?? whenOf(written ?? '');
  // Of a year that is not over nobody can say that it was held.
  if (!when) return { ...talk, isDated: false, isPlanned: talk.year >= Number(today.slice(0, 4)) };
  // Of a month that is not over neither.
  const isPlanned = (when.day ?? when.last) > today;
  return { ...talk, year: Number(when.month.slice(0, 4)), isDated: true, isPlanned };
}

const isHeld = ({ isPlanned }: DatedTalk): boolean => !isPlanned;

/** "2026-03-01 行政指导怎么做", "计划：2026-12-10 …", a line a talk. */
export function talkWords(talks: readonly DatedTalk[]): string {
  return talks
    .map(({ day, matter, isDated, isPlanned }) => {
      const words = [day, matter].filter((text) => text !== '').join(' ') || '（未录入）';
      return isPlanned ? `${isDated ? '计划' : '日期不明'}：${words}` : words;
    })
    .join('\n');
}

/** What of the talks is not counted, or not as their rows say, in whole sentences. */
export function coverageNotes(
  { years, unknown, unplaced, undated, outside }: Coverage,
  area: string,
): string[] {
  return [
    ...(unknown.length > 0
      ? [`登记里写了、名单里没有的：${unknown.join('、')}。没有计入，请核对名称。`]
      : []),
    ...(unplaced > 0 ? [`有 ${unplaced} 次微宣讲没有填“${area}”，没有计入。`] : []),
    ...(undated > 0
      ? [
          `有 ${undated} 次微宣讲没有日期或认不出：往年的按登记在哪一年的年度工作算，今年的不算讲到，请补日期。`,
        ]
      : []),
    ...(outside > 0 ? [`有 ${outside} 次微宣讲的日期不在${years[0]}至${years.at(-1)}年，没有计入。`] : []),
  ];
}
