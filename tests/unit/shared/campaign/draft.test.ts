import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { campaignDraftDocument } from '../../../../shared/campaign/draft/document.ts';
import type { CampaignDraftEdit } from '../../../../shared/campaign/draft/edits.ts';
import { finishDraft } from '../../../../shared/campaign/draft/finish.ts';
import { draftOfCopy, draftToEdit } from '../../../../shared/campaign/draft/from-campaign.ts';
import { newDraft } from '../../../../shared/campaign/draft/new-draft.ts';
import { newRow } from '../../../../shared/campaign/draft/rows.ts';
import {
  type CampaignDraft,
  type ListName,
  type RowOf,
  rowSchemas,
} from '../../../../shared/campaign/draft/schema.ts';
import {
  campaignForm,
  campaignSchema,
  type MaterialRequirement,
} from '../../../../shared/campaign/schema.ts';
import { edited, isStale } from '../../../../shared/document.ts';
import { decode } from '../../../../shared/stored-form.ts';
import { repository } from '../../../repository.ts';

const NOW = '2027-03-01T08:00:00.000Z';
const begun = {
  id: '44444444-4444-4444-8444-444444444444',
  campaignId: 'campaign-1',
  startedAt: '2027-02-01T08:00:00.000Z',
};
const read = (path: string): unknown => JSON.parse(readFileSync(join(repository, path), 'utf8'));
const shipped = (name: string) => decode(campaignForm, read(`scoring-standards/campaigns/${name}.json`));

const edit = (draft: CampaignDraft, change: CampaignDraftEdit) =>
  edited(campaignDraftDocument, draft, change, { context: undefined, now: NOW });
const titled = { ...newDraft('recommendation', begun), title: '2027年标兵推荐' };
const errorsOf = (draft: CampaignDraft) =>
  finishDraft(draft).findings.map(({ field, message }) => `${field} ${message}`);
// A list and its schema belong together; TypeScript cannot follow that through the record.
const row = <List extends ListName>(list: List, parts: object) =>
  rowSchemas[list].parse({ code: 'x', ...parts }) as RowOf<List>;

describe('a new campaign', () => {
  it('is whole with nothing but a title, and says nothing that no notice says', () => {
    const { campaign, findings } = finishDraft(titled);
    expect(findings).toEqual([]);
    expect(campaign).toEqual({
      ...{ version: 3, id: 'campaign-1', title: '2027年标兵推荐', shortTitle: '2027年标兵推荐' },
      ...{ kind: 'recommendation', documentNumber: '', issuer: '', conditions: [], vetoes: [] },
      ...{ deadlines: [], submissions: [], materials: [], industries: [], regions: [], notes: [] },
    });
  });

  it('of 示范点验收 has the four steps, without any day, number or other document', () => {
    const own = { title: '2027年验收', documentNumber: '测发〔2027〕1号' };
    const { campaign } = finishDraft({ ...newDraft('acceptance', begun), ...own });
    expect(
      campaign?.deadlines.map(({ label, by, date, source }) => [label, by, date, source.document]),
    ).toEqual([
      ['确定培育对象', 'office', '', '测发〔2027〕1号'],
      ['对培育对象进行指导', 'office', '', '测发〔2027〕1号'],
      ['按验收标准验收', 'office', '', '测发〔2027〕1号'],
      ['确认为本地、本系统示范点', 'office', '', '测发〔2027〕1号'],
    ]);
    expect(campaign?.cultivation?.source).toEqual({ document: '测发〔2027〕1号', clause: '' });
    expect([campaign?.passScore, campaign?.quota]).toEqual([undefined, undefined]);
  });

  it('of 日常自评 is empty', () => {
    expect(newDraft('practice', begun)).toMatchObject({ kind: 'practice', deadlines: [], submissions: [] });
  });
});

