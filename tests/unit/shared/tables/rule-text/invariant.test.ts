import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../../../shared/standard/rules.ts';
import { proposeRule } from '../../../../../shared/tables/rule-text/propose.ts';
import { DEVELOPMENT, HELD_OUT } from '../../../../fixtures/rule-texts/index.ts';

/** Every amount that a rule says something about, in hundredths: also what a cap or a step leaves of the full score. */
function amountsOf(rule: Rule, fullScore: number): number[] {
  switch (rule.kind) {
    case 'deduct':
      return [
        ...rule.faults.flatMap(({ points, cap }) => [points, ...(cap === undefined ? [] : [cap])]),
        fullScore - rule.floor,
      ];
    case 'tiers':
      return rule.options.flatMap(({ points }) => [points, fullScore - points]);
    case 'checklist':
      return rule.points.map(({ points }) => points);
    case 'ratio':
    case 'award':
      return [];
  }
}

function labelsOf(rule: Rule): string[] {
  if (rule.kind === 'deduct') return rule.faults.map(({ label }) => label);
  if (rule.kind === 'tiers') return rule.options.map(({ label }) => label);
  return rule.kind === 'checklist' ? rule.points.map(({ label }) => label) : [];
}

/** Numbers with 分 of a text that its sure rule does not hold. */
function lost(text: string, fullScore: number): string[] {
  const { confidence, rule } = proposeRule(text, fullScore);
  if (confidence !== 'sure') return [];
  const amounts = [...amountsOf(rule, fullScore), fullScore];
  const labels = labelsOf(rule).join('\n');
  return [...text.matchAll(/(\d+(?:\.\d+)?)\s*分(?![钟之])/g)]
    .filter(
      ([score, number]) => !amounts.includes(Math.round(Number(number) * 100)) && !labels.includes(score),
    )
    .map(([score]) => score);
}

const points = fc.constantFrom('0.5', '1', '2', '3', '5', '8');
const fault = fc.constantFrom(
  '未制定方案',
  '台账不全',
  '未按时报送',
  '弄虚作假',
  '记录缺失',
  '完成率低于80%',
);
const counted = fc.constantFrom(
  '每缺一份',
  '每发现一处问题',
  '每少1次',
  '每逾期一天',
  '每人次',
  '一处',
  '每5人',
  '没人',
);
const thing = fc.constantFrom('有方案', '有台账', '有总结', '90%以上', '80%以上', '优秀', '良好', '全部完成');
const part = fc.constantFrom('该卷', '该户', '该次', '该条', '当月', '每科', '未签字的案卷', '其中一项');

const deducts = fc.tuple(fc.oneof(fault, counted), points).map(([words, n]) => `${words}扣${n}分`);
const countedFault = fc
  .tuple(fault, counted, points)
  .map(([words, count, n]) => `${words}的，${count}扣${n}分`);
const stopped = fc.tuple(fault, points).map(([words, n]) => `${words}。一个扣${n}分`);
const gives = fc.tuple(thing, points).map(([words, n]) => `${words}得${n}分`);
const bare = fc.tuple(thing, points).map(([words, n]) => `${words}（${n}分）`);
const zero = fc
  .tuple(
    fc.oneof(fault, part),
    fc.constantFrom('不得分', '无分', '计0分', '不给分', '该项不得分', '直接0分', '扣完该项分值'),
  )
  .map(([words, none]) => `${words}${none}`);
const cap = fc
  .tuple(
    fc.constantFrom(
      '最多扣#分',
      '扣满#分为止',
      '扣至#分为止',
      '（扣满#分后不再扣分）',
      '封顶#分',
      '累计不超过#分',
    ),
    points,
  )
  .map(([words, n]) => words.replace('#', n));
const plain = fc.constantFrom('建立台账', '查阅资料', '按季度检查', '落实责任', '做到账实相符');
const altering = fc.constantFrom(
  '未填写的按前款论处',
  '因不可抗力的除外',
  '上级已通报的视为不合格',
  '其余参照第3项执行',
  '未上报的同样处理',
  '经批准的不在此限',
);
const beyond = fc
  .tuple(fc.constantFrom('获表彰的加', '情节严重的另扣', '再扣总分', '酌情扣', '每开展一次得'), points)
  .map(([words, n]) => `${words}${n}分`);
const clause = fc.oneof(deducts, countedFault, stopped, gives, bare, zero, cap, plain, altering, beyond);
const joined = (clauses: fc.Arbitrary<string>) =>
  fc
    .array(fc.tuple(clauses, fc.constantFrom('，', '；', '。', '\n')), { minLength: 1, maxLength: 5 })
    .map((parts) => parts.map(([words, sign]) => words + sign).join(''));
const fullScore = fc.constantFrom(100, 200, 300, 500, 1000, 10_000);
/** A fixed seed: a failure is the same on every machine. */
const RUNS = { numRuns: 3000, seed: 20_260_101 };

describe('a sure rule holds every score of its text', () => {
  it('in the development texts', () => {
    expect(DEVELOPMENT.flatMap(({ text, fullScore: full }) => lost(text, Math.round(full * 100)))).toEqual(
      [],
    );
  });

  it('in the texts held out', () => {
    expect(
      HELD_OUT.filter(({ text, fullScore: full }) => lost(text, Math.round(full * 100)).length > 0).length,
    ).toBe(0);
  });

  it('in texts put together from clauses', () => {
    fc.assert(
      fc.property(joined(clause), fullScore, (text, full) => {
        expect(lost(text, full)).toEqual([]);
      }),
      RUNS,
    );
  });
});

describe('a sure rule is not sure any more', () => {
  const never = (extra: fc.Arbitrary<string>) =>
    fc.assert(
      fc.property(joined(fc.oneof(deducts, countedFault, gives)), extra, fullScore, (text, more, full) => {
        expect(proposeRule(`${text}${more}。`, full).confidence, `${text}${more}`).not.toBe('sure');
      }),
      RUNS,
    );

  it('with a clause that alters the others', () => never(altering));
  it('with points that no rule of an item can say', () => never(beyond));
  it('with a part of the item that gets nothing', () => never(part.map((words) => `${words}不得分`)));
});

it('keeps the faults of two texts that are joined, or is not sure', () => {
  const faults = (text: string, full: number) => {
    const { confidence, rule } = proposeRule(text, full);
    return confidence === 'sure' && rule.kind === 'deduct'
      ? rule.faults.map(({ points: n, unit }) => `${n}/${unit}`)
      : undefined;
  };
  fc.assert(
    fc.property(fc.oneof(deducts, countedFault), fc.oneof(deducts, countedFault), (one, other) => {
      const [a, b, both] = [faults(one, 1000), faults(other, 1000), faults(`${one}；${other}。`, 1000)];
      if (a && b && both) expect(both).toEqual([...a, ...b]);
    }),
    RUNS,
  );
});
