import { expect } from 'vitest';
import { bag, type Changes, declare, type Files, hash, says, SUM, verify } from './foreign-bag.ts';
import { holdRules } from './rfc8493.ts';

/** The bag's one payload file, elsewhere. */
function moved(path: string, written = path): Changes {
  return { 'data/a.txt': undefined, [path]: 'a', 'manifest-sha256.txt': `${SUM}  ${written}\n` };
}

const manifest = (text: string): Changes => ({ 'manifest-sha256.txt': text });
const MD5 = hash('md5', 'a');
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();
const DECLARATION = 'declaration bagit.txt';

holdRules('required', {
  'base-folder': async () => {
    expect(await verify(bag(), '材料 2026 (1).v2')).toEqual(['intact']);
  },
  'tag-folders': () => says({ 'meta/ead/x.xml': '<x/>', 'meta/y': '' }, 'intact'),

  'declaration-lines': async () => {
    const [first, second] = declare('1.0').split('\n');
    for (const text of [
      ...['', `${first}\n`, `${second}\n${first}\n`, `${declare('1.0')}\n`, `${declare('1.0')}X: y\n`],
      ...[declare('1.0').replace(': ', ':'), declare('1.0').replace(': ', ':  ')],
      ...[declare('1.0').replace('BagIt-V', 'bagit-v'), declare('one')],
    ])
      await says({ 'bagit.txt': text }, 'damaged', DECLARATION);
  },
  'declaration-encoding': async () => {
    const gbk = Buffer.from([0xce, 0xc4]);
    const line = Buffer.concat([Buffer.from(`${SUM}  data/`), gbk, Buffer.from('\n')]);
    const named = (encoding: string, text: Buffer): Changes => ({
      ...{ ...moved('data/文'), 'bagit.txt': declare('1.0', encoding) },
      'manifest-sha256.txt': text,
    });
    await says(named('GB18030', line), 'intact');
    await says(named('UTF-16LE', utf16(`${SUM}  data/文\n`).swap16()), 'intact');
    await says(named('no-such', line), 'unsupported', 'encoding bagit.txt');
  },
  'declaration-utf-8': () => says({ 'bagit.txt': utf16(declare('1.0', 'UTF-16BE')) }, 'damaged', DECLARATION),
  'declaration-bom': () => says({ 'bagit.txt': `\ufeff${declare('1.0')}` }, 'damaged', DECLARATION),

  'payload-folder': async () => {
    const empty = { 'data/a.txt': undefined, 'manifest-sha256.txt': '' };
    await says(empty, 'damaged', 'no-payload data');
    await says({ ...empty, 'data/': '' }, 'intact');
  },
  'payload-names': async () => {
    for (const path of ['data/x/y/z/a', 'data/data/bagit.txt', 'data/manifest-md5.txt', 'data/fetch.txt'])
      await says(moved(path), 'intact');
  },

  'manifest-needed': () => says({ 'manifest-sha256.txt': undefined }, 'damaged', 'no-manifest '),
  'manifest-several': () =>
    says(
      {
        'manifest-md5.txt': `${MD5}  data/a.txt\n`,
        'manifest-sha512.txt': `${hash('sha512', 'a')}  data/a.txt\n`,
      },
      'intact',
    ),
  'manifest-algorithms': async () => {
    const twin = { 'manifest-SHA256.txt': bag()['manifest-sha256.txt']! };
    const answer = ['collision manifest-sha256.txt', 'manifest-name manifest-sha256.txt'];
    for (const version of ['0.93', '0.97'])
      expect(await verify({ ...twin, ...bag({ 'bagit.txt': declare(version) }) })).toEqual([
        'damaged',
        ...answer,
      ]);
    const upper = 'manifest-name manifest-SHA256.txt';
    expect(await verify({ ...twin, ...bag() })).toEqual(['damaged', ...[...answer, upper].sort()]);
    const line = `${hash('sha256', bag()['manifest-sha256.txt']!)}  manifest-sha256.txt\n`;
    const tags = { 'tagmanifest-SHA256.txt': line, 'tagmanifest-sha256.txt': line };
    expect(await verify({ ...tags, ...bag({ 'bagit.txt': declare('0.97') }) })).toContain(
      'manifest-name tagmanifest-sha256.txt',
    );
  },
  'manifest-all': async () => {
    await says({ 'data/b': '' }, 'damaged', 'unlisted data/b');
    await says({ 'manifest-md5.txt': '' }, 'damaged', 'unlisted data/a.txt');
  },
  'manifest-once': async () => {
    const line = `${SUM}  data/a.txt\n`;
    await says(manifest(line + line), 'damaged', 'manifest-twice data/a.txt');
    const breaks = { ...moved('data/a\nb'), ...manifest(`${SUM}  data/a%0Ab\n${SUM}  data/a%0ab\n`) };
    const windows = 'windows-name data/a[U+000A]b';
    await says(breaks, 'damaged', 'manifest-twice data/a%0ab', windows);
    const composed = { ...moved('data/\u00e9'), ...manifest(`${SUM}  data/\u00e9\n${SUM}  data/e\u0301\n`) };
    expect(await verify(bag(composed))).toContain('manifest-twice data/e\u0301');
  },
  'manifest-name': async () => {
    for (const name of ['manifest.txt', 'manifest-sha-256.txt', 'manifest-sha256', 'manifests-sha256.txt'])
      await says(
        { 'manifest-sha256.txt': undefined, [name]: `${SUM}  data/a.txt\n` },
        'damaged',
        'no-manifest ',
      );
  },
  'manifest-line': async () => {
    for (const line of ['nonsense', SUM, `data/a.txt  ${SUM}`, `sha256:${SUM}  data/a.txt`, `# x`])
      await says(manifest(`${SUM}  data/a.txt\n${line}\n`), 'damaged', 'manifest-line manifest-sha256.txt');
    for (const sum of [SUM.slice(2), `${SUM}00`, MD5])
      await says(manifest(`${sum}  data/a.txt\n`), 'damaged', 'changed data/a.txt');
  },
  'checksum-case': () => says(manifest(`${SUM.toUpperCase()}  data/a.txt\n`), 'intact'),
  'manifest-slash': async () => {
    await says(moved('data/x/a', 'data/x\\a'), 'damaged', 'missing data/x\\a', 'unlisted data/x/a');
    await says(
      manifest(`${SUM}  data\\a.txt\n`),
      'damaged',
      'manifest-scope data\\a.txt',
      'missing data\\a.txt',
      'unlisted data/a.txt',
    );
  },
  'manifest-blanks': async () => {
    for (const blanks of [' ', '\t', '   ', ' \t '])
      await says(manifest(`${SUM}${blanks}data/a.txt\n`), 'intact');
    await says(
      manifest(`${SUM}data/a.txt\n`),
      'damaged',
      'manifest-line manifest-sha256.txt',
      'unlisted data/a.txt',
    );
  },
  'manifest-outside': () =>
    says(
      { 'notes.txt': 'a', ...manifest(`${SUM}  data/a.txt\n${SUM}  notes.txt\n`) },
      'damaged',
      'manifest-scope notes.txt',
    ),
  'manifest-percent': async () => {
    await says(moved('data/5%.txt', 'data/5%25.txt'), 'intact');
    await says(moved('data/%25', 'data/%2525'), 'intact');
    const windows = 'windows-name data/a[U+000A]b[U+000D]';
    await says(moved('data/a\nb\r', 'data/a%0Ab%0d'), 'intact', windows);
    await says(moved('data/a b', 'data/a%20b'), 'damaged', 'missing data/a%20b', 'unlisted data/a b');
    await says(moved('data/5%.txt'), 'intact', 'manifest-percent data/5%.txt');
    await says(moved('data/5%25.txt'), 'intact', 'manifest-percent data/5%25.txt');
  },
  'manifest-folders': () =>
    says(
      { ...moved('data/x/a'), ...manifest(`${SUM}  data/x/a\n${hash('sha256', '')}  data/x\n`) },
      'damaged',
      'missing data/x',
    ),

  'text-lines': async () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const files: Files = {
        ...bag({ 'data/b': 'b' }),
        'manifest-sha256.txt': `${SUM}  data/a.txt\n${hash('sha256', 'b')}  data/b\n`,
        'bag-info.txt': 'Payload-Oxum: 2.2\nContact-Name: X\n',
        'fetch.txt': 'https://example.org/a 1 data/a.txt\nhttps://example.org/b - data/b\n',
      };
      const ended = Object.entries(files).map(([path, data]) => [path, String(data).replaceAll('\n', end)]);
      expect(await verify(Object.fromEntries(ended) as Files)).toEqual(['intact']);
    }
  },
  'text-last-line': () =>
    says(
      {
        ...{ 'bagit.txt': declare('1.0').trimEnd(), 'bag-info.txt': 'Payload-Oxum: 1.1' },
        ...manifest(`${SUM}  data/a.txt`),
      },
      'intact',
    ),
  'text-encoding': () =>
    says(
      { 'bag-info.txt': Buffer.from([0x41, 0x3a, 0x20, 0xce, 0xc4, 0x0a]) },
      'damaged',
      'unreadable bag-info.txt',
    ),
  'text-bom': async () => {
    await says({ 'bag-info.txt': '\ufeffA: b\n' }, 'damaged', 'bom bag-info.txt');
    await says(manifest(`\ufeff${SUM}  data/a.txt\n`), 'damaged', 'bom manifest-sha256.txt');
    const old = { 'bagit.txt': declare('0.97'), 'bag-info.txt': '\ufeffA: b\n' };
    await says(old, 'intact', 'bom bag-info.txt');
    await says({ ...old, 'bagit.txt': declare('0.96') }, 'intact', 'bom bag-info.txt');
  },
  'text-bom-needed': async () => {
    const text = `${SUM}  data/a.txt\n`;
    const encoded = (encoding: string, bytes: Buffer): Changes => ({
      ...{ 'bagit.txt': declare('1.0', encoding), 'manifest-sha256.txt': bytes },
    });
    await says(encoded('UTF-16', utf16(`\ufeff${text}`)), 'intact');
    await says(encoded('UTF-16', utf16(`\ufeff${text}`).swap16()), 'intact');
    await says(encoded('UTF-16BE', utf16(text)), 'intact');
    await says(encoded('UTF-16BE', utf16(`\ufeff${text}`)), 'damaged', 'bom manifest-sha256.txt');
    for (const [encoding, bytes] of [
      ['UTF-16', utf16(`\ufeff${text}`)],
      ['UTF-16BE', utf16(text)],
      ['UTF-16LE', utf16(text).swap16()],
    ] as const) {
      const halfLetter = Buffer.concat([bytes, Buffer.from([0])]);
      await says(encoded(encoding, halfLetter), 'damaged', 'no-manifest ', 'unreadable manifest-sha256.txt');
    }
  },
  'text-names': async () => {
    const wrong = {
      'bag-info': 'no tag',
      fetch: 'no line',
      'tagmanifest-sha256': 'no line',
      'manifest-md5': '?',
    };
    await says(wrong, 'intact');
  },

  'sha-2': () => known('sha224', 'sha256', 'sha384', 'sha512'),
  'md5-sha-1': () => known('md5', 'sha1'),
  'algorithm-case': async () => {
    const line = `${SUM}  data/a.txt\n`;
    const upper = { 'manifest-sha256.txt': undefined, 'manifest-SHA256.txt': line };
    await says(upper, 'damaged', 'manifest-name manifest-SHA256.txt');
    await says({ ...upper, 'bagit.txt': declare('0.97') }, 'intact');
  },
  'algorithm-unknown': async () => {
    const other = { 'manifest-sha3512.txt': `ab  data/a.txt\n` };
    await says(other, 'intact', 'algorithm manifest-sha3512.txt');
    await says(
      { ...other, 'manifest-sha256.txt': undefined },
      'unsupported',
      'algorithm manifest-sha3512.txt',
      'no-manifest ',
    );
  },

  'complete-required': async () => {
    await says({ 'bagit.txt': undefined }, 'not-a-package', 'no-bagit bagit.txt');
    await says({ 'manifest-sha256.txt': undefined }, 'damaged', 'no-manifest ');
  },
  'complete-tag-files': () =>
    says(
      {
        'tagmanifest-sha256.txt': `${hash('sha256', bag()['manifest-sha256.txt']!)}  manifest-sha256.txt\n00  n.txt\n`,
      },
      'damaged',
      'missing n.txt',
    ),
  'complete-payload': () => says({ 'data/a.txt': undefined, 'data/': '' }, 'damaged', 'missing data/a.txt'),
  'complete-versions': async () => {
    const split = { 'data/b': 'b', 'manifest-md5.txt': `${hash('md5', 'b')}  data/b\n` };
    await says(split, 'damaged', 'unlisted data/a.txt', 'unlisted data/b');
    await says({ ...split, 'bagit.txt': declare('0.97') }, 'intact');
  },
  'complete-elements': async () => {
    await says({ 'bag-info.txt': 'no tag\n' }, 'damaged', 'tag-line bag-info.txt');
    await says({ 'fetch.txt': 'no line\n' }, 'damaged', 'fetch-line fetch.txt');
  },
  'valid-checksums': async () => {
    await says({ 'data/a.txt': 'b' }, 'damaged', 'changed data/a.txt');
    await says({ 'manifest-md5.txt': `${hash('md5', 'b')}  data/a.txt\n` }, 'damaged', 'changed data/a.txt');
    const sums = `${hash('sha256', 'x')}  manifest-sha256.txt\n`;
    await says({ 'tagmanifest-sha256.txt': sums }, 'damaged', 'changed manifest-sha256.txt');
  },
});

async function known(...algorithms: string[]): Promise<void> {
  for (const algorithm of algorithms) {
    const line = `${hash(algorithm, 'a')}  data/a.txt\n`;
    const only = { 'manifest-sha256.txt': undefined, [`manifest-${algorithm}.txt`]: line };
    await says(only, 'intact');
    await says({ ...only, 'data/a.txt': 'b' }, 'damaged', 'changed data/a.txt');
  }
}
