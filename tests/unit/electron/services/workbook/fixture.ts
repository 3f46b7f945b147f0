import type { WorkbookInput } from '../../../../../electron/services/workbook/build.ts';
import { type Assessment, assessmentSchema } from '../../../../../shared/assessment/schema.ts';
import { type Standard, standardSchema } from '../../../../../shared/standard/schema.ts';

const STATEMENT = '本标准为测试用参考标准，不是官方文件。';
const sha = (digit: string) => digit.repeat(64);
const PLAN = sha('a');
export const PHOTO = sha('b');

const deduct = (points: string) => ({ kind: 'deduct', faults: [{ code: 'a', label: '缺文书', points }] });
const award = { kind: 'award', step: '0.01' };

/** Two sections, one of them with a section inside; every block; full marks 20. */
const baseStandard = {
  version: 2,
  id: 'workbook-fixture',
  edition: '测试版',
  title: '测试验收标准',
  issuer: '测试',
  authority: 'reference',
  statement: STATEMENT,
  fullScore: '20.00',
  passScore: '18.00',
  notApplicable: { rule: 'forbidden', scope: 'all' },
  unitCategories: [
    { code: 'department', title: '部门' },
    { code: 'county', title: '县区' },
  ],
  sections: [
    {
      code: '1',
      title: '组织领导',
      items: [
        {
          code: '1.1',
          title: '年度方案',
          criterion: '有方案得满分，每缺一处文书扣0.35分。',
          fullScore: '4.00',
          rule: deduct('0.35'),
          evidence: [{ title: '方案' }],
        },
        {
          code: '1.2',
          title: '县区专项',
          criterion: '=1+1',
          fullScore: '3.00',
          rule: award,
          appliesTo: ['county'],
        },
      ],
      sections: [
        {
          code: '1-1',
          title: '培训',
          items: [
            {
              code: '1.3',
              title: '培训率',
              criterion: '按比例。',
              fullScore: '3.00',
              rule: { kind: 'ratio', numerator: '参训人数', denominator: '应训人数', target: '100' },
            },
          ],
        },
      ],
    },
    {
      code: '2',
      title: '行政指导',
      items: [
        { code: '2.1', title: '事前提示', criterion: '按情况。', fullScore: '7.00', rule: award },
        { code: '2.2', title: '回访', criterion: '按情况。', fullScore: '6.00', rule: award },
      ],
    },
  ],
  bonus: {
    title: '加分项',
    cap: '2.00',
    entries: [
      {
        code: 'B1',
        title: '获奖',
        criterion: '省级1.5分。',
        options: [{ code: 'a', label: '省级', points: '1.50' }],
        counting: 'sum',
      },
    ],
  },
  penalty: {
    title: '罚分项',
    entries: [
      {
        code: 'P1',
        title: '通报批评',
        criterion: '每次0.75分。',
        options: [{ code: 'a', label: '通报', points: '0.75' }],
        counting: 'sum',
      },
    ],
  },
  vetoes: [
    { code: 'V1', title: '弄虚作假', criterion: '有弄虚作假。', effect: 'totalZero' },
    { code: 'V2', title: '违法行为', criterion: '有违法行为。', effect: 'notEligible' },
  ],
};

const campaign = {
  version: 3,
  id: 'workbook-campaign',
  title: '测试标兵推荐',
  shortTitle: '测试推荐',
  kind: 'recommendation',
  passScore: { points: '90.00', source: { document: '测试〔2026〕1号', clause: '一' } },
  materials: [
    {
      code: 'report',
      title: '综合汇报材料',
      kind: 'report',
      required: true,
      source: { document: '测试〔2026〕1号', clause: '二' },
    },
  ],
};

const scored = (input: object, reason = '', evidence: string[] = []) => ({
  state: 'scored',
  input,
  reason,
  evidence,
});
const points = (value: string) => scored({ kind: 'award', points: value });
const veto = (applies: boolean) => scored({ kind: 'veto', applies });

const baseAssessment = {
  version: 2,
  id: '2f6f0b1e-5d4b-4d53-9f0e-0d3c5e0c9f11',
  createdAt: '2026-11-20T01:00:00Z',
  updatedAt: '2026-11-20T01:00:00Z',
  standard: { id: 'workbook-fixture', edition: '测试版', sha256: sha('c') },
  campaign,
  unit: {
    name: '测试市测试局',
    category: 'department',
    industry: '城市管理',
    region: '测试区',
    superior: '测试市办公室',
  },
  willing: true,
  entries: {
    '1.1': scored({ kind: 'deduct', counts: { a: 1 } }, '缺一处。', [PLAN, PHOTO]),
    '1.3': scored({ kind: 'ratio', numerator: 97, denominator: 101 }, '', [PLAN]),
    '2.1': points('6.05'),
    '2.2': points('5.90'),
    V1: veto(false),
    V2: veto(false),
  },
  evidence: [
    {
      sha256: PHOTO,
      bytes: 2_621_440,
      fileName: '照片.jpg',
      label: '照片',
      mediaType: 'image/jpeg',
      addedAt: '2026-11-20T01:00:00Z',
    },
    {
      sha256: PLAN,
      bytes: 812,
      fileName: '方案.pdf',
      label: '方案',
      mediaType: 'application/pdf',
      addedAt: '2026-11-20T01:00:00Z',
    },
  ],
  materials: { report: { files: [{ sha256: PLAN }] } },
};

