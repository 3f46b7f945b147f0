const two = (value: number): string => String(value).padStart(2, '0');

/** The local calendar day, YYYY-MM-DD: deadlines are judged by the day where the unit is. */
export function localDay(now: Date): string {
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The local time of the day, 09:05:07: where two of one day are told apart. */
export function localTime(now: Date): string {
  return [now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join(':');
}

/** Local date and time for a file name that sorts by time: 20201120-093005123. */
export function fileStamp(now: Date): string {
  const time = `${two(now.getHours())}${two(now.getMinutes())}${two(now.getSeconds())}`;
  return `${localDay(now).replaceAll('-', '')}-${time}${String(now.getMilliseconds()).padStart(3, '0')}`;
}
