import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ruleWords } from '../../shared/standard/rules.ts';
import { allItems } from '../../shared/standard/places.ts';
import { startWith, step } from './app.tsx';
import { STANDARD, assessment } from './fixtures.ts';

describe('标准', () => {
  it('shows every item, bonus, penalty and veto with its source, and the statement on top', async () => {
    const { user } = await startWith(assessment());
    await user.click(step('标准'));
    expect(screen.getByText(STANDARD.statement)).toBeTruthy();
    const rows = screen.getAllByRole('rowheader').map((cell) => cell.textContent);
    for (const title of ['1.1 制定方案', '2.3 回访比例', 'B1 表彰', 'P1 通报批评', 'V1 弄虚作假']) {
      expect(rows).toContain(title);
    }
    const ratio = screen.getByRole('rowheader', { name: '2.3 回访比例' }).closest('tr');
    expect(ratio?.textContent).toContain('没有办结案件的单位可申报不适用');
    expect(ratio?.textContent).toContain('测发〔2020〕1号 一（一）');
  });

  it('finds what is asked for, in any column', async () => {
    const { user } = await startWith(assessment());
    await user.click(step('标准'));
    await user.type(screen.getByLabelText('在标准中查找'), '正式印发');
    const main = within(screen.getByRole('main'));
    expect(await main.findAllByRole('rowheader')).toHaveLength(1);
    await user.type(screen.getByLabelText('在标准中查找'), '没有这句');
    expect(await main.findByText('没有找到“正式印发没有这句”')).toBeTruthy();
  });

  it.each([
    ['1.1', '按情况给分：0 分到满分，每 0.5 分一档'],
    ['1.2', '分档给分：好 20 分；一般 10 分；差 0 分'],
    ['2.1', '逐项累计：事前提示 10 分；事后回访 10 分'],
    ['2.2', '按次扣分：文书错误，每处扣 0.5 分（最多扣 5 分）；扣完为止'],
    ['2.3', '按比例给分：回访件数占办结件数达到 30% 得满分，不足的按比例'],
  ])('says the rule of %s in words', (code, words) => {
    const found = allItems(STANDARD).find(({ item }) => item.code === code);
    expect(found && ruleWords(found.item.rule)).toBe(words);
  });
});
