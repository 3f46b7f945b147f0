import { describe, expect, test } from 'vitest';
import { campaignOf, entriesOf, assessmentOf, item, reportOf, section, standardOf } from './fixtures.ts';
import { scoreAssessment } from '../../../../shared/scoring/report.ts';

const claims = (counts: Record<string, number>) => ({ kind: 'claims' as const, counts });
const veto = (applies: boolean) => ({ kind: 'veto' as const, applies });

describe('the pass line', () => {
  test.each([
    [3999, 8999, false, 1],
    [4000, 9000, true, 0],
    [5000, 10_000, true, 0],
    [0, 5000, false, 4000],
  ])('a second item with %i hundredths: total %i, passes %s, gap %i', (second, total, passes, gap) => {
    const report = reportOf(standardOf(), { '1.1': 5000, '1.2': second });
    expect(report).toMatchObject({ total, passes, gap, passScore: 9000, fullScore: 10_000 });
  });

  test.each([
    ['1000', '90', 90_000],
    ['120', '90', 10_800],
    ['100', '85.5', 8550],
    // 33.33 × 90 % = 29.997: only 30.00 reaches it.
    ['33.33', '90', 3000],
    // 11.11 × 90.01 % = 10.000111: 10.00 does not reach it.
    ['11.11', '90.01', 1001],
  ])('of %s points at %s per hundred is %i hundredths', (fullScore, points, expected) => {
    const standard = standardOf({ fullScore, passScore: '1' });
    const campaign = campaignOf({ passScore: { points, source: { document: '文', clause: '' } } });
    expect(reportOf(standard, {}, { campaign }).passScore).toBe(expected);
  });
});

describe('items and sections', () => {
  const deep = standardOf({
    sections: [
      section('1', [item('1.0', '10')], {
        sections: [
          section('1.1', [item('1.1.1', '20')], { sections: [section('1.1.1s', [item('x', '30')])] }),
        ],
      }),
      section('2', [item('2.1', '40')]),
    ],
  });

  test('sections of any depth add up, items carry their path', () => {
    const report = reportOf(deep, { '1.0': 500, '1.1.1': 1000, x: 3000 });
    expect(
      report.sections.map(({ code, score, fullScore, unscored }) => [code, score, fullScore, unscored]),
    ).toEqual([
      ['1', 4500, 6000, 0],
      ['2', 0, 4000, 1],
    ]);
    expect(report.items.map(({ code, path }) => [code, path.join('/')])).toEqual([
      ['1.0', '1'],
      ['1.1.1', '1/1.1'],
      ['x', '1/1.1/1.1.1s'],
      ['2.1', '2'],
    ]);
    expect(report).toMatchObject({ total: 4500, unscored: 1, scored: 3, reachable: 8500 });
    expect(report.explanation).toEqual(['各项得分合计：45分（满分100分）', '总分45分']);
  });

  test('what is not scored loses nothing yet; what is scored loses the rest', () => {
    const [first, second] = reportOf(standardOf(), { '1.1': 4750 }).items;
    expect(first).toMatchObject({ state: 'scored', score: 4750, lost: 250, evidence: 0 });
    expect(second).toMatchObject({
      state: 'unscored',
      score: 0,
      lost: 0,
      explanation: '满分50分，尚未评分',
    });
  });

  test('an item marked scored without input is a problem, not a crash', () => {
    const entries = { '1.1': { state: 'scored' as const, reason: '', evidence: [] } };
    const [first] = scoreAssessment(standardOf(), assessmentOf({ entries })).items;
    expect(first).toMatchObject({ score: 0, lost: 5000 });
    expect(first?.problem).toBeDefined();
  });

  test('items for another category of unit do not count, nor do sections left empty by that', () => {
    const standard = standardOf({
      unitCategories: [
        { code: 'gov', title: '政府' },
        { code: 'dept', title: '部门' },
      ],
      sections: [
        section('1', [item('a', '60'), item('b', '40', { appliesTo: ['gov'] })]),
        section('2', [item('c', '40', { appliesTo: ['dept'] })]),
      ],
    });
    const scores = { a: 6000, b: 4000, c: 4000 };
    const of = (category: string) => {
      const unit = { ...assessmentOf().unit, category };
      const report = reportOf(standard, scores, { unit });
      return [report.total, report.items.map(({ code }) => code).join(), report.sections.length];
    };
    expect(of('gov')).toEqual([10_000, 'a,b', 1]);
    expect(of('dept')).toEqual([10_000, 'a,c', 2]);
    expect(of('')).toEqual([6000, 'a', 1]);
  });
});

