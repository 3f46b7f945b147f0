import { describe, expect, test } from 'vitest';
import { checkStandard } from '../../../../shared/standard/check.ts';
import { item, section, standardOf } from '../scoring/fixtures.ts';

type Json = Record<string, unknown>;

const found = (changes: Json) =>
  checkStandard(standardOf(changes)).map(({ code, severity, item: about }) => [code, severity, about]);
/** A standard of one 100-point item. */
const withItem = (changes: Json) => ({ sections: [section('1', [item('a', '100', changes)])] });
const withRule = (rule: Json) => withItem({ rule });
const option = (code: string, points: string) => ({ code, label: `标签${code}`, points });
const adjustment = (code: string, changes: Json = {}) => ({
  code,
  title: code,
  criterion: '有',
  counting: 'sum',
  options: [option('x', '1')],
  ...changes,
});
const veto = (code: string, criterion = '有') => ({ code, title: code, criterion, effect: 'totalZero' });

test('a sound standard has no findings', () => {
  expect(found({})).toEqual([]);
  expect(found({ bonus: { title: '加分', entries: [adjustment('B')] }, vetoes: [veto('V')] })).toEqual([]);
});

const ERRORS: readonly (readonly [string, Json, string, string])[] = [
  ['no items', { sections: [section('1', [])] }, 'noItems', ''],
  ['a full score of 0', { fullScore: '0', passScore: '0' }, 'noFullScore', ''],
  ['a pass score above full', { passScore: '100.01' }, 'passAboveFull', ''],
  ['a reference that does not say so', { authority: 'reference' }, 'referenceWithoutStatement', ''],
  ['an item twice', { sections: [section('1', [item('a', '50'), item('a', '50')])] }, 'duplicateCode', 'a'],
  ['a veto like an item', { vetoes: [veto('1.1')] }, 'duplicateCode', '1.1'],
  [
    'a bonus like a penalty',
    {
      bonus: { title: '加分', entries: [adjustment('X')] },
      penalty: { title: '罚分', entries: [adjustment('X')] },
    },
    'duplicateCode',
    'X',
  ],
  [
    'a section twice, at different depth',
    { sections: [section('1', [item('a', '50')], { sections: [section('1', [item('b', '50')])] })] },
    'duplicateSectionCode',
    '1',
  ],
  [
    'a category twice',
    {
      unitCategories: [
        { code: 'x', title: '甲' },
        { code: 'x', title: '乙' },
      ],
    },
    'duplicateCategory',
    'x',
  ],
  ['an unknown category', withItem({ appliesTo: ['ghost'] }), 'unknownCategory', 'a'],
  [
    'an unknown category of what is exempt',
    withItem({ notApplicableFor: ['ghost'] }),
    'unknownCategory',
    'a',
  ],
  [
    'a fact twice',
    {
      facts: [
        { code: 'f', title: '甲' },
        { code: 'f', title: '乙' },
      ],
    },
    'duplicateFact',
    'f',
  ],
  [
    'a fact that is not asked of an unknown category',
    { facts: [{ code: 'f', title: '甲', notAskedOf: ['ghost'] }] },
    'unknownCategory',
    'f',
  ],
  ['an unknown fact', withItem({ needs: ['ghost'] }), 'unknownFact', 'a'],
  [
    'an option twice',
    withRule({ kind: 'tiers', options: [option('x', '100'), option('x', '0')] }),
    'duplicateOption',
    'a',
  ],
  [
    'a point twice',
    withRule({ kind: 'checklist', points: [option('x', '60'), option('x', '40')] }),
    'duplicateOption',
    'a',
  ],
  [
    'a fault twice',
    withRule({ kind: 'deduct', faults: [option('x', '1'), option('x', '1')] }),
    'duplicateOption',
    'a',
  ],
  [
    'a bonus option twice',
    {
      bonus: {
        title: '加分',
        entries: [adjustment('B', { options: [option('x', '1'), option('x', '2')] })],
      },
    },
    'duplicateOption',
    'B',
  ],
  ['a step of 0', withRule({ kind: 'award', step: '0' }), 'awardStep', 'a'],
  ['a step above full', withRule({ kind: 'award', step: '100.01' }), 'awardStep', 'a'],
  [
    'an option above full',
    withRule({ kind: 'tiers', options: [option('x', '100.01'), option('y', '0')] }),
    'tierAboveFull',
    'a',
  ],
  [
    'a floor above full',
    withRule({ kind: 'deduct', floor: '100.01', faults: [option('x', '1')] }),
    'floorAboveFull',
    'a',
  ],
  [
    'a target of 0',
    withRule({ kind: 'ratio', numerator: '甲', denominator: '乙', target: '0' }),
    'ratioTarget',
    'a',
  ],
  [
    'a minimum above the target',
    withRule({ kind: 'ratio', numerator: '甲', denominator: '乙', target: '30', minimum: '30.01' }),
    'ratioMinimum',
    'a',
  ],
  [
    'a weight on one of two sections',
    { sections: [section('1', [item('a', '100')], { weight: '100' }), section('2', [item('b', '0.01')])] },
    'weightMissing',
    '2',
  ],
  [
    'a weight below the top',
    { sections: [section('1', [], { sections: [section('1.1', [item('a', '100')], { weight: '100' })] })] },
    'nestedWeight',
    '1.1',
  ],
  [
    'fewer points for more stars',
    {
      starBands: [
        { stars: 5, from: '80' },
        { stars: 4, from: '90' },
      ],
    },
    'starBands',
    '',
  ],
  [
    'the same points for two bands',
    {
      starBands: [
        { stars: 4, from: '90' },
        { stars: 5, from: '90' },
      ],
    },
    'starBands',
    '',
  ],
];

