import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { utils, write } from 'xlsx';
import { repository } from '../repository.ts';
import { startApp } from './app.tsx';
import { TestHost } from './host.ts';

/** A new year of 示例局, open, with the tasks of the notice or with none. */
async function startYear(tasks?: RegExp) {
  const host = new TestHost({ resources: repository });
  const { user } = startApp(host);
  await user.click(await screen.findByRole('button', { name: '年度工作' }));
  await user.click(await screen.findByRole('button', { name: '新建第一份年度工作' }));
  const dialog = await screen.findByRole('dialog', { name: '新建年度工作' });
  await user.type(within(dialog).getByLabelText('单位名称'), '示例局');
  if (tasks) {
    await user.click(within(dialog).getByRole('combobox', { name: '年度任务' }));
    await user.click(await screen.findByText(tasks, { selector: '.ant-select-item *' }));
  }
  await user.click(within(dialog).getByRole('button', { name: /^新\s?建$/ }));
  await screen.findByRole('navigation', { name: '年度任务和台账' });
  return { host, user };
}

/** The button of a screen of the open year. */
const tab = (name: string): HTMLElement =>
  within(screen.getByRole('navigation', { name: '年度任务和台账' })).getByRole('button', { name });

const rows = (name: string): HTMLElement[] =>
  within(screen.getByRole('grid', { name })).getAllByRole('row').slice(1);

it('asks before a second one of the same unit and year, and takes no year for another', async () => {
  const { user } = await startYear();
  await user.click(screen.getByRole('button', { name: '年度工作' }));
  const create = async () => {
    await user.click(await screen.findByRole('button', { name: /新建年度工作/ }));
    return screen.findByRole('dialog', { name: '新建年度工作' });
  };
  const dialog = await create();
  const button = (name: string | RegExp) => within(dialog).getByRole('button', { name });
  const yearIs = async (text: string) => {
    await user.clear(within(dialog).getByLabelText('年份'));
    await user.type(within(dialog).getByLabelText('年份'), text);
  };
  expect(await within(dialog).findByRole('button', { name: '打开已有的' })).toBeTruthy();
  expect(button('另建一份')).toBeTruthy();
  await yearIs('27');
  expect(within(dialog).getByText('请填写四位数的年份，如 2027')).toBeTruthy();
  await user.click(button(/^新\s?建$/));
  expect(within(dialog).getByLabelText<HTMLInputElement>('年份').value).toBe('27');
  await yearIs('２０２６');
  await user.click(button('打开已有的'));
  await screen.findByRole('navigation', { name: '年度任务和台账' });
  await user.click(screen.getByRole('button', { name: '年度工作' }));
  await user.click(await within(await create()).findByRole('button', { name: '另建一份' }));
  await screen.findByRole('navigation', { name: '年度任务和台账' });
  await user.click(screen.getByRole('button', { name: '年度工作' }));
  await waitFor(() => expect(screen.getAllByText('示例局2026年')).toHaveLength(2), { timeout: 5000 });
});

describe('年度任务', () => {
  it('begin with a notice’s table, are filled in, and say what is due', async () => {
    const { user } = await startYear(/市政府部门/);
    await user.click(tab('年度任务'));
    expect(rows('年度任务列表')).toHaveLength(12);
    // The notice's own words beside the day that they are read as.
    expect(rows('年度任务列表')[0]?.textContent).toMatch(/[上中下]旬.*2026-\d\d-\d\d/);
    expect(screen.getByText(/是本软件的理解（参考），可以改；以原文为准。/)).toBeTruthy();
    await user.click(screen.getByText('年度推进服务型行政执法建设实施方案'));
    const pane = screen.getByRole('complementary', { name: '填写这一项' });
    expect(within(pane).getByLabelText<HTMLTextAreaElement>('依据').value).toBe(
      '郑依法行政领办〔2017〕36号 附件3',
    );
    await user.click(within(pane).getByRole('combobox', { name: '进度' }));
    await user.click(await screen.findByText('已完成', { selector: '.ant-select-item *' }));
    await within(pane).findByText('还没有添加材料');
    await user.click(screen.getByRole('button', { name: '撤销' }));
    await waitFor(() => expect(within(pane).queryByText('还没有添加材料')).toBe(null));
  });

  it('are gone through by keys, a page of ten at a time', async () => {
    const { user } = await startYear(/市政府部门/);
    await user.click(tab('年度任务'));
    screen.getByRole('grid', { name: '年度任务列表' }).focus();
    const walked: number[] = [];
    for (const key of ['ArrowDown', 'PageDown', 'PageDown', 'PageUp', 'ArrowUp']) {
      await user.keyboard(`{${key}}`);
      walked.push(rows('年度任务列表').findIndex((row) => row.getAttribute('aria-selected') === 'true') + 1);
    }
    expect(walked).toEqual([1, 11, 12, 2, 1]);
  });

  it('are told on 首页, one click away', async () => {
    const { user } = await startYear(/市政府部门/);
    await user.click(screen.getByRole('button', { name: /年度工作/ }));
    await user.click(await screen.findByRole('button', { name: /首页/ }));
    await user.click(await screen.findByRole('button', { name: '查看 示例局2026年' }));
    const first = await screen.findByRole('button', { name: /^到年度任务办理 制定年度实施方案/ });
    await user.click(first);
    expect(within(screen.getByRole('complementary')).getByLabelText<HTMLInputElement>('事项').value).toBe(
      '制定年度实施方案',
    );
  });
});