export type Change = Record<string, unknown>;

export function standardWith(change: Change = {}): Standard {
  return standardSchema.parse({ ...baseStandard, ...change });
}

/** The base assessment with entries replaced or added. */
export function assessmentWith(entries: Change = {}, change: Change = {}): Assessment {
  const base = { ...baseAssessment, ...change };
  return assessmentSchema.parse({ ...base, entries: { ...baseAssessment.entries, ...entries } });
}

export function inputFor(standard: Standard, assessment: Assessment): WorkbookInput {
  return {
    standard,
    assessment,
    revision: { number: 2, date: '2026-11-20', draft: false, packageId: 'BB-0001', previous: 1 },
    paths: new Map([
      [PLAN, '佐证材料/1.1 年度方案/01 方案 100%#1.pdf'],
      [PHOTO, '佐证材料/1.1 年度方案/02 照片.jpg'],
    ]),
    today: '2026-11-20',
  };
}

const weighted = {
  sections: baseStandard.sections.map((section, index) => ({
    ...section,
    weight: index === 0 ? '37.5' : '62.5',
  })),
};
const renormalise = { notApplicable: { rule: 'renormalise', scope: 'all' } };
const notApplicable = { state: 'notApplicable', reason: '没有此项职能', evidence: [] };
const claims = (count: number) => scored({ kind: 'claims', counts: { a: count } });
const floored = {
  sections: [
    {
      code: '1',
      title: '组织领导',
      items: [
        {
          code: '1.1',
          title: '方案',
          criterion: '可倒扣。',
          fullScore: '10.00',
          rule: { ...deduct('8.5'), floor: '-4' },
        },
        { code: '2.1', title: '其他', criterion: '按情况。', fullScore: '10.00', rule: award },
      ],
    },
  ],
};

/** Every way in which a total comes about. Each must come out of the live formulas as of the program. */
export const CASES: readonly { name: string; standard: Standard; assessment: Assessment }[] = [
  { name: 'plain', standard: standardWith(), assessment: assessmentWith() },
  {
    name: 'unscored',
    standard: standardWith(),
    assessment: assessmentWith({ '2.2': { state: 'unscored' }, V2: { state: 'unscored' } }),
  },
  {
    name: 'renormalised',
    standard: standardWith(renormalise),
    assessment: assessmentWith({ '1.3': notApplicable }),
  },
  {
    name: 'renormalised-tie',
    // 4.05 of 10 applicable points of 23: 9.315, which binary fractions put a little below.
    standard: standardWith(renormalise),
    assessment: assessmentWith(
      {
        '1.1': scored({ kind: 'deduct', counts: {} }),
        '1.2': notApplicable,
        '1.3': notApplicable,
        '2.1': notApplicable,
        '2.2': points('0.05'),
      },
      { unit: { name: '测试县', category: 'county' } },
    ),
  },
  {
    name: 'nothing-applies',
    standard: standardWith(renormalise),
    assessment: assessmentWith(
      Object.fromEntries(['1.1', '1.3', '2.1', '2.2'].map((code) => [code, notApplicable])),
    ),
  },
  {
    name: 'counted-full',
    standard: standardWith({ notApplicable: { rule: 'fullScore', scope: 'all' } }),
    assessment: assessmentWith({ '1.3': notApplicable }),
  },
  { name: 'weighted', standard: standardWith(weighted), assessment: assessmentWith() },
  {
    name: 'weighted-renormalised',
    standard: standardWith({ ...weighted, ...renormalise }),
    assessment: assessmentWith({ '2.2': notApplicable, B1: claims(1) }),
  },
  {
    name: 'weighted-section-left-out',
    standard: standardWith({ ...weighted, ...renormalise }),
    assessment: assessmentWith({ '2.1': notApplicable, '2.2': notApplicable }),
  },
  {
    name: 'category',
    standard: standardWith(),
    assessment: assessmentWith({ '1.2': points('2.35') }, { unit: { name: '测试县', category: 'county' } }),
  },
  { name: 'vetoed', standard: standardWith(), assessment: assessmentWith({ V1: veto(true) }) },
  { name: 'not-eligible', standard: standardWith(), assessment: assessmentWith({ V2: veto(true) }) },
  { name: 'bonus-capped', standard: standardWith(), assessment: assessmentWith({ B1: claims(3) }) },
  { name: 'penalty', standard: standardWith(), assessment: assessmentWith({ B1: claims(1), P1: claims(2) }) },
  {
    name: 'below-zero',
    standard: standardWith(),
    assessment: assessmentWith({ '1.1': points('0'), '2.1': points('0'), '2.2': points('0'), P1: claims(9) }),
  },
  {
    name: 'one-level',
    standard: standardWith(floored),
    assessment: assessmentWith({ '1.1': scored({ kind: 'deduct', counts: { a: 2 } }) }),
  },
  {
    name: 'stars',
    standard: standardWith({
      starBands: [
        { stars: 3, from: '10.00' },
        { stars: 5, from: '19.00' },
      ],
    }),
    assessment: assessmentWith(),
  },
];
