import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { campaignDifferences } from '../../../../shared/campaign/differences.ts';
import { campaignDraftDocument } from '../../../../shared/campaign/draft/document.ts';
import { finishDraft } from '../../../../shared/campaign/draft/finish.ts';
import { draftOfCopy, draftToEdit } from '../../../../shared/campaign/draft/from-campaign.ts';
import { newDraft } from '../../../../shared/campaign/draft/new-draft.ts';
import { type CampaignDraft, campaignDraftSchema } from '../../../../shared/campaign/draft/schema.ts';
import { isOpen, lastDay } from '../../../../shared/campaign/open.ts';
import { campaignSchema } from '../../../../shared/campaign/schema.ts';
import { isAssessed } from '../../../../shared/campaign/words.ts';

const shipped = (name: string) =>
  campaignSchema.parse(JSON.parse(readFileSync(`scoring-standards/campaigns/${name}.json`, 'utf8')));
const commendation = shipped('henan-biaoyang-2022');
const experience = shipped('henan-biaobing-experience-2022');
const begun = { id: '0b0f3c2a-1111-4d8e-8a5e-000000000001', startedAt: '2026-11-29T08:00:00Z' };
const errorsOf = (draft: CampaignDraft) =>
  finishDraft(draft)
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ message }) => message);

describe('campaigns by which nobody is assessed', () => {
  it.each([commendation, experience])('$kind comes out of the editor as it went in', (campaign) => {
    expect(finishDraft(draftToEdit(campaign, begun)).campaign).toEqual(campaign);
    expect(isAssessed(campaign)).toBe(false);
  });

  it('have the day of the body that recommends', () => {
    expect(lastDay(commendation)).toBe('2022-10-31');
    expect([isOpen(commendation, '2022-10-31'), isOpen(commendation, '2022-11-01')]).toEqual([true, false]);
  });

  it('say no number of a 省直管县, and in what two of them differ', () => {
    const county = commendation.commendation?.bodies.find(({ name }) => name === '省直管县');
    expect([county?.units, county?.persons]).toEqual([undefined, undefined]);
    const other = { ...commendation, commendation: { bodies: [] } };
    expect(campaignDifferences(commendation, other)).toEqual(['表扬推荐的要求']);
  });

  it('keep no clause in a copy, and ask for each', () => {
    const copy = draftOfCopy(commendation, { ...begun, campaignId: 'copy-1' });
    expect([copy.rank.highest, copy.rank.words, copy.rank.clause]).toEqual(['正处级', '', '']);
    expect(errorsOf(copy).join('；')).toMatch(/级别要求的出处没有填，原来是.*附件2/u);
  });

  it.each<[string, Partial<CampaignDraft>, string]>([
    [
      'rank',
      { rank: { on: true, highest: '处长' } as CampaignDraft['rank'] },
      '最高级别“处长”认不出来，要写成“正处级”这样',
    ],
    ['division', { division: { on: true, percent: '' } as CampaignDraft['division'] }, '处级比例没有填'],
    ['years', { years: { on: true, least: '三年' } as CampaignDraft['years'] }, '年数：'],
    [
      'clean',
      { clean: { on: true, since: '15' } as CampaignDraft['clean'] },
      '“从哪一年起”写的是 15，请核对',
    ],
    [
      'a year to come',
      { clean: { on: true, since: '2098' } as CampaignDraft['clean'] },
      '“从哪一年起”写的是 2098，请核对',
    ],
    [
      'more than all',
      { division: { on: true, percent: '120' } as CampaignDraft['division'] },
      '处级比例写的是 120%，超过了 100%，请核对',
    ],
    [
      'an open rank',
      { rank: { on: true, highest: '县处级' } as CampaignDraft['rank'] },
      '最高级别“县处级”认不出来，要写成“正处级”这样',
    ],
    [
      'bodyKinds',
      { bodyKinds: [{ code: 'b-1', name: '', units: '4', persons: '' }] as CampaignDraft['bodyKinds'] },
      '推荐单位类别 1，推荐单位的类别没有填',
    ],
    [
      'two kinds of one name',
      {
        bodyKinds: ['省辖市', '省 辖市'].map((name, n) => ({
          ...{ code: `b-${n}`, name, units: '4', persons: '' },
        })) as CampaignDraft['bodyKinds'],
      },
      '推荐单位类别 2，推荐单位的类别“省 辖市”重复了',
    ],
    [
      'two summaries of a person',
      {
        materials: ['甲', '乙'].map((title, n) => ({
          ...{ code: `m-${n}`, title, kind: 'report', required: true, summaryOf: 'person' },
        })) as CampaignDraft['materials'],
      },
      '个人的总结不止一份材料，只能选一份',
    ],
  ])('refuse what is wrong with %s', (_, parts, message) => {
    const blank = newDraft('commendation', { ...begun, campaignId: 'new-1' });
    const draft = campaignDraftSchema.parse({ ...blank, title: '表扬', ...parts });
    expect(errorsOf(draft).join('；')).toContain(message);
  });

  it.each<[string, CampaignDraft['kind'], object[], boolean]>([
    ['文字材料', 'experience', [{ kind: 'report' }, { kind: 'report' }], true],
    ['PPT', 'experience', [{ title: '演示文稿' }, { title: '汇报片', formats: 'pptx、pdf' }], true],
    ['PPT', 'experience', [{ kind: 'report', title: '与PPT一致的文字' }, { title: '演示文稿' }], false],
    ['PPT', 'experience', [{ title: '佐证' }, { title: '其他' }], false],
    ['文字材料', 'commendation', [{ kind: 'report' }, { kind: 'report' }], false],
  ])('ask for one %s of a 标兵 (%s %j): %s', (what, kind, parts, isRefused) => {
    const blank = newDraft(kind, { ...begun, campaignId: 'new-1' });
    const materials = parts.map((part, n) => ({ code: `m-${n}`, title: `材料${n}`, ...part }));
    const errors = errorsOf(campaignDraftSchema.parse({ ...blank, title: '标兵', materials })).join('；');
    expect(errors.includes(`${what}不止一份材料，只能写成一份；要几个文件，写在“份数”里`)).toBe(isRefused);
  });

  it('drop what was typed for another kind', () => {
    const draft = draftToEdit(shipped('henan-biaobing-2020'), begun);
    const { campaign } = finishDraft({ ...draft, kind: 'experience' });
    expect([campaign?.passScore, campaign?.naming, campaign?.quota]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    const other = finishDraft({ ...draftToEdit(commendation, begun), kind: 'practice' }).campaign;
    expect(other?.commendation).toBeUndefined();
  });

  it('leave drafts of before as they were read', () => {
    const { table, rank, division, years, clean, bodyKinds, ...before } = draftToEdit(experience, begun);
    expect([table, rank, division, years, clean].some(({ on }) => on)).toBe(false);
    expect(bodyKinds).toEqual([]);
    expect(campaignDraftDocument.schema.parse(before).rank.on).toBe(false);
  });
});
