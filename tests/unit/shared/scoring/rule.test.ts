import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RuleInput } from '../../../../shared/assessment/rule-input.ts';
import { scoreRule } from '../../../../shared/scoring/rule.ts';
import { type Rule, ruleSchema } from '../../../../shared/standard/rules.ts';

const award = ruleSchema.parse({ kind: 'award', step: '0.5' });
const tiers = ruleSchema.parse({
  kind: 'tiers',
  options: [
    { code: 'a', label: '健全', points: '6' },
    { code: 'b', label: '基本健全', points: '3.5' },
    { code: 'c', label: '没有', points: '0' },
  ],
});
const checklist = ruleSchema.parse({
  kind: 'checklist',
  points: [
    { code: 'before', label: '事前提示', points: '2' },
    { code: 'during', label: '事中指导', points: '2' },
    { code: 'after', label: '事后回访', points: '2' },
    { code: 'more', label: '其他', points: '1' },
  ],
});
const deduct = ruleSchema.parse({
  kind: 'deduct',
  faults: [
    { code: 'page', label: '缺页', points: '0.5' },
    { code: 'person', label: '未亮证', points: '1', unit: '人', cap: '2' },
    { code: 'fake', label: '造假', points: '0', zeroes: true },
  ],
});
const ratio = ruleSchema.parse({
  kind: 'ratio',
  numerator: '回访件数',
  denominator: '办结件数',
  target: '30',
  minimum: '10',
});
const floored = (floor: string) =>
  ruleSchema.parse({
    kind: 'deduct',
    floor,
    faults: [
      { code: 'page', label: '缺页', points: '0.5' },
      { code: 'fake', label: '造假', points: '0', zeroes: true },
    ],
  });
const counts = (faults: Record<string, number>): RuleInput => ({ kind: 'deduct', counts: faults });
const met = (...codes: string[]): RuleInput => ({ kind: 'checklist', met: codes });
const share = (numerator: number, denominator: number): RuleInput => ({
  kind: 'ratio',
  numerator,
  denominator,
});

