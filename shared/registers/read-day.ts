import { dayWords } from './day-words.ts';
import { isDay, laterBy } from './days.ts';
import { stretch, whenOf } from './when.ts';

/** A day out of a table (ISO 8601; absent for what is none), what is written down of it, and why it should be looked at. */
export interface ReadDay {
  readonly day?: string | undefined;
  /** A stretch of days or a month without a day, as it is stored; absent: the day itself. */
  readonly written?: string;
  readonly doubt?: string;
}

const YEAR = String.raw`(?<y>\d{4}|\d{2}(?=[./年-]\d{1,2}[./月-]))`;
const DAY = String.raw`(?:${YEAR}[./年-])?(?<m>\d{1,2})[./月-](?<d>\d{1,2})[日号]?`;
const TIME = String.raw`(?:\s*[（(]?(?:星期|周)[一二三四五六日天][）)]?|\s+(?:上午|下午)?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?|\s*(?:上午|下午))`;
const ONE = new RegExp(`^${DAY}${TIME}?$`, 'u');
const SPAN = new RegExp(
  String.raw`^${DAY}\s*(?:[—–~～至到-]|--)+\s*(?:(?:(?<ey>\d{4})[./年-])?(?<em>\d{1,2})[./月-])?(?<ed>\d{1,2})[日号]?$`,
  'u',
);
const BARE = /^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})$/u;
/** 3.1 may be 3.10 where the spreadsheet keeps it as a number. */
const MAY_BE_CUT = /^\d{1,2}\.[123]$/u;
const NOT_CUT = /^\d{1,2}\.[123]0$/u;
/** Days from a spreadsheet's day 0 to 2000 and to 2099, as it shows a day whose cell is not formatted as one. */
const SERIAL = { zero: '1899-12-30', from: 36_526, to: 73_050 };
/** Years from that of the table within which two digits are taken for a year. */
const NEAR = 15;

/** 3月, 3月份, 3月上旬: of the year of its table. */
const MONTH = /^\d{1,2}月(?:份|[上中下]旬|初|中|底|末|底前|末前)?$/u;

/** `year`: where none is written; `zeros`: its column keeps them at the end. */
export function readDay(text: string, { year, zeros = false }: { year: number; zeros?: boolean }): ReadDay {
  const plain = plainOf(text);
  if (/^\d{5}$/u.test(plain)) return ofSerial(Number(plain));
  const span = SPAN.exec(plain);
  const { y, m = '', d = '' } = (BARE.exec(plain) ?? ONE.exec(plain) ?? span)?.groups ?? {};
  const isShort = y?.length === 2;
  const whole = isShort ? `20${y}` : (y ?? String(year));
  const day = `${whole}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  if (m === '') return ofMonth(plain, { text, year });
  if (!isDay(day) || (isShort && Math.abs(Number(whole) - year) > NEAR)) return {};
  if (span && !ONE.test(plain)) return ofSpan(day, span.groups ?? {});
  if (isShort) return { day, doubt: `读成${day}` };
  return MAY_BE_CUT.test(plain) && !zeros
    ? { day, doubt: `读成${day}；表格不显示末尾的0，也可能是${plain}0` }
    : { day };
}

/** Whether a column keeps its days as words, so that 3.1 is no 3.10. */
export function keepsZeros(texts: readonly string[]): boolean {
  return texts.some((text) => NOT_CUT.test(plainOf(text)));
}

/** Its end counts as well: a table in which it alone is another one says something else. */
function ofSpan(day: string, { ey, em, ed = '' }: Readonly<Record<string, string | undefined>>): ReadDay {
  const [year = '', month = ''] = day.split('-');
  const end = (of: string): string => `${of}-${(em ?? month).padStart(2, '0')}-${ed.padStart(2, '0')}`;
  const ends = [end(ey ?? year), ...(ey === undefined ? [end(String(Number(year) + 1))] : [])];
  // Over the turn of the year, where no other day of its month can be meant.
  const until = (em === undefined ? ends.slice(0, 1) : ends).find((each) => isDay(each) && each > day);
  if (until === undefined) return { day, doubt: `看不出到哪一天为止，只登记开始的一天${day}` };
  return { day, written: stretch(day, until), doubt: '是一段时间，统计按开始的一天，到期按最后的一天' };
}

/** As it stands where it says its year: 上旬 says more than the month. */
function ofMonth(plain: string, { text, year }: { text: string; year: number }): ReadDay {
  const own = whenOf(text) ? text.trim() : plain;
  const written = MONTH.test(plain) ? `${year}年${plain}` : own;
  if (!whenOf(written) || isDay(written)) return {};
  return { written, doubt: '只写到月，没有写是哪一天：按月统计算在这个月，要按天算的请补日期' };
}

function plainOf(text: string): string {
  return dayWords(text)
    .replace(/[。·]/gu, '.')
    .replace(/(?<=\d)\s*([./-])\s*(?=\d)/gu, '$1')
    .trim();
}

function ofSerial(days: number): ReadDay {
  if (days < SERIAL.from || days > SERIAL.to) return {};
  const day = laterBy(SERIAL.zero, days);
  return day === undefined ? {} : { day, doubt: `是表格里的日期序号，读成${day}` };
}
