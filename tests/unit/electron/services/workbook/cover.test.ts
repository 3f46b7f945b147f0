import { describe, expect, test } from 'vitest';
import { buildWorkbook } from '../../../../../electron/services/workbook/build.ts';
import { assessmentWith, CASES, inputFor, standardWith } from './fixture.ts';
import { cellsOf, find, reopen, SCORE, sheetOf } from './read.ts';

const plain = () => inputFor(standardWith(), assessmentWith());

describe('what the workbook says of the unit', () => {
  test.each([
    ['acceptance', ['培育对象', '测字〔2026〕3号，2026-03-01'], '示范点命名'],
    ['recommendation', ['示范点命名', ''], '培育对象'],
  ] as const)('says on the cover how far the unit is: %s', async (kind, [label, words], absent) => {
    const input = plain();
    const source = { document: '测字', clause: '' };
    const campaign = { ...input.assessment.campaign };
    delete campaign.naming;
    const unit = {
      ...input.assessment.unit,
      naming: { document: '', date: '' },
      cultivation: { document: '测字〔2026〕3号', date: '2026-03-01' },
    };
    const asked =
      kind === 'recommendation'
        ? { naming: { levels: ['city' as const], source, words: '', whose: '' } }
        : {};
    const assessment = { ...input.assessment, unit, campaign: { ...campaign, kind, ...asked } };
    const cover = sheetOf(reopen(await buildWorkbook({ ...input, assessment })), '封面');
    const { row } = find(cover, label);
    expect((cover[`B${row}`] as { v?: unknown }).v ?? '').toBe(words);
    expect(() => find(cover, absent)).toThrow();
  });

  test('says why fewer items are listed where no 单位类别 is chosen', async () => {
    const found = CASES.find(({ name }) => name === 'category');
    if (!found) throw new Error('fixture');
    const notes = async (category: string) => {
      const unit = { ...found.assessment.unit, category };
      const input = inputFor(found.standard, { ...found.assessment, unit });
      return cellsOf(sheetOf(reopen(await buildWorkbook(input)), SCORE)).map(({ cell }) => String(cell.v));
    };
    const words = /^没有选择标准所列的单位类别，只列出各类单位共有的评分项，满分合计[0-9.]+分$/u;
    expect((await notes('')).filter((text) => words.test(text))).toHaveLength(1);
    expect((await notes('county')).filter((text) => words.test(text))).toEqual([]);
  });
});
