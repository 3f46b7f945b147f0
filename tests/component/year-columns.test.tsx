import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { repository } from '../repository.ts';
import { startApp } from './app.tsx';
import { TestHost } from './host.ts';
import { keepRegisters } from './year.ts';

/** 行政调解 of a year that is open, with three entries. */
async function start(ledger = '行政调解') {
  const host = new TestHost({ resources: repository });
  keepRegisters(host, {
    mediation: [
      { day: '2026-03-01', applicant: '张某', result: '达成协议', note: '电话回访' },
      { day: '2026-03-02', applicant: '李某', result: '正在调解' },
      { day: '2026-04-01', applicant: '王某', result: '正在调解' },
    ],
    tasks: [{ matter: '制定方案' }],
    cases: [{ title: '夜市', text: '正文。' }],
  });
  const { user } = startApp(host);
  await user.click(await screen.findByRole('button', { name: '年度工作' }));
  await user.click(await screen.findByRole('button', { name: /^打开 示例局2026年/ }));
  const nav = await screen.findByRole('navigation', { name: '年度任务和台账' });
  await user.click(within(nav).getByRole('button', { name: ledger }));
  const open = async () => {
    await user.click(screen.getByRole('button', { name: /^栏目/ }));
    const title = await screen.findByText(`${ledger}台账的栏目`);
    const dialog = screen.getByRole('dialog');
    expect(dialog.contains(title)).toBe(true);
    return dialog;
  };
  const close = async () => {
    await user.click(screen.getByRole('button', { name: /^完\s?成$/ }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBe(null));
  };
  return { user, nav, open, close };
}

const heads = () =>
  within(screen.getByRole('grid', { name: '行政调解列表' }))
    .getAllByRole('columnheader')
    .map(({ textContent }) => textContent);
const names = () =>
  screen.getAllByRole<HTMLInputElement>('textbox', { name: /^栏目名称/ }).map(({ value }) => value);

describe('the columns of a ledger', () => {
  it('are the office’s to change: renamed, hidden, added, put in order, each one step of undo', async () => {
    const { user, open, close } = await start();
    expect(screen.getByText(/表格栏目是参考格式，可以改。/)).toBeTruthy();
    const dialog = await open();
    const name = within(dialog).getByLabelText('栏目名称 申请人');
    await user.clear(name);
    await user.type(name, '调解员');
    await user.tab();
    expect(await within(dialog).findByText('已有这一栏，没有保存')).toBeTruthy();
    await user.clear(name);
    await user.type(name, '申请方');
    await user.tab();
    expect(await within(dialog).findByText('参考格式叫“申请人”')).toBeTruthy();

    await user.click(within(dialog).getByLabelText('显示 备注'));
    expect(await within(dialog).findByText(/1 件有内容，不显示、不导出/)).toBeTruthy();
    expect(within(dialog).getByText('软件用于：按月统计、报告数据')).toBeTruthy();

    const added = within(dialog).getByLabelText('新栏目名称');
    await user.click(within(dialog).getByRole('button', { name: /添加栏目/ }));
    expect(within(dialog).getByText('请填写栏目名称，没有添加')).toBeTruthy();
    await user.type(added, '所在乡镇{Enter}');
    const up = await within(dialog).findByRole('button', { name: '上移 所在乡镇' });
    up.focus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(names().at(-2)).toBe('所在乡镇'));
    expect(document.activeElement).toBe(up);
    await close();
    expect(heads()).toEqual(['受理日期', '申请方', '被申请人', '争议事项', '调解结果', '所在乡镇', '提醒']);
    expect(screen.getByText(/栏目按本单位的格式，在参考格式上改的。/)).toBeTruthy();

    await user.click(screen.getByText('张某'));
    const pane = await screen.findByRole('complementary', { name: '填写这一件' });
    expect(within(pane).queryByLabelText('备注')).toBe(null);
    expect(within(pane).getByText(/不显示的栏目里有内容：“备注”/)).toBeTruthy();
    await user.type(within(pane).getByLabelText('所在乡镇'), '甲镇');
    await user.tab();
    expect(await screen.findByText('甲镇', { selector: '[role=gridcell]' })).toBeTruthy();
    await user.type(screen.getByLabelText('查找'), '电话回访');
    expect(await screen.findByText('找到 0/3 件')).toBeTruthy();
    await user.clear(screen.getByLabelText('查找'));

    for (let step = 0; step < 5; step += 1) {
      await user.click(screen.getByRole('button', { name: '撤销' }));
      await waitFor(() => expect(screen.queryByText('正在保存')).toBe(null));
    }
    await waitFor(() =>
      expect(heads()).toEqual(['受理日期', '申请人', '被申请人', '争议事项', '调解结果', '提醒']),
    );
  });

  it('an own one that is filled in is only hidden, after a question, and is shown again at any time', async () => {
    const { user, open, close } = await start();
    const dialog = await open();
    await user.type(within(dialog).getByLabelText('新栏目名称'), '所在乡镇{Enter}');
    await within(dialog).findByLabelText('栏目名称 所在乡镇');
    await close();
    await user.click(screen.getByText('张某'));
    await user.type(await screen.findByLabelText('所在乡镇'), '甲镇');
    await user.tab();
    await screen.findByText('甲镇', { selector: '[role=gridcell]' });

    await user.click(within(await open()).getByRole('button', { name: '移除 所在乡镇' }));
    const asked = await screen.findByText(/有 1 件填了内容，所以不移除/);
    expect(asked.textContent).toContain('内容都留着，随时可以在这里勾选“显示”');
    await user.click(screen.getByRole('button', { name: /^取\s?消$/ }));
    expect(screen.getByLabelText<HTMLInputElement>('显示 所在乡镇').checked).toBe(true);
    await user.click(screen.getByRole('button', { name: '移除 所在乡镇' }));
    await user.click(await screen.findByRole('button', { name: '不显示' }));
    await screen.findByText(/1 件有内容，不显示、不导出；勾选“显示”就回来，有内容的不能移除/);
    expect(screen.queryByRole('button', { name: '移除 所在乡镇' })).toBe(null);
    await user.click(screen.getByLabelText('显示 所在乡镇'));
    await waitFor(() => expect(screen.getByRole('button', { name: '移除 所在乡镇' })).toBeTruthy());

    // 按参考格式恢复 says of each what becomes of it: only one without content goes.
    await user.type(screen.getByLabelText('新栏目名称'), '来源{Enter}');
    await screen.findByLabelText('栏目名称 来源');
    await user.click(screen.getByRole('button', { name: /按参考格式恢复/ }));
    expect(
      await screen.findByText(
        '本单位加的栏目：“所在乡镇”（1 件）有内容，改为不显示，随时可以再显示；“来源”没有内容，移除。',
      ),
    ).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /^恢\s?复$/ }));
    await waitFor(() => expect(names()).not.toContain('来源'));
    expect(names()).toContain('所在乡镇');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: /按参考格式恢复/ }).disabled).toBe(true);
    await close();
    expect(heads()).not.toContain('所在乡镇');
    await user.click(within(await open()).getByLabelText('显示 所在乡镇'));
    await close();
    expect(await screen.findByText('甲镇', { selector: '[role=gridcell]' })).toBeTruthy();
  });

  it('may be marked as personal, those of the kind as well: they leave with nothing', async () => {
    const { user, open, close } = await start();
    const dialog = await open();
    expect(within(dialog).getByLabelText<HTMLInputElement>('个人信息 联系电话').disabled).toBe(true);
    expect(within(dialog).getByLabelText<HTMLInputElement>('个人信息 调解结果').disabled).toBe(true);
    await user.click(within(dialog).getByLabelText('个人信息 申请人'));
    await close();
    expect(screen.getByLabelText<HTMLInputElement>('含申请人、联系电话').checked).toBe(false);
    await user.click(screen.getByText('张某'));
    expect(await screen.findByText('申请人（个人信息，可以不填）')).toBeTruthy();
  });

  it('are personal from the beginning where their name says so, until somebody says otherwise', async () => {
    const { user, open } = await start();
    const dialog = within(await open());
    await user.type(dialog.getByLabelText('新栏目名称'), '身份证号{Enter}');
    const box = await dialog.findByLabelText<HTMLInputElement>('个人信息 身份证号');
    expect(box.checked).toBe(true);
    await user.click(box);
    await waitFor(() => expect(box.checked).toBe(false));
    await user.type(dialog.getByLabelText('新栏目名称'), '来源{Enter}');
    expect((await dialog.findByLabelText<HTMLInputElement>('个人信息 来源')).checked).toBe(false);
    const name = dialog.getByLabelText('栏目名称 来源');
    await user.clear(name);
    await user.type(name, '家庭住址');
    await user.tab();
    const renamed = await dialog.findByLabelText<HTMLInputElement>('个人信息 家庭住址');
    await waitFor(() => expect(renamed.checked).toBe(true));
  });

  it('take further choices where no document states them, and always leave one in the list', async () => {
    const { user, nav, open, close } = await start();
    let dialog = await open();
    await user.type(within(dialog).getByRole('combobox', { name: '调解结果 另加选项' }), '撤回申请{Enter}');
    expect(await within(dialog).findByText('另加的选项只计数，不算作原来的哪一种。')).toBeTruthy();
    for (const each of ['申请人', '被申请人', '争议事项', '调解结果', '受理日期'])
      await user.click(within(dialog).getByLabelText(`在列表 ${each}`));
    expect(await within(dialog).findByText('列表里至少要有一栏，没有改动。')).toBeTruthy();
    await close();
    expect(heads()).toEqual(['受理日期', '提醒']);
    await user.click(screen.getAllByRole('row')[1]!);
    await user.click(await screen.findByRole('combobox', { name: '调解结果' }));
    expect(await screen.findByText('撤回申请', { selector: '.ant-select-item *' })).toBeTruthy();

    await user.click(within(nav).getByRole('button', { name: '典型案例' }));
    await user.click(screen.getByRole('button', { name: /^栏目/ }));
    dialog = await screen.findByRole('dialog', { name: '典型案例台账的栏目' });
    expect(within(dialog).queryByRole('combobox', { name: '主题 另加选项' })).toBe(null);
    expect(within(dialog).getByText(/郑法政办〔2020〕9号 一（二）/)).toBeTruthy();
    expect(within(dialog).getByLabelText<HTMLInputElement>('显示 正文').disabled).toBe(true);
  });

  it('go on in the next year, where they are asked for', async () => {
    const { user, open, close } = await start();
    const dialog = await open();
    await user.type(within(dialog).getByLabelText('新栏目名称'), '所在乡镇{Enter}');
    await within(dialog).findByLabelText('栏目名称 所在乡镇');
    await close();
    await user.click(screen.getByRole('button', { name: '年度工作' }));
    await user.click(await screen.findByRole('button', { name: /新建年度工作/ }));
    const asked = await screen.findByRole('dialog', { name: '新建年度工作' });
    expect(await within(asked).findByText('照 示例局2026年 的，统计期间改到这一年')).toBeTruthy();
    const year = within(asked).getByLabelText('年份');
    await user.clear(year);
    await user.type(year, '２０２７');
    await user.click(within(asked).getByRole('button', { name: /^新\s?建$/ }));
    const nav = await screen.findByRole('navigation', { name: '年度任务和台账' });
    await user.click(within(nav).getByRole('button', { name: '行政调解' }));
    expect(await screen.findByText(/栏目按本单位的格式/)).toBeTruthy();
    expect(screen.getByText('共 0 件')).toBeTruthy();
  });

  it('are not offered for the tasks, whose columns are the notice’s', async () => {
    await start('年度任务');
    await screen.findByRole('grid', { name: '年度任务列表' });
    expect(screen.queryByRole('button', { name: /^栏目/ })).toBe(null);
  });
});