describe('a ledger', () => {
  it('is filled by keys: the new entry has the focus, Ctrl+Enter goes on with the next', async () => {
    const { user } = await startYear();
    await user.click(tab('行政指导'));
    await user.click(await screen.findByRole('button', { name: /新增一件/ }));
    const party = await screen.findByLabelText('行政相对人');
    await waitFor(() => expect(document.activeElement).toBe(party));
    await user.keyboard('张某{Control>}{Enter}{/Control}');
    await waitFor(() => expect(rows('行政指导列表')).toHaveLength(2));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('行政相对人')));
    await user.keyboard('李某');
    await user.tab();
    await waitFor(() =>
      expect(rows('行政指导列表').map((row) => row.textContent)).toEqual([
        expect.stringContaining('李某'),
        expect.stringContaining('张某'),
      ]),
    );
    await user.click(screen.getByText('按月统计'));
    expect((await screen.findByRole('row', { name: /^合计/ })).textContent).toContain('2');
  });

  it('marks an entry whose words are not saved, and leads back to them', async () => {
    const { user } = await startYear();
    await user.click(tab('行政指导'));
    await user.click(await screen.findByRole('button', { name: /新增一件/ }));
    await user.type(await screen.findByLabelText('行政相对人'), '张某');
    const day = () => screen.getByLabelText<HTMLInputElement>(/^日期/);
    await user.clear(day());
    await user.type(day(), '上星期{Control>}{Enter}{/Control}');
    await waitFor(() => expect(rows('行政指导列表')).toHaveLength(2));
    await waitFor(() =>
      expect(rows('行政指导列表').filter((row) => row.textContent?.includes('有内容没保存'))).toEqual([
        screen.getByRole('row', { name: /张某/ }),
      ]),
    );
    await user.click(screen.getByRole('button', { name: '导出表格' }));
    await screen.findByText(/请改好标红的地方（点上方的“有内容没保存”会转到那里），再导出/);
    expect(screen.queryByText(/逐项自评/)).toBe(null);

    await user.click(tab('本周'));
    await user.click(screen.getByRole('button', { name: /年度工作$/ }));
    await screen.findByText(/没保存的内容在：“行政指导”的“张某”。现在离开会失去这些改动/);
    await user.click(screen.getByRole('button', { name: '留在这里' }));
    await waitFor(() => expect(day().value).toBe('上星期'));
    await user.click(tab('本周'));
    await user.click(screen.getByRole('button', { name: '有内容没保存' }));
    await waitFor(() => expect(document.activeElement).toBe(day()));
    expect(day().value).toBe('上星期');

    await user.clear(day());
    await user.type(day(), '3.5');
    await user.tab();
    await waitFor(() => expect(rows('行政指导列表')[1]?.textContent).toContain('2026-03-05'));
    await waitFor(() => expect(screen.queryByText('有内容没保存')).toBe(null));
  });

  it('takes in a table of the office, says what becomes of each row, and finds an entry', async () => {
    const { user } = await startYear();
    await user.click(tab('执法回访'));
    const text =
      '送达日期,当事人,意见表,回访时间\n2026.1.5,张某,未交回,2026.2.1\n上旬,李某,不愿填写,\n合计,2,,\n';
    const file = new File(['\ufeff', text], '台账.csv');
    await user.upload(await screen.findByLabelText('导入表格', { selector: 'input' }), file);
    const dialog = await screen.findByRole('dialog', { name: /台账.csv/ });
    expect(within(dialog).getByText('不登记的 1 行')).toBeTruthy();
    expect(within(dialog).getByText('请核对的 1 行')).toBeTruthy();
    await user.click(within(dialog).getByRole('button', { name: '登记 2 件' }));
    await waitFor(() => expect(rows('执法回访列表')).toHaveLength(2));
    expect(screen.getByText('回访比例：1 ÷ 1 = 100.00%')).toBeTruthy();
    expect(screen.getByText('1行的送达日期空着或者不是日期，没有算')).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBe(null));
    await user.type(screen.getByLabelText('查找'), '李某');
    await waitFor(() => expect(rows('执法回访列表')).toHaveLength(1));
    expect(screen.getByText('找到 1/2 件')).toBeTruthy();
  });

  it('says that a table is of another year, and of hidden rows, before it takes them', async () => {
    const { user } = await startYear();
    await user.click(tab('行政指导'));
    const text = '2025年度行政指导台账\n日期,行政相对人,事项\n3月5日,某店,油烟\n';
    const sheet = utils.aoa_to_sheet(
      text
        .trim()
        .split('\n')
        .map((line) => line.split(',')),
    );
    sheet['!rows'] = [{}, {}, { hidden: true }];
    const bytes = write(utils.book_new(sheet, '台账'), {
      type: 'array',
      bookType: 'xlsx',
      cellStyles: true,
    }) as ArrayBuffer;
    const input = await screen.findByLabelText('导入表格', { selector: 'input' });
    await user.upload(input, new File([bytes], '台账.xlsx'));
    const dialog = await screen.findByRole('dialog', { name: /台账.xlsx/ });
    const words = /^表格写的是 2025 年，本年度工作是 2026 年：没有写年份的日期按 (\d+) 年登记。$/;
    expect(within(dialog).getByText(words).textContent).toContain('按 2025 年登记');
    expect(within(dialog).getByText(/^这张表含隐藏的第 3 行：隐藏的也会登记。/)).toBeTruthy();
    await user.click(within(dialog).getByRole('combobox', { name: '没有写年份的日期按哪一年' }));
    await user.click(await screen.findByText('按 2026 年', { selector: '.ant-select-item *' }));
    expect(within(dialog).getByText(words).textContent).toContain('按 2026 年登记');
    await user.click(within(dialog).getByRole('button', { name: '登记 1 件' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBe(null));
    expect(rows('行政指导列表')[0]?.textContent).toContain('2026-03-05');
  });

  it('leaves out the rows of a table that the user takes off', async () => {
    const { user } = await startYear();
    await user.click(tab('行政指导'));
    const text = '日期,行政相对人,事项\n2026.3.5,某店,油烟\n2026.3.6,某馆,噪音\n';
    const input = await screen.findByLabelText('导入表格', { selector: 'input' });
    await user.upload(input, new File(['\ufeff', text], '台账.csv'));
    const dialog = await screen.findByRole('dialog', { name: /台账.csv/ });
    expect(within(dialog).queryByText(/登记后没有日期/)).toBe(null);
    await user.click(within(dialog).getByText('新登记的 2 行'));
    await user.click(within(dialog).getByRole('checkbox', { name: /^第 3 行：2026-03-06，某馆/ }));
    expect(within(dialog).getByText('新登记的 1 行，去掉了 1 行')).toBeTruthy();
    await user.click(within(dialog).getByRole('button', { name: '登记 1 件' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBe(null));
    expect(rows('行政指导列表').map((row) => row.textContent)).toEqual([expect.stringContaining('某店')]);
  });

  it('says that entries get no day where the table has it in parts', async () => {
    const { user } = await startYear();
    await user.click(tab('行政指导'));
    const text = '年,月,日,行政相对人,事项\n2026,3,5,某店,油烟\n';
    const input = await screen.findByLabelText('导入表格', { selector: 'input' });
    await user.upload(input, new File(['\ufeff', text], '台账.csv'));
    const dialog = await screen.findByRole('dialog', { name: /台账.csv/ });
    expect(within(dialog).getByText(/^没有一栏登记到“日期”：登记后没有日期/)).toBeTruthy();
  });

  it('asks what to do with rows of a grown table that are in already, and undoes it in one step', async () => {
    const { user } = await startYear();
    await user.click(tab('执法回访'));
    const upload = async (...lines: string[]) => {
      const text = ['送达日期,当事人,意见表,回访时间,回访情况', ...lines].join('\n');
      const input = await screen.findByLabelText('导入表格', { selector: 'input' });
      await user.upload(input, new File(['\ufeff', text], '台账.csv'));
      return screen.findByRole('dialog', { name: /台账.csv/ });
    };
    const first = await upload(
      '2026.1.5,张某,未交回,2026.2.1,',
      '2026.1.6,李某,未交回,,',
      '2026.1.7,王某,未交回,,',
    );
    await user.click(within(first).getByRole('button', { name: '登记 3 件' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBe(null));
    const dialog = await upload(
      '2026.1.5,张某,未交回,2026.2.8,已整改',
      '2026.1.6,李某,未交回,2026.2.2,',
      '2026.1.7,王某,已交回,,',
      '2026.1.8,赵某,待交回,,',
    );
    const asked = within(dialog).getByRole('region', { name: '可能已经登记过' });
    expect(asked.textContent).toContain('还有 2 件与已登记的不一致，要选一下怎么办。');
    const row = within(asked).getByRole('row', { name: /张某/ });
    expect(row.textContent).toContain('回访日期：2026-02-01 → 2026-02-08');
    expect(row.textContent).toContain('回访情况：（空） → 已整改');
    const take = (name: string) => within(dialog).getByRole<HTMLButtonElement>('button', { name });
    expect(take('还有 2 件要选').disabled).toBe(true);
    const choose = async (line: number, what: string) => {
      await user.click(within(asked).getByRole('combobox', { name: `第 ${line} 行怎么办` }));
      const options = await screen.findAllByText(what, { selector: '.ant-select-item *' });
      await user.click(options.at(-1)!);
    };
    await choose(2, '按表格更新');
    await choose(4, '不是同一件，另行登记');
    await user.click(take('登记 2 件，更新 2 件'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBe(null));
    expect(rows('执法回访列表')).toHaveLength(5);
    expect(screen.getByRole('row', { name: /张某/ }).textContent).toContain('2026-02-08');
    expect(screen.getByRole('row', { name: /李某/ }).textContent).toContain('2026-02-02');
    expect(screen.getAllByRole('row', { name: /王某/ })).toHaveLength(2);
    await user.click(screen.getByRole('button', { name: '撤销' }));
    await waitFor(() => expect(rows('执法回访列表')).toHaveLength(3));
    expect(screen.getByRole('row', { name: /张某/ }).textContent).toContain('2026-02-01');
  });

  it('asks about equal rows of a table, and takes numbers, stretches and months as people write them', async () => {
    const { user } = await startYear();
    await user.click(tab('宣传培训'));
    const text = [
      '日期,类别,题目,人数',
      '2026.3.1-3.3,培训,甲,"1,200"',
      '2026.4,培训,乙,30余人',
      '2026.3.1-3.3,培训,甲,"1,200"',
    ];
    const input = await screen.findByLabelText('导入表格', { selector: 'input' });
    await user.upload(input, new File(['\ufeff', text.join('\n')], '台账.csv'));
    const dialog = await screen.findByRole('dialog', { name: /台账.csv/ });
    const twins = within(dialog).getByRole('region', { name: '表里内容相同' });
    expect(within(twins).getByText('表中第 4 行与第 2 行相同')).toBeTruthy();
    expect(within(dialog).getByRole<HTMLButtonElement>('button', { name: '还有 1 次要选' }).disabled).toBe(
      true,
    );
    await user.click(within(twins).getByRole('button', { name: '全部不是同一次，也登记' }));
    expect(within(dialog).getByRole('button', { name: '登记 3 次' })).toBeTruthy();
    await user.click(within(twins).getByRole('button', { name: '全部写重了，不再登记' }));
    await user.click(within(dialog).getByRole('button', { name: '登记 2 次' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBe(null));
    expect(rows('宣传培训列表')).toHaveLength(2);
    const row = screen.getByRole('row', { name: /甲/ });
    expect(row.textContent).toContain('2026-03-01 至 2026-03-03');
    expect(row.textContent).toContain('1200');
    await user.click(row);
    const day = await screen.findByLabelText<HTMLInputElement>('日期');
    await user.clear(day);
    await user.type(day, '2026.3.1-3.5');
    await user.tab();
    await waitFor(() => expect(row.textContent).toContain('2026-03-01 至 2026-03-05'));
    const people = screen.getByLabelText('人数');
    await user.clear(people);
    await user.type(people, '１，３００人');
    await user.tab();
    await waitFor(() => expect(row.textContent).toContain('1300'));
    await user.click(screen.getByText('按月统计'));
    expect(await screen.findByRole('row', { name: /^2026-04/ })).toBeTruthy();
  });
});