describe('a campaign that is there', () => {
  it.each(['henan-biaobing-2020', 'practice'])('%s is the same after it was opened to edit', (name) => {
    const campaign = shipped(name);
    const begunNow = { id: begun.id, startedAt: begun.startedAt };
    expect(finishDraft(draftToEdit(campaign, begunNow))).toEqual({
      campaign,
      findings: [],
    });
  });

  it('of version 2 is read, edited and whole', () => {
    const old = decode(campaignForm, read('tests/fixtures/campaigns/version-2.json'));
    expect([old.version, old.issuer]).toEqual([3, '河南省法治政府建设领导小组办公室']);
    // That of before was 原则上 by what its field was called.
    const quota = { ...old.quota, totalWords: '原则上不超过50个' };
    expect(finishDraft(draftToEdit(old, begun)).campaign).toEqual({ ...old, quota });
  });

  it('that is copied says nothing in last year’s words: no day, clause, document or note', () => {
    const source = { document: '旧文', clause: '旧条' };
    const said = { source, words: '旧话', whose: '某市' };
    const old = campaignSchema.parse({
      ...{
        version: 3,
        id: 'old',
        title: '旧活动',
        shortTitle: '旧简称',
        kind: 'acceptance',
        notes: ['旧说明'],
      },
      ...{
        documentNumber: '旧号',
        passScore: { points: '85', ...said },
        naming: { levels: ['city'], ...said },
      },
      ...{ willingness: said, cultivation: said, conditions: [{ code: 'c', title: '甲', ...said }] },
      vetoes: [{ code: 'v', title: '乙', ...said }],
      deadlines: [
        { code: 'd', label: '报送', by: 'unit', date: '2026-11-25', words: '旧话', late: '旧话', source },
      ],
      submissions: [{ code: 's', from: '示范点', receiver: '某办', source }],
      quota: { perBody: 2, distinct: 'none', total: 50, source, totalSource: source },
      comprehensive: { verified: '70', survey: '30', source },
      tieRules: [{ by: 'survey', source }],
      materials: [
        { code: 'm', title: '汇报', kind: 'report', required: true, limits: { words: 3000 }, source },
      ],
    });
    const { copiedTitle, title, ...copy } = draftOfCopy(old, begun);
    expect([copiedTitle, title]).toEqual(['旧活动', '旧活动']);
    // Another document than the notice was cited: it is shown, and asked for.
    const previous = /("(?:previous|totalPrevious)":)"旧文 旧条"/g;
    expect(JSON.stringify(copy).match(previous)).toHaveLength(13);
    expect(JSON.stringify(copy).replace(previous, '$1""')).not.toMatch(/旧|2026/);
    const named = { ...draftOfCopy(old, begun), title: '新活动' };
    const asked = errorsOf(named).filter((each) => each.includes('出处没有填，原来是旧文 旧条'));
    expect(asked).toHaveLength(13);
    expect(asked).toContain('quota.totalClause 全省总数的出处没有填，原来是旧文 旧条');
    expect(asked).toContain('quota.clause 名额的出处没有填，原来是旧文 旧条');
    // What is asked for stays.
    const cited = JSON.parse(
      JSON.stringify(named)
        .replaceAll('"clause":""', '"clause":"二"')
        .replace('"totalClause":""', '"totalClause":"一"'),
    ) as typeof named;
    expect(finishDraft(cited).campaign).toMatchObject({
      ...{ title: '新活动', shortTitle: '新活动', passScore: { points: 8500, whose: '某市' } },
      ...{ quota: { perBody: 2, total: 50 }, submissions: [{ from: '示范点', receiver: '某办' }] },
      ...{
        conditions: [{ title: '甲' }],
        vetoes: [{ title: '乙' }],
        materials: [{ limits: { words: 3000 } }],
      },
    });
  });

  it('that is copied gets another id, asks for its own title, and keeps no day of last year', () => {
    const campaign = shipped('henan-biaobing-2020');
    const copy = draftOfCopy(campaign, begun);
    expect(errorsOf(copy)).toContain('title 名称还是复制来的那一个，请改成新活动的名称');
    const next = { ...copy, title: '2027年标兵推荐', documentNumber: '测发〔2027〕1号' };
    // What 豫法政办〔2020〕16号 said is no clause of the city's new notice.
    const uncited = errorsOf(next).filter((each) => each.includes('出处没有填，原来是豫法政办〔2020〕16号'));
    expect(uncited.map((each) => each.split(' ')[0])).toEqual([
      'submissions.province.clause',
      'deadlines.province.clause',
      'quota.clause',
      'quota.totalClause',
      'materials.report.clause',
      'materials.video.clause',
    ]);
    const made = finishDraft(
      JSON.parse(
        JSON.stringify(next).replace(/"(previous|totalPrevious)":"[^"]*"/g, '"$1":""'),
      ) as typeof next,
    );
    expect(made.campaign?.id).toBe('campaign-1');
    expect(made.campaign?.deadlines.map(({ date, words }) => [date, words])).toEqual([
      ['', ''],
      ['', ''],
    ]);
    expect(made.findings.map(({ severity, field }) => [severity, field])).toEqual([
      ['warning', 'deadlines.city.date'],
      ['warning', 'deadlines.province.date'],
      ['warning', 'title'],
    ]);
    expect(made.findings.at(-1)?.message).toBe(
      `照“${campaign.title}”抄来的，请对照今年的通知核对并填上条款：推荐分数线、名额、全省总数、材料“综合汇报材料”、材料“微电影、微视频、抖音短视频”`,
    );
    expect(made.campaign?.quota?.source).toEqual({ document: '测发〔2027〕1号', clause: '' });
    // Points that units tick keep their codes.
    const withoutSource = ({ source: _, ...material }: MaterialRequirement) => material;
    expect(made.campaign?.materials.map(withoutSource)).toEqual(campaign.materials.map(withoutSource));
  });

  it('whose notice has no number is cited as such, never by the title, and that is told once', () => {
    const cited = { ...titled.passScore, on: true, points: '90', clause: '一' };
    const draft = { ...titled, passScore: cited, willingness: { ...titled.willingness, on: true } };
    const { campaign, findings } = finishDraft(draft);
    const document = '本通知（文号未录入）';
    expect(campaign?.passScore?.source).toEqual({ document, clause: '一' });
    expect(findings).toEqual([
      {
        ...{ severity: 'warning', field: 'documentNumber' },
        message: `文号没有填，没有另写出处的各条写成“${document}”`,
      },
    ]);
    // Once it is known, it is cited.
    const again = draftToEdit(campaign!, begun);
    expect(finishDraft({ ...again, documentNumber: '测发〔2027〕1号' }).campaign?.passScore?.source).toEqual({
      ...{ document: '测发〔2027〕1号', clause: '一' },
    });
  });

  it('without a short title of its own follows its title', () => {
    const { campaign } = finishDraft(titled);
    const again = draftToEdit(campaign!, begun);
    expect(again.shortTitle).toBe('');
    expect(finishDraft({ ...again, title: '改名' }).campaign?.shortTitle).toBe('改名');
  });

  it.each<[what: string, quota: object, bodies: object[], made: object]>([
    ['the total alone', { total: '50' }, [], { total: 50, bodies: [] }],
    ['a list of bodies alone', {}, [{ name: '甲市', count: '3' }], { bodies: [{ name: '甲市', count: 3 }] }],
    ['names of bodies alone', {}, [{ name: '甲市' }], { bodies: [{ name: '甲市' }] }],
  ])('can state of the quota %s', (_, parts, bodies, made) => {
    const quota = { ...titled.quota, on: true, ...parts };
    const draft = { ...titled, quota, bodies: bodies.map((each) => row('bodies', each)) };
    const { campaign } = finishDraft(draft);
    expect(campaign?.quota).toMatchObject(made);
    expect(campaign?.quota?.perBody).toBeUndefined();
    const again = finishDraft(draftToEdit(campaign!, begun)).campaign;
    expect(again).toEqual(campaign);
  });
});

