import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect } from 'vitest';
import { inspectPackage, verifyPackage } from '../../../../../electron/services/package/verify.ts';
import { exportFixture, makeFixture, tempFolder } from './fixture.ts';
import { bag, declare, hash, lay, SUM, verify } from './foreign-bag.ts';
import { Forgery } from './forge.ts';
import { rawZip } from './raw-zip.ts';
import { holdRules } from './rfc8493.ts';

type Changes = Record<string, string | Buffer | undefined>;

/** A bag with these changes is answered so, as a folder and as a ZIP. */
async function says(changes: Changes, ...answer: string[]): Promise<void> {
  expect(await verify(bag(changes))).toEqual(answer);
}

const MANIFEST = `${hash('sha256', bag()['manifest-sha256.txt']!)}  manifest-sha256.txt\n`;
const NOTE = `${hash('sha256', 'n')}  n.txt\n`;
const OLD = { 'bagit.txt': declare('0.97') };
const tagged = (lines: string, more: Changes = {}): Changes => ({
  ...{ 'n.txt': 'n', 'tagmanifest-sha256.txt': lines, ...more },
});
const info = (text: string): Changes => ({ 'bag-info.txt': text });
const fetched = (lines: string, more: Changes = {}): Changes => ({ 'fetch.txt': lines, ...more });
const URL = 'https://example.org/a';
const TAG_LINE = ['damaged', 'tag-line bag-info.txt'] as const;
const FETCH_LINE = ['damaged', 'fetch-line fetch.txt'] as const;

/** The tags of bag-info.txt as the program reads them. */
async function tagsOf(text: string, more: Changes = {}): Promise<string[]> {
  const [folder] = await lay(bag({ ...info(text), ...more }));
  const { source, bag: read, verification } = await inspectPackage(folder, { bagOnly: true });
  source.close();
  expect(verification.status).toBe('intact');
  return read!.tags.map(({ label, value }) => `${label}=${value}`);
}

/** What is said of one of our own packages, changed and sealed anew, by the files that it is said of. */
async function saidOfOurs(change: (forgery: Forgery) => unknown): Promise<string[]> {
  const forgery = await Forgery.of((await exportFixture(await makeFixture())).file);
  await change(forgery);
  const { status, problems } = await verifyPackage((await forgery.seal()).root);
  return [status, ...problems.map(({ code, path }) => `${code} ${path}`)];
}

/** The words about an unsafe path, by its code. */
async function wordsOf(path: string, bagOnly = true): Promise<Record<string, string>> {
  const { problems } = await verifyPackage(path, { bagOnly });
  return Object.fromEntries(problems.map(({ code, message }) => [code, message]));
}

const writeUnder = (path: Buffer): Promise<void> => writeFile(path, 'x');

