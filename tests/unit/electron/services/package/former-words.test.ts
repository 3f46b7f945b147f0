import { rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { verifyPackage } from '../../../../../electron/services/package/verify.ts';
import { repository } from '../../../../repository.ts';
import { Forgery } from './forge.ts';

const STRINGS = 'xl/sharedStrings.xml';
const COVER = 'xl/worksheets/sheet1.xml';
const SCORES = 'xl/worksheets/sheet2.xml';
const folder = join(repository, 'tests/fixtures/before/无评分依据');
/** A draft of 2020-11 by a reference standard; a veto is not answered. */
const REFERENCE = join(folder, '参考标准.zip');
/** A sample of a unit without a name, by an official standard with weights. */
const OFFICIAL = join(folder, '正式标准.zip');

describe('a package in the words of former versions', () => {
  it.each([
    [REFERENCE, '19.85', 'N5RB-3KG3-QVZE-SN7Q'],
    [OFFICIAL, '9.92', '9B2W-51N2-Z8CS-CK27'],
    // Of the first version that said by what a score is given: its cover compares 与自查参考线.
    [join(folder, '../0.1.1/参考标准.zip'), '19.85', 'V74B-090Q-R56R-BSVD'],
    [join(folder, '../0.1.1/正式标准.zip'), '9.92', 'E9YZ-DB2A-TZQP-JVND'],
  ])('is whole for ever: %s', async (file, selfScore, sealCode) => {
    expect(await verifyPackage(file)).toMatchObject({ status: 'intact', problems: [], selfScore, sealCode });
  });

  it.each([
    ['verdict', COVER, /<v>(?:未)?达标<\/v>/u, '<v>符合</v>', /是否达标是“符合”/],
    ['line', STRINGS, /达标线</u, '某某线<', /达标线是“空”/],
    ['line of today', STRINGS, /达标线</u, '自查参考线<', /达标线是“空”/],
    ['verdict’s formula', SCORES, /(IF\([A-Z]+\d+&gt;=)[A-Z]+\d+/u, '$180', /公式被改过/],
    ['answer to a veto', STRINGS, '>未填<', '>不存在<', /V1 的自评分是“不存在”/],
    ['answer to a veto, in the words of today', STRINGS, '>未填<', '>未录入<', /V1 的自评分是“未录入”/],
  ])('is seen to have another %s', async (_what, part, before, after, message) => {
    const bag = await Forgery.of(REFERENCE);
    await bag.editWorkbook(part, (xml) => xml.replace(before, after));
    const { status, problems } = await verifyPackage((await bag.seal()).root);
    expect(status).toBe('suspect');
    expect(problems.map((each) => each.message).join('\n')).toMatch(message);
  });

  it.each([
    ['its 说明文件', '说明文件.txt', (text: string) => text.replace('推荐包编号', '自查包编号'), 'readme'],
    ['its description', 'bag-info.txt', (text: string) => text.replace('推荐材料', '自查材料'), 'tag'],
    [
      'its basis',
      'bag-info.txt',
      (text: string) => text.replace('Biaobing-Self', 'Biaobing-Basis: reference\n$&'),
      'readme',
    ],
  ])('is suspect where %s is of today', async (_, path, change, code) => {
    const bag = await Forgery.of(REFERENCE);
    await bag.edit(path, change);
    const { status, problems } = await verifyPackage((await bag.seal()).root);
    expect(status).toBe('suspect');
    expect(problems.map((problem) => problem.code)).toContain(code);
  });

  it.each([
    ['未填单位', []],
    ['未录入单位', ['root-name']],
    ['别的单位', ['root-name']],
  ])('may have their name for a unit without one, and no other: %s', async (name, codes) => {
    const bag = await (await Forgery.of(OFFICIAL)).seal();
    const root = join(dirname(bag.root), basename(bag.root).replace('未填单位', name));
    await rename(bag.root, root);
    expect((await verifyPackage(root)).problems.map(({ code }) => code)).toEqual(codes);
  });
});