describe('an edit', () => {
  it.each<[what: string, change: CampaignDraftEdit, seen: object]>([
    ['of the head', { kind: 'setHead', fields: { issuer: '某办' } }, { issuer: '某办' }],
    ['of a term', { kind: 'setTerm', term: 'quota', fields: { perBody: '2' } }, { quota: { perBody: '2' } }],
    [
      'of a line',
      { kind: 'setRow', list: 'deadlines', code: 'deadline-1', fields: { words: '3月底前' } },
      { deadlines: [{ code: 'deadline-1', words: '3月底前' }] },
    ],
    [
      'that adds a line',
      { kind: 'addRow', list: 'vetoes', row: row('vetoes', { code: 'veto-1', title: '甲' }) },
      { vetoes: [{ code: 'veto-1', title: '甲' }] },
    ],
    [
      'that removes a line',
      { kind: 'removeRow', list: 'submissions', code: 'submission-1' },
      { submissions: [] },
    ],
  ])('%s changes that alone', (_, change, seen) => {
    const after = edit(titled, change);
    expect(after).toMatchObject({ ...seen, updatedAt: NOW, title: titled.title });
    const same = { edit: change, base: campaignDraftDocument.replaces(titled, change) };
    expect(isStale(campaignDraftDocument, titled, same)).toBe(false);
    if (change.kind !== 'addRow') expect(isStale(campaignDraftDocument, after, same)).toBe(true);
  });

  it('moves a line before the one above it, and the first nowhere', () => {
    const draft = newDraft('acceptance', begun);
    const codes = (code: string) =>
      edit(draft, { kind: 'moveUp', list: 'deadlines', code }).deadlines.map((each) => each.code.slice(-1));
    expect([codes('deadline-3'), codes('deadline-1')]).toEqual([
      ['1', '3', '2', '4'],
      ['1', '2', '3', '4'],
    ]);
  });

  it.each<[what: string, change: CampaignDraftEdit]>([
    ['of a line that is gone', { kind: 'setRow', list: 'vetoes', code: 'gone', fields: {} }],
    ['that removes a line that is gone', { kind: 'removeRow', list: 'vetoes', code: 'gone' }],
    [
      'that adds a code again',
      { kind: 'addRow', list: 'deadlines', row: row('deadlines', { code: 'deadline-1' }) },
    ],
  ])('%s is refused', (_, change) => {
    expect(() => edit(titled, change)).toThrow(
      expect.objectContaining({ failure: expect.objectContaining({ code: 'edit-refused' }) as object }),
    );
  });

  it('adds lines under free codes, those of conditions and vetoes apart', () => {
    const one = { ...titled, conditions: [row('conditions', { code: 'condition-2', document: '另文' })] };
    expect(newRow(one, 'conditions')).toMatchObject({ code: 'condition-3', document: '另文' });
    expect(newRow(one, 'vetoes').code).toBe('veto-1');
  });
});

