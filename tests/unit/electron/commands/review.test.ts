import { cp, mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DeskSession } from '../../../../electron/services/desk/desk-session.ts';
import { deskFor, forge, packageFile, unitFixture } from '../services/desk/fixture.ts';
import { cli, type Ended } from './terminal.ts';

type Line = Record<string, unknown>;

let home: string;
let inbox: string;
let sample: string;
let imported: Ended;
const desk = (): string => join(home, '核验台');

const packages = ({ out }: Ended): Line[] => (JSON.parse(out) as { packages: Line[] }).packages;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'biaobing-review-'));
  inbox = join(home, '收到');
  await mkdir(join(inbox, '乙'), { recursive: true });
  const demo = await cli('demo', '--out', join(home, 'demo'));
  const [folder = ''] = demo.out.trim().split('\n');
  // The sample is of the practice campaign, which has no deadline.
  const state = join(folder, 'assessment.json');
  const campaign: unknown = JSON.parse(
    await readFile('scoring-standards/campaigns/henan-biaobing-2020.json', 'utf8'),
  );
  await writeFile(state, JSON.stringify({ ...JSON.parse(await readFile(state, 'utf8')), campaign }));
  const packaged = join(home, '推荐.zip');
  await cli('export', folder, '--out', packaged);
  sample = join(inbox, 'a.zip');
  await cp(packaged, sample);
  await cp(packaged, join(inbox, '乙', 'B.ZIP'));
  await cp(packaged, join(inbox, 'cut.zip'));
  await truncate(join(inbox, 'cut.zip'), 3000);
  await writeFile(join(inbox, '说明.txt'), '不是推荐包');
  imported = await cli('review', 'import', inbox, '--desk', desk(), '--received', '2020-11-25', '--json');
}, 60_000);

afterAll(() => rm(home, { recursive: true, force: true }));

