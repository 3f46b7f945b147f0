import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useImport } from '../../renderer/state/import-store.ts';
import { tableWith, wizard } from './importing.tsx';
import { withLayout } from './layout.ts';

withLayout({ height: 700 });

/** A column that was filled in already; no standard holds it. */
const SELF_SCORED = tableWith([
  [0, 4, '自评分'],
  [1, 4, '18'],
  [3, 4, '36'],
]);
/** Twenty items that are worth nothing. */
const WORTHLESS = tableWith(
  Array.from({ length: 20 }, (_, at) => [
    [at + 5, 1, `第${at}件事`] as const,
    [at + 5, 2, '每缺1次扣1分'] as const,
    [at + 5, 3, '0'] as const,
  ]).flat(),
);

const textOf = (element: HTMLElement) => element.textContent ?? '';

describe('the word that every cell was read', () => {
  it('stands where that is so, in the columns and of the reading in the check', async () => {
    const { next } = await wizard();
    await next('列');
    await screen.findByText('全部读取：17 格都有着落');
    for (const name of ['结构', '规则', '检查']) await next(name);
    await screen.findByText('全部读取：读取时 17 格都有着落');
  });

  it('does not where cells are nowhere: the columns and how many cells, and the way to them', async () => {
    const { user, next } = await wizard({ table: SELF_SCORED });
    await next('列');
    await screen.findByText('还有 2 格没有写入标准：第5栏“自评分” 2 格');
    expect(screen.queryByText(/全部读取/)).toBeNull();
    for (const name of ['结构', '规则', '检查']) await next(name);
    await screen.findByText('读取时还有 2 格没有写入标准：第5栏“自评分” 2 格');
    expect(screen.queryByText(/全部读取|没有发现问题/)).toBeNull();
    await user.click(screen.getByRole('button', { name: '去核对列' }));
    await user.click(await screen.findByLabelText('第 5 列是'));
    await user.click(await screen.findByTitle('备注'));
    await screen.findByText('全部读取：20 格都有着落');
  });

  it('does not of a structure that other columns were read into, until it is read anew', async () => {
    const { user, next } = await wizard();
    await next('列');
    await next('结构');
    const { edit, goTo } = useImport.getState();
    const { maps } = useImport.getState().open!.value;
    const map = maps[1]!;
    void edit({ kind: 'setColumns', table: '1', map: { ...map, roles: map.roles.with(2, 'ignore') } });
    goTo('check');
    await screen.findByText('现在的结构不是按当前各列的用途读取的，没有逐格核对');
    expect(screen.queryByText(/全部读取/)).toBeNull();
    await user.click(screen.getByRole('button', { name: '重新读取' }));
    await screen.findByText(/读取时还有 3 格没有写入标准：第3栏“评分标准” 3 格/);
  });
});

describe('the columns, after 结构 was changed by hand', () => {
  const cell = (name: string) => screen.getByRole('gridcell', { name }).title;
  const row = (name: RegExp) => screen.getByRole('treeitem', { name });
  const button = (name: string) => screen.getByRole('button', { name });

  it('speak of the reading, say what there is now, and where a cell went since', async () => {
    const { user, next } = await wizard();
    for (const name of ['列', '结构', '规则']) await next(name);
    await user.click(button('接受全部有把握的（2）'));
    for (const name of ['上一步', '上一步']) await user.click(button(name));
    // Rules that were taken are no change of the structure.
    await screen.findByText('读出 3 个评分项（2 个指标），合计 90 分');
    expect(screen.queryByText(/在“结构”里改过/)).toBeNull();
    await next('结构');
    await user.click(row(/工作机制/));
    await user.click(button('并入上一项'));
    await user.click(row(/服务台账/));
    await user.click(button('删除'));
    await user.click(button('上一步'));
    await screen.findByText('读取时读出 3 个评分项（2 个指标），合计 90 分');
    await screen.findByText('读取后在“结构”里改过，现在是 1 个评分项（1 个指标），合计 50 分');
    await screen.findByText('全部读取：读取时 17 格都有着落');
    expect(cell('工作机制')).toBe('读取时成为：评分标准，已在“结构”里并入1.1');
    expect(cell('服务台账')).toBe('读取时成为：评分标准，已在“结构”里删除');
    expect(cell('会议研究')).toBe('成为：评分标准（1.1）');
    await user.click(screen.getByRole('gridcell', { name: '服务台账' }));
    expect(screen.getByRole('status', { name: '所选的格' }).textContent).toContain('已在“结构”里删除');
    // Read by other columns, the cells are those of the new reading.
    await user.click(screen.getByLabelText('第 3 列是'));
    await user.click(await screen.findByTitle('备注'));
    await screen.findByText(/^“结构”是按以前的设置读取的，现在是 1 个评分项/);
    await screen.findByText('读出 3 个评分项（2 个指标），合计 90 分');
    expect(cell('服务台账')).toMatch(/^成为：/);
  });
});