describe('errors: scoring would be impossible or ambiguous', () => {
  test.each(ERRORS)('%s', (_, changes, code, about) => {
    expect(found(changes)).toContainEqual([code, 'error', about]);
  });
});

const WARNINGS: readonly (readonly [string, Json, string, string])[] = [
  ['an official text without number', { authority: 'official' }, 'officialWithoutNumber', ''],
  ['a total that is not the sum', { fullScore: '99.99' }, 'totalSum', ''],
  [
    'a section that is not the sum',
    {
      sections: [
        section('1', [], {
          fullScore: '100',
          sections: [section('1.1', [item('a', '100')], { fullScore: '90' })],
        }),
      ],
    },
    'sectionSum',
    '1.1',
  ],
  ['an item without criterion', withItem({ criterion: ' ' }), 'emptyCriterion', 'a'],
  ['a veto without criterion', { vetoes: [veto('V', '')] }, 'emptyCriterion', 'V'],
  [
    'a penalty without criterion',
    { penalty: { title: '罚分', entries: [adjustment('P', { criterion: '' })] } },
    'emptyCriterion',
    'P',
  ],
  [
    'an item of 0 points',
    {
      sections: [
        section('1', [
          item('a', '100'),
          item('z', '0', { rule: { kind: 'deduct', faults: [option('x', '1')] } }),
        ]),
      ],
    },
    'zeroItem',
    'z',
  ],
  ['a step that does not divide', withRule({ kind: 'award', step: '0.03' }), 'awardStep', 'a'],
  [
    'no option with full marks',
    withRule({ kind: 'tiers', options: [option('x', '99.99'), option('y', '0')] }),
    'tierBelowFull',
    'a',
  ],
  [
    'points that do not add up to full',
    withRule({ kind: 'checklist', points: [option('x', '60'), option('y', '39.99')] }),
    'checklistSum',
    'a',
  ],
  [
    'points above full',
    withRule({ kind: 'checklist', points: [option('x', '60'), option('y', '40.01')] }),
    'checklistSum',
    'a',
  ],
  [
    'a fault that takes nothing',
    withRule({ kind: 'deduct', faults: [option('x', '0')] }),
    'faultWithoutPoints',
    'a',
  ],
  [
    'weights that are not 100 %',
    {
      sections: [
        section('1', [item('a', '100')], { weight: '50' }),
        section('2', [item('b', '100')], { weight: '49.99' }),
      ],
    },
    'weightSum',
    '',
  ],
  [
    'not applicable allowed, but nowhere',
    { notApplicable: { rule: 'renormalise', scope: 'marked' } },
    'notApplicableUnmarked',
    '',
  ],
  ['stars above full', { starBands: [{ stars: 5, from: '100.01' }] }, 'starUnreachable', ''],
];

