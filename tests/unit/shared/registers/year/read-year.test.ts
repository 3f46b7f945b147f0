import { expect, it } from 'vitest';
import { readYear } from '../../../../../shared/registers/year/read-year.ts';

it.each([
  ['2027', 2027],
  ['２０２７', 2027],
  [' 2027年 ', 2027],
  ['27', undefined],
  ['2027.5', undefined],
  ['20275', undefined],
  ['1900', undefined],
  ['', undefined],
  ['明年', undefined],
])('the year %j', (text, year) => expect(readYear(text)).toBe(year));