describe('review', () => {
  it('makes a desk for the first whole package and takes a folder in, at any depth', async () => {
    expect(imported.err).toContain('已建立核验台');
    const lines = packages(imported).map(({ file, status }) => [basename(String(file)), status]);
    expect(lines).toEqual([
      ['a.zip', 'accepted'],
      ['cut.zip', 'damaged'],
      ['B.ZIP', 'duplicate'],
    ]);
    // One file is damaged: the content fails.
    expect(imported.code).toBe(1);
    expect(await readdir(join(desk(), 'packages'))).toHaveLength(1);
  });

  it('ranks in exactly the promised form, before and after verifying', async () => {
    const before = await cli('review', 'rank', '--desk', desk(), '--json');
    expect(before.code).toBe(0);
    expect(before.err).toBe('');
    const [first, ...others] = packages(before);
    expect(Object.keys(JSON.parse(before.out) as object)).toEqual(['basis', 'packages']);
    expect(JSON.parse(before.out)).toMatchObject({ basis: 'reference' });
    expect(Object.keys(first ?? {}).sort()).toEqual([
      'body',
      'chosen',
      'comprehensive',
      'file',
      'industry',
      'note',
      'rank',
      'reached',
      'region',
      'selfScore',
      'status',
      'superior',
      'timing',
      'unit',
      'verifiedScore',
    ]);
    expect(first).toMatchObject({ file: 'a.zip', status: 'accepted', rank: 1, chosen: false });
    expect(first).toMatchObject({ verifiedScore: null, comprehensive: null });
    // It came on the very day that the notice names.
    expect(first).toMatchObject({ reached: '未完成核验', timing: 'pending' });
    expect(others.map(({ file, status, rank }) => [file, status, rank])).toEqual([
      ['cut.zip', 'damaged', null],
      ['B.ZIP', 'duplicate', null],
    ]);

    const scored = await cli('review', 'score', '--desk', desk(), '--package', 'a.zip', '--agree', '--json');
    expect(scored.code).toBe(0);
    const after = packages(await cli('review', 'rank', '--desk', desk(), '--json'))[0];
    expect(after?.['verifiedScore']).toBe(after?.['selfScore']);
    // The campaign states no weights: nobody has a 综合评价.
    expect(after?.['comprehensive']).toBeNull();
    expect(after?.['selfScore']).toMatch(/^\d+\.\d\d$/);
  });

  it('keeps what is in doubt out of the ranking, says why, and shows no code for what is damaged', async () => {
    const folder = join(home, '存疑');
    await mkdir(folder);
    await cp(sample, join(folder, '甲.zip'));
    const raise = (text: string): string => text.replace(/Self-Score: .*/, 'Self-Score: 99.90');
    const lend = (text: string): string => text.replaceAll('城市管理综合行政执法队', '第二执法队');
    await forge(sample, join(folder, '丁.zip'), (text) => text, raise);
    await forge(sample, join(folder, '丙.zip'), lend, lend);
    await cp(join(inbox, 'cut.zip'), join(folder, '坏.zip'));
    const other = join(home, '存疑台');
    const on = ['--desk', other, '--received', '2020-11-25', '--json'];
    // In the order of handing in: the one that is whole, two that are not what they say, a damaged one.
    const names = ['甲', '丁', '丙', '坏'].map((name) => join(folder, `${name}.zip`));
    const ended = await cli('review', 'import', ...names, ...on);
    expect(ended.code).toBe(1);
    const lines = packages(ended);
    expect(lines.map(({ status, kept }) => [status, kept])).toEqual([
      ['suspect', true],
      ['suspect', true],
      ['suspect', true],
      ['damaged', false],
    ]);
    expect(lines.map(({ sealCode }) => sealCode === null)).toEqual([false, false, false, true]);
    expect(lines.map(({ remarks }) => (remarks as string[])[0]?.slice(0, 4))).toEqual([
      ...['身份存疑', '内容存疑', '内容存疑'],
      undefined,
    ]);
    const ranks = packages(await cli('review', 'rank', '--desk', other, '--json'));
    expect(ranks.map(({ file, status, rank }) => [file, status, rank])).toEqual([
      ['甲.zip', 'suspect', 1],
      ['丁.zip', 'suspect', null],
      ['丙.zip', 'suspect', null],
      ['坏.zip', 'damaged', null],
    ]);
    expect(ranks[0]?.['doubts']).toHaveLength(2);
    const told = await cli('review', 'rank', '--desk', other);
    expect(told.err).toContain('身份存疑：');
    expect(told.err).not.toContain('完好');
    // Nobody is verified: who has a rank has it for now.
    expect(told.err).toMatch(/\n1　.*　存疑，.*暂排　自评 [\d.]+　核验得分 —　未完成核验/);
    expect(told.err.match(/暂排/g)).toHaveLength(1);
    expect(told.err).toContain('\n按参考标准，按核验得分排序\n');
  });

  it('says what keeps a unit from being finished, and finishes one with 合理缺项', async () => {
    const other = join(home, '缺项台');
    await cli('review', 'import', sample, '--desk', other, '--received', '2020-11-25');
    const score = (...more: string[]) =>
      cli('review', 'score', '--desk', other, '--package', 'a.zip', ...more);
    expect((await score()).err).toMatch(/未完成核验\n {2}还差：\d+项没有核验，.*--agree/);
    const early = await score('--confirm-gaps');
    expect([early.code, early.err]).toEqual([1, expect.stringContaining('不能确认合理缺项')]);
    const agreed = await score('--agree');
    expect(agreed.code).toBe(0);
    expect(agreed.err).toMatch(/还差：合理缺项[\d.]+分（\d+项）还没有确认，.*--confirm-gaps/);
    const confirmed = await score('--confirm-gaps');
    expect(confirmed.code).toBe(0);
    expect(confirmed.err).not.toMatch(/未完成核验|还差/);
    expect(confirmed.err).toMatch(/合理缺项[\d.]+分（\d+项），已确认/);
  });

  it('prints of the order and the choice what the screen shows', async () => {
    const first = await unitFixture({ name: '甲局', points: 4500 });
    const folder = await deskFor(first);
    const session = await DeskSession.open(folder);
    const incoming = await mkdtemp(join(home, '收件-'));
    const keys: string[] = [];
    const wishes = ['乙局', '丙局', '丁局'].map((name) => ({ name, points: 4600 }));
    for (const fixture of [first, ...(await Promise.all(wishes.map(unitFixture)))]) {
      const name = `${fixture.assessment.unit.name}.zip`;
      const { path } = await packageFile(fixture, incoming, name);
      keys.push((await session.receive({ path, name }, { receivedOn: '2026-11-21' })).key);
    }
    const [a = '', b = '', c = ''] = keys;
    for (const key of [a, b, c]) await session.editReview(key, { kind: 'agree', codes: ['1.1', '1.2'] });
    for (const key of [a, b, c])
      await session.document.editNow({ kind: 'choose', choice: { key, reason: '' } });
    const industry = { kind: 'correct', field: 'industry', value: '税务', reason: '按三定方案' } as const;
    await session.document.editNow({ ...industry, key: c });
    await session.close();
    const { err, code } = await cli('review', 'rank', '--desk', folder);
    expect(code).toBe(0);
    expect(err).toMatch(
      /1　丙局　完好，并列，拟推荐　自评 96.00　核验得分 96.00　已达　佐证材料\d+件次未看，其余符合推荐条件/,
    );
    expect(err).toContain('  行业已更正：税务（原填：城管），理由：按三定方案');
    expect(err).toContain('拟推荐 3 个：甲局、乙局、丙局');
    expect(err).toMatch(/还有 2 处不合规定：\n {2}共选了3个.*最多推荐2个\n {2}甲局、乙局行业（城管）/);
    expect(err).toMatch(/ {2}没有录入推荐单位.*\n {2}还有1个单位没有核验得分，名次可能变化\n$/);
  });

  it('exports the summary as a workbook', async () => {
    const out = join(home, '汇总表.xlsx');
    const ended = await cli('review', 'export', '--desk', desk(), '--out', out);
    expect([ended.code, ended.out]).toEqual([0, `${out}\n`]);
    expect((await readFile(out)).subarray(0, 2).toString()).toBe('PK');
    expect((await cli('review', 'export', '--desk', desk())).code).toBe(2);
  });

  it('judges a late package by the day of receipt', async () => {
    const other = join(home, '晚到');
    const late = await cli('review', 'import', sample, '--desk', other, '--received', '2020-11-26', '--json');
    expect(packages(late).map(({ status }) => status)).toEqual(['late']);
    expect(late.code).toBe(1);
  });

  it('goes on with a folder that is no desk, a missing file and wrong use as its exit codes say', async () => {
    const again = await cli('review', 'import', sample, '--desk', desk(), '--json');
    expect([again.code, packages(again).map(({ status }) => status)]).toEqual([0, ['duplicate']]);
    const code = async (...args: string[]): Promise<number> => (await cli('review', ...args)).code;
    expect(await code('import', join(home, 'nothing.zip'), '--desk', desk())).toBe(3);
    expect(await code('import', sample, '--desk', inbox)).toBe(3);
    expect(await code('rank', '--desk', inbox)).toBe(3);
    expect(await code('import', join(inbox, 'cut.zip'), '--desk', join(home, 'new'))).toBe(1);
    expect(await readdir(home)).not.toContain('new');
    expect(await code('import', sample)).toBe(2);
    expect(await code('import', '--desk', desk())).toBe(2);
    expect(await code('import', sample, '--desk', desk(), '--received', '2020-13-01')).toBe(2);
    expect(await code('rank', '--desk', desk(), '--agree')).toBe(2);
    expect(await code('score', '--desk', desk(), '--package', 'nothing.zip')).toBe(2);
    expect(await code('nonsense', '--desk', desk())).toBe(2);
  });
});

