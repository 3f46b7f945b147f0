import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { scopeOf } from '../../renderer/ui/fields/drafts.tsx';
import { pageId } from '../../renderer/ui/call/page-id.ts';
import { startApp } from './app.tsx';
import { TABLE, tableWith, wizard } from './importing.tsx';
import { withLayout } from './layout.ts';
import { resetStores } from './zustand.ts';

withLayout({ height: 700 });

const ALL = ['列', '结构', '规则', '检查'];
const button = (name: string) => screen.getByRole('button', { name });
const finding = async (words: RegExp) => {
  const list = await screen.findByRole('list', { name: '检查结果' });
  return within(list)
    .getAllByRole('listitem')
    .find(({ textContent }) => words.test(textContent ?? ''))!;
};
const chosen = () => screen.getByRole('treeitem', { selected: true }).textContent;
/** Without its row of totals. */
const UNSTATED = { ...TABLE, rows: 4, cells: TABLE.cells.filter(({ row }) => row < 4) };

describe('undo of another reading', () => {
  it('brings back what the draft was read by: nothing is said of the other one', async () => {
    const { user, next } = await wizard();
    const setColumn = async (to: string) => {
      await user.click(screen.getByLabelText('第 3 列是'));
      await user.click(await screen.findByTitle(to));
    };
    await next('列');
    await setColumn('不使用');
    for (const name of ALL.slice(1)) await next(name);
    for (let at = 0; at < 3; at += 1) await user.click(button('上一步'));
    await setColumn('评分标准');
    for (const name of ALL.slice(1)) await next(name);
    await screen.findByText('全部读取：读取时 17 格都有着落');
    await user.click(button('撤销'));
    await screen.findByText('现在的结构不是按当前各列的用途读取的，没有逐格核对');
    expect(screen.queryByText(/全部读取/)).toBeNull();
    for (let at = 0; at < 3; at += 1) await user.click(button('上一步'));
    await screen.findByText(/^“结构”是按以前的设置读取的，现在是 3 个评分项/);
    await next('结构');
    await screen.findAllByText('按新的设置重新读取？');
    await user.click(button('重新读取'));
    await next('规则');
    await next('检查');
    await screen.findByText('全部读取：读取时 17 格都有着落');
  });
});

describe('检查', () => {
  it('compares with the total that the file states, never with its own sum', async () => {
    const { next, kept } = await wizard({ table: UNSTATED });
    for (const name of ALL) await next(name);
    const total = (await screen.findByText('文件未写明')).closest('tr')!;
    expect(total.textContent).toBe('合计390文件未写明');
    await waitFor(() => expect(kept()?.step).toBe('check'));
    cleanup();
    resetStores();
    const stated = await wizard();
    for (const name of ALL) await stated.next(name);
    expect((await screen.findByText('不一致')).closest('tr')!.textContent).toBe('合计390100不一致');
  });

  it('leads from every finding of an item or a sum to where it is put right', async () => {
    const { user, next } = await wizard();
    await next('列');
    await next('结构');
    await user.click(button('新增评分项'));
    await next('规则');
    await next('检查');
    for (const words of [/没有分值/, /没有评分标准/]) {
      await user.click(within(await finding(words)).getByRole('button', { name: '查看' }));
      expect(chosen()).toMatch(/无分值/);
      await next('规则');
      await next('检查');
    }
    for (const words of [/“合计”写的是100分/, /标准的总分是100分/]) {
      within(await finding(words))
        .getByRole('button', { name: '查看' })
        .focus();
      await user.keyboard('{Enter}');
      expect(chosen()).toMatch(/组织领导|会议研究/);
      await next('规则');
      await next('检查');
    }
  });

  it('leads from what has no items to where one is added', async () => {
    const bonus = tableWith([
      [1, 0, '加分项'],
      [1, 1, '获评先进'],
      [1, 2, '获得表彰的加5分'],
    ]);
    const cells = bonus.cells.filter(({ row }, at) => row === 0 || at >= TABLE.cells.length);
    const { user, next } = await wizard({ table: { ...bonus, rows: 2, cells } });
    for (const name of ALL) await next(name);
    await user.click(within(await finding(/没有评分项/)).getByRole('button', { name: '查看' }));
    expect(document.activeElement?.textContent).toBe('新增评分项');
  });
});

describe('after a crash', () => {
  it('what was typed at an entry and saved is no change that leaving loses', async () => {
    const { user, next, host, kept } = await wizard();
    await next('列');
    await next('结构');
    await waitFor(() => expect(kept()?.step).toBe('tree'));
    const { nodes } = kept()!.draft!;
    const node = nodes[1]!.children[0]!;
    cleanup();
    const field = [scopeOf({ document: 'import', id: kept()!.id }), node.id, '名称', ''].join('\u0000');
    const words = { [field]: { text: node.title, told: false, meant: ['别的'] } };
    await window.biaobing?.call('keepWords', { words }, pageId());
    resetStores();
    startApp(host);
    // Where the page was, the wizard is opened again.
    await screen.findByText('已保存进度');
    await user.click(button('标准库'));
    await screen.findByRole('button', { name: '继续' });
    expect(screen.queryByText('最近的改动没有保存')).toBeNull();
  });
});