describe('not applicable', () => {
  const marked = { notApplicableWhen: '没有此项职能' };
  const standard = (rule: string, scope: string) =>
    standardOf({
      notApplicable: { rule, scope },
      sections: [section('1', [item('a', '60'), item('b', '30'), item('c', '10', marked)])],
    });

  test.each([
    ['forbidden', 'all', 'c', 7000, 1000, /不设“不适用”/],
    ['forbidden', 'marked', 'c', 7000, 1000, /不设“不适用”/],
    ['fullScore', 'all', 'b', 8000, 0, undefined],
    ['fullScore', 'marked', 'c', 8000, 0, undefined],
    ['fullScore', 'marked', 'b', 5000, 3000, /不得申报“不适用”/],
    // 70 ÷ (100 − 10) × 100 = 77.7777…
    ['renormalise', 'marked', 'c', 7778, 0, undefined],
    ['renormalise', 'marked', 'b', 5000, 3000, /不得申报“不适用”/],
    // 50 ÷ (100 − 30) × 100 = 71.4285…
    ['renormalise', 'all', 'b', 7143, 0, undefined],
  ])('%s, scope %s, item %s: total %i, lost %i', (rule, scope, code, total, lost, problem) => {
    const report = reportOf(standard(rule, scope), { a: 4000, b: 3000, c: 1000, [code]: 'na' });
    const result = report.items.find((each) => each.code === code);
    expect([report.total, result?.lost]).toEqual([total, lost]);
    if (problem) expect(result?.problem).toMatch(problem);
    else expect(result?.problem).toBeUndefined();
    expect(report.unscored).toBe(0);
  });

  test('the explanation shows the unrounded fraction', () => {
    const report = reportOf(standard('renormalise', 'marked'), { a: 4000, b: 3000, c: 'na' });
    expect(report.explanation).toEqual([
      '各项得分合计：70÷（100−不适用10）×100＝77.7777…分',
      '总分77.78分（77.7777…分，四舍五入）',
    ]);
    expect(report.sections[0]).toMatchObject({ score: 7000, fullScore: 10_000, activeFullScore: 9000 });
  });

  test('nothing applicable: 0 points, and it says so', () => {
    const report = reportOf(standardOf(), { '1.1': 'na', '1.2': 'na' });
    expect(report.total).toBe(0);
    expect(report.explanation).toContain('没有适用的评分项，计0分');
  });
});

describe('weights', () => {
  const weighted = standardOf({
    sections: [
      section('A', [item('a1', '60'), item('a2', '40')], { weight: '30' }),
      section('B', [item('b1', '100')], { weight: '50' }),
      section('C', [item('c1', '80'), item('c2', '20')], { weight: '20' }),
    ],
  });

  test('the total is the sum of section scores times their weights', () => {
    const report = reportOf(weighted, { a1: 6000, a2: 3000, b1: 9000, c1: 8000, c2: 1 });
    // 90 × 30 % + 90 × 50 % + 80.01 × 20 % = 88.002
    expect(report.total).toBe(8800);
    expect(report.explanation).toEqual([
      '指标A：90分×30%＝27分',
      '指标B：90分×50%＝45分',
      '指标C：80.01分×20%＝16.002分',
      '总分88分（88.002分，四舍五入）',
    ]);
  });

  test('a section is renormalised in itself', () => {
    const report = reportOf(weighted, { a1: 3000, a2: 'na', b1: 0, c1: 0, c2: 0 });
    // 30 ÷ 60 × 100 × 30 %
    expect(report.total).toBe(1500);
    expect(report.explanation[0]).toBe('指标A：30÷（100−不适用40）×100×30%＝15分');
  });

  test('a section wholly not applicable renormalises the rest', () => {
    const report = reportOf(weighted, { a1: 'na', a2: 'na', b1: 9000, c1: 8000, c2: 0 });
    // (45 + 16) ÷ 70 × 100 = 87.1428…
    expect(report.total).toBe(8714);
    expect(report.explanation).toContain('指标A：全部不适用，不计');
    expect(report.explanation).toContain('其余部分折算：61÷70×100＝87.1428…分');
  });

  test('what is left has no weight: 0, not a division by 0', () => {
    const standard = standardOf({
      sections: [
        section('A', [item('a', '100')], { weight: '100' }),
        section('B', [item('b', '100')], { weight: '0' }),
      ],
    });
    expect(reportOf(standard, { a: 'na', b: 10_000 }).total).toBe(0);
  });

  test('everything not applicable is 0', () => {
    expect(reportOf(weighted, { a1: 'na', a2: 'na', b1: 'na', c1: 'na', c2: 'na' }).total).toBe(0);
  });
});

