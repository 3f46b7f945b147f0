import * as z from 'zod';
import { halfWidth } from '../../../shared/values/typed-number.ts';

const isoDate = z.iso.date();

/** "2018年12月1日", "2018.12.1", "20181201" -> "2018-12-01"; '' stays ''. Undefined where it is no day. */
export function readDate(text: string): string | undefined {
  const typed = halfWidth(text).replaceAll('。', '.').trim();
  if (typed === '') return '';
  const match =
    /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?$/.exec(typed) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(typed);
  if (!match) return undefined;
  const [, year = '', month = '', day = ''] = match;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isoDate.safeParse(date).success ? date : undefined;
}
