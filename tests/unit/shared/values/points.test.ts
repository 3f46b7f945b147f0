import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { fraction, roundHalfUp, showFraction } from '../../../../shared/values/fraction.ts';
import {
  formatPoints,
  MAX_POINTS,
  parsePoints,
  percentSchema,
  pointsSchema,
  ratePercent,
  showPoints,
  signedPointsSchema,
} from '../../../../shared/values/points.ts';

test.each([
  ['2.5', 250],
  ['90', 9000],
  ['89.99', 8999],
  ['0.01', 1],
  ['0', 0],
  ['-0', 0],
  ['-2.50', -250],
  [' 7 ', 700],
  ['1000000', MAX_POINTS],
  ['1000000.01', undefined],
  ['2.555', undefined],
  ['1e2', undefined],
  ['.5', undefined],
  ['5.', undefined],
  ['１', undefined],
  ['', undefined],
  ['NaN', undefined],
])('parsePoints(%o) is %o', (text, points) => {
  expect(parsePoints(text)).toBe(points);
});

test.each([
  [250, '2.50', '2.5'],
  [200, '2.00', '2'],
  [0, '0.00', '0'],
  [1, '0.01', '0.01'],
  [-5, '-0.05', '-0.05'],
  [10_000, '100.00', '100'],
])('%i is written %s and shown %s', (points, written, shown) => {
  expect([formatPoints(points), showPoints(points)]).toEqual([written, shown]);
});

test('points survive JSON: every integer of hundredths comes back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -MAX_POINTS, max: MAX_POINTS }), (points) => {
      expect(parsePoints(formatPoints(points))).toBe(points);
      expect(parsePoints(showPoints(points))).toBe(points);
      const json = JSON.stringify(z.encode(signedPointsSchema, points));
      expect(signedPointsSchema.parse(JSON.parse(json))).toBe(points);
    }),
  );
});

describe('schemas refuse in Chinese', () => {
  test.each([
    ['points', '-1', pointsSchema],
    ['points', '1.234', pointsSchema],
    ['points', 2.5, pointsSchema],
    ['signed points', 'x', signedPointsSchema],
    ['a percentage', '-30', percentSchema],
    ['a percentage', '10000.01', percentSchema],
  ])('%s: %o', (_what, value, schema) => {
    expect(schema.safeParse(value).error?.issues[0]?.message).toMatch(/最多两位小数/);
  });
});

test.each([
  [1, 2, 1],
  [-1, 2, -1],
  [1, 3, 0],
  [2, 3, 1],
  [5, -2, -3],
  [7, 1, 7],
])('%i/%i rounds to %i', (n, d, rounded) => {
  expect(roundHalfUp(fraction(n, d))).toBe(rounded);
});

test.each([
  [fraction(250), '2.5'],
  [fraction(1400, 3), '4.6666…'],
  [fraction(-1, 3), '-0.0033…'],
  [fraction(10_000), '100'],
  [fraction(1, 2), '0.005'],
])('%o is shown as %s', (value, shown) => {
  expect(showFraction(value)).toBe(shown);
});

test('a fraction has no denominator 0', () => {
  expect(() => fraction(1, 0)).toThrow(RangeError);
});

test.each([
  [1550, 4000, 38.8],
  [130, 150, 86.7],
  [0, 100, 0],
  [100, 100, 100],
])('%i of %i hundredths is %f %%, on the screen as in the workbook', (score, full, percent) => {
  expect(ratePercent(score, full)).toBe(percent);
});
