import { describe, expect, it } from 'vitest';
import { bag, declare, type Files, hash, SUM, verify } from './foreign-bag.ts';

describe('a bag that another program made', () => {
  it.each(['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'])(
    'is intact with a %s manifest',
    async (algorithm) => {
      const manifest = {
        'manifest-sha256.txt': undefined,
        [`manifest-${algorithm}.txt`]: `${hash(algorithm, 'a').toUpperCase()} \t data/a.txt`,
      };
      expect(await verify(bag(manifest))).toEqual(['intact']);
      expect(await verify(bag({ ...manifest, 'data/a.txt': 'b' }))).toEqual([
        'damaged',
        'changed data/a.txt',
      ]);
    },
  );

  it.each(['0.93', '0.94', '0.95', '0.96', '0.97', '1.0'])('is read in version %s', async (version) => {
    expect(await verify(bag({ 'bagit.txt': declare(version) }))).toEqual(['intact']);
  });

  it.each(['0.92', '0.98', '1.1', '2.0'])('is not supported in version %s', async (version) => {
    expect(await verify(bag({ 'bagit.txt': declare(version) }))).toEqual([
      'unsupported',
      'version bagit.txt',
    ]);
  });

  it.each([
    ['a byte-order mark', `\ufeff${declare('1.0')}`],
    ['no blank after the colon', declare('1.0').replace(': ', ':')],
    ['a blank before the colon', declare('0.97').replace(':', ' :')],
    ['three lines', `${declare('1.0')}More: x\n`],
    ['one line', 'BagIt-Version: 1.0\n'],
    ['the lines exchanged', 'Tag-File-Character-Encoding: UTF-8\nBagIt-Version: 1.0\n'],
    ['nothing in it', ''],
  ])('is damaged with %s in bagit.txt', async (_what, text) => {
    expect(await verify(bag({ 'bagit.txt': text }))).toEqual(['damaged', 'declaration bagit.txt']);
  });

  it('may end its lines with CR LF or CR', async () => {
    for (const end of ['\r\n', '\r']) {
      const files = { ...bag(), 'bag-info.txt': 'Payload-Oxum: 1.1\nContact-Name: X\n  Y\n' };
      const changed = Object.fromEntries(
        Object.entries(files).map(([path, data]) => [path, String(data).replaceAll('\n', end)]),
      );
      expect(await verify(changed)).toEqual(['intact']);
    }
  });

  it('must list every payload file in every manifest since 1.0, in one of them before', async () => {
    const files = {
      'manifest-sha256.txt': `${SUM}  data/a.txt\n`,
      'manifest-md5.txt': `${hash('md5', 'b')}  data/b.txt\n`,
      'data/b.txt': 'b',
    };
    expect(await verify(bag({ ...files, 'bagit.txt': declare('0.97') }))).toEqual(['intact']);
    expect(await verify(bag(files))).toEqual(['damaged', 'unlisted data/a.txt', 'unlisted data/b.txt']);
  });

  it('names what is missing, unlisted, or listed where it does not belong', async () => {
    expect(await verify(bag({ 'data/a.txt': undefined, 'data/b.txt': 'b' }))).toEqual([
      'damaged',
      'missing data/a.txt',
      'unlisted data/b.txt',
    ]);
    const tag = {
      'notes.txt': 'n',
      'manifest-sha256.txt': `${SUM}  data/a.txt\n${hash('sha256', 'n')}  notes.txt\n`,
    };
    expect(await verify(bag(tag))).toEqual(['damaged', 'manifest-scope notes.txt']);
    expect(await verify(bag({ 'manifest-sha256.txt': undefined }))).toEqual(['damaged', 'no-manifest ']);
    expect(await verify(bag({ 'manifest-sha256.txt': `${SUM}  data/a.txt\nnonsense\n` }))).toEqual([
      'damaged',
      'manifest-line manifest-sha256.txt',
    ]);
    expect(await verify(bag({ 'data/a.txt': undefined, 'manifest-sha256.txt': '' }))).toEqual([
      'damaged',
      'no-payload data',
    ]);
  });

  it('checks the tag manifest where there is one', async () => {
    const files = bag({ 'notes/n.txt': 'n' });
    const manifest = hash('sha256', files['manifest-sha256.txt']!);
    const lines = `${manifest}  manifest-sha256.txt\n${hash('sha256', 'n')}  notes/n.txt\n`;
    expect(await verify({ ...files, 'tagmanifest-sha256.txt': lines })).toEqual(['intact']);
    expect(await verify({ ...files, 'tagmanifest-sha256.txt': lines, 'notes/n.txt': 'm' })).toEqual([
      'damaged',
      'changed notes/n.txt',
    ]);
    // RFC 8493 2.2.1: it must list every payload manifest, and no tag manifest.
    const other = `${hash('sha256', 'n')}  notes/n.txt\n`;
    expect(await verify({ ...files, 'tagmanifest-sha256.txt': other })).toEqual([
      'damaged',
      'unlisted manifest-sha256.txt',
    ]);
  });

  it.each([
    // RFC 8493 2.1.3 writes a percent sign as %25; before, it stood for itself.
    ['1.0', 'data/100%.txt'],
    ['0.97', 'data/100%25.txt'],
  ])('takes the spelling of version %s where files of both are there', async (version, meant) => {
    const other = meant === 'data/100%.txt' ? 'data/100%25.txt' : 'data/100%.txt';
    const files = {
      'bagit.txt': declare(version),
      'data/a.txt': undefined,
      [meant]: 'a',
      [other]: 'b',
      'manifest-sha256.txt': `${SUM}  data/100%25.txt\n`,
    };
    const [, ...problems] = await verify(bag(files));
    expect(problems.filter((problem) => problem.endsWith(meant))).toEqual([]);
    expect(problems.filter((problem) => problem.endsWith(other))).toHaveLength(1);
  });

  it('decodes %0A, %0D and %25 in paths, and nothing else', async () => {
    const raw = 'manifest-percent data/100%20.txt';
    for (const [written, real, ...remarks] of [
      ['100%25.txt', '100%.txt'],
      ['100%20.txt', '100%20.txt', raw],
    ]) {
      const files = {
        'manifest-sha256.txt': `${SUM}  data/${written}\n`,
        'data/a.txt': undefined,
        [`data/${real}`]: 'a',
      };
      expect(await verify(bag(files))).toEqual(['intact', ...remarks]);
    }
    const breaks = {
      'manifest-sha256.txt': `${SUM}  data/x%0Ay%0dz\n`,
      'data/a.txt': undefined,
      'data/x\ny\rz': 'a',
    };
    expect(await verify(bag(breaks))).toEqual(['intact', 'windows-name data/x[U+000A]y[U+000D]z']);
  });

  it('reads other prefixes and spellings, and remarks on them', async () => {
    const line = (path: string): Files => bag({ 'manifest-sha256.txt': `${SUM} ${path}\n` });
    expect(await verify(line('./data/a.txt'))).toEqual(['intact', 'manifest-prefix data/a.txt']);
    expect(await verify(line('*data/a.txt'))).toEqual(['intact', 'manifest-prefix data/a.txt']);
    const composed = {
      'manifest-sha256.txt': `${SUM}  data/\u00e9\n`,
      'data/a.txt': undefined,
      'data/e\u0301': 'a',
    };
    expect(await verify(bag(composed))).toEqual(['intact', 'normalisation data/e\u0301']);
  });

  it('is unsafe with a manifest or a fetch file that points out of it', async () => {
    for (const path of ['../../secret', '/etc/passwd', 'C:/x', '~/x', 'data/../../x']) {
      const manifest = `${SUM}  data/a.txt\n${SUM}  ${path}\n`;
      expect(await verify(bag({ 'manifest-sha256.txt': manifest }))).toEqual([
        'unsafe',
        `manifest-path ${path}`,
      ]);
      expect(await verify(bag({ 'fetch.txt': `https://example.org/x - ${path}\n` }))).toEqual([
        'unsafe',
        `fetch-path ${path}`,
      ]);
    }
  });

  it('is incomplete while fetch.txt has not been followed', async () => {
    const files = {
      'manifest-sha256.txt': `${SUM}  data/a.txt\n${hash('sha256', 'b')}  data/b.txt\n`,
      'fetch.txt': 'https://example.org/b 1 data/b.txt\n',
    };
    expect(await verify(bag(files))).toEqual(['damaged', 'missing data/b.txt']);
    expect(await verify(bag({ ...files, 'data/b.txt': 'b' }))).toEqual(['intact']);
    expect(await verify(bag({ 'fetch.txt': 'https://example.org/c - data/c.txt\n' }))).toEqual([
      'damaged',
      'fetch-unlisted data/c.txt',
    ]);
  });

  it('checks Payload-Oxum and the form of bag-info.txt', async () => {
    expect(await verify(bag({ 'bag-info.txt': 'payload-oxum: 1.1\n' }))).toEqual(['intact']);
    expect(await verify(bag({ 'bag-info.txt': 'Payload-Oxum: 2.1\n' }))).toEqual([
      'damaged',
      'oxum bag-info.txt',
    ]);
    expect(await verify(bag({ 'bag-info.txt': 'Payload-Oxum: 1.1\nPayload-Oxum: 1.1\n' }))).toEqual([
      'damaged',
      'oxum bag-info.txt',
    ]);
    expect(await verify(bag({ 'bag-info.txt': 'no colon\n' }))).toEqual(['damaged', 'tag-line bag-info.txt']);
    const loose = { 'bag-info.txt': 'Contact-Name  :  X\n' };
    expect(await verify(bag(loose))).toEqual(['damaged', 'tag-line bag-info.txt']);
    expect(await verify(bag({ ...loose, 'bagit.txt': declare('0.97') }))).toEqual(['intact']);
  });

  it('reads tag files in the encoding that bagit.txt states', async () => {
    const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
    const files = {
      'bagit.txt': declare('0.97', 'UTF-16BE'),
      'manifest-sha256.txt': utf16(`${SUM}  data/文件.txt\n`),
      'data/a.txt': undefined,
      'data/文件.txt': 'a',
    };
    expect(await verify(bag(files))).toEqual(['intact', 'bom manifest-sha256.txt']);
    expect(await verify(bag({ 'bagit.txt': declare('1.0', 'no-such') }))).toEqual([
      'unsupported',
      'encoding bagit.txt',
    ]);
    expect(await verify(bag({ 'manifest-sha256.txt': Buffer.from([0xff, 0xfe]) }))).toContain(
      'unreadable manifest-sha256.txt',
    );
  });

  it('lists a file exactly once since 1.0', async () => {
    const twice = { 'manifest-sha256.txt': `${SUM}  data/a.txt\n${SUM}  data/a.txt\n` };
    expect(await verify(bag(twice))).toEqual(['damaged', 'manifest-twice data/a.txt']);
    expect(await verify(bag({ ...twice, 'bagit.txt': declare('0.97') }))).toEqual([
      'intact',
      'manifest-twice data/a.txt',
    ]);
  });

  it('is not judged by an algorithm that nobody here knows, but by the others', async () => {
    expect(await verify(bag({ 'manifest-xyz1.txt': 'abc  data/a.txt\n' }))).toEqual([
      'intact',
      'algorithm manifest-xyz1.txt',
    ]);
  });

  it('is not supported where nobody here knows any of its algorithms', async () => {
    const files = bag({ 'manifest-sha256.txt': undefined, 'manifest-xyz1.txt': 'abc  data/a.txt\n' });
    expect(await verify(files)).toEqual(['unsupported', 'algorithm manifest-xyz1.txt', 'no-manifest ']);
  });

  it('a folder without bagit.txt is no bag', async () => {
    expect(await verify({ 'data/a.txt': 'a' })).toEqual(['not-a-package', 'no-bagit bagit.txt']);
  });
});
