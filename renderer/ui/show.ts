export { showBytes } from '../../shared/values/show-bytes.ts';
import type { Source } from '../../shared/standard/schema.ts';

/** "豫法政办〔2020〕16号 二（二）" */
export function showSource({ document, clause }: Source): string {
  return clause ? `${document} ${clause}` : document;
}

/** ISO time -> "2026-11-20 09:05", in the machine's own time zone. */
export function showTime(iso: string): string {
  const time = new Date(iso);
  const two = (n: number) => String(n).padStart(2, '0');
  if (Number.isNaN(time.getTime())) return iso;
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())} ${two(time.getHours())}:${two(time.getMinutes())}`;
}

/** As `showTime`, with seconds: "2026-11-20 09:05:07", where what happened within one minute must be told apart. */
export function showTimeToSecond(iso: string): string {
  const time = new Date(iso);
  return Number.isNaN(time.getTime())
    ? iso
    : `${showTime(iso)}:${String(time.getSeconds()).padStart(2, '0')}`;
}
