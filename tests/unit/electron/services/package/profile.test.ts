import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { verifyPackage } from '../../../../../electron/services/package/verify.ts';
import { exportFixture, makeFixture, sha256 } from './fixture.ts';
import { Forgery } from './forge.ts';

/** A package that `change` edits unpacked; every checksum is then made to fit again. */
async function forged(change: (bag: Forgery) => Promise<unknown>): Promise<string[]> {
  const bag = await Forgery.of((await exportFixture(await makeFixture())).file);
  await change(bag);
  const { status, problems } = await verifyPackage((await bag.seal()).root);
  return [status, ...problems.map(({ code, path }) => `${code} ${path}`)];
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
      (text) => text.replace('Profile: 2', 'Profile: 3'),
      ['unsupported', 'profile bag-info.txt'],
    ],
    [
      'a newer assessment',
      ASSESSMENT,
      (text) => text.replace(/^ {2}"version": 2,/m, '  "version": 3,'),
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
    expect(await forged((bag) => bag.edit(path, change))).toEqual(expected);
  });

  it('is found out without a piece of evidence that the assessment names, or without its JSON', async () => {
    const shot = 'data/佐证材料/1.1 项目1.1/02 培训照片.jpg';
    expect(await forged((bag) => rm(join(bag.root, shot)))).toEqual(['damaged', 'evidence ']);
    expect(await forged((bag) => rm(join(bag.root, ASSESSMENT)))).toEqual([
      'damaged',
      `missing ${ASSESSMENT}`,
    ]);
  });

  it('needs the manifests that the seal code comes from', async () => {
    const bag = await Forgery.of((await exportFixture(await makeFixture())).file);
    await rm(join(bag.root, 'tagmanifest-sha256.txt'));
    const { status, sealCode, problems } = await verifyPackage(dirname(bag.root));
    expect({ status, sealCode, path: problems[0]?.path }).toEqual({
      status: 'damaged',
      sealCode: null,
      path: 'tagmanifest-sha256.txt',
    });
  });

  it('shows the same seal code to whoever computes it by hand', async () => {
    const { file, sealCode } = await exportFixture(await makeFixture());
    const manifest = await (await Forgery.of(file)).read('tagmanifest-sha256.txt');
    const bits = BigInt(`0x${sha256(manifest)}`)
      .toString(2)
      .padStart(256, '0')
      .slice(0, 80);
    const letters = bits
      .match(/.{5}/g)!
      .map((five) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[Number.parseInt(five, 2)]);
    expect(sealCode.replaceAll('-', '')).toBe(letters.join(''));
  });
});