describe('each rule kind on a 6-point item', () => {
  test.each<[Rule, RuleInput, number, string]>([
    [award, { kind: 'award', points: 450 }, 450, '满分6分，按情况给4.5分'],
    [award, { kind: 'award', points: 600 }, 600, '满分6分，按情况给6分'],
    [award, { kind: 'award', points: 0 }, 0, '满分6分，按情况给0分'],
    [tiers, { kind: 'tiers', option: 'b' }, 350, '满分6分，选“基本健全”，得3.5分'],
    [checklist, met(), 0, '满分6分，4个要点符合0个，得0分'],
    [checklist, met('more'), 100, '满分6分，4个要点符合1个，得1分'],
    [checklist, met('before', 'more'), 300, '满分6分，4个要点符合2个（2+1），得3分'],
    [checklist, met('more', 'more'), 100, '满分6分，4个要点符合1个，得1分'],
    [
      checklist,
      met('before', 'during', 'after', 'more'),
      600,
      '满分6分，4个要点符合4个（2+2+2+1），合计7分，以满分为限，得6分',
    ],
    [deduct, counts({}), 600, '满分6分，无扣分，得6分'],
    [deduct, counts({ page: 2 }), 500, '满分6分，扣2处×0.5分，得5分'],
    [deduct, counts({ page: 1, person: 2 }), 350, '满分6分，扣1处×0.5分、2人×1分，得3.5分'],
    [deduct, counts({ person: 3 }), 400, '满分6分，扣3人×1分（最多扣2分），得4分'],
    [deduct, counts({ page: 13 }), 0, '满分6分，扣13处×0.5分，扣至0分为止，得0分'],
    [deduct, counts({ page: 12 }), 0, '满分6分，扣12处×0.5分，得0分'],
    [deduct, counts({ page: 1, fake: 1 }), 0, '满分6分，出现“造假”，本项得0分'],
    [floored('1'), counts({ page: 12 }), 100, '满分6分，扣12处×0.5分，扣至1分为止，得1分'],
    [floored('1'), counts({ fake: 1 }), 0, '满分6分，出现“造假”，本项得0分'],
    [floored('-2'), counts({ page: 14 }), -100, '满分6分，扣14处×0.5分，得-1分'],
    [floored('-2'), counts({ page: 14, fake: 1 }), -100, '满分6分，出现“造假”，本项得-1分'],
    [ratio, share(30, 100), 600, '满分6分，回访件数30÷办结件数100＝30%，达到目标30%，得6分'],
    [ratio, share(100, 100), 600, '满分6分，回访件数100÷办结件数100＝100%，达到目标30%，得6分'],
    [ratio, share(15, 100), 300, '满分6分，回访件数15÷办结件数100＝15%，目标30%，得3分'],
    [
      ratio,
      share(7, 30),
      467,
      '满分6分，回访件数7÷办结件数30＝23.3333…%，目标30%，按比例为4.6666…分，得4.67分',
    ],
    // 6 × 11.125 % ÷ 30 % = 2.225: the tie goes up.
    [
      ratio,
      share(89, 800),
      223,
      '满分6分，回访件数89÷办结件数800＝11.125%，目标30%，按比例为2.225分，得2.23分',
    ],
    [ratio, share(10, 100), 200, '满分6分，回访件数10÷办结件数100＝10%，目标30%，得2分'],
    [ratio, share(9, 100), 0, '满分6分，回访件数9÷办结件数100＝9%，低于最低要求10%，得0分'],
    [ratio, share(0, 1), 0, '满分6分，回访件数0÷办结件数1＝0%，低于最低要求10%，得0分'],
  ])('%o %o', (rule, input, score, explanation) => {
    expect(scoreRule(rule, 600, input)).toMatchObject({ score, explanation });
  });

  test.each<[string, Rule, RuleInput, RegExp]>([
    ['above full', award, { kind: 'award', points: 650 }, /6\.5分不在0至6分之间/],
    ['off the steps', award, { kind: 'award', points: 120 }, /1\.2分不是0\.5分的整数倍/],
    ['unknown option', tiers, { kind: 'tiers', option: 'z' }, /“z”不在标准内/],
    ['unknown point', checklist, met('before', 'z'), /“z”不在标准内/],
    ['unknown fault', deduct, counts({ z: 1 }), /“z”不在标准内/],
    ['denominator 0', ratio, share(0, 0), /分母为 0.*“办结件数”/],
    ['another kind', ratio, { kind: 'award', points: 100 }, /评分方式不符/],
  ])('%s: 0 points and a problem', (_, rule, input, message) => {
    const result = scoreRule(rule, 600, input);
    expect(result.score).toBe(0);
    expect(result.problem).toMatch(message);
    expect(result.explanation).toMatch(message);
  });

  test('an option above full, an error of the standard, still gives no more than full', () => {
    const rule = ruleSchema.parse({
      kind: 'tiers',
      options: [
        { code: 'a', label: '甲', points: '7' },
        { code: 'b', label: '乙', points: '0' },
      ],
    });
    expect(scoreRule(rule, 600, { kind: 'tiers', option: 'a' }).score).toBe(600);
  });

  test.each<[Rule, RuleInput]>([
    [award, { kind: 'tiers', option: 'a' }],
    [tiers, met()],
    [checklist, counts({})],
    [deduct, share(1, 1)],
    [ratio, { kind: 'claims', counts: {} }],
  ])('%o refuses the input of another kind', (rule, input) => {
    expect(scoreRule(rule, 600, input).problem).toMatch(/不符/);
  });
});

