import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { verifyPackage } from '../../../../../electron/services/package/verify.ts';
import { type Standard, standardSchema } from '../../../../../shared/standard/schema.ts';
import { officialOf } from '../../../shared/scoring/fixtures.ts';
import { exportFixture, type Fixture, makeFixture, sha256 } from './fixture.ts';
import { Forgery } from './forge.ts';
import { cellsOf, reopen, sheetOf } from '../workbook/read.ts';

async function fixtureBy(change: (standard: Standard) => Standard): Promise<Fixture> {
  const fixture = await makeFixture();
  const standard = change(fixture.standard);
  const standardBytes = Buffer.from(JSON.stringify(z.encode(standardSchema, standard)));
  const { id, edition } = standard;
  const assessment = { ...fixture.assessment, standard: { id, edition, sha256: sha256(standardBytes) } };
  return { ...fixture, standard, standardBytes, assessment };
}

const reference = (standard: Standard): Standard => ({
  ...standard,
  authority: 'reference',
  statement: '不是官方标准。',
});
const custom = (standard: Standard): Standard => standard;
const unchecked = (standard: Standard): Standard => ({ ...officialOf(standard), check: undefined });

async function forged(of: (standard: Standard) => Standard, change: (bag: Forgery) => Promise<unknown>) {
  const bag = await Forgery.of((await exportFixture(await fixtureBy(of))).file);
  await change(bag);
  const { status, problems } = await verifyPackage((await bag.seal()).root);
  return [status, ...problems.map(({ code, message }) => `${code} ${message}`)];
}

describe('what a package says of its basis', () => {
  it.each([
    ['reference', reference, '按参考标准', '自评95分', '参考标准（非官方）'],
    ['custom', custom, '按自定义标准', '自评95分', '自定义标准'],
    ['custom', unchecked, '按未核对的标准', '自评95分', '正式标准（未与原件逐部分核对）'],
  ] as const)('is a 自查包 by a basis that is %s: %s', async (basis, of, by, score, kind) => {
    const exported = await exportFixture(await fixtureBy(of), { mode: 'draft' });
    expect(exported.fileName).toMatch(/^【自查】【草稿】示例市/);
    expect(exported.verification).toMatchObject({ status: 'intact', problems: [] });

    const bag = await Forgery.of(exported.file);
    expect(basename(bag.root)).toBe(exported.fileName.replace('.zip', ''));
    const tags = await bag.read('bag-info.txt');
    expect(tags).toMatch(
      new RegExp(`^Biaobing-Standard-Statement: ${kind}.*\nBiaobing-Basis: ${basis}$`, 'mu'),
    );
    expect(tags).toContain('External-Description: 【草稿】测试活动 自评自查材料\n');
    const readme = await bag.read('说明文件.txt');
    expect(readme).toContain(`【自查】这是自查包，${by}自评，供本单位自查，不是推荐材料。`);
    expect(readme).toContain('正式推荐须按正式验收标准评分。');
    expect(readme).toContain('自查包编号：');
    expect(readme).not.toContain('推荐包');
    expect(readme).toContain(kind);

    const cover = await coverOf(bag);
    expect(cover).toContain('自查材料');
    expect(cover).not.toContain('推荐材料');
    expect(cover).toContain(`${by}${score}，高于自查参考线90分；正式推荐须按正式验收标准评分`);
    expect(cover).toContain('自查包编号');
  });

  it('is a 推荐包 by an official standard that was compared part by part', async () => {
    const exported = await exportFixture(await fixtureBy(officialOf));
    expect(exported.fileName).toBe('示例市示例区城市管理局_测试_2026-11-20_第1版.zip');
    expect(exported.verification).toMatchObject({ status: 'intact', problems: [] });
    const bag = await Forgery.of(exported.file);
    const tags = await bag.read('bag-info.txt');
    expect(tags).toContain('\nBiaobing-Basis: official\n');
    expect(tags).toContain('External-Description: 测试活动 自评材料\n');
    expect(await bag.read('说明文件.txt')).not.toContain('自查');
    expect(await coverOf(bag)).toContain('材料包编号');
  });

  it.each([
    ['recommendation', '推荐材料', '推荐包编号'],
    ['acceptance', '验收材料', '材料包编号'],
  ] as const)('calls its number by what is handed in: %s', async (kind, materials, label) => {
    const fixture = await fixtureBy(officialOf);
    const { campaign } = fixture.assessment;
    const exported = await exportFixture({
      ...fixture,
      assessment: { ...fixture.assessment, campaign: { ...campaign, kind } },
    });
    expect(exported.verification).toMatchObject({ status: 'intact', problems: [] });
    const bag = await Forgery.of(exported.file);
    const texts = [await coverOf(bag), await bag.read('说明文件.txt'), await bag.read('data/目录.html')];
    expect(texts[0]).toContain(materials);
    for (const text of texts) expect(text.match(/..包编号/u)?.[0]).toBe(label);
  });

  it.each([
    ['another basis', (tags: string) => tags.replace('Basis: custom', 'Basis: official')],
    ['an unknown one', (tags: string) => tags.replace('Basis: custom', 'Basis: good')],
    ['two', (tags: string) => tags.replace('Biaobing-Basis: custom', '$&\nBiaobing-Basis: official')],
  ])('contradicts the standard inside: %s', async (_, change) => {
    const [status, ...problems] = await forged(custom, (bag) => bag.edit('bag-info.txt', change));
    expect(status).toBe('suspect');
    expect(problems.join('\n')).toMatch(/评分依据/u);
  });

  it('cannot be dropped to pass for a 推荐包: the workbook still says what it is', async () => {
    const result = await forged(custom, async (bag) => {
      await bag.edit('bag-info.txt', (tags) =>
        tags
          .replace(/^Biaobing-Basis: .*\n/mu, '')
          .replace('自评自查材料', '自评推荐材料')
          .replace('Biaobing-Profile: 2', 'Biaobing-Profile: 1')
          .replace(/^Biaobing-Software: .*$/mu, 'Biaobing-Software: biaobing 0.1.0'),
      );
      await bag.edit('说明文件.txt', (text) =>
        text.replace(/\r\n【自查】.*\r\n/u, '').replace('自查包编号', '推荐包编号'),
      );
    });
    expect(result[0]).toBe('suspect');
    expect(result.join('\n')).toContain('workbook');
  });
});

/** The texts of the cover, a line each. */
async function coverOf(bag: Forgery): Promise<string> {
  const sheet = sheetOf(reopen(await readFile(join(bag.root, 'data/推荐材料.xlsx'))), '封面');
  return cellsOf(sheet)
    .map(({ cell }) => String(cell.v))
    .join('\n');
}
