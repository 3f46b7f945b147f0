import * as z from 'zod';
import { halfWidth } from '../../../shared/values/typed-number.ts';

const isoDate = z.iso.date();

const WHOLE = /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?$/;
const DIGITS = /^(\d{4})(\d{2})(\d{2})$/;
const WITHOUT_YEAR = /^\d{1,2}\s*[-./月]\s*\d{1,2}\s*[日号]?$/;

/** "2018年12月1日", "2018.12.1", "20181201" -> "2018-12-01"; '' stays ''. Undefined where it is no day. */
export function readDate(text: string): string | undefined {
  const typed = plain(text);
  if (typed === '') return '';
  const match = WHOLE.exec(typed) ?? DIGITS.exec(typed);
  if (!match) return undefined;
  const [, year = '', month = '', day = ''] = match;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isoDate.safeParse(date).success ? date : undefined;
}

/** Why it is no day, in words; `example` is how one is written. Undefined where it is one, or nothing. */
export function dateProblem(text: string, example: string): string | undefined {
  if (readDate(text) !== undefined) return undefined;
  const typed = plain(text);
  if (WHOLE.test(typed) || DIGITS.test(typed)) return '没有这一天';
  return WITHOUT_YEAR.test(typed) ? `缺年份，写成 ${example} 这样` : `写成 ${example} 这样`;
}

function plain(text: string): string {
  return halfWidth(text).replaceAll('。', '.').trim();
}