describe('properties', () => {
  const full = fc.integer({ min: 1, max: 10_000 });
  const fault = fc.record({
    points: fc.integer({ min: 0, max: 500 }),
    cap: fc.option(fc.integer({ min: 0, max: 1000 }), { nil: undefined }),
    zeroes: fc.boolean(),
    count: fc.nat(30),
  });
  const faultList = fc.array(fault, { minLength: 1, maxLength: 6 });

  function deduction(
    faults: { points: number; cap?: number; zeroes: boolean; count: number }[],
    floor: number,
  ) {
    const rule: Rule = {
      kind: 'deduct',
      floor,
      faults: faults.map(({ points, cap, zeroes }, i) => ({
        code: `f${i}`,
        label: '情形',
        unit: '处',
        points,
        cap,
        zeroes,
      })),
    };
    const input = counts(Object.fromEntries(faults.map(({ count }, i) => [`f${i}`, count])));
    return { rule, input };
  }

  test('deductions stay between floor and full, or at 0 where a fault zeroes the item', () => {
    fc.assert(
      fc.property(full, faultList, fc.integer({ min: -500, max: 0 }), (fullScore, faults, floor) => {
        const { rule, input } = deduction(faults, floor);
        const { score } = scoreRule(rule, fullScore, input);
        expect(score).toBeLessThanOrEqual(fullScore);
        expect(score).toBeGreaterThanOrEqual(floor);
      }),
    );
  });

  test('one more occurrence of any fault never raises the score', () => {
    fc.assert(
      fc.property(
        full,
        faultList,
        fc.integer({ min: -500, max: 500 }),
        fc.nat(),
        (fullScore, faults, floor, pick) => {
          const before = deduction(faults, floor);
          const worse = faults.map((each, i) =>
            i === pick % faults.length ? { ...each, count: each.count + 1 } : each,
          );
          const after = deduction(worse, floor);
          expect(scoreRule(after.rule, fullScore, after.input).score).toBeLessThanOrEqual(
            scoreRule(before.rule, fullScore, before.input).score,
          );
        },
      ),
    );
  });

  test('the order of faults and of checklist points changes nothing', () => {
    fc.assert(
      fc.property(full, faultList, (fullScore, faults) => {
        const { rule, input } = deduction(faults, 0);
        if (rule.kind !== 'deduct') throw new Error('A deduction is a deduction');
        const turned = { ...rule, faults: rule.faults.toReversed() };
        expect(scoreRule(turned, fullScore, input).score).toBe(scoreRule(rule, fullScore, input).score);
      }),
    );
    fc.assert(
      fc.property(full, fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1 }), (fullScore, points) => {
        const listed = points.map((value, i) => ({ code: `p${i}`, label: '要点', points: value }));
        const ticked = listed.filter((_, i) => i % 2 === 0).map(({ code }) => code);
        const expected = Math.min(
          points.filter((_, i) => i % 2 === 0).reduce((a, b) => a + b, 0),
          fullScore,
        );
        for (const rule of [listed, listed.toReversed()]) {
          const input = met(...ticked.toReversed());
          expect(scoreRule({ kind: 'checklist', points: rule }, fullScore, input).score).toBe(expected);
        }
      }),
    );
  });

  test('a ratio is the exact share rounded half-up once, and never falls when the numerator grows', () => {
    const numbers = fc.tuple(
      full,
      fc.integer({ min: 1, max: 10_000 }),
      fc.integer({ min: 0, max: 1_000_000_000 }),
      fc.integer({ min: 1, max: 1_000_000_000 }),
    );
    fc.assert(
      fc.property(numbers, ([fullScore, target, numerator, denominator]) => {
        const rule: Rule = { kind: 'ratio', numerator: '甲', denominator: '乙', target };
        const { score } = scoreRule(rule, fullScore, share(numerator, denominator));
        // |score − full × n × 10000 ÷ (d × target)| <= 1/2, the tie only upward.
        const exact = BigInt(fullScore) * BigInt(numerator) * 10_000n;
        const unit = BigInt(denominator) * BigInt(target);
        if (exact >= BigInt(fullScore) * unit) expect(score).toBe(fullScore);
        else {
          const twice = 2n * (BigInt(score) * unit - exact);
          expect(twice <= unit && twice > -unit).toBe(true);
        }
        const more = scoreRule(rule, fullScore, share(numerator + 1, denominator)).score;
        expect(more).toBeGreaterThanOrEqual(score);
      }),
    );
  });
});
