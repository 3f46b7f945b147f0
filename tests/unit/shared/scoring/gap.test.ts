import { expect, test } from 'vitest';
import type { Assessment } from '../../../../shared/assessment/schema.ts';
import type { RuleInput } from '../../../../shared/assessment/rule-input.ts';
import { analyseGap } from '../../../../shared/scoring/gap.ts';
import { scoreAssessment } from '../../../../shared/scoring/report.ts';
import type { GapAnalysis } from '../../../../shared/scoring/types.ts';
import type { Standard } from '../../../../shared/standard/schema.ts';
import { assessmentOf, entriesOf, evidence, item, section, SHA_A, SHA_B, standardOf } from './fixtures.ts';

function gapOf(
  standard: Standard,
  scores: Record<string, number | 'na' | RuleInput>,
  changes: Partial<Assessment> = {},
): GapAnalysis {
  const assessment = assessmentOf({ entries: entriesOf(scores), ...changes });
  return analyseGap(standard, assessment, scoreAssessment(standard, assessment));
}

const five = standardOf({
  sections: [
    section('1', [item('a', '40'), item('b', '20')]),
    section('2', [item('c', '20'), item('d', '10'), item('e', '10')]),
  ],
});
const codes = (steps: readonly { code: string }[]) => steps.map(({ code }) => code).join();

test('steps come by what they could bring, ties in the order of the standard', () => {
  const { gap, steps, unscored } = gapOf(five, { a: 3500, b: 2000, c: 1000, d: 500 });
  expect(gap).toBe(2000);
  expect(steps.map(({ code, gain, section }) => [code, gain, section])).toEqual([
    ['c', 1000, '指标2'],
    ['e', 1000, '指标2'],
    ['a', 500, '指标1'],
    ['d', 500, '指标2'],
  ]);
  expect(codes(unscored)).toBe('e');
});

test.each([
  ['the fewest from the top', { a: 3500, b: 2000, c: 1000, d: 1000, e: 500 }, 'c'],
  ['exactly to the line', { a: 3500, b: 2000, c: 1000, d: 500, e: 1000 }, 'c'],
  ['one hundredth more needs one more', { a: 3499, b: 2000, c: 1000, d: 500, e: 1000 }, 'c,a'],
  ['nothing where it passes', { a: 4000, b: 2000, c: 2000, d: 1000, e: 0 }, ''],
  ['every item where nothing is scored', {}, 'a,b,c,d'],
])('towards the line: %s', (_, scores, expected) => {
  expect(codes(gapOf(five, scores).toPass)).toBe(expected);
});

test('out of reach: steps, but no way to the line', () => {
  const standard = standardOf({
    penalty: {
      title: '罚分',
      entries: [
        {
          code: 'P',
          title: '罚',
          criterion: '有',
          counting: 'sum',
          options: [{ code: 'x', label: '次', points: '11' }],
        },
      ],
    },
  });
  const gap = gapOf(standard, { '1.1': 4000, '1.2': 5000, P: { kind: 'claims', counts: { x: 1 } } });
  expect([codes(gap.steps), codes(gap.toPass)]).toEqual(['1.1', '']);
});

test('gains are counted in the total: weights and what is not applicable included', () => {
  const weighted = standardOf({
    sections: [
      section('A', [item('a', '100')], { weight: '20' }),
      section('B', [item('b', '50'), item('n', '50')], { weight: '80' }),
    ],
  });
  const { steps } = gapOf(weighted, { a: 5000, b: 4000, n: 'na' });
  expect(steps.map(({ code, gain }) => [code, gain])).toEqual([
    // 10 ÷ 50 × 100 × 80 %, then 50 × 20 %
    ['b', 1600],
    ['a', 1000],
  ]);
});

test('a veto that takes everything leaves nothing to gain', () => {
  const standard = standardOf({
    vetoes: [{ code: 'V', title: '造假', criterion: '有', effect: 'totalZero' }],
  });
  const gap = gapOf(standard, { V: { kind: 'veto', applies: true } });
  expect([gap.gap, gap.steps, gap.toPass]).toEqual([9000, [], []]);
});

test('evidence: scored without what is asked for, and evidence used nowhere', () => {
  const asked = { evidence: [{ title: '方案' }] };
  const optional = { evidence: [{ title: '照片', required: false }] };
  const standard = standardOf({
    sections: [
      section('1', [
        item('bare', '20', asked),
        item('linked', '20', asked),
        item('zero', '20', asked),
        item('optional', '20', optional),
        item('na', '10', asked),
        item('open', '10', asked),
      ]),
    ],
  });
  const entries = entriesOf({ bare: 1000, linked: 1000, zero: 0, optional: 1000, na: 'na' });
  const linked = entries['linked'];
  if (!linked) throw new Error('The fixture has this entry');
  const all = [evidence(SHA_A), evidence(SHA_B), evidence('c'.repeat(64))];
  const gap = gapOf(
    standard,
    {},
    {
      entries: { ...entries, linked: { ...linked, evidence: [SHA_A] } },
      evidence: all,
      materials: { report: { files: [{ sha256: SHA_B, theme: '' }], checked: [] } },
    },
  );
  expect(codes(gap.scoredWithoutEvidence)).toBe('bare');
  expect(gap.unlinkedEvidence).toEqual(['c'.repeat(64)]);
});

test('each step says what is missing', () => {
  const option = (code: string, points: string) => ({ code, label: `标签${code}`, points });
  const rules: [string, object, RuleInput | undefined, string][] = [
    ['open', { kind: 'award' }, undefined, '尚未评分，最多10分'],
    ['award', { kind: 'award' }, { kind: 'award', points: 100 }, '对照评分标准补做，并补充佐证材料'],
    [
      'tiers',
      { kind: 'tiers', options: [option('x', '0'), option('y', '10')] },
      { kind: 'tiers', option: 'x' },
      '争取达到“标签y”',
    ],
    [
      'list',
      { kind: 'checklist', points: [option('x', '4'), option('y', '3'), option('z', '3')] },
      { kind: 'checklist', met: ['y'] },
      '尚缺：标签x、标签z',
    ],
    [
      'faults',
      { kind: 'deduct', faults: [option('x', '1'), option('y', '1')] },
      { kind: 'deduct', counts: { x: 0, y: 2 } },
      '需整改：标签y',
    ],
    [
      'ratio',
      { kind: 'ratio', numerator: '回访件数', denominator: '办结件数', target: '30' },
      { kind: 'ratio', numerator: 2, denominator: 11 },
      '目标30%，“回访件数”还差2',
    ],
    [
      'broken',
      { kind: 'ratio', numerator: '回访件数', denominator: '办结件数', target: '30' },
      { kind: 'ratio', numerator: 0, denominator: 0 },
      '分母为 0，算不出比例，请填写“办结件数”',
    ],
  ];
  const standard = standardOf({
    sections: [
      section(
        '1',
        rules.map(([code, rule]) => item(code, '10', { rule })),
      ),
    ],
  });
  const inputs = Object.fromEntries(rules.flatMap(([code, , input]) => (input ? [[code, input]] : [])));
  const hints = new Map(gapOf(standard, inputs).steps.map(({ code, hint }) => [code, hint]));
  for (const [code, , , hint] of rules) expect([code, hints.get(code)]).toEqual([code, hint]);
});
