import { cp, mkdir, mkdtemp, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { DeskSession } from '../../../../electron/services/desk/desk-session.ts';
import { deskFor, forge, packageFile, unitFixture } from '../services/desk/fixture.ts';
import { cli, cliUntil, type Ended } from './terminal.ts';

const UNITS = ['甲局', '乙局', '丙局'];

let home: string;
let inbox: string;
let empty: string;
const files = (): string[] => UNITS.map((name) => join(inbox, `${name}.zip`));
const on = (desk: string): string[] => ['--desk', desk, '--received', '2026-11-20'];

async function newDesk(): Promise<string> {
  const desk = await mkdtemp(join(home, '台-'));
  await cp(empty, desk, { recursive: true });
  return desk;
}

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'biaobing-review-import-'));
  inbox = join(home, '收到');
  await mkdir(inbox);
  for (const name of UNITS) {
    const unit = await unitFixture({ name });
    await packageFile(unit, inbox, `${name}.zip`);
    if (name === '甲局') empty = await deskFor(unit);
  }
}, 60_000);
afterEach(() => vi.restoreAllMocks());
afterAll(() => rm(home, { recursive: true, force: true }));

it('names no revision of a file that tells none', async () => {
  const newer = join(home, '新.zip');
  await forge(files()[0] ?? '', newer, (text) => text.replace(/"version":\s*\d+/, '"version":99'));
  const { err } = await cli('review', 'import', newer, ...on(await newDesk()));
  expect(err).toMatch(/\n {2}甲局　封签码 无\n/);
});

describe('review import that is stopped by Ctrl+C', () => {
  const real = Reflect.get(DeskSession.prototype, 'receive');

  /** Stopped as soon as so many files are in. */
  async function stoppedAfter(count: number, desk: string, ...more: string[]): Promise<Ended> {
    const stop = new AbortController();
    const receive = vi.spyOn(DeskSession.prototype, 'receive');
    let received = 0;
    receive.mockImplementation(async function (this: DeskSession, ...args) {
      const receipt = await real.apply(this, args);
      received += 1;
      if (received === count) stop.abort();
      return receipt;
    });
    try {
      return await cliUntil(stop.signal, 'review', 'import', ...files(), ...on(desk), ...more);
    } finally {
      receive.mockRestore();
    }
  }

  it('names what is in and stays, as a whole run does, and goes on from there', async () => {
    const desk = await newDesk();
    const { code, err } = await stoppedAfter(2, desk);
    expect(code).toBe(3);
    expect(err.match(/^完好　.*$/gmu)?.map((line) => basename(line))).toEqual(['甲局.zip', '乙局.zip']);
    expect(err).toMatch(/\n {2}甲局　第 1 版　封签码 /);
    expect(err).toMatch(
      /\n收件中途停止：3 个文件中收下 2 个，都留在核验台；有 1 个没有处理完。\n再次导入同样的文件即可接着收，已收过的会记为重复。\n$/,
    );
    expect(err).not.toContain('没有改动');
    const again = await cli('review', 'import', ...files(), ...on(desk), '--json');
    const { packages } = JSON.parse(again.out) as { packages: { status: string }[] };
    expect(packages.map(({ status }) => status)).toEqual(['duplicate', 'duplicate', 'accepted']);
  });

  it('prints the same of what is in, in the promised form', async () => {
    const { code, err, out } = await stoppedAfter(1, await newDesk(), '--json');
    expect(code).toBe(3);
    expect(err).toMatch(/^收件中途停止：3 个文件中收下 1 个，/);
    const printed = JSON.parse(out) as { packages: { file: string }[] };
    expect(Object.keys(printed)).toEqual(['basis', 'packages', 'failed']);
    expect(printed).toMatchObject({ packages: [{ status: 'accepted', kept: true }], failed: [] });
    expect(printed.packages.map(({ file }) => basename(file))).toEqual(['甲局.zip']);
  });

  it('has done nothing where it is stopped before the desk was looked at', async () => {
    const desk = await newDesk();
    const args = ['review', 'import', ...files(), ...on(desk)];
    const { code, err } = await cliUntil(AbortSignal.abort(), ...args);
    expect(code).toBe(3);
    expect(err).toMatch(/^已取消。\n原有数据没有改动。\n/);
    expect(await readdir(join(desk, 'packages'))).toEqual([]);
  });
});