describe('where a cell went', () => {
  it('is told at each item, with what of its rows is nowhere', async () => {
    const { user, next } = await wizard({ table: SELF_SCORED });
    await next('列');
    await next('结构');
    await user.click(screen.getByRole('treeitem', { name: /服务台账/ }));
    const cells = () =>
      within(screen.getByRole('region', { name: '来自原表' }))
        .getAllByRole('row')
        .map(textOf);
    await waitFor(() =>
      expect(cells()).toEqual([
        '第4行第2栏评分标准服务台账',
        '第4行第3栏评分标准每缺1项扣2分，扣完为止',
        '第4行第4栏分值40',
        '第4行第5栏没有写入标准36',
      ]),
    );
    await next('规则');
    expect(cells()).toContain('第4行第4栏分值40');
  });

  it('is told on the cell itself, of all rows', async () => {
    const { user, next } = await wizard({ table: WORTHLESS });
    await next('列');
    const cell = async (text: string) => (await screen.findByText(text)).closest('td')?.title;
    expect(await cell('会议研究')).toBe('成为：评分标准（1.1）');
    expect(screen.queryByText('第19件事')).toBeNull();
    await user.click(screen.getByRole('button', { name: '再看 12 行（还有 12 行）' }));
    expect(await cell('第19件事')).toMatch(/^成为：/);
  });
});

describe('what became of the cell at hand', () => {
  const at = () => screen.getByRole('status', { name: '所选的格' });
  const words = () => textOf(at());

  it('is told to who goes there by the keyboard, with all its words; all cells are one tab stop', async () => {
    const { user, next } = await wizard({ table: SELF_SCORED });
    await next('列');
    screen.getByLabelText('第 5 列是').focus();
    await user.tab();
    expect(words()).toBe('第1行第1栏成为：表头一级指标');
    // 组织领导 is merged over two rows: the keys go through it on their own line.
    await user.keyboard('{ArrowDown}{ArrowRight}{ArrowDown}');
    expect(words()).toBe('第3行第2栏成为：评分标准（1.2）工作机制');
    await user.keyboard('{ArrowLeft}');
    expect(words()).toBe('第2行第1栏成为：名称（1）组织领导');
    await user.keyboard('{ArrowRight}');
    expect(words()).toMatch(/工作机制$/);
    await user.keyboard('{ArrowDown}{End}');
    expect(words()).toBe('第4行第5栏没有写入标准36');
    await user.keyboard('{ArrowUp}{ArrowRight}{Home}{ArrowUp}{ArrowUp}{ArrowUp}');
    expect(words()).toBe('第1行第1栏成为：表头一级指标');
    await user.tab();
    expect(screen.getByRole('button', { name: '上一步' })).toBe(document.activeElement);
    await user.tab({ shift: true });
    expect(words()).toMatch(/^第1行第1栏/);
  });

  it('is told of the one that is clicked, and of an empty one', async () => {
    const { user, next } = await wizard({ table: SELF_SCORED });
    await next('列');
    expect(words()).toBe('点一格，或用方向键选一格，这里显示它的全文和去向');
    expect(screen.queryByRole('gridcell', { selected: true })).toBeNull();
    await user.click(screen.getByRole('gridcell', { name: '机制健全、运行有效' }));
    // Marked, however it was chosen.
    expect(textOf(screen.getByRole('gridcell', { selected: true }))).toBe('机制健全、运行有效');
    expect(words()).toBe('第3行第3栏成为：评分标准（1.2）机制健全、运行有效');
    await user.keyboard('{End}');
    expect(words()).toBe('第3行第5栏空格');
    expect(textOf(screen.getByRole('gridcell', { selected: true }))).toBe('');
  });
});

describe('many warnings', () => {
  it.each([
    ['列', '读取提示', 6],
    ['检查', '检查结果', 12],
  ])('%s: are folded by kind, and none is lost', async (step, label, most) => {
    const { user, next } = await wizard({ table: WORTHLESS });
    for (const name of ['列', '结构', '规则', '检查']) {
      await next(name);
      if (name === step) break;
    }
    const list = await screen.findByRole('list', { name: label });
    const lines = () => within(list).getAllByRole('listitem').map(textOf);
    expect(lines().length).toBeLessThanOrEqual(most);
    expect(lines().filter((line) => line.includes('的分值是0')).length).toBeLessThan(20);
    for (const button of within(list).getAllByRole('button', { name: '展开' })) await user.click(button);
    expect(lines().filter((line) => line.includes('的分值是0'))).toHaveLength(20);
    await user.click(within(list).getAllByRole('button', { name: '收起' })[0]!);
    expect(lines().filter((line) => line.includes('的分值是0')).length).toBeLessThan(20);
  });
});
