import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { indexHead } from '../../../../../electron/services/desk/desk-index.ts';
import { listText } from '../../../../../electron/services/desk/desk-folder.ts';
import { PackageList } from '../../../../../electron/services/desk/package-list.ts';
import { deskCampaign } from './fixture.ts';
import { failureCode, temporaryFolder } from '../fixture.ts';

const ID = '11111111-1111-4111-8111-111111111111';
const HEAD = indexHead({ id: ID, campaign: deskCampaign({}) });
const about = (name: string) => ({ fileName: `${name}.zip`, unit: name });
const known = (name: string, key: string) => ({ key, ...about(name), reviewed: false });

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});
const at = (name: string) => join(folder, name);
/** As it is found at the next opening. */
async function opened(): Promise<{ list: PackageList; names: string[] }> {
  const list = new PackageList(folder);
  const found = await list.read(HEAD, false);
  return { list, names: [...found.known.values()].map(({ fileName }) => fileName) };
}

describe('what a desk wrote down of its packages', () => {
  it('is found again line by line, but for the end that was cut off: of that package nobody was told', async () => {
    const { list } = await opened();
    list.vouch();
    await list.keep(HEAD, []);
    for (const name of ['甲局', '乙局']) await list.note(`key-${name}`, about(name));
    const lines = await readFile(at('packages.jsonl'), 'utf8');
    await writeFile(at('packages.jsonl'), lines.slice(0, -8));
    const after = await opened();
    expect([after.names, after.list.isLost]).toEqual([['甲局.zip'], false]);
  });

  it('is found also behind a line that was cut off by an earlier end, and is lost behind one that is damaged', async () => {
    const { list } = await opened();
    list.vouch();
    await list.keep(HEAD, []);
    for (const name of ['甲局', '乙局', '丙局']) await list.note(`key-${name}`, about(name));
    const [first = '', second = '', third = ''] = (await readFile(at('packages.jsonl'), 'utf8')).split(
      /(?<=\n)(?=\n)/,
    );
    for (const cut of [1, 2, 8, second.length - 1]) {
      await writeFile(at('packages.jsonl'), `${first}${second.slice(0, -cut)}${third}`);
      const { names, list: after } = await opened();
      const isWhole = cut === 1;
      expect([names, after.isLost]).toEqual([
        ['甲局.zip', ...(isWhole ? ['乙局.zip'] : []), '丙局.zip'],
        false,
      ]);
    }
    await writeFile(at('packages.jsonl'), `${first}${second.replace('[', '{')}${third}`);
    expect((await opened()).list.isLost).toBe(true);
  });

  it('names the unit of each package that has said one', () => {
    const list = JSON.parse(
      listText(
        'id',
        new Map([
          ['a', { fileName: '甲.zip', unit: '甲局' }],
          ['b', { fileName: '乙.zip', unit: '' }],
        ]),
      ),
    ) as object;
    expect(list).toMatchObject({ packages: { a: '甲.zip', b: '乙.zip' }, units: { a: '甲局' } });
    expect(list).not.toHaveProperty('units.b');
  });

  it('is lost where the list is of another desk, and the index is not there', async () => {
    const other = '22222222-2222-4222-8222-222222222222';
    await writeFile(at('packages.json'), listText(other, new Map([['key', about('外局')]])));
    const { list, names } = await opened();
    expect([names, list.isLost]).toEqual([[], true]);
  });

  it('stays lost until somebody vouches for the rest, once it was found to be', async () => {
    const first = await opened();
    first.list.vouch();
    await first.list.keep(HEAD, []);
    const second = await opened();
    expect(second.list.isLost).toBe(false);
    second.list.lose();
    await second.list.keep(HEAD, []);
    const third = await opened();
    expect(third.list.isLost).toBe(true);
    third.list.vouch();
    await third.list.keep(HEAD, []);
    expect((await opened()).list.isLost).toBe(false);
  });

  it('is not said to be written down where it cannot be, and is with the next list', async () => {
    const { list } = await opened();
    list.vouch();
    await list.keep(HEAD, []);
    // A folder that takes the name of the lines.
    await mkdir(at('packages.jsonl'));
    expect(await failureCode(list.note('key', about('甲局')))).toBe('not-written-down');
    await rm(at('packages.jsonl'), { recursive: true });
    await list.keep(HEAD, [known('甲局', 'key')]);
    expect((await opened()).names).toEqual(['甲局.zip']);
  });

  it('has no index without its list: that would vouch for what the list does not say', async () => {
    const { list } = await opened();
    list.vouch();
    await mkdir(at('packages.json'));
    await writeFile(join(at('packages.json'), '占住'), '');
    await list.keep(HEAD, [known('甲局', 'key')]);
    expect(await readdir(folder)).not.toContain('index.json');
  });
});
