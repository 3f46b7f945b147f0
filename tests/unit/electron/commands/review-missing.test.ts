import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { deskFor, folderOf, packageFile, unitFixture } from '../services/desk/fixture.ts';
import { cli } from './terminal.ts';

let desk: string;
let inbox: string;
const key = async (unit: string): Promise<string> => {
  const { out } = await cli('review', 'score', '--desk', desk, '--package', `${unit}.zip`, '--json');
  return (JSON.parse(out) as { key: string }).key;
};

beforeEach(async () => {
  inbox = await folderOf('收到');
  const units = await Promise.all(['甲局', '乙局'].map((name) => unitFixture({ name })));
  desk = await deskFor(units[0]!);
  await packageFile(units[0]!, inbox, '甲局.zip');
  await packageFile(units[1]!, inbox, '乙局.zip');
  await cli('review', 'import', inbox, '--desk', desk, '--received', '2026-11-20');
  for (const name of ['甲局', '乙局'])
    await cli('review', 'score', '--desk', desk, '--package', `${name}.zip`, '--agree', '--confirm-gaps');
});

describe('a package that was received and is away', () => {
  it.each([
    ['by its key', (of: string) => of],
    ['by its file', () => '乙局.zip'],
  ])('is no wrong use to ask for %s: what is missing is said', async (_, called) => {
    const of = await key('乙局');
    await rm(join(desk, 'packages', of), { recursive: true });
    const { code, err } = await cli('review', 'score', '--desk', desk, '--package', called(of));
    expect(code).toBe(1);
    expect(err).toContain(`收过的推荐包“乙局（乙局.zip）”的文件夹（packages 里的 ${of}）现在不在核验台里。`);
    expect(err).not.toContain('用法：');
    const other = await cli('review', 'score', '--desk', desk, '--package', '丙局.zip');
    expect(other).toMatchObject({ code: 2 });
    expect(other.err).toContain('核验台里没有 丙局.zip');
  });

  it('comes again without its review: the import and every list after it say so, and none is final', async () => {
    const folder = join(desk, 'packages', await key('乙局'));
    for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true });
    expect((await cli('review', 'rank', '--desk', desk)).code).toBe(1);
    const again = await cli('review', 'import', join(inbox, '乙局.zip'), '--desk', desk);
    expect(again.code).toBe(1);
    expect(again.err).toContain('核验台里它原来的核验记录已经不见了，这次收下的从头核验');
    for (const line of [['rank'], ['export', '--out', join(inbox, '表.xlsx')]]) {
      const { code, err } = await cli('review', ...line, '--desk', desk);
      expect(code).toBe(1);
      expect(err).toContain('“乙局（乙局.zip）”的核验记录 review.json 不见了');
    }
    const agree = ['score', '--package', '乙局.zip', '--agree', '--confirm-gaps'];
    expect((await cli('review', ...agree, '--desk', desk)).code).toBe(0);
    expect(await cli('review', 'rank', '--desk', desk)).toMatchObject({ code: 0 });
  });

  it.each([
    ['is gone', (path: string) => rm(path)],
    ['is another file', (path: string) => writeFile(path, 'x')],
  ])('is not whole either where its original %s', async (_, lose) => {
    await lose(join(desk, 'packages', await key('乙局'), 'original.zip'));
    expect((await cli('review', 'rank', '--desk', desk)).code).toBe(1);
    const again = await cli('review', 'import', join(inbox, '乙局.zip'), '--desk', desk);
    expect(again.code).toBe(0);
    expect((await cli('review', 'rank', '--desk', desk)).code).toBe(0);
  });
});
