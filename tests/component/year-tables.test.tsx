import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { repository } from '../repository.ts';
import { startApp } from './app.tsx';
import { TestHost } from './host.ts';
import { keepRegisters } from './year.ts';

/** 统计表 of 行政调解 in a year that is open. */
async function start(more: readonly Readonly<Record<string, string>>[] = []) {
  const host = new TestHost({ resources: repository });
  keepRegisters(host, {
    mediation: [
      { day: '2026-01-01', result: '达成协议', kind: '消费纠纷' },
      { day: '2026-03-31', result: '正在调解', kind: '消费纠纷' },
      { day: '2026-04-01', result: '达成协议' },
      { day: '三月', result: '达成协议' },
      ...more,
    ],
  });
  const { user } = startApp(host);
  await user.click(await screen.findByRole('button', { name: '年度工作' }));
  await user.click(await screen.findByRole('button', { name: /^打开 示例局2026年/ }));
  const nav = await screen.findByRole('navigation', { name: '年度任务和台账' });
  await user.click(within(nav).getByRole('button', { name: '行政调解' }));
  await user.click(screen.getByText('统计表'));
  const pick = async (name: string, option: string) => {
    await user.click(await screen.findByRole('combobox', { name }));
    await user.click((await screen.findAllByText(option, { selector: '.ant-select-item *' })).at(-1)!);
  };
  const add = async (label: string) => {
    await user.click(screen.getByRole('button', { name: /添加指标/ }));
    const fields = await screen.findAllByPlaceholderText('指标名称');
    await waitFor(() => expect(document.activeElement).toBe(fields.at(-1)));
    await user.keyboard(label);
    await user.tab();
  };
  return { host, user, nav, pick, add };
}

/** What is written in the 数量 of each line. */
const numbers = () =>
  within(screen.getByRole('table', { name: '指标' }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => {
      const cell = within(row).getAllByRole('cell')[3];
      return cell?.querySelector('input')?.value ?? cell?.textContent;
    });

describe('a 统计表', () => {
  it('is the office’s to type, is counted of the days of its period, and copied to the next one', async () => {
    const { user, pick, add } = await start();
    expect(screen.getByText(/^统计表式没有公开的，由本单位录入/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /新建统计表/ }));
    await user.type(await screen.findByLabelText('表名'), '第一季度报表');
    await add('受理');
    expect(numbers()).toEqual(['—还没有填统计期间']);
    await pick('统计期间', '第一季度');
    await waitFor(() => expect(numbers()).toEqual(['2']));
    expect(screen.getByText(/按“受理日期”一栏计入统计期间/).textContent).toContain(
      '期间内 2 件；期间以外的 1 件没有计入；1 件的日期空着或者认不出，没有计入，请核对。',
    );
    await add('达成协议');
    await pick('指标 2 怎样统计', '某栏填的是某词');
    await waitFor(() => expect(numbers()[1]).toBe('—还没有选栏目和词'));
    await pick('指标 2 哪一栏', '调解结果');
    await pick('指标 2 哪个词', '达成协议');
    await waitFor(() => expect(numbers()).toEqual(['2', '1']));
    await add('涉及金额（万元）');
    await pick('指标 3 怎样统计', '本单位填写');
    await user.type(await screen.findByLabelText('指标 3 数量'), '12.5');
    await user.tab();
    await waitFor(() => expect(numbers()).toEqual(['2', '1', '12.5']));

    await user.click(screen.getByRole('button', { name: '复制到下一期' }));
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('表名').value).toBe('第二季度报表'));
    expect(screen.getByLabelText<HTMLInputElement>('起（当日在内）').value).toBe('2026-04-01');
    expect(numbers()).toEqual(['1', '1', '']);
    await pick('哪一张统计表', '第一季度报表（第一季度）');
    await waitFor(() => expect(numbers()).toEqual(['2', '1', '12.5']));

    // One step of undo an edit.
    screen.getByRole('button', { name: '上移 指标 2' }).focus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(numbers()).toEqual(['1', '2', '12.5']));
    await user.click(screen.getByRole('button', { name: '撤销' }));
    await waitFor(() => expect(numbers()).toEqual(['2', '1', '12.5']));
    await user.click(screen.getByRole('button', { name: '移除统计表' }));
    await waitFor(() => expect(numbers()).toEqual(['1', '1', '']));
    await user.click(screen.getByRole('button', { name: '撤销' }));
    await screen.findByRole('combobox', { name: '哪一张统计表' });
  });

  it('offers the words that stand in the ledger behind the options, with how often', async () => {
    const own = { day: '2026-02-01', result: '调解成功' };
    const { user, pick, add } = await start([own, own]);
    await user.click(screen.getByRole('button', { name: /新建统计表/ }));
    await pick('统计期间', '全年');
    await add('成功');
    await pick('指标 1 怎样统计', '某栏填的是某词');
    await pick('指标 1 哪一栏', '调解结果');
    await user.click(await screen.findByRole('combobox', { name: '指标 1 哪个词' }));
    const found = (await screen.findAllByText('调解成功', { selector: '.ant-select-item *' })).at(-1)!;
    expect(found.textContent).toBe('调解成功 2');
    await user.click(found);
    await waitFor(() => expect(numbers()[0]).toMatch(/^2“调解成功”不在“调解结果”的选项里/));
  });

  it('says of a column that was removed that it is gone, and shows the next number at the next look', async () => {
    const { user, nav, pick, add } = await start();
    await user.click(screen.getByRole('button', { name: /^栏目/ }));
    let dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByLabelText('新栏目名称'), '所在乡镇{Enter}');
    await within(dialog).findByLabelText('栏目名称 所在乡镇');
    await user.click(screen.getByRole('button', { name: /^完\s?成$/ }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBe(null));
    await user.click(screen.getByRole('button', { name: /新建统计表/ }));
    await pick('统计期间', '全年');
    await add('甲镇');
    await pick('指标 1 怎样统计', '某栏填的是某词');
    await pick('指标 1 哪一栏', '所在乡镇');
    await user.type(await screen.findByLabelText('指标 1 哪个词'), '甲镇');
    await user.tab();
    await waitFor(() => expect(numbers()).toEqual(['0']));
    await user.click(screen.getByRole('button', { name: /^栏目/ }));
    dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: '移除 所在乡镇' }));
    await user.click(screen.getByRole('button', { name: /^完\s?成$/ }));
    await waitFor(() => expect(numbers()).toEqual(['—“所在乡镇”一栏没有了，请重新选']));
    expect(screen.getByText('所在乡镇（没有了）')).toBeTruthy();
    await user.click(within(nav).getByRole('button', { name: '年度任务' }));
    expect(screen.queryByText('统计表')).toBe(null);
  });
});
