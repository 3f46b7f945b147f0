import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { campaignSchema } from '../../../../../shared/campaign/schema.ts';
import { standardSchema } from '../../../../../shared/standard/schema.ts';
import { DataFolder } from '../../../../../electron/services/files/data-folder.ts';
import { Originals } from '../../../../../electron/services/standards/originals.ts';
import { UserStandards } from '../../../../../electron/services/standards/user-standards.ts';
import { durable, failAt, forget, handles } from '../files/disk-trace.ts';
import { smallResources, STANDARD, temporaryFolder } from '../fixture.ts';

vi.mock('node:fs/promises', async (original) =>
  (await import('../files/disk-trace.ts')).traced(await original()),
);

const NOW = new Date(2026, 10, 30, 1, 2, 3, 4);
const STAMP = '20261130-010203004';

let root: string;
let standards: UserStandards;
let originals: Originals;
const at = (...names: string[]): string => join(root, ...names);

beforeEach(async () => {
  root = join(await temporaryFolder(), '标兵自评');
  const data = new DataFolder(root);
  standards = new UserStandards(data, await smallResources());
  originals = new Originals(data);
  await standards.library();
  await data.removed();
  forget();
});
afterEach(() => {
  forget();
  expect([...handles]).toEqual([]);
});

const standard = (id: string) => standardSchema.parse({ ...STANDARD, id });
const campaign = (notes: string[]) =>
  campaignSchema.parse({
    ...{ version: 3, id: 'own', title: '2027年推荐', shortTitle: '推荐', kind: 'recommendation', notes },
    materials: [],
  });
const text = async (...names: string[]): Promise<string> => readFile(at(...names), 'utf8');

describe('what is removed from the library', () => {
  it.each<[string, string, string, () => Promise<unknown>, () => Promise<unknown>]>([
    [
      'a standard',
      '标准库',
      'own.json',
      () => standards.add(standard('own')),
      () => standards.remove('own', NOW),
    ],
    [
      'a campaign',
      '推荐活动',
      'own.json',
      () => standards.campaigns.put(campaign([]), NOW),
      () => standards.campaigns.remove('own', NOW),
    ],
    [
      'what a standard was made from',
      '标准库/原表',
      'own.json',
      async () => {
        await originals.keep('own', { tables: [], state: {} as never }, NOW).catch(() => undefined);
        await writeFile(at('标准库', '原表', 'own.json'), '{}');
      },
      () => originals.remove('own', NOW),
    ],
  ])(
    '%s is on the disk in 已删除 when that is answered, or in its place',
    async (_, folder, name, make, remove) => {
      await make();
      forget();
      for (const step of ['sync 已删除', `sync ${folder.split('/').at(-1)}`]) {
        failAt(step, 'EIO');
        await expect(remove(), step).rejects.toMatchObject({ failure: { code: 'io' } });
        expect(await readdir(at(folder)), step).toContain(name);
        expect(await readdir(at('已删除')), step).toEqual([]);
      }
      forget();
      await remove();
      const [rename = '', ...synced] = durable();
      expect(rename).toMatch(/^rename own\.json -> own.*-20261130-010203004\.json$/);
      expect(synced).toEqual(['sync 已删除', `sync ${folder.split('/').at(-1)}`]);
    },
  );

  it('a standard that was laid there by hand goes by the name that it has', async () => {
    await writeFile(at('标准库', '我局细则.json'), JSON.stringify({ ...STANDARD, id: 'by-hand' }));
    expect((await standards.library()).own).toEqual(['by-hand']);
    const movedTo = await standards.remove('by-hand', NOW);
    expect(movedTo).toBe(at('已删除', `by-hand-${STAMP}.json`));
    expect((await standards.library()).own).toEqual([]);
  });

  it('takes the place of nothing that was removed at the same moment', async () => {
    for (const title of ['甲', '乙']) {
      await standards.add({ ...standard('own'), title });
      await standards.remove('own', NOW);
    }
    expect(await text('已删除', `own-${STAMP}.json`)).toContain('甲');
    expect(await text('已删除', `own-${STAMP}-2.json`)).toContain('乙');
  });
});

describe('what is put into the library', () => {
  it('two campaigns at once: of each version that was replaced there is one in 已删除', async () => {
    await standards.campaigns.put(campaign(['原来的']), NOW);
    await Promise.all(['甲页的', '乙页的'].map((note) => standards.campaigns.put(campaign([note]), NOW)));
    expect(await text('推荐活动', 'own.json')).toContain('乙页的');
    const removed = await Promise.all((await readdir(at('已删除'))).map((name) => text('已删除', name)));
    expect(removed).toHaveLength(2);
    expect(removed.join()).toContain('原来的');
    expect(removed.join()).toContain('甲页的');
  });

  it('asks by what is there when its turn comes', async () => {
    const asked: (string | undefined)[] = [];
    const put = (note: string) =>
      standards.campaigns.put(campaign([note]), NOW, (known) => void asked.push(known?.notes?.join()));
    await Promise.all([put('甲页的'), put('乙页的')]);
    expect(asked).toEqual([undefined, '甲页的']);
  });

  it('takes the place of no other file that was laid there under its name', async () => {
    const other = JSON.stringify({ ...STANDARD, id: 'another' });
    await writeFile(at('标准库', 'own.json'), other);
    await standards.add(standard('own'));
    expect(await text('标准库', 'own.json')).toBe(other);
    expect((await standards.library()).own.sort()).toEqual(['another', 'own']);
  });
});
