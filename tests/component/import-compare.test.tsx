import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useImport } from '../../renderer/state/import-store.ts';
import { allNodes } from '../../shared/tables/draft/nodes.ts';
import { TABLE, tableWith, wizard } from './importing.tsx';
import { withLayout } from './layout.ts';

withLayout({ height: 900 });

const STEPS = ['列', '结构', '规则', '检查', '核对'];
const tree = () => screen.getByRole('tree', { name: '读出的结果' });
const row = (name: RegExp) => within(tree()).getByRole('treeitem', { name });
const source = () => screen.getByRole('region', { name: '原文' });

async function comparing(options: Parameters<typeof wizard>[0] = {}) {
  const started = await wizard(options);
  for (const name of STEPS) await started.next(name);
  await waitFor(() => expect(document.activeElement).toBe(tree()));
  return started;
}

afterEach(() => vi.restoreAllMocks());

describe('核对', () => {
  it('ticks row by row with keys alone what is as in the original, and with the last row its part', async () => {
    const { user, kept } = await comparing();
    screen.getByText('已核对 0/6 条，0/3 部分');
    await user.keyboard('   ');
    screen.getByText('已核对 3/6 条，1/3 部分');
    expect(row(/会议研究/).getAttribute('aria-label')).toContain('已核对');
    expect(row(/工作机制/).getAttribute('aria-selected')).toBe('true');
    await user.keyboard('   ');
    screen.getByText('已核对 6/6 条，3/3 部分');
    await waitFor(() => expect(kept()?.identity.ticked).toHaveLength(3));
  });

  it('takes a tick back with the tick of its part, one step of undo each', async () => {
    const { user, kept } = await comparing();
    await user.keyboard('      ');
    screen.getByText('已核对 6/6 条，3/3 部分');
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => screen.getByText('已核对 5/6 条，2/3 部分'));
    await user.keyboard('{Control>}y{/Control}');
    await waitFor(() => screen.getByText('已核对 6/6 条，3/3 部分'));
    await user.keyboard('{Control>}zzzzzz{/Control}');
    await waitFor(() => screen.getByText('已核对 0/6 条，0/3 部分'));
    await waitFor(() => expect(kept()?.identity.ticked).toEqual([]));
  });

  it('looks at nothing while a key is held down', async () => {
    await comparing();
    fireEvent.keyDown(tree(), { key: ' ', repeat: true });
    screen.getByText('已核对 0/6 条，0/3 部分');
  });

  it('goes on where it was left', async () => {
    const { user, next } = await comparing();
    await user.keyboard('   ');
    await user.click(screen.getByRole('button', { name: '上一步' }));
    // As a page that is opened anew.
    act(() => useImport.setState({ selected: undefined }));
    await next('核对');
    await waitFor(() => expect(document.activeElement).toBe(tree()));
    expect(row(/工作机制/).getAttribute('aria-selected')).toBe('true');
    await user.keyboard(' ');
    screen.getByText(/^已核对 4\/6 条/);
  });

  it('is asked again of a row that was changed since, and its part with it', async () => {
    const { user } = await comparing();
    await user.keyboard('      ');
    await user.click(row(/服务台账/));
    await user.keyboard('{Enter}');
    fireEvent.change(screen.getByLabelText('名称'), { target: { value: '服务台账登记' } });
    await user.keyboard('{Escape}');
    await waitFor(() => screen.getByText('已核对 5/6 条，2/3 部分'));
    screen.getByText('手工改过。原表读作：名称 服务台账');
    expect(document.activeElement).toBe(tree());
    await user.keyboard(' ');
    screen.getByText('已核对 6/6 条，3/3 部分');
    await user.click(screen.getByRole('button', { name: '取消' }));
    screen.getByText('已核对 5/6 条，2/3 部分');
  });

  it('shows in the original where the row at hand stands, and goes to the row of a cell', async () => {
    const { user } = await comparing();
    await user.click(within(source()).getByText('机制健全、运行有效'));
    expect(row(/工作机制/).getAttribute('aria-selected')).toBe('true');
    expect(within(source()).getByText('工作机制').className).toContain('original-chosen');
    // Merged down over both of its rows.
    expect(within(source()).getByText('组织领导')).toHaveProperty('rowSpan', 2);
    const rule = screen.getByRole('region', { name: '规则' });
    await user.click(row(/会议研究/));
    expect(within(screen.getByRole('region', { name: '规则' })).getByText(/每少1次扣5分/).tagName).toBe(
      'MARK',
    );
    expect(rule.isConnected).toBe(false);
  });

  it('shows the paragraph that a veto comes from, and goes to the veto of a paragraph', async () => {
    const after = ['有下列情形之一的，一票否决：', '1.发生重大事故的。', '2.弄虚作假的。'];
    const scrolled: string[] = [];
    const { user } = await comparing({ table: { ...TABLE, after } });
    vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(function scroll(this: Element) {
      scrolled.push(this.textContent);
    });
    await user.click(row(/弄虚作假的/));
    const paragraph = (text: string) => within(source()).getByText(text);
    expect(paragraph('2.弄虚作假的。').className).toContain('original-chosen');
    expect(paragraph('1.发生重大事故的。').className).not.toContain('original-chosen');
    expect(scrolled).toEqual(['2.弄虚作假的。']);
    await user.click(paragraph('1.发生重大事故的。'));
    expect(row(/发生重大事故的/).getAttribute('aria-selected')).toBe('true');
    expect(paragraph('1.发生重大事故的。').className).toContain('original-chosen');
    await user.click(row(/服务台账/));
    expect(paragraph('1.发生重大事故的。').className).toBe('original-paragraph');
  });

  it('shows the words that the cap of a block was read from, where they stand', async () => {
    const table = tableWith([
      [5, 0, '加分项'],
      [5, 1, '表彰'],
      [5, 2, '获省级表彰的每次加2分'],
    ]);
    const { user } = await comparing({ table: { ...table, after: ['注：加分累计不超过5分。'] } });
    await user.click(row(/加分上限：5分/));
    const said = screen.getByRole('region', { name: '原文的话' });
    expect(within(said).getByText('加分累计不超过5分').tagName).toBe('MARK');
    const paragraph = within(source()).getByText('注：加分累计不超过5分。');
    expect(paragraph.className).toContain('original-chosen');
    await user.click(row(/会议研究/));
    expect(paragraph.className).not.toContain('original-chosen');
  });

  it('marks what was not used, and goes there with U', async () => {
    const { user } = await comparing({
      table: tableWith([
        [1, 4, '甲'],
        [2, 4, '乙'],
      ]),
    });
    await user.keyboard('u');
    expect(within(source()).getByText('甲').className).toBe('original-unused original-pointed');
    await user.keyboard('u');
    expect(within(source()).getByText('乙').className).toBe('original-unused original-pointed');
  });

  it('reads the table again by another column, with what was put right by hand', async () => {
    const { user, kept } = await comparing();
    await user.click(row(/服务台账/));
    await user.keyboard('{Enter}');
    fireEvent.change(screen.getByLabelText('名称'), { target: { value: '便民台账' } });
    await user.keyboard('{Escape}');
    await user.click(within(source()).getByLabelText('第 3 列是'));
    await user.click(await screen.findByTitle('佐证材料'));
    await screen.findByText('已重新读取，手工改过的 1 处都保留了');
    await waitFor(() => {
      const item = allNodes(kept()?.draft?.nodes ?? []).find(({ title }) => title === '便民台账');
      expect(item).toMatchObject({ evidence: ['每缺1项扣2分，扣完为止'] });
    });
    await user.click(screen.getByRole('button', { name: '撤销' }));
    await waitFor(() => expect(row(/便民台账/)).toBeTruthy());
  });
});