describe('bonus, penalty, veto, stars', () => {
  const entry = (code: string, changes: object) => ({
    code,
    title: code,
    criterion: '看情况',
    options: [
      { code: 'p', label: '省级', points: '3' },
      { code: 'c', label: '市级', points: '1.5' },
    ],
    ...changes,
  });
  const standard = standardOf({
    bonus: {
      title: '加分项',
      cap: '5',
      entries: [entry('B1', { counting: 'highest' }), entry('B2', { counting: 'sum', cap: '4' })],
    },
    penalty: { title: '罚分项', entries: [entry('P1', { counting: 'sum' })] },
    vetoes: [
      { code: 'V0', title: '造假', criterion: '有', effect: 'totalZero' },
      { code: 'V1', title: '违法', criterion: '有', effect: 'notEligible' },
    ],
    starBands: [
      { stars: 5, from: '95' },
      { stars: 3, from: '80' },
    ],
  });
  const items = { '1.1': 5000, '1.2': 4500 };

  test.each([
    ['highest counts once', { B1: claims({ p: 2, c: 1 }) }, 9800, '省级3分、市级1.5分，只计最高一项，计3分'],
    ['sum counts each', { B2: claims({ c: 2 }) }, 9800, '市级2次×1.5分，计3分'],
    ['the entry cap', { B2: claims({ p: 1, c: 1 }) }, 9900, '省级1次×3分、市级1次×1.5分，以4分为限，计4分'],
    ['nothing claimed', { B1: claims({ p: 0 }) }, 9500, '没有申报'],
  ])('%s', (_, entries, total, explanation) => {
    const report = reportOf(standard, { ...items, ...entries });
    expect(report.total).toBe(total);
    expect(report.bonus?.entries.map((each) => each.explanation)).toContain(explanation);
  });

  test('the block cap bounds the sum of the entries, and a bonus may reach above the full score', () => {
    const all = { B1: claims({ p: 1 }), B2: claims({ p: 2 }) };
    expect(reportOf(standard, { ...items, ...all })).toMatchObject({ total: 10_000, bonus: { score: 500 } });
    expect(reportOf(standard, { '1.1': 5000, '1.2': 5000, ...all }).total).toBe(10_500);
  });

  test('a penalty is taken off, never below 0', () => {
    const report = reportOf(standard, { ...items, P1: claims({ p: 2, c: 1 }) });
    expect(report.total).toBe(8750);
    expect(report.explanation).toEqual(['各项得分合计：95分（满分100分）', '罚分项：减7.5分', '总分87.5分']);
    expect(reportOf(standard, { P1: claims({ p: 2 }) })).toMatchObject({ total: 0, gap: 9000 });
  });

  test('an option that the standard does not list is a problem', () => {
    const report = reportOf(standard, { ...items, B1: claims({ z: 1 }) });
    expect(report.total).toBe(9500);
    expect(report.bonus?.entries[0]?.problem).toMatch(/“z”不在标准内/);
  });

  test('a veto takes everything where the standard says so', () => {
    const zero = reportOf(standard, { ...items, V0: veto(true) });
    expect(zero).toMatchObject({ total: 0, reachable: 0, passes: false });
    expect(zero.explanation).toContain('一票否决“造假”：总分计0分');
    expect(reportOf(standard, { ...items, V1: veto(true) }).total).toBe(9500);
    const states = reportOf(standard, { V0: veto(false), V1: veto(true) }).vetoes;
    expect(states.map(({ state }) => state)).toEqual(['clear', 'applies']);
    expect(reportOf(standard, {}).vetoes[0]?.state).toBe('unanswered');
  });

  test.each([
    [9500, 5],
    [9499, 3],
    [8000, 3],
    [7999, 0],
  ])('%i hundredths: %i stars', (total, stars) => {
    expect(reportOf(standard, { '1.1': 5000, '1.2': total - 5000 }).stars).toBe(stars);
  });

  test('no stars without bands', () => {
    expect(reportOf(standardOf(), items).stars).toBeUndefined();
  });
});

test('an entry for a code that the standard does not have changes nothing', () => {
  const entries = entriesOf({ '1.1': 5000, ghost: 5000 });
  expect(scoreAssessment(standardOf(), assessmentOf({ entries })).total).toBe(5000);
});
