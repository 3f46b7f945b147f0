import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ledgerOf } from '../../../../shared/scoring/ledger.ts';
import { onlyBySentences } from '../../../../shared/eligibility/verdict.ts';
import { item, officialOf, reportOf, section, standardOf } from './fixtures.ts';

const options = [{ code: 'a', label: '一次', points: '1' }];
const blocks = {
  bonus: {
    title: '加分项',
    cap: '5',
    entries: [{ code: 'B', title: '获奖', criterion: '', counting: 'sum', options }],
  },
  penalty: {
    title: '减分项',
    entries: [{ code: 'P', title: '通报', criterion: '', counting: 'sum', options }],
  },
  vetoes: [{ code: 'V', title: '弄虚作假', criterion: '', effect: 'totalZero' }],
};
const sections = [
  section('1', [item('1.1', '13'), item('1.2', '30')]),
  section('2', [item('2.1', '27'), item('2.2', '30')]),
];
const plain = standardOf({ ...blocks, sections });
const weighted = standardOf({
  ...blocks,
  sections: [
    section('1', [item('1.1', '13'), item('1.2', '87')], { weight: '40' }),
    section('2', [item('2.1', '27'), item('2.2', '73')], { weight: '60' }),
  ],
});
const claims = (count: number) => ({ kind: 'claims' as const, counts: { a: count } });

describe('the lines above 总分', () => {
  it('are the sections, 折算, 加分 and 减分', () => {
    const report = reportOf(plain, {
      '1.1': 'na',
      '1.2': 2500,
      '2.1': 2000,
      '2.2': 3000,
      B: claims(2),
      P: claims(1),
    });
    expect(ledgerOf(report).map(({ kind, title, points }) => [kind, title, points])).toEqual([
      ['section', '1 指标1', 2500],
      ['section', '2 指标2', 5000],
      ['conversion', '折算', 1121],
      ['bonus', '加分项', 200],
      ['penalty', '减分项', -100],
      ['total', '总分', 8721],
    ]);
    expect(report).toMatchObject({ base: 8621, gaps: { count: 1, points: 1300 } });
  });

  it('add up to it, whatever is scored', () => {
    const score = fc.oneof(fc.constant('na' as const), fc.integer({ min: 0, max: 1300 }));
    const count = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(
        fc.constantFrom(plain, weighted),
        fc.tuple(score, score, score, score),
        fc.tuple(count, count, fc.boolean()),
        (standard, [a, b, c, d], [bonus, penalty, applies]) => {
          const scores = { '1.1': a, '1.2': b, '2.1': c, '2.2': d, B: claims(bonus), P: claims(penalty) };
          const report = reportOf(standard, { ...scores, V: { kind: 'veto', applies } });
          const lines = ledgerOf(report);
          const sum = lines.slice(0, -1).reduce((total, { points }) => total + points, 0);
          expect(sum).toBe(report.total);
          expect(lines.at(-1)).toMatchObject({ kind: 'total', points: report.total });
        },
      ),
    );
  });
});

describe('what a pass is owed to', () => {
  const thirds = standardOf({
    ...blocks,
    sections: [section('1', [item('1.1', '60'), item('1.2', '1.44')]), section('2', [item('2.1', '38.56')])],
  });
  const ratio = { kind: 'ratio', numerator: '甲', denominator: '乙', target: '45' };
  const shares = standardOf({
    sections: [section('1', [item('1.1', '90'), item('1.2', '10', { rule: ratio })])],
  });
  it.each([
    ['itself', plain, { '1.1': 1300, '1.2': 3000, '2.1': 2000, '2.2': 3000, B: claims(1) }, []],
    [
      'its bonus',
      plain,
      { '1.1': 1300, '1.2': 3000, '2.1': 2700, '2.2': 1900, B: claims(2) },
      ['靠加分达到：基础分89分，加分2分，总分91分'],
    ],
    // 88.70 of 98.56 is 89.9959…: below the line until it is rounded.
    [
      'rounding',
      thirds,
      { '1.1': 5400, '1.2': 'na' as const, '2.1': 3470 },
      ['靠四舍五入达到：四舍五入前是89.9959…分'],
    ],
    // 2249 of 5000 towards 45 % of 10 is 9.9955…, and 10.00 in its line: nobody sees it in the sum.
    [
      'an item’s rounding',
      shares,
      { '1.1': 8000, '1.2': { kind: 'ratio' as const, numerator: 22_499, denominator: 50_000 } },
      ['靠四舍五入达到：四舍五入前是89.9995…分'],
    ],
    ['nothing, below the line', plain, { '1.1': 0, '1.2': 3000, '2.1': 2700, '2.2': 3000 }, []],
  ])('%s', (_, standard, scores, sentences) => {
    const said = onlyBySentences(reportOf(standard, scores));
    expect(said.map((each, at) => each.startsWith(sentences[at] ?? '?'))).toEqual(sentences.map(() => true));
  });
});

it('a veto of our own takes no official total, one that is written does', () => {
  const veto = (own: boolean) => standardOf({ sections, vetoes: [{ ...blocks.vetoes[0], own }] });
  const scores = {
    '1.1': 1300,
    '1.2': 3000,
    '2.1': 2700,
    '2.2': 3000,
    V: { kind: 'veto' as const, applies: true },
  };
  const total = (standard: ReturnType<typeof standardOf>) => reportOf(standard, scores).total;
  expect([total(veto(true)), total(officialOf(veto(true))), total(officialOf(veto(false)))]).toEqual([
    0, 10000, 0,
  ]);
});
