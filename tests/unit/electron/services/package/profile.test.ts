import { execFile } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { verifyPackage } from '../../../../../electron/services/package/verify.ts';
import { exportFixture, makeFixture, sha256, tempFolder } from './fixture.ts';

const run = promisify(execFile);

/** An unpacked package in which `change` edits files; every checksum is then made to fit again. */
async function forged(change: (root: string) => Promise<void>): Promise<string[]> {
  const folder = await tempFolder();
  const { file } = await exportFixture(await makeFixture());
  await run('unzip', ['-q', file, '-d', folder], { env: { ...process.env, LC_ALL: 'C.UTF-8' } });
  const root = join(folder, basename(file, '.zip'));
  await change(root);
  const payload = (await run('find', ['data', '-type', 'f'], { cwd: root })).stdout.trim().split('\n');
  const sums = async (paths: string[]): Promise<string> =>
    (await run('sha256sum', paths, { cwd: root })).stdout;
  await writeFile(join(root, 'manifest-sha256.txt'), await sums(payload));
  const sizes = await Promise.all(payload.map(async (path) => (await readFile(join(root, path))).length));
  const oxum = `${sizes.reduce((a, b) => a + b, 0)}.${sizes.length}`;
  await edit(root, 'bag-info.txt', (text) => text.replace(/Payload-Oxum: .*/, `Payload-Oxum: ${oxum}`));
  const tagFiles = ['bagit.txt', 'bag-info.txt', 'manifest-sha256.txt', '说明文件.txt'];
  await writeFile(join(root, 'tagmanifest-sha256.txt'), await sums(tagFiles));
  const { status, problems } = await verifyPackage(root);
  return [status, ...problems.map(({ code, path }) => `${code} ${path}`)];
}

async function edit(root: string, path: string, change: (text: string) => string): Promise<void> {
  const before = await readFile(join(root, path), 'utf8');
  await writeFile(join(root, path), change(before));
}

const ASSESSMENT = 'data/assessment.json';

describe('a whole bag that is not what it says', () => {
  it('is intact where nothing was changed', async () => {
    expect(await forged(async () => {})).toEqual(['intact']);
  });

  it.each<[what: string, path: string, change: (text: string) => string, expected: string[]]>([
    [
      'another profile',
      'bag-info.txt',
      (text) => text.replace('Profile: 1', 'Profile: 2'),
      ['unsupported', 'profile bag-info.txt'],
    ],
    [
      'a newer assessment',
      ASSESSMENT,
      (text) => text.replace(/^ {2}"version": 1,/m, '  "version": 2,'),
      ['unsupported', `newer ${ASSESSMENT}`],
    ],
    ['an assessment that is no JSON', ASSESSMENT, () => '{', ['damaged', `content ${ASSESSMENT}`]],
    [
      'an assessment without its fields',
      ASSESSMENT,
      () => '{"version":1}',
      ['damaged', `content ${ASSESSMENT}`],
    ],
    [
      'another standard',
      'data/standard.json',
      (text) => text.replace('测试标准', '别的标准'),
      ['damaged', 'standard data/standard.json'],
    ],
    [
      'another unit',
      'bag-info.txt',
      (text) => text.replace('示例市示例区', '另一市另一区'),
      ['suspect', 'tag bag-info.txt'],
    ],
    [
      'another score',
      ASSESSMENT,
      (text) => text.replace('"45.00"', '"46.00"'),
      [
        'suspect',
        'tag bag-info.txt',
        'revision data/assessment.json',
        ...Array.from({ length: 4 }, () => 'workbook data/推荐材料.xlsx'),
      ],
    ],
  ])('is found out with %s', async (_what, path, change, expected) => {
    expect(await forged((root) => edit(root, path, change))).toEqual(expected);
  });

  it('is found out without a piece of evidence that the assessment names, or without its JSON', async () => {
    const shot = 'data/佐证材料/1.1 项目1.1/02 培训照片.jpg';
    expect(await forged((root) => rm(join(root, shot)))).toEqual(['damaged', 'evidence ']);
    expect(await forged((root) => rm(join(root, ASSESSMENT)))).toEqual(['damaged', `missing ${ASSESSMENT}`]);
  });

  it('needs the manifests that the seal code comes from', async () => {
    const folder = await tempFolder();
    const { file } = await exportFixture(await makeFixture());
    await run('unzip', ['-q', file, '-d', folder], { env: { ...process.env, LC_ALL: 'C.UTF-8' } });
    await rm(join(folder, basename(file, '.zip'), 'tagmanifest-sha256.txt'));
    const { status, sealCode, problems } = await verifyPackage(folder);
    expect({ status, sealCode, path: problems[0]?.path }).toEqual({
      status: 'damaged',
      sealCode: null,
      path: 'tagmanifest-sha256.txt',
    });
  });

  it('shows the same seal code to whoever computes it by hand', async () => {
    const { file, sealCode } = await exportFixture(await makeFixture());
    const { stdout } = await run('unzip', ['-p', file, '*/tagmanifest-sha256.txt'], { encoding: 'buffer' });
    const bits = BigInt(`0x${sha256(stdout)}`)
      .toString(2)
      .padStart(256, '0')
      .slice(0, 80);
    const letters = bits
      .match(/.{5}/g)!
      .map((five) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[Number.parseInt(five, 2)]);
    expect(sealCode.replaceAll('-', '')).toBe(letters.join(''));
  });
});
