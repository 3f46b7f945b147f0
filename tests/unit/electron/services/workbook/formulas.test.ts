import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renormaliseFormula } from '../../../../../electron/services/workbook/score-formulas.ts';
import { fraction, roundHalfUp } from '../../../../../shared/values/fraction.ts';

/** The few functions of the formula, on binary fractions as a spreadsheet has them. */
const FUNCTIONS = {
  ROUND: (value: number, places: number) => Math.round(value * 10 ** places) / 10 ** places,
  INT: Math.floor,
  IF: (condition: boolean, yes: number, no: number) => (condition ? yes : no),
};

test('the re-normalised total is the exact fraction, rounded half-up, ties included', () => {
  const formula = renormaliseFormula('S', 'F', 'A');
  // Up to 10,000 points.
  const points = fc.integer({ min: 1, max: 1_000_000 });
  const scores = fc.record({
    score: fc.integer({ min: 0, max: 1_000_000 }),
    full: points,
    applicable: points,
  });
  const ties = fc
    .tuple(fc.integer({ min: 0, max: 50_000 }), points)
    .map(([half, full]) => ({ score: 2 * half + 1, full: full * 2 - 1, applicable: 2 }));
  fc.assert(
    fc.property(fc.oneof(scores, ties), ({ score, full, applicable }) => {
      const cells = { S: score / 100, F: full / 100, A: applicable / 100 };
      const value: unknown = runInNewContext(formula, { ...FUNCTIONS, ...cells });
      expect(value).toBe(roundHalfUp(fraction(BigInt(score) * BigInt(full), applicable)) / 100);
    }),
    { numRuns: 2000 },
  );
});

test('nothing applicable brings nothing', () => {
  expect(runInNewContext(renormaliseFormula('S', 'F', 'A'), { ...FUNCTIONS, S: 1, F: 2, A: 0 })).toBe(0);
});
