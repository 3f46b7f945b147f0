/** Days of a month (1 to 12) in the Gregorian calendar. */
function lengthOf(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Days since 1 March of the year 0; undefined for what is no day. */
function numberOf(day: string): number | undefined {
  const [, years, months, dates] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  const [year, month, date] = [Number(years), Number(months), Number(dates)];
  if (!(month >= 1 && month <= 12 && date >= 1 && date <= lengthOf(year, month))) return undefined;
  // The year begins in March, so that a leap day is its last one.
  const [y, m] = month > 2 ? [year, month - 3] : [year - 1, month + 9];
  const leaps = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return 365 * y + leaps + Math.floor((153 * m + 2) / 5) + date - 1;
}

/** Whether it is a day as ISO 8601 writes it. */
export function isDay(text: string): boolean {
  return numberOf(text) !== undefined;
}

/** So many days from one day (ISO 8601) to another; below 0 where that is earlier, NaN where one is none. */
export function daysBetween(from: string, to: string): number {
  return (numberOf(to) ?? NaN) - (numberOf(from) ?? NaN);
}

/** The day so many days later, at most some months; undefined for what is no day. */
export function laterBy(day: string, days: number): string | undefined {
  if (!isDay(day)) return undefined;
  let [year, month, date] = day.split('-').map(Number) as [number, number, number];
  date += days;
  for (let length = lengthOf(year, month); date > length; length = lengthOf(year, month)) {
    date -= length;
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  return written(year, month, date);
}

/** The same day so many years later, or earlier; 29 February becomes 28 February where that year has none. */
export function yearsLater(day: string, years: number): string {
  if (!isDay(day)) return day;
  const [from, month, date] = day.split('-').map(Number) as [number, number, number];
  const year = from + years;
  return written(year, month, Math.min(date, lengthOf(year, month)));
}

function written(year: number, month: number, date: number): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`;
}
