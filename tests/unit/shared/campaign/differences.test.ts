import * as z from 'zod';
import { describe, expect, it } from 'vitest';
import { campaignDifferences } from '../../../../shared/campaign/differences.ts';
import { campaignForm, campaignSchema } from '../../../../shared/campaign/schema.ts';
import { decode } from '../../../../shared/stored-form.ts';
import { campaignOf } from '../scoring/fixtures.ts';

const source = { document: '测字〔2027〕1号', clause: '二' };
const other = { document: '另字〔2027〕9号', clause: '九' };
const deadline = { code: 'a', label: '报送', by: 'unit', date: '2027-11-25', words: '11月25日前', source };
const material = { code: 'm', title: '汇报', kind: 'report', required: true, source };
const quota = { perBody: 2, distinct: 'industryOrRegion', source };

/** A field in two campaigns, and what it is called where the two decide otherwise. */
const CASES: readonly [name: string, a: Record<string, unknown>, b: Record<string, unknown>][] = [
  ['类型', { kind: 'recommendation' }, { kind: 'acceptance' }],
  [
    '推荐分数线',
    { kind: 'recommendation', passScore: { points: '90', source } },
    { kind: 'recommendation', passScore: { points: '85', source } },
  ],
  [
    '验收分数线',
    { kind: 'acceptance', passScore: { points: '90', source } },
    { kind: 'acceptance', passScore: { points: '85', source } },
  ],
  ['命名条件', { naming: { levels: ['city'], source } }, { naming: { levels: ['province'], source } }],
  ['参评意愿', { willingness: { source } }, {}],
  ['培育对象', { cultivation: { source } }, {}],
  ['其他条件', { conditions: [{ code: 'a', title: '近两年无败诉', source }] }, {}],
  ['否决事项', { vetoes: [{ code: 'a', title: '弄虚作假', source }] }, {}],
  ['期限', { deadlines: [deadline] }, { deadlines: [{ ...deadline, date: '2027-11-26' }] }],
  ['名额', { quota }, { quota: { ...quota, owner: 'office' } }],
  [
    '权重',
    { comprehensive: { verified: '60', survey: '40', source } },
    { comprehensive: { verified: '70', survey: '30', source } },
  ],
  ['同分规则', { tieRules: [{ by: 'survey', source }] }, { tieRules: [{ by: 'verified', source }] }],
  ['材料', { materials: [material] }, { materials: [{ ...material, limits: { words: 3000 } }] }],
];

describe('two campaigns', () => {
  it.each(CASES)('differ in %s', (name, a, b) => {
    expect(campaignDifferences(campaignOf(a), campaignOf(b))).toEqual([name]);
    expect(campaignDifferences(campaignOf(a), campaignOf(a))).toEqual([]);
  });

  it('are the same whatever is said beside what decides', () => {
    const plain = { naming: { levels: ['city', 'province'], source }, deadlines: [deadline], quota };
    const said = {
      naming: { levels: ['province', 'city'], source: other, words: '已被命名', whose: '郑州市' },
      deadlines: [{ ...deadline, words: '25日以前', late: '视为放弃', source: other }],
      quota: { ...quota, source: other, totalSource: other },
      ...{ title: '另一个名称', documentNumber: '另字〔2027〕9号', issuer: '某办', notes: ['说明'] },
      submissions: [{ code: 's', from: '示范点', receiver: '市办', source }],
    };
    expect(campaignDifferences(campaignOf(plain), campaignOf(said))).toEqual([]);
  });

  it('are the same where one was stored by version 2, which called its issuer 组织单位', () => {
    const { issuer: organiser, ...rest } = z.encode(campaignSchema, campaignOf({ issuer: '某办', quota }));
    const former = decode(campaignForm, { ...rest, version: 2, organiser });
    expect(former.issuer).toBe('某办');
    expect(campaignDifferences(campaignOf({ quota }), former)).toEqual([]);
  });
});
