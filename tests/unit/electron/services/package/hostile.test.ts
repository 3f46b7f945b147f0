import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openPackage } from '../../../../../electron/services/assessment/open-package.ts';
import { verifyPackage } from '../../../../../electron/services/package/verify.ts';
import { sha256, tempFolder } from './fixture.ts';
import { type RawEntry, type RawZip, rawZip } from './raw-zip.ts';

const DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** A whole small foreign bag with these entries added. */
function bagWith(entries: readonly RawEntry[], around: RawZip = {}): Buffer {
  return rawZip(
    [
      { name: 'bag/bagit.txt', data: DECLARATION },
      { name: 'bag/manifest-sha256.txt', data: `${sha256('a')}  data/a.txt\n` },
      { name: 'bag/data/a.txt', data: 'a' },
      ...entries,
    ],
    around,
  );
}

async function verify(bytes: Buffer, bagOnly = true): Promise<Awaited<ReturnType<typeof verifyPackage>>> {
  const file = join(await tempFolder(), 'x.zip');
  await writeFile(file, bytes);
  return verifyPackage(file, { bagOnly });
}

const zeros = Buffer.alloc(80 * 2 ** 20);

const HOSTILE: [what: string, bytes: () => Buffer, status: string, code: string, path: string][] = [
  ['climbs out', () => bagWith([{ name: 'bag/../../evil.txt' }]), 'unsafe', 'path', 'bag/../../evil.txt'],
  ['is absolute', () => bagWith([{ name: '/etc/evil' }]), 'unsafe', 'path', '/etc/evil'],
  ['has a drive', () => bagWith([{ name: 'C:/evil.exe' }]), 'unsafe', 'path', 'C:/evil.exe'],
  ['has backslashes', () => bagWith([{ name: 'bag\\data\\b.txt' }]), 'unsafe', 'path', 'bag\\data\\b.txt'],
  [
    'is a link',
    () => bagWith([{ name: 'bag/data/l', data: '/etc/passwd', mode: 0o120777 }]),
    'unsafe',
    'link',
    'bag/data/l',
  ],
  ['is a device', () => bagWith([{ name: 'bag/data/d', mode: 0o060666 }]), 'unsafe', 'link', 'bag/data/d'],
  [
    'is there twice',
    () => bagWith([{ name: 'bag/data/a.txt', data: 'b' }]),
    'unsafe',
    'duplicate',
    'bag/data/a.txt',
  ],
  [
    'is a folder with content',
    () => bagWith([{ name: 'bag/data/f/', data: 'x' }]),
    'unsafe',
    'path',
    'bag/data/f/',
  ],
  [
    'declares a bomb',
    () => bagWith([{ name: 'bag/data/z', data: zeros, deflate: true }]),
    'unsafe',
    'bomb',
    'bag/data/z',
  ],
  [
    'is a bomb that lies',
    () => bagWith([{ name: 'bag/data/z', data: zeros, deflate: true, statedBytes: 10 }]),
    'unsafe',
    'bomb',
    'data/z',
  ],
  [
    'is shorter than it says',
    () => bagWith([{ name: 'bag/data/z', data: 'abc', deflate: true, statedBytes: 10 }]),
    'damaged',
    'unreadable',
    'data/z',
  ],
  [
    'shares the data of another',
    () => bagWith([{ name: 'bag/data/b.txt', data: 'a', sameDataAs: 2 }]),
    'unsafe',
    'overlap',
    'bag/data/b.txt',
  ],
  [
    'has another name in its header',
    () => bagWith([{ name: 'bag/data/b.txt', localName: 'bag/data/c.txt' }]),
    'damaged',
    'header',
    'bag/data/b.txt',
  ],
  [
    'is encrypted',
    () => bagWith([{ name: 'bag/data/b.txt', flags: 0x801, data: 'secret' }]),
    'unsupported',
    'encrypted',
    'bag/data/b.txt',
  ],
  ['lies outside the bag', () => bagWith([{ name: 'other/b.txt' }]), 'damaged', 'outside', 'other/b.txt'],
  ['is not listed', () => bagWith([{ name: 'bag/data/b.txt' }]), 'damaged', 'unlisted', 'data/b.txt'],
];

describe('a hostile or broken archive', () => {
  it.each(HOSTILE)('is found out where an entry %s', async (_what, bytes, status, code, path) => {
    const verification = await verify(bytes());
    expect(verification.status).toBe(status);
    expect(verification.problems).toContainEqual(
      expect.objectContaining({ code, path, severity: 'problem' }),
    );
  });

  it('is intact without any of that', async () => {
    expect(await verify(bagWith([]))).toMatchObject({ status: 'intact', problems: [] });
  });

  it('is found out by bytes in front of it or behind its directory', async () => {
    const code = async (around: RawZip): Promise<unknown> => {
      const { status, problems } = await verify(bagWith([], around));
      return [status, problems.map((each) => each.code)];
    };
    expect(await code({ before: Buffer.from('MZ') })).toEqual(['damaged', ['prepended']]);
    expect(await code({ after: Buffer.from('junk') })).toEqual(['damaged', ['trailing']]);
  });

  it('is no bomb for its size alone: six gigabytes of video, stored as they are', async () => {
    const video = (name: string): RawEntry => ({ name, statedBytes: 2 ** 31, statedCompressed: 2 ** 31 });
    const { problems } = await verify(bagWith(['a', 'b', 'c'].map((name) => video(`bag/data/${name}.mp4`))));
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.map(({ code }) => code)).not.toContain('bomb');
  });

  it('is told apart from a file that is no package at all', async () => {
    expect((await verify(Buffer.from('hello'))).status).toBe('not-a-package');
    expect((await verify(Buffer.alloc(0))).status).toBe('not-a-package');
    expect((await verify(rawZip([{ name: 'a.txt', data: 'a' }]))).status).toBe('not-a-package');
    expect((await verify(rawZip([]))).status).toBe('not-a-package');
    expect((await verify(bagWith([]), false)).status).toBe('unsupported');
  });

  it('is never opened, and nothing is written', async () => {
    const folder = await tempFolder();
    const file = join(folder, 'x.zip');
    await writeFile(file, bagWith([{ name: 'bag/../../evil.txt', data: 'evil' }]));
    await expect(openPackage(file, join(folder, 'x'))).rejects.toMatchObject({
      failure: { code: 'package-unsafe' },
    });
  });

  it('accepts names that differ only in case from a foreign bag, but not in a package', async () => {
    const twins = rawZip([
      { name: 'bag/bagit.txt', data: DECLARATION },
      { name: 'bag/manifest-sha256.txt', data: `${sha256('a')}  data/a.txt\n${sha256('b')}  data/A.txt\n` },
      { name: 'bag/data/a.txt', data: 'a' },
      { name: 'bag/data/A.txt', data: 'b' },
    ]);
    expect(await verify(twins)).toMatchObject({ status: 'intact', problems: [{ code: 'collision' }] });
    expect((await verify(twins, false)).status).toBe('unsafe');
  });

  it('a missing file is a failure of the machine, in Chinese', async () => {
    await expect(verifyPackage('/no/such/file.zip')).rejects.toMatchObject({
      failure: { code: 'not-found', message: expect.stringContaining('file.zip') as string },
    });
  });
});