/** Each fault by itself, in a draft that is whole otherwise. */
describe('finishing names what is missing or wrong, with its field', () => {
  const stated = { on: true, clause: '一' };
  it.each<[parts: object, ...errors: string[]]>([
    [{ title: ' ' }, 'title 名称没有填'],
    [{ passScore: { ...titled.passScore, ...stated } }, 'passScore.points 推荐分数线没有填'],
    [
      { passScore: { ...titled.passScore, ...stated, points: '九十' } },
      'passScore.points 推荐分数线：请输入数字，例如 2.5',
    ],
    [{ passScore: { ...titled.passScore, ...stated, points: '0' } }, 'passScore.points 推荐分数线不能是 0'],
    [{ naming: { ...titled.naming, on: true } }, 'naming.levels 命名条件没有选级别'],
    [{ conditions: [row('conditions', { clause: '一' })] }, 'conditions.x.title 其他条件 1，条件没有填'],
    [
      { vetoes: [row('vetoes', { title: '甲' }), row('vetoes', { code: 'y', title: '甲' })] },
      'vetoes.y.title 否决事项 2，“甲”重复了',
    ],
    [{ deadlines: [row('deadlines', { by: 'office' })] }, 'deadlines.x.label 期限 1，步骤名称没有填'],
    [
      { submissions: [row('submissions', { format: '盖章' })] },
      'submissions.x.from 报送 1，谁报没有填',
      'submissions.x.receiver 报送 1，报给谁没有填',
    ],
    [
      { submissions: [row('submissions', { from: '甲', receiver: '乙', copies: '两份' })] },
      'submissions.x.copies 报送 1，份数：请输入整数',
    ],
    [{ quota: { ...titled.quota, on: true } }, 'quota.perBody 名额没有填'],
    [{ quota: { ...titled.quota, on: true, perBody: '0' } }, 'quota.perBody 名额：不能是 0'],
    [
      {
        quota: { ...titled.quota, on: true, perBody: '2', total: 'x' },
        bodies: [row('bodies', { count: '1' }), row('bodies', { code: 'y', name: '甲', count: '1.5' })],
      },
      'quota.total 全省总数：请输入整数',
      'bodies.x.name 推荐单位 1，推荐单位名称没有填',
      'bodies.y.count 推荐单位 2，名额：请输入整数',
    ],
    [
      { comprehensive: { ...titled.comprehensive, on: true, verified: '70', survey: '20' } },
      'comprehensive.verified 各部分权重之和应为 100%，现在是 90%',
    ],
    [
      { tieRules: [row('tieRules', { by: 'section' }), row('tieRules', { code: 'y', by: 'section' })] },
      'tieRules.x.clause 同分规则 1，同分规则要写明是通知的哪一条；通知没写的，请移除这一行',
      'tieRules.x.section 同分规则 1，一级指标的编号没有填',
      'tieRules.y.by 同分规则 2，同分规则重复了',
      'tieRules.y.clause 同分规则 2，同分规则要写明是通知的哪一条；通知没写的，请移除这一行',
      'tieRules.y.section 同分规则 2，一级指标的编号没有填',
    ],
    [
      { materials: [row('materials', { words: '3000字', formats: 'PDF文件' })] },
      'materials.x.title 材料 1，材料名称没有填',
      'materials.x.formats 材料 1，文件类型只写扩展名，如 pdf、docx；“pdf文件”不是',
    ],
  ])('%j', (parts, ...errors) => {
    const made = finishDraft({ ...titled, documentNumber: '测发〔2027〕1号', ...parts });
    expect(made.campaign).toBeUndefined();
    expect(made.findings.map(({ field, message }) => `${field} ${message}`)).toEqual(errors);
  });

  it('all of them at once', () => {
    const wrong = {
      ...titled,
      documentNumber: '测发〔2027〕1号',
      title: '',
      naming: { ...titled.naming, on: true },
    };
    expect(errorsOf(wrong)).toEqual(['title 名称没有填', 'naming.levels 命名条件没有选级别']);
  });

  it('and takes numbers, days and lists as people write them', () => {
    const { campaign, findings } = finishDraft({
      ...titled,
      ...{ documentNumber: '测发〔2027〕1号', whose: '全省', industries: ['城管', ' 城管 ', '', '税务'] },
      passScore: { ...titled.passScore, on: true, points: '９０分', clause: '一', whose: '郑州市' },
      willingness: { ...titled.willingness, on: true },
      quota: { ...titled.quota, on: true, owner: 'office', perBody: '2个' },
      bodies: [row('bodies', { name: '不算' })],
      materials: [
        row('materials', {
          ...{ title: '汇报', words: '3000字', formats: '.Doc、PDF', checklist: ['举措', '', '成效'] },
          codes: { 成效: 'results' },
        }),
      ],
    });
    expect(findings).toEqual([]);
    expect(campaign).toMatchObject({
      industries: ['城管', '税务'],
      passScore: { points: 9000, whose: '郑州市', source: { document: '测发〔2027〕1号', clause: '一' } },
      willingness: { whose: '全省' },
      quota: { owner: 'office', perBody: 2, bodies: [] },
      materials: [
        {
          limits: { words: 3000, formats: ['doc', 'pdf'] },
          checklist: [
            { code: 'p1', label: '举措' },
            { code: 'results', label: '成效' },
          ],
        },
      ],
    });
  });
});

it('has 500 lines of a list at most', () => {
  const withSo = (count: number) => [
    { ...titled, notes: Array<string>(count).fill('甲') },
    { ...titled, bodies: Array.from({ length: count }, (_, at) => row('bodies', { code: `b${at}` })) },
  ];
  const taken = (draft: object) => campaignDraftDocument.schema.safeParse(draft).success;
  expect(withSo(500).map(taken)).toEqual([true, true]);
  expect(withSo(501).map(taken)).toEqual([false, false]);
});
