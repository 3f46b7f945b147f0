import type { Source } from '../../shared/standard/schema.ts';

/** 1536 -> "1.5 KB". For people: 1 KB is 1,024 bytes, as Windows shows it. */
export function showBytes(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit]}`;
}

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