describe('warnings: worth a look, nothing is blocked', () => {
  test.each(WARNINGS)('%s', (_, changes, code, about) => {
    const findings = found(changes);
    expect(findings).toContainEqual([code, 'warning', about]);
    expect(findings.filter(([, severity]) => severity === 'error')).toEqual([]);
  });
});

test.each<[string, Json]>([
  ['a pass score of full marks', { passScore: '100' }],
  ['a reference that says so', { authority: 'reference', statement: '本标准不是官方标准' }],
  ['an official text with its number', { authority: 'official', documentNumber: '测字〔2020〕1号' }],
  ['a fault that zeroes', withRule({ kind: 'deduct', faults: [{ ...option('x', '0'), zeroes: true }] })],
  [
    'a minimum at the target',
    withRule({ kind: 'ratio', numerator: '甲', denominator: '乙', target: '30', minimum: '30' }),
  ],
  [
    'weights of 100 %',
    {
      sections: [
        section('1', [item('a', '100')], { weight: '60' }),
        section('2', [item('b', '100')], { weight: '40' }),
      ],
    },
  ],
  [
    'stars in any order',
    {
      starBands: [
        { stars: 5, from: '95' },
        { stars: 3, from: '80' },
        { stars: 4, from: '90' },
      ],
    },
  ],
  [
    'one marked item',
    { notApplicable: { rule: 'fullScore' }, ...withItem({ notApplicableWhen: '没有此项职能' }) },
  ],
  ['not applicable forbidden', { notApplicable: { rule: 'forbidden' } }],
])('nothing to say about %s', (_, changes) => {
  expect(found(changes)).toEqual([]);
});

describe('sums for each category of unit', () => {
  const unitCategories = [
    { code: 'gov', title: '政府' },
    { code: 'dept', title: '部门' },
  ];
  const sections = (dept: string) => [
    section('1', [item('a', '60')], { fullScore: '60' }),
    section('2', [item('g', '40', { appliesTo: ['gov'] })], { fullScore: '40' }),
    section('3', [item('d', dept, { appliesTo: ['dept'] })], { fullScore: '40' }),
  ];

  test('each category has its own 100 points', () => {
    expect(found({ unitCategories, sections: sections('40') })).toEqual([]);
  });

  test('a wrong sum names the category', () => {
    const messages = checkStandard(standardOf({ unitCategories, sections: sections('39') })).map(
      ({ message }) => message,
    );
    expect(messages).toEqual([
      '“3”各项合计39分，标明的是40分（单位类别：部门）',
      '各项合计99分，标准的总分是100分（单位类别：部门）',
    ]);
  });
});

test('errors come before warnings', () => {
  const severities = found({ fullScore: '99', passScore: '100', authority: 'official' }).map(
    (each) => each[1],
  );
  expect(severities).toEqual(['error', 'warning', 'warning']);
});

test('each is said in its own words', async () => {
  const told = [...ERRORS, ...WARNINGS].flatMap(([, changes, code]) =>
    checkStandard(standardOf(changes))
      .filter((finding) => finding.code === code)
      .map(({ severity, message }) => `${code} ${severity} ${message}`),
  );
  await expect(`${told.join('\n')}\n`).toMatchFileSnapshot('words/findings.txt');
});
