import * as z from 'zod';
import type { Feedback } from '../../shared/assessment/feedback.ts';
import { type Assessment, assessmentSchema, type Revision } from '../../shared/assessment/schema.ts';
import { type Campaign, campaignSchema } from '../../shared/campaign/schema.ts';
import { type Standard, standardSchema } from '../../shared/standard/schema.ts';
import { PDF, piece, sha256Of } from './pieces.ts';

/** The clock of the tests' hosts. */
export const NOW = '2026-11-20T08:00:00.000Z';

const basis = [{ document: '测发〔2020〕1号', clause: '一（一）' }];

/** A small standard of 100 points with every rule kind. Invented for tests. */
export const STANDARD: Standard = standardSchema.parse({
  version: 2,
  id: 'test-standard',
  edition: '测试版',
  title: '测试用验收标准',
  issuer: '测试',
  authority: 'reference',
  statement: '测试用参考标准，不是正式标准。',
  fullScore: '100',
  passScore: '90',
  notApplicable: { rule: 'renormalise', scope: 'marked' },
  unitCategories: [
    { code: 'city', title: '市政府部门' },
    { code: 'township', title: '派出机构' },
  ],
  sections: [
    {
      code: '1',
      title: '组织保障',
      fullScore: '40',
      items: [
        {
          code: '1.1',
          title: '制定方案',
          criterion: '方案内容齐全得满分。',
          fullScore: '20',
          rule: { kind: 'award', step: '0.5' },
          evidence: [{ title: '正式印发的方案' }],
          methods: ['查阅资料'],
          basis,
        },
        {
          code: '1.2',
          title: '领导重视',
          criterion: '分三档。',
          fullScore: '20',
          rule: {
            kind: 'tiers',
            options: [
              { code: 'a', label: '好', points: '20' },
              { code: 'b', label: '一般', points: '10' },
              { code: 'c', label: '差', points: '0' },
            ],
          },
          evidence: [{ title: '会议记录', required: false }],
          methods: ['实地查看'],
          basis,
        },
      ],
    },
    {
      code: '2',
      title: '服务执法',
      fullScore: '60',
      items: [
        {
          code: '2.1',
          title: '三项服务',
          criterion: '每项 10 分。',
          fullScore: '20',
          rule: {
            kind: 'checklist',
            points: [
              { code: 'before', label: '事前提示', points: '10' },
              { code: 'after', label: '事后回访', points: '10' },
            ],
          },
          evidence: [{ title: '回访记录' }],
          basis,
        },
        {
          code: '2.2',
          title: '文书规范',
          criterion: '每处错误扣 0.5 分。',
          fullScore: '20',
          rule: { kind: 'deduct', faults: [{ code: 'error', label: '文书错误', points: '0.5', cap: '5' }] },
          basis,
        },
        {
          code: '2.3',
          title: '回访比例',
          criterion: '达到 30% 得满分。',
          fullScore: '20',
          rule: { kind: 'ratio', numerator: '回访件数', denominator: '办结件数', target: '30' },
          notApplicableWhen: '没有办结案件的单位',
          basis,
        },
      ],
    },
  ],
  bonus: {
    title: '加分项',
    cap: '5',
    entries: [
      {
        code: 'B1',
        title: '表彰',
        criterion: '受到表彰加分。',
        options: [{ code: 'B1a', label: '省级表彰', points: '2' }],
        counting: 'sum',
      },
    ],
  },
  penalty: {
    title: '扣分项',
    entries: [
      {
        code: 'P1',
        title: '通报批评',
        criterion: '每次扣 1 分。',
        options: [{ code: 'P1a', label: '通报批评', points: '1' }],
        counting: 'sum',
      },
    ],
  },
  vetoes: [{ code: 'V1', title: '弄虚作假', criterion: '材料造假的。', effect: 'notEligible', basis }],
  sources: [{ document: '测发〔2020〕1号', title: '测试通知' }],
});

/** Its file. */
export const STANDARD_BYTES = Buffer.from(JSON.stringify(z.encode(standardSchema, STANDARD)));

const source = { document: '测发〔2020〕2号', clause: '二' };

