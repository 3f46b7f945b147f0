import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { RULE_KINDS, RULE_LABELS, RULES, moduleOf, ruleSchema } from '../../../../shared/standard/rules.ts';
import { sensibleStep } from '../../../../shared/tables/rule-text/propose.ts';

/** Hundredths. */
const FULL_SCORES = [50, 100, 250, 1000, 12_345];
const CASES = RULE_KINDS.flatMap((kind) => FULL_SCORES.map((full) => [kind, full] as const));

describe.each(CASES)('a new rule of kind %s for an item of %i hundredths', (kind, full) => {
  const rule = RULES[kind].fresh(full, sensibleStep(full));
  const module = moduleOf(rule);

  it('can stand in a standard as it is', () => {
    expect(rule.kind).toBe(kind);
    expect(ruleSchema.parse(z.encode(ruleSchema, rule))).toEqual(rule);
    expect(module.check(rule, { code: '1', fullScore: full })).toEqual([]);
    expect(module.fits?.(rule, full) ?? true).toBe(true);
  });

  it('is written into the form and read back', () => {
    const json = { kind, ...RULES[kind].table.read(module.table.write(rule)) };
    expect(ruleSchema.parse(json)).toEqual(rule);
  });

  it('says what it asks, and what could be done', () => {
    expect(module.words(rule)).not.toBe('');
    expect(module.hint(rule, undefined)).not.toBe('');
  });

  it('takes full marks and none as a number, and what they stand for scores just that', () => {
    for (const points of [0, full]) {
      const form = module.fromPoints(rule, full, points);
      expect(form).not.toHaveProperty('problem');
      if (!('input' in form)) continue;
      expect(form.input.kind).toBe(kind);
      const { score, explanation, problem } = module.score(rule, full, form.input);
      expect({ score, problem }).toEqual({ score: points, problem: undefined });
      expect(explanation).toContain('分');
      expect(module.renew?.(form.input, (code) => code) ?? form.input).toEqual(form.input);
    }
  });

  it('names its options once each', () => {
    const codes = module.options?.(rule).map(({ code }) => code) ?? [];
    expect(codes).toEqual([...new Set(codes)]);
  });
});

it('no two kinds have one name', () => {
  const labels = Object.values(RULE_LABELS);
  expect(labels).toEqual([...new Set(labels)]);
});

it.each([
  ['tiers', 'options'],
  ['checklist', 'points'],
  ['deduct', 'faults'],
])('a rule of kind %s has 500 %s at most', (kind, list) => {
  const encoded = z.encode(ruleSchema, RULES[kind as 'tiers'].fresh(100, 1));
  const [one] = (encoded as unknown as Record<string, object[]>)[list] ?? [];
  const withSo = (many: number) => ({
    ...encoded,
    [list]: Array.from({ length: many }, (_, at) => ({ ...one, code: `c${at}` })),
  });
  expect(ruleSchema.safeParse(withSo(500)).error).toBeUndefined();
  expect(ruleSchema.safeParse(withSo(501)).success).toBe(false);
});
