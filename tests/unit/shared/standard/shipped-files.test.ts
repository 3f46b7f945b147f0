import { describe, expect, it } from 'vitest';
import { campaignSchema } from '../../../../shared/campaign/schema.ts';
import { checkStandard } from '../../../../shared/standard/check.ts';
import { RULE_LABELS } from '../../../../shared/standard/rules.ts';
import { standardSchema } from '../../../../shared/standard/schema.ts';
import { allCodes, allItems, itemsFor } from '../../../../shared/standard/places.ts';
import { filesIn, readReference, readStandard, readText, type Folder } from './files.ts';

const standards = (['standards', 'templates'] as const).flatMap((folder) =>
  filesIn(folder).map((name) => [folder, name] as const),
);
const readCampaign = (name: string) => campaignSchema.parse(JSON.parse(readText('campaigns', name)));
/** Every key at any depth, as "sections.0.items.3.basis". */
const keyPaths = (value: unknown, path = ''): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => [`${path}${key}`, ...keyPaths(inner, `${path}${key}.`)])
    : [];
const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);

describe('every shipped standard', () => {
  it('exists', () => {
    expect(filesIn('standards')).toContain('henan-service-enforcement-reference.json');
    expect(filesIn('templates')).toContain('standard-template.json');
  });

  it.each(standards)('%s/%s passes the check without a finding', (folder, name) => {
    expect(checkStandard(readStandard(folder, name))).toEqual([]);
  });

  it.each(standards)('%s/%s holds no key that the schema would drop unseen', (folder, name) => {
    const raw: unknown = JSON.parse(readText(folder, name));
    const kept = new Set(keyPaths(standardSchema.parse(raw)));
    expect(keyPaths(raw).filter((path) => !kept.has(path))).toEqual([]);
  });

  it.each(standards)('%s/%s uses every kind of rule', (folder, name) => {
    const standard = readStandard(folder, name);
    const kinds = new Set(allItems(standard).map(({ item }) => item.rule.kind));
    // What the template shows is every kind that there is; a standard need not use those that come after it.
    const known = ['award', 'checklist', 'deduct', 'ratio', 'tiers'] as const;
    expect([...kinds]).toEqual(expect.arrayContaining([...known]));
    if (folder === 'templates') expect([...kinds].sort()).toEqual(Object.keys(RULE_LABELS).sort());
    expect(standard.bonus).toBeDefined();
    expect(standard.penalty).toBeDefined();
    expect(standard.vetoes).not.toHaveLength(0);
  });

  it('has its own id and edition, named as its file', () => {
    const ids = filesIn('standards').map((name) => {
      const { id, edition } = readStandard('standards', name);
      expect(name).toBe(`${id}.json`);
      return `${id} ${edition}`;
    });
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('the reference standard', () => {
  const standard = readReference();
  const items = allItems(standard).map(({ item }) => item);

  it('says that it is no official text', () => {
    expect(standard.authority).toBe('reference');
    expect(standard.title).toMatch(/参考标准.*仅供自查/);
    expect(standard.statement).toMatch(
      /参考标准.*不是.*豫法政办〔2018〕16号.*自行编制.*仅供自查.*以官方文本为准/,
    );
    expect(standard.documentNumber).toBe('');
    expect(standard.check).toBeUndefined();
    expect(standard.notes.join('')).toMatch(/90分是自查参考线/);
    expect(standard.starBands).toBeUndefined();
  });

  it('has 8 to 10 sections and at least 45 items, each code once', () => {
    expect(standard.sections.length).toBeGreaterThanOrEqual(8);
    expect(standard.sections.length).toBeLessThanOrEqual(10);
    expect(items.length).toBeGreaterThanOrEqual(45);
    const codes = allCodes(standard);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('sums to exactly 100.00 in all, for every unit category, and as each section declares', () => {
    expect([standard.fullScore, standard.passScore]).toEqual([10_000, 9_000]);
    expect(sum(items.map((item) => item.fullScore))).toBe(10_000);
    for (const { code } of standard.unitCategories) {
      expect(sum(itemsFor(standard, code).map(({ item }) => item.fullScore))).toBe(10_000);
    }
    for (const section of standard.sections) {
      expect(sum(section.items.map((item) => item.fullScore))).toBe(section.fullScore);
    }
  });

  it('knows the four categories of 郑依法行政领办〔2017〕36号 附件1–4, and three of its own that it calls so', () => {
    expect(standard.unitCategories.map(({ title }) => title)).toEqual([
      '县（市、区）政府',
      '派出机构',
      '市政府部门',
      '法律法规授权组织',
      '县（市、区）政府部门',
      '乡镇（街道）',
      '垂直管理和中央驻豫单位',
    ]);
    expect(standard.notes.join()).toContain('后三种由本软件所加');
  });

  it.each(items.map((item) => [item.code, item] as const))('%s can be worked with', (_code, item) => {
    expect(item.basis).not.toHaveLength(0);
    expect(item.evidence.some(({ required }) => required)).toBe(true);
    expect(item.methods).not.toHaveLength(0);
    expect(item.criterion.length).toBeGreaterThan(20);
  });

  it('names in its sources every document that it cites', () => {
    const known = new Set(standard.sources.map(({ document }) => document));
    const cited = [
      ...items,
      ...(standard.bonus?.entries ?? []),
      ...(standard.penalty?.entries ?? []),
      ...standard.vetoes,
    ].flatMap(({ basis }) => basis);
    expect(cited.filter(({ document }) => !known.has(document))).toEqual([]);
    expect(cited.filter(({ clause }) => clause === '')).toEqual([]);
  });

  it('lets a unit without 行政调解职能 declare the whole section 行政调解 not applicable', () => {
    expect(standard.notApplicable).toEqual({ rule: 'renormalise', scope: 'marked' });
    const mediation = standard.sections.find(({ title }) => title === '行政调解');
    expect(mediation?.items.map(({ needs }) => needs)).toEqual([
      ...Array.from({ length: 6 }, () => ['mediation']),
      ['reconsideration'],
    ]);
  });
});

describe('every shipped campaign', () => {
  it.each(filesIn('campaigns'))('%s is valid and named as its id', (name) => {
    expect(name).toBe(`${readCampaign(name).id}.json`);
  });

  it('2020: the conditions of 郑法政办〔2020〕14号 and 豫法政办〔2020〕16号', () => {
    const campaign = readCampaign('henan-biaobing-2020.json');
    expect(campaign).toMatchObject({
      kind: 'recommendation',
      passScore: { points: 9_000, source: { document: '郑法政办〔2020〕14号', clause: '一' } },
      naming: { levels: ['province', 'city'] },
      willingness: { source: { document: '郑法政办〔2020〕14号', clause: '一' } },
      quota: { perBody: 2, distinct: 'industryOrRegion', total: 50 },
    });
    expect(campaign.deadlines.map(({ by, date }) => [by, date])).toEqual([
      ['unit', '2020-11-25'],
      ['body', '2020-11-30'],
    ]);
    expect(campaign.materials.map(({ kind, required }) => [kind, required])).toEqual([
      ['report', true],
      ['video', false],
    ]);
    expect(campaign.materials[0]?.checklist.map(({ label }) => label)).toEqual([
      '主要举措',
      '工作亮点',
      '工作成效',
      '案例支撑',
      '数据支撑',
    ]);
  });

  it('practice: the same line, nothing else asked', () => {
    const campaign = readCampaign('practice.json');
    expect(campaign.kind).toBe('practice');
    expect(campaign.passScore?.points).toBe(9_000);
    expect(campaign.passScore?.source.document).toContain('参考标准');
    expect(campaign.naming).toBeUndefined();
    expect(campaign.willingness).toBeUndefined();
    expect(campaign.quota).toBeUndefined();
    expect(campaign.deadlines).toEqual([]);
    expect(campaign.materials.filter(({ required }) => required)).toEqual([]);
  });
});

const everyFile = (['standards', 'campaigns', 'templates'] as const).flatMap((folder) =>
  filesIn(folder).map((name) => [folder, name] as [Folder, string]),
);

// The source documents name contact persons with their numbers; none of that belongs in the data.
it.each(everyFile)('%s/%s holds no contact and no telephone number', (folder, name) => {
  expect(readText(folder, name)).not.toMatch(
    /联系人|联系电话|电子邮箱|@|\d{3,4}-\d{7,8}|(?<!\d)\d{8}(?!\d)|1\d{10}/,
  );
});
