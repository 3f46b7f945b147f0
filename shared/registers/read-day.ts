import { halfWidth } from '../values/typed-number.ts';
import { isDay } from './days.ts';

const WITH_YEAR = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?(?:\s.*)?$/u;
const BARE = /^(\d{4})(\d{2})(\d{2})$/u;
const WITHOUT_YEAR = /^(\d{1,2})[-./月](\d{1,2})日?$/u;

/** A day as people write it in a table, ISO 8601; undefined for what is none. `year`: where none is written. */
export function readDay(text: string, year: number): string | undefined {
  const plain = halfWidth(text).replace(/[。·]/gu, '.').trim();
  const [, y, m, d] = WITH_YEAR.exec(plain) ?? BARE.exec(plain) ?? [];
  const [, month = m, date = d] = y === undefined ? (WITHOUT_YEAR.exec(plain) ?? []) : [];
  if (month === undefined || date === undefined) return undefined;
  const day = `${y ?? String(year)}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : undefined;
}
