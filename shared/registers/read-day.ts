import { halfWidth } from '../values/typed-number.ts';
import { isDay, laterBy } from './days.ts';

/** A day out of a table (ISO 8601; undefined for what is none), and why it should be looked at. */
export interface ReadDay {
  readonly day?: string | undefined;
  readonly doubt?: string;
}

const YEAR = String.raw`(?<y>\d{4}|\d{2}(?=[./年-]\d{1,2}[./月-]))`;
const DAY = String.raw`(?:${YEAR}[./年-])?(?<m>\d{1,2})[./月-](?<d>\d{1,2})[日号]?`;
const TIME = String.raw`(?:\s*[（(]?(?:星期|周)[一二三四五六日天][）)]?|\s+(?:上午|下午)?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?|\s*(?:上午|下午))`;
const ONE = new RegExp(`^${DAY}${TIME}?$`, 'u');
const SPAN = new RegExp(
  String.raw`^${DAY}\s*(?:[—–~～至到-]|--)+\s*(?:(?:\d{4}[./年-])?\d{1,2}[./月-])?\d{1,2}[日号]?$`,
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

/** `year`: where none is written; `zeros`: its column keeps them at the end. */
export function readDay(text: string, { year, zeros = false }: { year: number; zeros?: boolean }): ReadDay {
  const plain = plainOf(text);
  if (/^\d{5}$/u.test(plain)) return ofSerial(Number(plain));
  const span = SPAN.exec(plain);
  const { y, m = '', d = '' } = (BARE.exec(plain) ?? ONE.exec(plain) ?? span)?.groups ?? {};
  const isShort = y?.length === 2;
  const whole = isShort ? `20${y}` : (y ?? String(year));
  const day = `${whole}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  if (!isDay(day) || (isShort && Math.abs(Number(whole) - year) > NEAR)) return {};
  if (span && !ONE.test(plain)) return { day, doubt: `是一段时间，只登记开始的一天${day}` };
  if (isShort) return { day, doubt: `读成${day}` };
  return MAY_BE_CUT.test(plain) && !zeros
    ? { day, doubt: `读成${day}；表格不显示末尾的0，也可能是${plain}0` }
    : { day };
}

/** Whether a column keeps its days as words, so that 3.1 is no 3.10. */
export function keepsZeros(texts: readonly string[]): boolean {
  return texts.some((text) => NOT_CUT.test(plainOf(text)));
}

function plainOf(text: string): string {
  return halfWidth(text).replace(/[。·]/gu, '.').trim();
}

function ofSerial(days: number): ReadDay {
  if (days < SERIAL.from || days > SERIAL.to) return {};
  const day = laterBy(SERIAL.zero, days);
  return day === undefined ? {} : { day, doubt: `是表格里的日期序号，读成${day}` };
}
