import { readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createHost, type Host } from '../../../../../electron/services/host.ts';
import { type CallName, type CallOutput, contract } from '../../../../../shared/contract/contract.ts';
import { repository } from '../../../../repository.ts';
import { smallResources, temporaryFolder } from '../fixture.ts';
import { assessmentRef, editDocument, openDocument, undoDocument } from '../../../documents.ts';

const campaignRef = (id: string) => ({ document: 'campaign', id }) as const;
const OLD = join(repository, 'tests/fixtures/campaigns/version-2.json');

async function hostAt(root: string): Promise<Host> {
  const host = createHost({ root, resources: await smallResources(), door: 'local', version: '0.0.0' });
  onTestFinished(() => host.close());
  return host;
}

async function newHost() {
  const root = join(await temporaryFolder(), '标兵自评');
  return { root, host: await hostAt(root) };
}

async function ask<N extends CallName>(host: Host, name: N, input: unknown): Promise<CallOutput<N>> {
  const reply = await host.call(name, input);
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.failure)}`);
  return contract[name].output.parse(JSON.parse(JSON.stringify(reply.value))) as CallOutput<N>;
}

async function refused(host: Host, name: CallName, input: unknown) {
  const reply = await host.call(name, input);
  return reply.ok ? undefined : reply.failure;
}

/** A campaign by hand, with this title. */
async function made(host: Host, title: string, kind = 'recommendation') {
  const { id } = await ask(host, 'newCampaign', { kind });
  await editDocument(host, campaignRef(id), { kind: 'setHead', fields: { title } });
  return finished(host, id);
}

async function finished(host: Host, id: string) {
  const answer = await ask(host, 'finishCampaign', { id });
  if (answer.outcome !== 'saved') throw new Error(JSON.stringify(answer));
  return answer.campaign;
}

const owned = async (host: Host) => {
  const { campaigns, own } = await ask(host, 'listCampaigns', {});
  return campaigns.filter(({ id }) => own.includes(id)).map(({ title }) => title);
};

async function offered(host: Host, name: string, content: string | Buffer): Promise<string> {
  const path = join(await temporaryFolder(), name);
  await writeFile(path, content);
  return host.offerFile({ path, name, ownership: 'borrowed' });
}

const COMMENDATION = readFileSync('scoring-standards/campaigns/henan-biaoyang-2022.json', 'utf8');
const EXPERIENCE = readFileSync('scoring-standards/campaigns/henan-biaobing-experience-2022.json', 'utf8');

describe('推荐活动', () => {
  it('is made by hand, kept half made, and chosen for an assessment', async () => {
    const { root, host } = await newHost();
    const { id } = await ask(host, 'newCampaign', { kind: 'acceptance' });
    await editDocument(host, campaignRef(id), { kind: 'setHead', fields: { title: '2027年验收' } });
    await editDocument(host, campaignRef(id), { kind: 'setHead', fields: { issuer: '写错' } });
    await undoDocument(host, campaignRef(id));
    await host.close();

    // Another start of the program finds it as it was left.
    const again = await hostAt(root);
    const { drafts } = await ask(again, 'listCampaignDrafts', {});
    expect(drafts).toMatchObject([{ id, title: '2027年验收', kind: 'acceptance' }]);
    expect((await openDocument(again, campaignRef(id))).value).toMatchObject({ issuer: '' });
    const campaign = await finished(again, id);
    expect((await ask(again, 'listCampaignDrafts', {})).drafts).toEqual([]);
    expect((await readdir(join(root, '推荐活动'))).sort()).toEqual([`${campaign.id}.json`, '编辑中'].sort());

    const wish = { unitName: '某局', standardId: 'small', campaignId: campaign.id };
    const assessment = await ask(again, 'createAssessment', wish);
    expect((await openDocument(again, assessmentRef(assessment.id))).value.campaign).toEqual(campaign);
    const desk = { title: '核验', standardId: 'small', campaignId: campaign.id };
    await ask(again, 'createDesk', desk);
    expect((await ask(again, 'listDesks', {})).desks).toMatchObject([{ campaign: '2027年验收' }]);
  });

  it('is not saved while something is missing, and the draft stays', async () => {
    const { root, host } = await newHost();
    const { id } = await ask(host, 'newCampaign', { kind: 'recommendation' });
    expect(await refused(host, 'finishCampaign', { id })).toMatchObject({
      code: 'campaign-not-ready',
      message: '还不能保存到推荐活动：有 1 处没有填好。',
      effect: '推荐活动没有变化，填写的内容都在。',
    });
    expect((await ask(host, 'listCampaignDrafts', {})).drafts).toHaveLength(1);
    expect(await readdir(join(root, '推荐活动'))).toEqual(['编辑中']);
    await ask(host, 'discardCampaignDraft', { id });
    expect((await ask(host, 'listCampaignDrafts', {})).drafts).toEqual([]);
    expect(await readdir(join(root, '已删除'))).toHaveLength(1);
  });

  it('of the user’s own is changed in place, the draft that was left is gone on with, and the old one kept', async () => {
    const { root, host } = await newHost();
    const { id } = await made(host, '2027年推荐');
    const draft = await ask(host, 'editCampaign', { id });
    expect(await ask(host, 'editCampaign', { id })).toEqual(draft);
    await editDocument(host, campaignRef(draft.id), { kind: 'setHead', fields: { title: '改名' } });
    await ask(host, 'finishCampaign', { id: draft.id });
    expect(await owned(host)).toEqual(['改名']);
    const [old = ''] = await readdir(join(root, '已删除'));
    expect(await readFile(join(root, '已删除', old), 'utf8')).toContain('2027年推荐');
  });

  it('that was replaced while it was being changed is not replaced unasked', async () => {
    const { root, host } = await newHost();
    const { id, ...campaign } = await made(host, '2027年推荐');
    const draft = await ask(host, 'editCampaign', { id });
    await editDocument(host, campaignRef(draft.id), { kind: 'setHead', fields: { title: '改名' } });
    // A colleague's file, taken in meanwhile.
    const theirs = JSON.stringify({
      ...campaign,
      id,
      notes: ['同事写的'],
      quota: undefined,
      passScore: undefined,
    });
    const token = await offered(host, '同事.json', theirs);
    expect(await ask(host, 'importCampaign', { token, taken: 'replace' })).toMatchObject({
      outcome: 'replaced',
    });

    const answer = { outcome: 'asks', known: '2027年推荐', differences: [] };
    expect(await ask(host, 'finishCampaign', { id: draft.id })).toEqual(answer);
    expect(await owned(host)).toEqual(['2027年推荐']);
    expect((await ask(host, 'listCampaignDrafts', {})).drafts).toHaveLength(1);
    await ask(host, 'finishCampaign', { id: draft.id, replaces: true });
    expect(await owned(host)).toEqual(['改名']);
    const removed = await readdir(join(root, '已删除'));
    const texts = await Promise.all(removed.map((name) => readFile(join(root, '已删除', name), 'utf8')));
    expect(texts.join()).toContain('同事写的');
  });

  it('that comes with the program is copied, not changed and not removed', async () => {
    const { host } = await newHost();
    expect(await refused(host, 'editCampaign', { id: 'practice' })).toMatchObject({
      code: 'campaign-unknown',
    });
    expect(await refused(host, 'removeCampaign', { id: 'practice' })).toMatchObject({
      code: 'campaign-unknown',
    });
    const { id } = await ask(host, 'copyCampaign', { id: 'practice' });
    expect((await openDocument(host, campaignRef(id))).value).toMatchObject({
      origin: 'copy',
      kind: 'practice',
    });
  });

  it('is exported, and imported into another data folder as it was', async () => {
    const { host, root } = await newHost();
    const campaign = await made(host, '2027年推荐');
    const { fileName } = await ask(host, 'exportCampaign', { id: campaign.id });
    const bytes = await readFile(join(root, '导出', fileName));
    const { host: other } = await newHost();
    const token = await offered(other, fileName, bytes);
    expect(await ask(other, 'importCampaign', { token, taken: 'ask' })).toEqual({
      outcome: 'added',
      title: '2027年推荐',
    });
    expect((await ask(other, 'listCampaigns', {})).campaigns.at(-1)).toEqual(campaign);
    expect(await ask(other, 'removeCampaign', { id: campaign.id })).toMatchObject({
      movedTo: expect.stringContaining('已删除') as string,
    });
    expect(await owned(other)).toEqual([]);
  });

  it('whose id is taken is asked about: replaced, kept beside, or the same already', async () => {
    const { host, root } = await newHost();
    const campaign = await made(host, '2027年推荐');
    const file = JSON.parse(await readFile(join(root, '推荐活动', `${campaign.id}.json`), 'utf8')) as object;
    const bring = async (parts: object, taken: string) => {
      const token = await offered(host, '活动.json', JSON.stringify({ ...file, ...parts }));
      return ask(host, 'importCampaign', { token, taken });
    };
    expect(await bring({}, 'ask')).toMatchObject({ outcome: 'same' });
    const asked = {
      outcome: 'asks',
      title: '新',
      known: '2027年推荐',
      mayReplace: true,
      differences: ['类型'],
    };
    expect(await bring({ title: '新', kind: 'acceptance' }, 'ask')).toEqual(asked);
    expect(await owned(host)).toEqual(['2027年推荐']);
    expect(await bring({ title: '另一个' }, 'keepBoth')).toMatchObject({ outcome: 'added' });
    expect(await bring({ title: '新' }, 'replace')).toMatchObject({ outcome: 'replaced' });
    expect((await owned(host)).sort()).toEqual(['另一个', '新'].sort());
  });

  it('whose title is another’s is asked about, and kept beside under its own id', async () => {
    const { host, root } = await newHost();
    const { id } = await made(host, '2027年推荐');
    const file = JSON.parse(await readFile(join(root, '推荐活动', `${id}.json`), 'utf8')) as object;
    const bring = async (taken: string) => {
      const content = JSON.stringify({ ...file, id: 'another', title: '2027年 推荐' });
      return ask(host, 'importCampaign', { token: await offered(host, '活动.json', content), taken });
    };
    expect(await bring('ask')).toEqual({ outcome: 'sameTitle', title: '2027年 推荐' });
    expect(await owned(host)).toEqual(['2027年推荐']);
    expect(await bring('keepBoth')).toMatchObject({ outcome: 'added' });
    expect((await ask(host, 'listCampaigns', {})).own.sort()).toEqual(['another', id].sort());
  });

  it('that comes with the program is never replaced by a file', async () => {
    const { host } = await newHost();
    const { campaigns } = await ask(host, 'listCampaigns', {});
    const known = contract.listCampaigns.output.shape.campaigns.encode(campaigns)[0]!;
    const bring = async (taken: string) => ({
      token: await offered(host, '活动.json', JSON.stringify({ ...known, title: '改过' })),
      taken,
    });
    expect(await ask(host, 'importCampaign', await bring('ask'))).toMatchObject({ mayReplace: false });
    expect(await refused(host, 'importCampaign', await bring('replace'))).toMatchObject({
      code: 'campaign-built-in',
    });
    expect(await owned(host)).toEqual([]);
    expect(await ask(host, 'importCampaign', await bring('keepBoth'))).toMatchObject({ outcome: 'added' });
  });

  it('of an older version of the program is brought to today’s form', async () => {
    const { host } = await newHost();
    const old = JSON.parse(await readFile(OLD, 'utf8')) as object;
    const token = await offered(host, '旧.json', JSON.stringify({ ...old, id: 'old-one' }));
    await ask(host, 'importCampaign', { token, taken: 'ask' });
    const found = (await ask(host, 'listCampaigns', {})).campaigns.find(({ id }) => id === 'old-one');
    expect(found).toMatchObject({ version: 3, issuer: '河南省法治政府建设领导小组办公室' });
  });

  it.each<[what: string, content: (whole: string) => string | Buffer, code: string, words: RegExp]>([
    ['a standard', () => '{"version":2,"id":"x","passScore":90}', 'campaign-invalid', /这是验收标准文件/],
    ['none', () => '{"version":2,"id":"x","sections":[]}', 'campaign-invalid', /这不是推荐活动文件/],
    ['no JSON', (whole) => whole.slice(0, 300), 'campaign-invalid', /不是完整的 JSON 文件/],
    ['not UTF-8', () => Buffer.from([0xff, 0xfe, 0x00]), 'campaign-invalid', /不能使用/],
    ['newer', (whole) => whole.replace('"version": 2', '"version": 9'), 'campaign-newer', /更新版本的程序/],
    [
      'damaged',
      (whole) => whole.replace('"kind"', '"kinds"'),
      'campaign-invalid',
      /缺少类型；文件里有本程序不认识的内容“kinds”/,
    ],
    [
      'of a day that does not exist',
      (whole) => whole.replace('"date": "2020-11-25"', '"date": "2020-02-30"'),
      'campaign-invalid',
      /期限 1 的日期“2020-02-30”没有这一天/,
    ],
    [
      'of a strange id',
      (whole) => whole.replace(/"id": "[^"]*"/, '"id": "第一 个"'),
      'campaign-invalid',
      /标识“第一 个”不对，只能用小写字母、数字和连字符/,
    ],
    [
      'of no version',
      (whole) => whole.replace('"version": 2', '"version": "二"'),
      'campaign-version',
      /版本号（“二”）本程序不认识/,
    ],
    [
      'of a title that reads backwards',
      (whole) => whole.replace('"title": "', '"title": "\u202e'),
      'campaign-invalid',
      /名称里有看不见的字符/,
    ],
    [
      'of too long a title',
      (whole) => whole.replace('"title": "', `"title": "${'长'.repeat(100)}`),
      'campaign-invalid',
      /名称超过 100 字/,
    ],
    [
      'of two things under one code',
      (whole) => whole.replace('"code": "video"', '"code": "report"'),
      'campaign-invalid',
      /材料里编号“report”重复/,
    ],
    ...(
      [
        ['"highest": "正处级"', '"highest": "县处级"', /最高级别“县处级”认不出来，要写成“正处级”这样/],
        ['"percent": "20.00"', '"percent": "120.00"', /处级比例写的是 120%，超过了 100%，请核对/],
        ['"since": 2015', '"since": 2998', /“从哪一年起”写的是 2998，请核对/],
        ['"summaryOf": "legal"', '"summaryOf": "person"', /个人的总结不止一份材料，只能选一份/],
        ['"name": "济源示范区"', '"name": " 省辖市"', /推荐单位的类别“省辖市”重复了/],
        ['"code": "jiyuan"', '"code": "city"', /推荐单位的类别里编号“city”重复/],
      ] as const
    ).map(([from, to, words]): [string, () => string, string, RegExp] => [
      ...([`a 表扬推荐 with ${to}`, () => COMMENDATION.replace(from, to)] as const),
      ...(['campaign-invalid', words] as const),
    ]),
    [
      'of two texts of a 标兵',
      () => EXPERIENCE.replace('"kind": "other"', '"kind": "report"'),
      'campaign-invalid',
      /文字材料不止一份材料，只能写成一份/,
    ],
  ])('a file that is %s is refused in words, and nothing changes', async (_, content, code, words) => {
    const { host } = await newHost();
    const token = await offered(host, '文件.json', content(await readFile(OLD, 'utf8')));
    const failure = await refused(host, 'importCampaign', { token, taken: 'ask' });
    expect(failure).toMatchObject({ code, message: expect.stringMatching(words) as string });
    expect(failure?.message).toContain('文件.json');
    expect(failure?.message).not.toMatch(/期望|正则|regex|\.\d\./);
    expect(failure?.effect).not.toContain('标准');
    expect(await owned(host)).toEqual([]);
  });

  it('that cannot be read, or bears another’s id, is told of and leaves the others in use', async () => {
    const { host, root } = await newHost();
    const { id } = await made(host, '2027年推荐');
    const folder = join(root, '推荐活动');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, '坏.json'), '{');
    await writeFile(join(folder, 'zz.json'), await readFile(join(folder, `${id}.json`)));
    expect(await owned(host)).toEqual(['2027年推荐']);
    const { problems = [] } = await ask(host, 'listStandards', {});
    expect(problems.map(({ message }) => message)).toEqual([
      '文件 坏.json 不能使用：不是完整的 JSON 文件。',
      `文件 zz.json（推荐活动“2027年推荐”）没有载入：标识“${id}”已被“2027年推荐”使用。`,
    ]);
  });
});
