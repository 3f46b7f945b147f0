import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { TABLE, wizard } from './importing.tsx';
import { withLayout } from './layout.ts';

withLayout({ height: 700 });

const BONUS_ALONE = [1, 2].flatMap((row) =>
  ['加分项', `第${row}件事`, '获得表彰的加5分', '加5分'].map((text, column) => ({
    ...{ row, column, rowSpan: 1, columnSpan: 1, text },
  })),
);

describe('what the steps say of the same thing', () => {
  it.each([
    ['without 指标', 0, '3 个评分项（1 个指标）', '3 个评分项，合计 90 分'],
    ['with 指标', 4, '3 个评分项（2 个指标）', '3 个评分项（2 个指标），合计 90 分'],
  ])(
    'counts what is read, and what is saved with the 指标 that a standard needs: %s',
    async (_, columns, saved, read) => {
      const flat = { ...TABLE, cells: TABLE.cells.filter(({ column }) => columns > 0 || column > 0) };
      const { next } = await wizard({ table: flat });
      await next('列');
      await screen.findByText(`读出 ${read}`);
      for (const name of ['结构', '规则', '检查', '核对', '标识', '保存']) await next(name);
      await screen.findByText(saved);
    },
  );

  it('says at once that nothing scores, whatever else is to be filled in', async () => {
    const cells = [...TABLE.cells.filter(({ row }) => row === 0), ...BONUS_ALONE];
    const { next } = await wizard({ table: { ...TABLE, rows: 3, cells } });
    for (const name of ['列', '结构', '规则', '检查', '核对', '标识', '保存']) await next(name);
    await screen.findByText(/还不能保存：请填写版次/);
    expect(screen.getByText('还不能保存：标准里没有评分项，请至少添加一项')).toBeTruthy();
  });

  it('says once of an item without a score that it has none, and of its step nothing', async () => {
    const { user, next } = await wizard();
    for (const name of ['列', '结构']) await next(name);
    await user.click(screen.getByRole('treeitem', { name: /工作机制/ }));
    await user.clear(screen.getByLabelText('分值'));
    await user.tab();
    for (const name of ['规则', '检查']) await next(name);
    const list = await screen.findByRole('list', { name: '检查结果' });
    const lines = within(list)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
    expect(lines.filter((line) => /“(?:工作机制|1\.2)”/.test(line))).toEqual([
      expect.stringContaining('“工作机制”没有分值，请填写'),
    ]);
    expect(lines.join()).not.toContain('给分间隔');
    await next('核对');
    await next('标识');
    await user.type(screen.getByLabelText('版次'), '2026年');
    await user.type(screen.getByLabelText('自查参考线'), '50');
    await next('保存');
    await screen.findByText(/还不能保存：“1.2”没有分值，或分值是0，请填写/);
  });

  it('says before saving that the check has a hint, be it one', async () => {
    // Without 合计.
    const cells = TABLE.cells.filter(({ row }) => row < 4);
    const { next } = await wizard({ table: { ...TABLE, cells } });
    for (const name of ['列', '结构', '规则', '检查']) await next(name);
    const list = await screen.findByRole('list', { name: '检查结果' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(1);
    for (const name of ['核对', '标识', '保存']) await next(name);
    await screen.findByText('检查里还有 1 条提示，可以保存');
  });

  it('names the table of a cell once', async () => {
    const second = { ...TABLE, id: '2', name: '第二张表' };
    const { user, next } = await wizard({ more: [second] });
    for (const name of ['列', '结构']) await next(name);
    await user.click(screen.getAllByRole('treeitem', { name: /工作机制/ })[1]!);
    const cells = screen.getByRole('region', { name: '来自原表' });
    expect(cells.textContent).toContain('来自原表“第二张表”（读取时的原文）');
    expect(
      within(cells)
        .getAllByRole('rowheader')
        .map(({ textContent }) => textContent),
    ).toContain('第3行第2栏');
  });
});
