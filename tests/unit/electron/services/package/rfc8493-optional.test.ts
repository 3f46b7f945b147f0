import { expect } from 'vitest';
import { inspectPackage } from '../../../../../electron/services/package/verify.ts';
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
import { saidOfOurs } from './forge.ts';
import { holdRules } from './rfc8493.ts';

const NOTE = `${hash('sha256', 'n')}  n.txt\n`;
const info = (text: string): Changes => ({ 'bag-info.txt': text });
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
    await says(fetched(`\n${URL_A} 1 data/a.txt\n\n`), 'intact');
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
    const files = { 'manifest-sha256.txt': lines, ...fetched(`${URL_A} - data/b\n`) };
    await says(files, 'damaged', 'missing data/b');
    const [folder] = await lay(bag(files));
    expect((await wordsOf(folder)).missing).toBe('没有随包提供，要从别处下载（fetch.txt）');
    await says({ ...files, 'data/b': 'b' }, 'intact');
  },
  'fetch-name': () => says({ 'fetch-1.txt': 'x', 'meta/fetch.txt': 'x' }, 'intact'),
  'fetch-listed': async () => {
    await says(fetched(`${URL_A} - data/c\n`), 'damaged', 'fetch-unlisted data/c');
    const md5 = `${hash('md5', 'a')}  data/a.txt\n`;
    await says(fetched(`${URL_A} 1 data/a.txt\n`, { 'manifest-md5.txt': md5 }), 'intact');
    const files = { 'manifest-md5.txt': '', ...fetched(`${URL_A} 1 data/a.txt\n`) };
    await says(files, 'damaged', 'fetch-unlisted data/a.txt', 'unlisted data/a.txt');
  },
  'fetch-no-tags': async () => {
    const files = tagged(MANIFEST + NOTE, fetched(`${URL_A} 1 n.txt\n`));
    await says(files, 'damaged', 'fetch-unlisted n.txt');
    const listed = { 'n.txt': 'n', 'manifest-sha256.txt': `${SUM}  data/a.txt\n${NOTE}` };
    const answer = ['damaged', 'fetch-unlisted n.txt', 'manifest-scope n.txt'];
    await says({ ...listed, ...fetched(`${URL_A} 1 n.txt\n`) }, ...answer);
  },
  'fetch-form': async () => {
    for (const line of [
      URL_A,
      `${URL_A} data/a.txt`,
      `${URL_A} 1kB data/a.txt`,
      `${URL_A} -1 data/a.txt`,
      `${URL_A} 1`,
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
      `${URL_A}%zz`,
      `${URL_A}%4`,
    ])
      await says(fetched(`${url} 1 data/a.txt\n`), 'damaged', 'fetch-line data/a.txt');
    for (const url of [
      URL_A,
      'ftp://example.org/a',
      'file:///a',
      'urn:isbn:1',
      'javascript:alert(1)',
      `${URL_A}%E6`,
    ])
      await says(fetched(`${url} 1 data/a.txt\n`), 'intact');
    await says(fetched('a.txt 1 data/a.txt\n', OLD), 'intact');
  },
  'fetch-slash': () => says(fetched(`${URL_A} 1 data\\a.txt\n`), 'damaged', 'fetch-unlisted data\\a.txt'),
  'fetch-blanks': async () => {
    await says(fetched(`${URL_A}\t  1 \t data/a.txt\n`), 'intact');
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
    await says({ ...files, ...fetched(`${URL_A} 1 data/5%25%0a\n`) }, 'intact', windows);
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
});