export const CAMPAIGN: Campaign = campaignSchema.parse({
  version: 3,
  id: 'test-campaign',
  title: '测试推荐活动',
  shortTitle: '测试推荐',
  kind: 'recommendation',
  issuer: '测试办公室',
  passScore: { points: '90', source },
  naming: { levels: ['province', 'city'], source },
  willingness: { source },
  deadlines: [{ code: 'unit', label: '报送材料', by: 'unit', date: '2026-12-31', source }],
  quota: { perBody: 2, distinct: 'industryOrRegion', total: 50, source },
  materials: [
    {
      code: 'report',
      title: '综合汇报材料',
      kind: 'report',
      required: true,
      checklist: [
        { code: 'measures', label: '主要举措' },
        { code: 'data', label: '数据' },
      ],
      source,
    },
    {
      code: 'video',
      title: '微视频',
      kind: 'video',
      required: false,
      themes: [{ code: 'guidance', label: '行政指导' }],
      source,
    },
  ],
});

export const PRACTICE: Campaign = campaignSchema.parse({
  version: 3,
  id: 'test-practice',
  title: '日常自评',
  shortTitle: '日常自评',
  kind: 'practice',
  passScore: { points: '90', source },
});

const PLAN = piece('方案.pdf', PDF.padEnd(1234, '.'));
/** Of the one piece of evidence of `completeAssessment`. */
export const SHA = PLAN.sha256;

/** A fresh assessment of STANDARD, nothing scored; `changes` in memory form. */
export function assessment(changes: Partial<Assessment> = {}): Assessment {
  const fresh = assessmentSchema.parse({
    version: 2,
    id: '11111111-1111-4111-8111-111111111111',
    createdAt: '2026-11-01T00:00:00.000Z',
    updatedAt: '2026-11-01T00:00:00.000Z',
    standard: { id: STANDARD.id, edition: STANDARD.edition, sha256: sha256Of(STANDARD_BYTES) },
    campaign: { ...CAMPAIGN, passScore: { points: '90', source } },
    unit: { name: '测试市城市管理局' },
  });
  return { ...fresh, ...changes };
}

/** An assessment that meets every condition: all scored in full, evidence where asked, report handed in. */
export function completeAssessment(): Assessment {
  const scored = (input: Assessment['entries'][string]['input']) => ({
    state: 'scored' as const,
    input,
    reason: '已落实',
    evidence: [SHA],
  });
  return assessment({
    unit: {
      name: '测试市城市管理局',
      category: 'city',
      industry: '城市管理',
      region: '测试市',
      superior: '测试市司法局',
      naming: { level: 'province', document: '测发〔2018〕3号', date: '2018-12-01' },
      contact: { name: '', phone: '' },
    },
    willing: true,
    evidence: [PLAN],
    entries: {
      '1.1': scored({ kind: 'award', points: 2000 }),
      '1.2': scored({ kind: 'tiers', option: 'a' }),
      '2.1': scored({ kind: 'checklist', met: ['before', 'after'] }),
      '2.2': scored({ kind: 'deduct', counts: {} }),
      '2.3': scored({ kind: 'ratio', numerator: 30, denominator: 100 }),
      V1: scored({ kind: 'veto', applies: false }),
    },
    materials: { report: { files: [{ sha256: SHA, theme: '' }], checked: ['measures', 'data'] } },
  });
}

/** What it was exported as before. */
export const FIRST_REVISION: Revision = {
  ...{ number: 1, date: '2026-11-10', draft: false, packageId: 'package-1' },
  ...{ contentSha256: '0'.repeat(64), sealCode: 'AAAA-BBBB-CCCC-DDDD' },
};

/** What the office found on the second revision. */
export const FEEDBACK: Feedback = {
  packageId: 'p',
  revision: 2,
  from: '示例市司法局',
  date: '2026-11-28',
  selfScore: 10000,
  verifiedScore: 8850,
  passScore: 9000,
  eligible: false,
  notes: [],
  problems: ['核验发现存在“弄虚作假”'],
  conclusion: '请补充材料。',
  items: [
    {
      code: '1.1',
      title: '方案',
      self: '10',
      verified: '8.5',
      explanation: '',
      reason: '方案没有公开',
      evidence: [{ label: '公开截图', decision: 'rejected', reason: '看不清日期' }],
    },
  ],
};
