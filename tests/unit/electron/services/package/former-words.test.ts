import * as z from 'zod';
import { beforeAll, describe, expect, it } from 'vitest';
import { rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { verifyPackage } from '../../../../../electron/services/package/verify.ts';
import { standardSchema } from '../../../../../shared/standard/schema.ts';
import { item, section, standardOf } from '../../../shared/scoring/fixtures.ts';
import { exportFixture, makeFixture, sha256 } from './fixture.ts';
import { Forgery } from './forge.ts';

const STRINGS = 'xl/sharedStrings.xml';
const COVER = 'xl/worksheets/sheet1.xml';
const SCORES = 'xl/worksheets/sheet2.xml';

const swap = (pairs: readonly (readonly [string, string])[]) => (xml: string) =>
  pairs.reduce((text, [today, former]) => text.replaceAll(today, former), xml);
const inFormula = (text: string): string => `&quot;${text}&quot;`;

/** As former versions wrote it: their words, and their name in bag-info.txt. */
async function former(bag: Forgery): Promise<void> {
  await bag.edit('bag-info.txt', (text) => text.replace(/biaobing \d[\w.-]*/u, 'biaobing 0.0.9'));
  await bag.editWorkbook(
    STRINGS,
    swap([
      ['是否达到自查参考线', '是否达标'],
      ['自查参考线', '达标线'],
      ['未录入', '未填'],
    ]),
  );
  await bag.editWorkbook(
    SCORES,
    swap([
      ...[
        ['已达', '达标'],
        ['未达', '未达标'],
      ].flatMap(([today = '', word = '']): [string, string][] => [
        [`"${today}"`, `"${word}"`],
        [inFormula(today), inFormula(word)],
        [`<v>${today}</v>`, `<v>${word}</v>`],
      ]),
    ]),
  );
  await bag.editWorkbook(
    COVER,
    swap([
      ['<v>已达</v>', '<v>达标</v>'],
      ['<v>未达</v>', '<v>未达标</v>'],
    ]),
  );
}

describe('a package in the words of former versions', () => {
  let original: string;
  beforeAll(async () => {
    original = (await exportFixture(await makeFixture())).file;
  });

  it('is intact', async () => {
    const bag = await Forgery.of(original);
    await former(bag);
    const { status, problems } = await verifyPackage((await bag.seal()).root);
    expect([status, problems]).toEqual(['intact', []]);
  });

  it.each([
    ['verdict', COVER, /<v>(?:未)?达标<\/v>/u, '<v>符合</v>', /是否达到自查参考线是“符合”/],
    ['line', STRINGS, /达标线</u, '某某线<', /自查参考线是“空”/],
    ['verdict’s formula', SCORES, /(IF\([A-Z]+\d+&gt;=)[A-Z]+\d+/u, '$180', /公式被改过/],
  ])('is seen to have another %s', async (_what, part, before, after, message) => {
    const bag = await Forgery.of(original);
    await former(bag);
    await bag.editWorkbook(part, (xml) => xml.replace(before, after));
    const { status, problems } = await verifyPackage((await bag.seal()).root);
    expect(status).toBe('suspect');
    expect(problems.map((each) => each.message).join('\n')).toMatch(message);
  });

  it('may leave a veto 未填, and nothing else', async () => {
    const fixture = await makeFixture();
    const standard = standardOf({
      sections: [section('1', [item('1.1', '50'), item('1.2', '50')])],
      vetoes: [{ code: '否1', title: '弄虚作假', criterion: '造假', effect: 'totalZero' }],
    });
    const standardBytes = Buffer.from(JSON.stringify(z.encode(standardSchema, standard)));
    const assessment = {
      ...fixture.assessment,
      standard: { id: standard.id, edition: standard.edition, sha256: sha256(standardBytes) },
    };
    const changed = { ...fixture, standard, standardBytes, assessment };
    const { file } = await exportFixture(changed, { mode: 'draft' });
    const withAnswer = async (answer: string) => {
      const bag = await Forgery.of(file);
      await former(bag);
      await bag.editWorkbook(STRINGS, (xml) => xml.replaceAll('>未填<', `>${answer}<`).concat(' '));
      const { problems } = await verifyPackage((await bag.seal()).root);
      // Bag-Size goes with the bytes of the workbook.
      return problems.filter(({ code }) => code === 'workbook').map(({ message }) => message);
    };
    expect(await withAnswer('未填')).toEqual([]);
    expect(await withAnswer('不存在')).toEqual([expect.stringContaining('否1 的自评分是“不存在”')]);
  });

  it('may have their name for a unit without one, and no other', async () => {
    const fixture = await makeFixture();
    const { unit } = fixture.assessment;
    const draft = { ...fixture.assessment, unit: { ...unit, name: '' } };
    const { file } = await exportFixture({ ...fixture, assessment: draft }, { mode: 'draft' });
    const called = async (name: string) => {
      const bag = await (await Forgery.of(file)).seal();
      const root = join(
        dirname(bag.root),
        bag.root.slice(dirname(bag.root).length + 1).replace('未录入单位', name),
      );
      await rename(bag.root, root);
      return (await verifyPackage(root)).problems.map(({ code }) => code);
    };
    expect(await called('未录入单位')).toEqual([]);
    expect(await called('未填单位')).toEqual([]);
    expect(await called('别的单位')).toEqual(['root-name']);
  });
});
