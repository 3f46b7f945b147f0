import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { standardOf } from '../../shared/tables/import/import-state.ts';
import { allItems } from '../../shared/standard/places.ts';
import { TABLE, wizard } from './importing.tsx';
import { withLayout } from './layout.ts';

withLayout({ height: 700 });

const BONUS_ALONE = {
  ...TABLE,
  rows: 3,
  cells: [
    ...TABLE.cells.filter(({ row }) => row === 0),
    ...[1, 2].flatMap((row) =>
      ['加分项', `第${row}件事`, '获得表彰的加5分', '加5分'].map((text, column) => ({
        ...{ row, column, rowSpan: 1, columnSpan: 1, text },
      })),
    ),
  ],
};
const row = (name: RegExp) => screen.getByRole('treeitem', { name });
const rows = () => screen.getAllByRole('treeitem').map(({ textContent }) => textContent);
const name = () => screen.getByLabelText<HTMLInputElement>('名称');

describe('新增评分项', () => {
  it('gives what has entries outside the score alone a base score', async () => {
    const { user, next, kept } = await wizard({ table: BONUS_ALONE });
    for (const step of ['列', '结构', '规则', '检查']) await next(step);
    await screen.findByText(/没有评分项，也就没有基础分；请在“结构”里新增评分项/);
    await user.click(screen.getByRole('button', { name: '查看' }));
    await user.click(await screen.findByRole('button', { name: '新增评分项' }));
    expect(document.activeElement).toBe(name());
    expect(name().value).toBe('');
    await user.keyboard('日常工作');
    await user.type(screen.getByLabelText('分值'), '100');
    await user.tab();
    for (const step of ['规则', '检查']) await next(step);
    expect(screen.queryByText(/没有基础分/)).toBeNull();
    await waitFor(() => {
      const { draft, identity } = kept()!;
      const { standard } = standardOf(draft!, identity);
      expect(allItems(standard).map(({ item }) => [item.title, item.fullScore])).toEqual([
        ['日常工作', 10_000],
      ]);
      expect(standard.bonus?.entries).toHaveLength(2);
    });
  });

  it('stands after the chosen item or at the end of the chosen 指标, by the keyboard, and is undone', async () => {
    const { user, next } = await wizard();
    await next('列');
    await next('结构');
    const before = rows();
    await user.click(row(/会议研究/));
    await user.keyboard('{Insert}');
    expect(document.activeElement).toBe(name());
    await user.keyboard('新的一项');
    await user.tab();
    expect(rows()).toEqual(before.toSpliced(2, 0, '1.3新的一项无分值'));
    await user.click(screen.getByRole('button', { name: /撤销/ }));
    await waitFor(() => expect(rows()).toEqual(before.toSpliced(2, 0, '1.3无分值')));
    await user.click(screen.getByRole('button', { name: /撤销/ }));
    await waitFor(() => expect(rows()).toEqual(before));
    // A closed one is opened: what was added is seen.
    await user.click(row(/组织领导/));
    await user.keyboard('{ArrowLeft}{Insert}');
    expect(rows()).toEqual(before.toSpliced(3, 0, '1.3无分值'));
    expect(row(/^1\.3/).getAttribute('aria-selected')).toBe('true');
  });

  it('is there where everything was deleted', async () => {
    const { user, next } = await wizard();
    await next('列');
    await next('结构');
    screen.getByRole('tree', { name: '结构' }).focus();
    await user.keyboard('{Home}{Delete}{Delete}');
    await user.click(await screen.findByRole('button', { name: '新增评分项' }));
    expect(document.activeElement).toBe(name());
    expect(rows()).toEqual(['1无分值']);
  });
});
