import { beforeAll, describe, expect, it } from 'vitest';
import { measure, type Measured } from '../tables/measure.ts';
import { failuresOf } from '../tables/report.ts';

const TABLES = 100;

/** Tables that nobody has written by hand (tests/tables/): what a clerk knows of them against what is read. */
describe('generated tables', () => {
  let measured: Measured[] = [];
  beforeAll(async () => {
    measured = await measure(
      Array.from({ length: TABLES }, (_, index) => index + 1),
      'each',
    );
  });
  const failing = (isFailure: (each: Measured) => boolean) => {
    const failures = measured.filter(isFailure);
    return { count: failures.length, first: failuresOf(failures, 5) };
  };

  it('are never read as sure and wrong', () => {
    expect(failing(({ verdict }) => verdict.sureAndWrong.length > 0)).toEqual({ count: 0, first: [] });
  });

  it('are taken where they are standards, in at least 98 of 100 with exact trees and items', () => {
    const { count, first } = failing(
      ({ verdict }) => verdict.taken.length + verdict.tree.length + verdict.items.length > 0,
    );
    expect(count, first.join('\n')).toBeLessThanOrEqual(TABLES * 0.02);
  });

  it('are warned about where a sum is wrong, and only there', () => {
    const { count, first } = failing(({ verdict }) => verdict.sums.length > 0);
    expect(count, first.join('\n')).toBeLessThanOrEqual(TABLES * 0.02);
  });

  it('have a place for every filled cell, or a warning', () => {
    expect(failing(({ verdict }) => verdict.cells.length > 0)).toEqual({ count: 0, first: [] });
  });
});