describe('review import of a folder', () => {
  it('names what lies in it and is not taken in', async () => {
    const folder = join(home, '杂');
    await mkdir(join(folder, '解开的', 'data'), { recursive: true });
    await cp(join(inbox, '甲局.zip'), join(folder, '解开的', 'data', '材料.zip'));
    await cp(join(inbox, '丙局.zip'), join(folder, '解开的', '丙局.zip'));
    await writeFile(join(folder, '解开的', 'bagit.txt'), 'BagIt-Version: 1.0\n');
    await mkdir(join(folder, '县区'));
    await cp(join(inbox, '乙局.zip'), join(folder, '县区', '乙局.zip'));
    await symlink(join(inbox, '丙局.zip'), join(folder, '链接.zip'));
    await symlink(inbox, join(folder, '别处'));
    for (const name of ['1', '2', '3', '4', '5', '6']) await writeFile(join(folder, `${name}.txt`), '');
    const { code, err } = await cli('review', 'import', folder, ...on(await newDesk()));
    expect(code).toBe(0);
    expect(err.match(/^完好　.*$/gmu)?.map((line) => basename(line))).toEqual(['乙局.zip', '丙局.zip']);
    expect(err.split('\n').slice(0, 3)).toEqual([
      '文件夹“解开的”是解开的推荐包，没有收：请收原来的 .zip 文件，没有时可把它压缩成 zip 再收',
      `${folder} 里有 2 个链接或特殊文件，没有收：“别处”、“链接.zip”；要收的，请直接写它指向的文件或文件夹`,
      `${folder} 里有 6 个文件不是 .zip，没有收：“1.txt”、“2.txt”、“3.txt”、“4.txt”、“5.txt” 等`,
    ]);
  });

  // Windows and macOS keep names as text.
  it.skipIf(process.platform !== 'linux')(
    'tells a name that is not in UTF-8, and takes in all else',
    async () => {
      const folder = join(home, '解压过的');
      await mkdir(folder);
      await cp(join(inbox, '乙局.zip'), join(folder, '乙局.zip'));
      const gbk = (hex: string): Buffer =>
        Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(hex, 'hex')]);
      // 县区, a folder with a package, and 甲局.zip.
      await mkdir(gbk('cfd8c7f8'));
      await cp(join(inbox, '甲局.zip'), join(folder, '甲局.zip'));
      await rename(join(folder, '甲局.zip'), gbk('bcd7bed62e7a6970'));
      await writeFile(gbk('d2d22e747874'), '');
      const { code, err } = await cli('review', 'import', folder, ...on(await newDesk()));
      expect(code).toBe(1);
      expect(err.match(/^完好　.*$/gmu)?.map((line) => basename(line))).toEqual(['乙局.zip']);
      expect(err).toContain(
        `${folder} 里有 2 个文件或文件夹的名称不是 UTF-8 编码（多半是解压时认错了编码，这里按 GBK 显示），按这个名称找不到它：“县区”、“甲局.zip”。`,
      );
      expect(err).toContain('有 1 个文件不是 .zip，没有收：“乙.txt”');
    },
  );

  it('says that there is nothing to take in, and of a folder of packages alone nothing', async () => {
    const folder = join(home, '空');
    await mkdir(folder);
    const none = await cli('review', 'import', folder, ...on(await newDesk()));
    expect([none.code, none.err]).toEqual([
      1,
      `${folder} 里没有可以收的 .zip 文件。\n没有从这里接收任何推荐包。\n请给出推荐包（.zip），或者放有推荐包的文件夹。\n`,
    ]);
    const json = await cli('review', 'import', folder, inbox, '--json', ...on(await newDesk()));
    const { packages, failed } = JSON.parse(json.out) as Record<string, { file: string; code: string }[]>;
    expect([json.code, packages!.length > 0, failed!.map(({ file, code }) => [file, code])]).toEqual([
      1,
      true,
      [[folder, 'nothing-to-take']],
    ]);
    const all = await cli('review', 'import', inbox, ...on(await newDesk()));
    expect([all.code, all.err]).toEqual([0, expect.not.stringContaining('没有收')]);
  });
});
