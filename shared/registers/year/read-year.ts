import { halfWidth } from '../../values/typed-number.ts';
import { headShape } from './schema.ts';

/** A year as people type it: 2027, ２０２７, 2027年; undefined for what is none that a year of work may be of. */
export function readYear(text: string): number | undefined {
  const [, digits] = /^(\d{4})\s*年?$/u.exec(halfWidth(text).trim()) ?? [];
  return digits === undefined ? undefined : headShape.year.safeParse(Number(digits)).data;
}