describe('a desk made in a data folder', () => {
  it.each([
    ['核验台', '本单位改过的标题'],
    ['别处', '自拟活动'],
  ])(
    'below %s goes by the campaign of its 推荐活动, and elsewhere by the package’s',
    async (below, title) => {
      const data = await mkdtemp(join(home, '数据-'));
      const demo = await cli('demo', '--out', join(data, 'demo'));
      const [folder = ''] = demo.out.trim().split('\n');
      const state = join(folder, 'assessment.json');
      const builtIn = JSON.parse(
        await readFile('scoring-standards/campaigns/henan-biaobing-2020.json', 'utf8'),
      ) as object;
      const campaign = { ...builtIn, id: 'own-2027', title: '自拟活动' };
      await writeFile(state, JSON.stringify({ ...JSON.parse(await readFile(state, 'utf8')), campaign }));
      await cli('export', folder, '--out', join(data, '推荐.zip'));
      await mkdir(join(data, '推荐活动'));
      const own = JSON.stringify({ ...campaign, title: '本单位改过的标题' });
      await writeFile(join(data, '推荐活动', 'own-2027.json'), own);
      await mkdir(join(data, below));
      const at = join(data, below, '甲');
      await cli('review', 'import', join(data, '推荐.zip'), '--desk', at, '--received', '2020-11-25');
      const made = JSON.parse(await readFile(join(at, 'desk.json'), 'utf8')) as Line;
      expect(made['campaign']).toMatchObject({ id: 'own-2027', title });
    },
  );
});
