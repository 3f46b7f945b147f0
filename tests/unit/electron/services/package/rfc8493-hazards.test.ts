import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { verifyPackage } from '../../../../../electron/services/package/verify.ts';
import { exportFixture, makeFixture, tempFolder } from './fixture.ts';
import {
  bag,
  type Changes,
  declare,
  fetched,
  hash,
  lay,
  MANIFEST,
  OLD,
  says,
  SUM,
  tagged,
  URL_A,
  wordsOf,
} from './foreign-bag.ts';
import { Forgery, saidOfOurs } from './forge.ts';
import { rawZip } from './raw-zip.ts';
import { holdRules } from './rfc8493.ts';

const writeUnder = (path: Buffer): Promise<void> => writeFile(path, 'x');

holdRules('hazards', {
  'outside-unread': async () => {
    const lines = bag()['manifest-sha256.txt'] as string;
    for (const path of ['../secret', 'data/../../secret', '/etc/hostname', '~/x', '~root/x', 'data/..'])
      await says({ 'manifest-sha256.txt': `${lines}${SUM}  ${path}\n` }, 'unsafe', `manifest-path ${path}`);
    const zero = { 'manifest-sha256.txt': `${lines}${SUM}  data/a\0.txt\n` };
    await says(zero, 'unsafe', 'manifest-path data/a[U+0000].txt');
    await says(tagged(`${MANIFEST}${SUM}  ../secret\n`), 'unsafe', 'manifest-path ../secret');
    await says(fetched(`${URL_A} 1 ../secret\n`), 'unsafe', 'fetch-path ../secret');
    await says(fetched(`${URL_A} 1 /data/a.txt\n`, OLD), 'unsafe', 'fetch-path /data/a.txt');
  },
  'outside-links': async () => {
    const outside = await tempFolder();
    await writeFile(join(outside, 'a.txt'), 'a');
    const [folder] = await lay(bag({ 'data/a.txt': undefined, 'data/': '' }));
    await symlink(join(outside, 'a.txt'), join(folder, 'data/a.txt'));
    const { status, problems } = await verifyPackage(folder, { bagOnly: true });
    expect([status, problems[0]?.code]).toEqual(['unsafe', 'link']);
    const [whole, zip] = await lay(bag());
    await mkdir(join(whole, 'meta'));
    await symlink(outside, join(whole, 'meta/x'));
    expect((await verifyPackage(whole, { bagOnly: true })).status).toBe('unsafe');
    const entries = Object.entries(bag()).map(([path, data]) => ({ name: `bag/${path}`, data }));
    await writeFile(zip, rawZip([...entries, { name: 'bag/l', data: outside, mode: 0o120777 }]));
    expect((await verifyPackage(zip, { bagOnly: true })).status).toBe('unsafe');
  },
  'outside-windows': async () => {
    const lines = bag()['manifest-sha256.txt'] as string;
    for (const path of ['C:/x', 'c:x', '\\\\?\\C:\\x', '\\\\server\\x', '//server/x', 'data\\..\\..\\x'])
      await says({ 'manifest-sha256.txt': `${lines}${SUM}  ${path}\n` }, 'unsafe', `manifest-path ${path}`);
    await says(fetched(`${URL_A} 1 %HomeDrive%/x\n`), 'unsafe', 'fetch-path %HomeDrive%/x');
  },
  'outside-words': async () => {
    const lines = bag()['manifest-sha256.txt'] as string;
    const about = '路径里有“.”“..”、反斜杠等不规范的写法，不同的软件会认成不同的位置';
    const out = '路径会指到包外';
    for (const [path, words] of [
      ['data/x/../a.txt', about],
      ['data/..', about],
      ['data\\..\\a.txt', about],
      ['data/../../a.txt', out],
      ['data\\..\\..\\a', out],
      ['/a', out],
    ] as const) {
      const [folder] = await lay(
        bag({
          'manifest-sha256.txt': `${lines}${SUM}  ${path}\n`,
          'tagmanifest-sha256.txt': `${SUM}  ${path}\n`,
          ...fetched(`${URL_A} 1 ${path}\n`),
        }),
      );
      expect(await wordsOf(folder)).toMatchObject({
        'manifest-path': `tagmanifest-sha256.txt 里的${words}`,
        'fetch-path': `fetch.txt 里的${words}`,
      });
    }
    const zip = join(await tempFolder(), 'x.zip');
    for (const [name, words] of [
      ['./x/bagit.txt', about],
      ['x\\bagit.txt', about],
      ['x//bagit.txt', about],
      ['x/y/../bagit.txt', about],
      ['x/../../bagit.txt', out],
      ['C:/bagit.txt', out],
    ] as const) {
      await writeFile(zip, rawZip([{ name, data: declare('1.0') }]));
      const { status, problems } = await verifyPackage(zip, { bagOnly: true });
      expect([status, problems[0]?.code, problems[0]?.message]).toEqual([
        'unsafe',
        'path',
        `${words}，不能解压`,
      ]);
    }
  },
  'fetch-sizes': async () => {
    for (const size of ['0', '2', '9'.repeat(400)])
      await says(fetched(`${URL_A} ${size} data/a.txt\n`), 'intact');
  },

  'fetch-abort': async () => {
    let asked = 0;
    const server = createServer((_, answer) => {
      asked += 1;
      answer.end('ab');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    try {
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/b`;
      const lines = `${SUM}  data/a.txt\n${hash('sha256', 'ab')}  data/b\n`;
      await says(
        { 'manifest-sha256.txt': lines, ...fetched(`${url} 1 data/b\n`) },
        'damaged',
        'missing data/b',
      );
      expect(asked).toBe(0);
    } finally {
      server.close();
    }
  },
  'forged-payload': async () => {
    const { file, sealCode } = await exportFixture(await makeFixture());
    const forgery = await Forgery.of(file);
    expect((await verifyPackage(forgery.root)).sealCode).toBe(sealCode);
    await forgery.edit('data/汇报材料/综合汇报材料/01 综合汇报材料.docx', () => 'PK另一份');
    const forged = await verifyPackage((await forgery.seal()).root, { bagOnly: true });
    expect(forged).toMatchObject({
      status: 'intact',
      sealCode: expect.stringMatching(/^\w{4}(-\w{4}){3}$/u) as string,
    });
    expect(forged.sealCode).not.toBe(sealCode);
  },

  'names-composed': async () => {
    const files = (path: string, written: string): Changes => ({
      ...{
        'data/a.txt': undefined,
        [`data/${path}`]: 'a',
        'manifest-sha256.txt': `${SUM}  data/${written}\n`,
      },
    });
    await says(files('e\u0301', '\u00e9'), 'intact', 'normalisation data/e\u0301');
    await says(files('\u00e9', 'e\u0301'), 'intact', 'normalisation data/\u00e9');
    await says(
      { ...files('e\u0301', '\u00e9'), 'data/e\u0301': 'b' },
      'damaged',
      'changed data/e\u0301',
      'normalisation data/e\u0301',
    );
    // Two of them: neither is taken for what a third spelling means.
    const two = { 'data/e\u0323\u0302': 'a', 'data/\u00ea\u0323': 'a', 'data/a.txt': undefined };
    const third = { ...two, 'manifest-sha256.txt': `${SUM}  data/\u1ec7\n` };
    const told = ['collision', 'missing', 'unlisted', 'unlisted'];
    const spelt = ['\u00ea\u0323', '\u1ec7', 'e\u0323\u0302', '\u00ea\u0323'];
    await says(third, 'damaged', ...told.map((code, index) => `${code} data/${spelt[index]}`));
  },
  'names-alike': async () => {
    const alike = (...paths: string[]): Changes => ({
      ...{ 'data/a.txt': undefined, ...Object.fromEntries(paths.map((path) => [`data/${path}`, 'a'])) },
      'manifest-sha256.txt': paths.map((path) => `${SUM}  data/${path}\n`).join(''),
    });
    for (const [twins, ...told] of [
      [['Foto.txt', 'foto.txt'], 'foto.txt'],
      [['e\u0301', '\u00e9'], '\u00e9'],
      [['S', 's/y'], 's'],
      [['S/x', 's/y', 's/z'], 's'],
      [['S/x', 's/x'], 's', 's/x'],
      [['e\u0301/x', '\u00e9/y/z'], '\u00e9'],
      [['S/T/x', 'S/t/y'], 'S/t'],
      [['S/T', 'T/S']],
    ] as const)
      await says(alike(...twins), 'intact', ...told.map((path) => `collision data/${path}`));
    // Of our own packages; by nobody's names can a file be a folder too.
    const ours = await saidOfOurs((forgery) =>
      forgery.write('data/佐证材料/X/1', '1').then(() => forgery.write('data/佐证材料/x/2', '2')),
    );
    expect(ours.slice(0, 2)).toEqual(['unsafe', 'collision data/佐证材料/x']);
    const zip = join(await tempFolder(), 'x.zip');
    for (const order of [1, -1]) {
      const both = Object.entries(bag(alike('s', 's/y', 's/z')));
      await writeFile(
        zip,
        rawZip(both.map(([path, data]) => ({ name: `bag/${path}`, data })).sort(() => order)),
      );
      const { status, problems } = await verifyPackage(zip, { bagOnly: true });
      expect([status, problems.map(({ code, path }) => `${code} ${path}`)]).toEqual([
        'unsafe',
        ['collision data/s'],
      ]);
    }
  },
  'names-windows': async () => {
    const lines = ['a:b', 'CON', 'x.'].map((name) => `${SUM}  data/${name}\n`).join('');
    const files = { 'data/a:b': 'a', 'data/CON': 'a', 'data/x.': 'a' };
    const answer = Object.keys(files).map((path) => `windows-name ${path}`);
    const manifest = { 'manifest-sha256.txt': `${SUM}  data/a.txt\n${lines}` };
    await says({ ...files, ...manifest }, 'intact', ...answer.sort());
  },
  'names-undecoded': async () => {
    // Other systems have no such names.
    if (process.platform !== 'linux') return;
    const name = Buffer.from([0xc9, 0xa8, 0xc3, 0xe8, 0xbc, 0xfe, 0x2e, 0x6a, 0x70, 0x67]);
    for (const [at, where] of [
      ['', '最外层文件夹里'],
      ['data/', '文件夹“data”里'],
      ['data/x/', '文件夹“data/x”里'],
    ] as const)
      for (const make of [writeUnder, mkdir]) {
        const [folder] = await lay(
          bag({ 'data/x/b': 'a', 'manifest-sha256.txt': `${SUM}  data/a.txt\n${SUM}  data/x/b\n` }),
        );
        await make(Buffer.concat([Buffer.from(`${folder}/${at}`), name]));
        const { status, problems } = await verifyPackage(folder, { bagOnly: true });
        expect([status, problems.map(({ code, path }) => `${code} ${path}`)]).toEqual([
          'damaged',
          [`name-encoding ${at}扫描件.jpg`],
        ]);
        expect(problems[0]?.message).toContain(`${where}有一个名称不是 UTF-8 编码`);
        expect(problems[0]?.message).toContain('请直接核验原来的 .zip');
      }
    // A bag whose own folder is called so, and a name that only looks like one that could not be read.
    const outer = await tempFolder();
    await mkdir(Buffer.concat([Buffer.from(`${outer}/`), name]));
    expect(Object.keys(await wordsOf(outer))).toEqual(['name-encoding']);
    const [folder, zip] = await lay(bag());
    await rm(zip);
    await writeUnder(Buffer.concat([Buffer.from(`${dirname(folder)}/`), name]));
    expect(Object.keys(await wordsOf(dirname(folder)))).toContain('name-encoding');
    await says(
      { 'data/\ufffd': 'a', 'manifest-sha256.txt': `${SUM}  data/a.txt\n${SUM}  data/\ufffd\n` },
      'intact',
    );
  },
  'md5sum-form': async () => {
    const lines = { 'manifest-sha256.txt': `${SUM} *data/a.txt\n` };
    await says(lines, 'intact', 'manifest-prefix data/a.txt');
    const [folder] = await lay(bag(lines));
    const { problems } = await verifyPackage(folder, { bagOnly: true });
    expect(problems[0]?.message).toContain('严格核验的 BagIt 程序不会通过');
    expect(await readFile(join(folder, 'manifest-sha256.txt'), 'utf8')).toBe(lines['manifest-sha256.txt']);
  },
});