holdRules('optional', {
  'tag-manifests': async () => {
    await says({ 'n.txt': 'n' }, 'intact');
    await says(tagged(MANIFEST + NOTE), 'intact');
    const md5 = `${hash('md5', bag()['manifest-sha256.txt']!)}  manifest-sha256.txt\n`;
    await says(tagged(MANIFEST + NOTE, { 'tagmanifest-md5.txt': md5 }), 'intact');
  },
  'tag-manifest-rest': async () => {
    await says(tagged(MANIFEST), 'intact');
    const md5 = hash('md5', bag()['manifest-sha256.txt']!);
    const other = { 'tagmanifest-md5.txt': `${md5}  manifest-sha256.txt\n` };
    await says(tagged(MANIFEST + NOTE, other), 'intact');
    await says({ 'n.txt': 'n', ...other }, 'intact');
    expect(await saidOfOurs(() => undefined)).toEqual(['intact']);
    const unlisted = await saidOfOurs((ours) => ours.unlisted.add('说明文件.txt'));
    expect(unlisted).toEqual(['damaged', 'unlisted 说明文件.txt']);
  },
  'tag-manifest-payload-manifests': async () => {
    await says(tagged(NOTE), 'damaged', 'unlisted manifest-sha256.txt');
    const unknown = { 'manifest-xyz.txt': 'ab  data/a.txt\n' };
    await says(
      tagged(MANIFEST, unknown),
      'damaged',
      'algorithm manifest-xyz.txt',
      'unlisted manifest-xyz.txt',
    );
  },
  'tag-manifest-none-of-its-kind': async () => {
    const other = `${hash('md5', bag()['manifest-sha256.txt']!)}  manifest-sha256.txt\n`;
    const lines = `${MANIFEST}${hash('sha256', other)}  tagmanifest-md5.txt\n`;
    const more = { 'tagmanifest-md5.txt': other };
    await says(tagged(lines, more), 'damaged', 'manifest-scope tagmanifest-md5.txt');
    await says(tagged(lines, { ...more, ...OLD }), 'intact');
  },
  'tag-manifest-payload': () =>
    says(tagged(`${MANIFEST}${SUM}  data/a.txt\n`), 'damaged', 'manifest-scope data/a.txt'),
  'tag-manifest-form': async () => {
    await says(tagged(`${MANIFEST}nonsense\n`), 'damaged', 'manifest-line tagmanifest-sha256.txt');
    await says(tagged(MANIFEST + NOTE + NOTE), 'damaged', 'manifest-twice n.txt');
    const named = { 'n.txt': undefined, 'n%.txt': 'n' };
    await says(tagged(MANIFEST + NOTE.replace('n.txt', 'n%25.txt'), named), 'intact');
    const upper = { 'tagmanifest-sha256.txt': undefined, 'tagmanifest-SHA256.txt': MANIFEST };
    await says(upper, 'damaged', 'manifest-name tagmanifest-SHA256.txt');
  },

  'tags-free': async () => {
    await says({}, 'intact');
    await says(info(''), 'intact');
    expect(await tagsOf('Contact-Name: X\nContact-Name: Y\n')).toEqual(['Contact-Name=X', 'Contact-Name=Y']);
  },
  'tags-order': async () => {
    expect(await tagsOf('C: 1\nA: 2\nB: 3\nA: 1\n')).toEqual(['C=1', 'A=2', 'B=3', 'A=1']);
  },
  'tag-form': async () => {
    for (const line of ['A', 'A b', 'A:b', 'A:', ': b']) await says(info(`A: b\n${line}\n`), ...TAG_LINE);
    for (const line of ['A: b', 'A:\tb', 'A: b: c']) await says(info(`${line}\n`), 'intact');
    expect(await tagsOf('\nA: b\n \n\nC: d\n\n')).toEqual(['A=b', 'C=d']);
    await says(fetched(`\n${URL} 1 data/a.txt\n\n`), 'intact');
  },
  'tag-label': async () => {
    for (const line of ['A : b', 'A\t: b', ' A: b']) await says(info(`${line}\n`), ...TAG_LINE);
    expect(await tagsOf('Contact Name: X\nA: b: c\n')).toEqual(['Contact Name=X', 'A=b: c']);
  },
  'tag-length': async () => {
    expect(await tagsOf(`A: ${'长'.repeat(1000)}\n`)).toEqual([`A=${'长'.repeat(1000)}`]);
    const most = 256 * 1024;
    await says(info(`A: ${'x'.repeat(most - 3)}\nB: c\n`), 'intact');
    await says(info(`B: c\nA: ${'x'.repeat(most - 2)}\n`), 'unsafe', 'too-large bag-info.txt');
  },
  'tag-folded': async () => {
    expect(await tagsOf('A: one\n  two\n\t three\r\n four\nB: x\n')).toEqual(['A=one two three four', 'B=x']);
  },
  'tag-old-blanks': async () => {
    expect(await tagsOf('A  :  b\nC\t:\t d\n', OLD)).toEqual(['A=b', 'C=d']);
  },
  'oxum-no-proof': () =>
    says({ ...info('Payload-Oxum: 1.1\n'), 'data/a.txt': 'b' }, 'damaged', 'changed data/a.txt'),
  'oxum-once': async () => {
    const twice = info('Payload-Oxum: 1.1\nPAYLOAD-OXUM: 1.1\n');
    const oxum = 'oxum bag-info.txt';
    await says(twice, 'damaged', oxum);
    for (const version of ['0.93', '0.97'])
      await says({ ...twice, 'bagit.txt': declare(version) }, 'intact', oxum);
    for (const [first, second] of [
      ['1.1', '2.1'],
      ['2.1', '1.1'],
    ]) {
      const differ = info(`Payload-Oxum: ${first}\nPayload-Oxum: ${second}\n`);
      await says({ ...differ, ...OLD }, 'damaged', oxum, oxum);
    }
  },
  'oxum-form': async () => {
    await says(info('payload-oxum: 1.1\n'), 'intact');
    for (const value of ['2.1', '1.2', '1', '1,1', '1.1.1', '1 B', ''])
      await says(info(`Payload-Oxum: ${value}\n`), 'damaged', 'oxum bag-info.txt');
  },
  'tags-repeated': async () => {
    for (const label of ['Bagging-Date', 'Bag-Size', 'Bag-Group-Identifier', 'Bag-Count'])
      await says(info(`${label}: x\n${label}: y\n`), 'intact');
    for (const label of ['Bagging-Date', 'BAG-SIZE', 'Bag-Group-Identifier']) {
      const again = (text: string) =>
        `${text}${label}: ${new RegExp(`^${label}: (.*)`, 'imu').exec(text)![1]}\n`;
      const said = await saidOfOurs((ours) => ours.edit('bag-info.txt', again));
      expect(said).toEqual(['suspect', 'tag-twice bag-info.txt']);
    }
  },
  'group-reference': async () => {
    for (const group of ['https://example.org/a', 'urn:uuid:0', 'x y'])
      await says(info(`Bag-Group-Identifier: ${group}\n`), 'intact');
  },
  'tags-other': () => says(info('Any-Thing: x\n随便: y\n'), 'intact'),

  'fetch-later': async () => {
    const lines = `${SUM}  data/a.txt\n${hash('sha256', 'b')}  data/b\n`;
    const files = { 'manifest-sha256.txt': lines, ...fetched(`${URL} - data/b\n`) };
    await says(files, 'damaged', 'missing data/b');
    const [folder] = await lay(bag(files));
    expect((await wordsOf(folder)).missing).toBe('没有随包提供，要从别处下载（fetch.txt）');
    await says({ ...files, 'data/b': 'b' }, 'intact');
  },
  'fetch-name': () => says({ 'fetch-1.txt': 'x', 'meta/fetch.txt': 'x' }, 'intact'),
  'fetch-listed': async () => {
    await says(fetched(`${URL} - data/c\n`), 'damaged', 'fetch-unlisted data/c');
    const md5 = `${hash('md5', 'a')}  data/a.txt\n`;
    await says(fetched(`${URL} 1 data/a.txt\n`, { 'manifest-md5.txt': md5 }), 'intact');
    const files = { 'manifest-md5.txt': '', ...fetched(`${URL} 1 data/a.txt\n`) };
    await says(files, 'damaged', 'fetch-unlisted data/a.txt', 'unlisted data/a.txt');
  },
  'fetch-no-tags': async () => {
    const files = tagged(MANIFEST + NOTE, fetched(`${URL} 1 n.txt\n`));
    await says(files, 'damaged', 'fetch-unlisted n.txt');
    const listed = { 'n.txt': 'n', 'manifest-sha256.txt': `${SUM}  data/a.txt\n${NOTE}` };
    const answer = ['damaged', 'fetch-unlisted n.txt', 'manifest-scope n.txt'];
    await says({ ...listed, ...fetched(`${URL} 1 n.txt\n`) }, ...answer);
  },
  'fetch-form': async () => {
    for (const line of [
      URL,
      `${URL} data/a.txt`,
      `${URL} 1kB data/a.txt`,
      `${URL} -1 data/a.txt`,
      `${URL} 1`,
    ])
      await says(fetched(`${line}\n`), ...FETCH_LINE);
  },
  'fetch-absolute': async () => {
    for (const url of [
      'a.txt',
      '/a.txt',
      '//example.org/a',
      '../a',
      'example.org/a',
      `${URL}%zz`,
      `${URL}%4`,
    ])
      await says(fetched(`${url} 1 data/a.txt\n`), 'damaged', 'fetch-line data/a.txt');
    for (const url of [
      URL,
      'ftp://example.org/a',
      'file:///a',
      'urn:isbn:1',
      'javascript:alert(1)',
      `${URL}%E6`,
    ])
      await says(fetched(`${url} 1 data/a.txt\n`), 'intact');
    await says(fetched('a.txt 1 data/a.txt\n', OLD), 'intact');
  },
  'fetch-slash': () => says(fetched(`${URL} 1 data\\a.txt\n`), 'damaged', 'fetch-unlisted data\\a.txt'),
  'fetch-blanks': async () => {
    await says(fetched(`${URL}\t  1 \t data/a.txt\n`), 'intact');
    await says(fetched(`https://example.org/a b 1 data/a.txt\n`), ...FETCH_LINE);
    await says(fetched(`https://example.org/a%20b 1 data/a.txt\n`), 'intact');
  },
  'fetch-percent': async () => {
    const files = {
      'data/a.txt': undefined,
      'data/5%\n': 'a',
      'manifest-sha256.txt': `${SUM}  data/5%25%0A\n`,
    };
    const windows = 'windows-name data/5%[U+000A]';
    await says({ ...files, ...fetched(`${URL} 1 data/5%25%0a\n`) }, 'intact', windows);
  },

  'other-tag-files': () => says({ 'x.bin': Buffer.from([0, 1, 255]), 'meta/y.json': '{' }, 'intact'),
  'other-tag-files-checked': async () => {
    await says(tagged(MANIFEST + NOTE), 'intact');
    await says(tagged(MANIFEST + NOTE, { 'n.txt': 'm' }), 'damaged', 'changed n.txt');
  },
  'other-tag-files-unread': async () => {
    const text = '\ufeff../../x\nPayload-Oxum: 9.9\n';
    const line = `${hash('sha256', text)}  n.txt\n`;
    await says(tagged(MANIFEST + line, { 'n.txt': text }), 'intact');
    await says(
      { 'meta/bag-info.txt': text, 'meta/manifest-sha256.txt': text, 'meta/bagit.txt': text },
      'intact',
    );
  },

  'outside-unread': async () => {
    const lines = bag()['manifest-sha256.txt'] as string;
    for (const path of ['../secret', 'data/../../secret', '/etc/hostname', '~/x', '~root/x', 'data/..'])
      await says({ 'manifest-sha256.txt': `${lines}${SUM}  ${path}\n` }, 'unsafe', `manifest-path ${path}`);
    await says(tagged(`${MANIFEST}${SUM}  ../secret\n`), 'unsafe', 'manifest-path ../secret');
    await says(fetched(`${URL} 1 ../secret\n`), 'unsafe', 'fetch-path ../secret');
    await says(fetched(`${URL} 1 /data/a.txt\n`, OLD), 'unsafe', 'fetch-path /data/a.txt');
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
    await says(fetched(`${URL} 1 %HomeDrive%/x\n`), 'unsafe', 'fetch-path %HomeDrive%/x');
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
          ...fetched(`${URL} 1 ${path}\n`),
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
      await says(fetched(`${URL} ${size} data/a.txt\n`), 'intact');
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
    await forgery.write('data/汇报材料/01 综合汇报材料/01 综合汇报材料.docx', 'PK另一份');
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
