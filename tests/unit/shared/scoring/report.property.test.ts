import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatPoints } from '../../../../shared/values/points.ts';
import type { Standard } from '../../../../shared/standard/schema.ts';
import { item, reportOf, section, standardOf } from './fixtures.ts';

interface Drawn {
  full: number;
  /** Hundredths, or not applicable. */
  score: number | 'na';
}

const drawnItem: fc.Arbitrary<Drawn> = fc
  .tuple(fc.integer({ min: 1, max: 2000 }), fc.nat(2000), fc.nat(3))
  .map(([full, score, na]) => ({ full, score: na === 0 ? 'na' : Math.min(score, full) }));
const drawnSections = fc.array(fc.array(drawnItem, { minLength: 1, maxLength: 5 }), {
  minLength: 1,
  maxLength: 5,
});

const code = (s: number, i: number) => `${s}.${i}`;

function scoresOf(sections: Drawn[][]): Record<string, number | 'na'> {
  return Object.fromEntries(
    sections.flatMap((items, s) => items.map(({ score }, i) => [code(s, i), score] as const)),
  );
}

function standardFrom(sections: Drawn[][], weights?: number[]): Standard {
  const full = sections.flat().reduce((sum, each) => sum + each.full, 0);
  return standardOf({
    fullScore: formatPoints(full),
    passScore: '0',
    sections: sections.map((items, s) =>
      section(
        `s${s}`,
        items.map((each, i) => item(code(s, i), formatPoints(each.full))),
        weights ? { weight: formatPoints(weights[s] ?? 0) } : {},
      ),
    ),
  });
}

/** An independent half-up for values of 0 or more. */
const halfUp = (n: bigint, d: bigint) => Number((n * 2n + d) / (d * 2n));
const sum = (items: Drawn[], value: (each: Drawn) => number) =>
  BigInt(items.reduce((total, each) => total + value(each), 0));
const scoreSum = (items: Drawn[]) => sum(items, ({ score }) => (score === 'na' ? 0 : score));
const fullSum = (items: Drawn[]) => sum(items, ({ full }) => full);
const activeSum = (items: Drawn[]) => sum(items, ({ score, full }) => (score === 'na' ? 0 : full));

test('a renormalised total is score ÷ (full − not applicable) × full, rounded half-up once', () => {
  fc.assert(
    fc.property(drawnSections, (sections) => {
      const items = sections.flat();
      const active = activeSum(items);
      const expected = active === 0n ? 0 : halfUp(scoreSum(items) * fullSum(items), active);
      const { total, reachable, fullScore } = reportOf(standardFrom(sections), scoresOf(sections));
      expect(total).toBe(expected);
      expect(reachable).toBe(total);
      expect(total).toBeLessThanOrEqual(fullScore);
    }),
  );
});

test('a weighted total is renormalised section by section, and what is left over by whole sections', () => {
  const drawn = drawnSections.chain((sections) =>
    fc.tuple(
      fc.constant(sections),
      fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: sections.length, maxLength: sections.length }),
    ),
  );
  fc.assert(
    fc.property(drawn, ([sections, weights]) => {
      // Σ score·full/active·w over live sections × Σ full·w ÷ Σ live full·w, over one common denominator.
      let [n, d, whole, live] = [0n, 1n, 0n, 0n];
      sections.forEach((items, s) => {
        const weight = BigInt(weights[s] ?? 0);
        const active = activeSum(items);
        whole += fullSum(items) * weight;
        if (active === 0n) return;
        live += fullSum(items) * weight;
        n = n * active + scoreSum(items) * fullSum(items) * weight * d;
        d *= active;
      });
      const expected = live === 0n ? 0 : halfUp(n * whole, d * live * 10_000n);
      expect(reportOf(standardFrom(sections, weights), scoresOf(sections)).total).toBe(expected);
    }),
  );
});

test('the order of sections and items changes no total', () => {
  fc.assert(
    fc.property(drawnSections, fc.boolean(), (sections, weighted) => {
      const weights = weighted ? sections.map((_, i) => 1000 + i) : undefined;
      const standard = standardFrom(sections, weights);
      const turned: Standard = {
        ...standard,
        sections: standard.sections.toReversed().map((each) => ({ ...each, items: each.items.toReversed() })),
      };
      const scores = scoresOf(sections);
      expect(reportOf(turned, scores).total).toBe(reportOf(standard, scores).total);
    }),
  );
});

test('what is still unscored stays within reach: total <= reachable <= full', () => {
  fc.assert(
    fc.property(drawnSections, fc.nat(), (sections, seed) => {
      const scored = Object.entries(scoresOf(sections)).filter((_, i) => ((seed >> (i % 16)) & 1) === 1);
      const { total, reachable, fullScore } = reportOf(standardFrom(sections), Object.fromEntries(scored));
      expect(total).toBeGreaterThanOrEqual(0);
      expect(reachable).toBeGreaterThanOrEqual(total);
      expect(reachable).toBeLessThanOrEqual(fullScore);
    }),
  );
});

test('a better score on one item never lowers the total', () => {
  fc.assert(
    fc.property(drawnSections, (sections) => {
      const standard = standardFrom(sections);
      const scores = scoresOf(sections);
      const before = reportOf(standard, scores).total;
      for (const [key, score] of Object.entries(scores)) {
        if (score === 'na' || score === 0) continue;
        expect(reportOf(standard, { ...scores, [key]: score - 1 }).total).toBeLessThanOrEqual(before);
      }
    }),
  );
});
