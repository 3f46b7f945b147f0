import { dayWords } from './day-words.ts';
import { isDay } from './days.ts';
import { monthEnd, whenOf } from './when.ts';

/** A day out of the words of a 时限 (ISO 8601), and how they were read where that is ours. */
export interface LimitDay {
  readonly day: string;
  /** '' where they say the day. */
  readonly reading: string;
}

/** Years from that of the list. */
const YEARS: Readonly<Record<string, number>> = {
  ...{ 次年: 1, 明年: 1, 来年: 1, 翌年: 1, 下年: 1, 下一年: 1, 第二年: 1 },
  ...{ 上年: -1, 上一年: -1, 去年: -1, 前一年: -1, 今年: 0, 本年: 0, 当年: 0 },
};
const OTHER_YEAR = new RegExp(Object.keys(YEARS).join('|'), 'u');
const YEAR = String.raw`(?:(?:(?<y>\d{4})年|(?<other>${OTHER_YEAR.source}))度?[的,，]?)?`;
const BEFORE = '(?=之?前|以前)';
/** Numbers alone are a day where nothing else can be meant: 5.5篇, 2-3次 and 第1/2批 are none. */
const FORMS = [
  /** 12月5日, 12月5前, 12月上旬, 12月底. */
  String.raw`(?<![\d.第])${YEAR}(?<m>\d{1,2})月(?:(?<d>\d{1,2})(?:[日号]|${BEFORE}|(?=[,，;；。)]|$))|份?(?<part>上旬|中旬|下旬|底|末))`,
  String.raw`(?<![\d.])(?<y>\d{4})(?<sign>[./-])(?<m>\d{1,2})\k<sign>(?<d>\d{1,2})日?(?![\d.])`,
  String.raw`(?<![\d.第/])${YEAR}(?<m>\d{1,2})[./](?<d>\d{1,2})(?:[日号]|${BEFORE})`,
  String.raw`^(?<m>\d{1,2})\.(?<d>\d{1,2})$`,
  /** 年底前, 2026年底, 今年年底. */
  String.raw`(?<![\d.第])(?:(?:(?<y>\d{4})年|(?<other>${OTHER_YEAR.source}))度?年?|年)[底末]`,
].map((form) => new RegExp(form, 'gu'));
const LUNAR = /农历|阴历|旧历/u;
/** 3个工作日, 10天: from what on, it does not say. */
const LENGTH = /\d\s*个?(?:工作日|自然日|天)/u;
/** Another day or month beside the one that was found. */
const ANOTHER = /\d月|\d(?:日|号(?![文令楼]))/u;
/** It is the end of several, or the first of them. */
const AMONG = { before: /\d\s*[—–~～至到、,，和及与/-]+\s*$/u, after: /^\s*[—–~～至到-]+\s*\d/u };
/** From it on, not until it; or about it. */
const NOT_UNTIL = /^(?:[之以]?后|起|开始|前后|左右)/u;
const OF_PART: Readonly<Record<string, { readonly day?: string; readonly words: string }>> = {
  上旬: { day: '10', words: '上旬按10日' },
  中旬: { day: '20', words: '中旬按20日' },
  下旬: { words: '下旬按月末' },
  底: { words: '月底按月末' },
  末: { words: '月末按最后一天' },
};
const END_OF_YEAR: (typeof OF_PART)[string] = { words: '年底按12月31日' };

/**
 * The day that a 时限 names, `year` where none is written; undefined where it names none, or several. 上旬 and 中旬 as the tenth and the
 * twentieth are ours: no document says so.
 */
export function dayOfLimit(text: string, year: number): LimitDay | undefined {
  const plain = dayWords(text).trim();
  const [found, another] = FORMS.flatMap((form) => [...plain.matchAll(form)]);
  if (!found || another || LUNAR.test(plain) || LENGTH.test(plain)) return undefined;
  const before = plain.slice(0, found.index);
  const after = plain.slice(found.index + found[0].length);
  if (ANOTHER.test(before) || ANOTHER.test(after) || namesAnotherYear(before, year)) return undefined;
  if (AMONG.before.test(before) || AMONG.after.test(after) || NOT_UNTIL.test(after)) return undefined;
  const { y, other = '', m, d, part = '' } = found.groups ?? {};
  const later = YEARS[other] ?? 0;
  const of = y ?? String(year + later);
  const month = `${of}-${(m ?? '12').padStart(2, '0')}`;
  const { day: within, words = '' } = m === undefined ? END_OF_YEAR : (OF_PART[part] ?? {});
  const date = d?.padStart(2, '0') ?? within;
  const day = date === undefined ? monthEnd(month) : `${month}-${date}`;
  const ofYear = later === 0 ? [] : [`“${other}”按${of}年`];
  const ofPart = words === '' ? [] : [`${words}，是本软件的理解`];
  return isDay(day) ? { day, reading: [...ofYear, ...ofPart].join('，') } : undefined;
}

/** All of a year or of every year: nothing of it is due on a day. */
const OPEN =
  /^(?:[—–-]+|无|\/|立行立改|不?定期|常态化?|(?:贯穿)?全年|长期|常年|长年|每[年季月日]度?|日常|随时|经常|持续|(?:\d{4}|[今本当])年度?(?:全年)?|(?:(?:\d{4}|[今本当])年)?1月?份?[—–~～至到-]+(?:(?:\d{4}|[今本当])年)?12月份?)(?:坚持|持续|有效|开展|实施|执行|落实|进行|推进)?$/u;

/** Until its last day: 第四季度, 2026年第4季度底前. */
const QUARTER = /^(?:(\d{4})年)?第?([一二三四1-4])季度(?:[底末]前?|内)?$/u;

/** What stands in a column of planned days: the day by which it is counted, '' where none is named on purpose; undefined where nobody can tell. */
export function limitOf(text: string, year: number): { readonly day: string } | undefined {
  const when = whenOf(text);
  if (when) return { day: when.last };
  const plain = dayWords(text).trim();
  if (OPEN.test(plain)) return { day: '' };
  const [, of = String(year), quarter] = QUARTER.exec(plain) ?? [];
  if (quarter === undefined) return dayOfLimit(text, year);
  const month = 3 * (1 + ('一二三四1234'.indexOf(quarter) % 4));
  return { day: monthEnd(`${of}-${String(month).padStart(2, '0')}`) };
}

/** How the parts of months are read that stand in these limits, for whoever looks at the days; '' where none does. */
export function partsWords(limits: readonly string[], year: number): string {
  const readings = limits.map((limit) => dayOfLimit(limit, year)?.reading ?? '');
  const said = [...new Set([...Object.values(OF_PART), END_OF_YEAR].map(({ words }) => words))].filter(
    (words) => readings.some((reading) => reading.includes(words)),
  );
  if (said.length === 0) return '';
  return `“按此日计”里${said.join('、')}，是本软件的理解（参考），可以改；以原文为准。`;
}

/** A year that is not that of the day: 2025年的总结，12月底前. */
function namesAnotherYear(text: string, year: number): boolean {
  return (
    [...text.matchAll(/(\d{4})\s*年?/gu)].some(([, each]) => Number(each) !== year) ||
    (YEARS[OTHER_YEAR.exec(text)?.[0] ?? ''] ?? 0) !== 0
  );
}
