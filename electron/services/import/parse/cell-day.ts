import { type CellObject, SSF } from 'xlsx';

// The library's types leave them as any.
const { is_date, parse_date_code } = SSF as {
  is_date: (format: string) => boolean;
  parse_date_code: (
    days: number,
    options: { date1904: boolean },
  ) => { y: number; m: number; d: number } | null;
};
/** What a format only shows, and what it says of time. */
const NOT_OF_DAY = /"[^"]*"|\\.|\[?h+\]?[^a-z]*m+|\[[^\]]*\]|m+[^a-z]*s+|am\/pm|上午\/下午/giu;
/** Before it nothing that offices write is dated: a number that is only formatted so is none. */
const FIRST_YEAR = 1950;

export const isDateFormat = (format: string): boolean => is_date(format);

/** The day (ISO 8601) of a cell that is a date, whatever of it its format shows; undefined of any other. */
export function dayOfCell({ t, v, z }: CellObject, { from1904 }: { from1904: boolean }): string | undefined {
  if (t !== 'n' || typeof v !== 'number' || typeof z !== 'string' || !isDateFormat(z)) return undefined;
  if (!/[ymdeab]/iu.test(z.replace(NOT_OF_DAY, ''))) return undefined;
  const found = parse_date_code(v, { date1904: from1904 });
  if (!found || found.y < FIRST_YEAR) return undefined;
  const { y, m, d } = found;
  return [y, ...[m, d].map((part) => String(part).padStart(2, '0'))].join('-');
}
