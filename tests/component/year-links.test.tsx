import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { repository } from '../repository.ts';
import { startApp } from './app.tsx';
import { completeAssessment } from './fixtures.ts';
import { TestHost } from './host.ts';
import { keepRegisters } from './year.ts';

const TASKS = [
  { matter: '制定方案', due: '2026-11-21', progress: '未开始' },
  { matter: '领导重视', due: '2026-11-22', progress: '未开始' },
];

/** The year of 示例局, open, and the sample beside it. */
async function start() {
  const host = new TestHost({ resources: repository });
  keepRegisters(host, { tasks: TASKS, complaints: [{ against: '是', published: '2026-11-19' }] });
  const { user } = startApp(host);
  await user.click(await screen.findByRole('button', { name: '打开示例' }));
  await user.click(await screen.findByRole('button', { name: /首页/ }));
  const openYear = async () => {
    await user.click(await screen.findByRole('button', { name: '年度工作' }));
    await user.click(await screen.findByRole('button', { name: /^打开 示例局2026年/ }));
    await screen.findByRole('region', { name: '本周' });
  };
  await openYear();
  const tab = (name: string) =>
    user.click(
      within(screen.getByRole('navigation', { name: '年度任务和台账' })).getByRole('button', { name }),
    );
  const connect = async () => {
    await user.click(screen.getByRole('combobox', { name: '对应的自评' }));
    await user.click(await screen.findByText(/^示例市城市管理/, { selector: '.ant-select-item *' }));
  };
  const choose = async (search: string, item: RegExp) => {
    const field = await screen.findByRole('combobox', { name: '对应评分项' });
    await user.click(field);
    await user.type(field, search);
    await user.click(await screen.findByText(item, { selector: '.ant-select-item *' }));
    await user.keyboard('{Escape}');
  };
  return { host, user, openYear, tab, connect, choose };
}

const cells = (title: RegExp) =>
  within(screen.getByRole('row', { name: title }))
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);

describe('what this week is worth', () => {
  it('says how to link where nothing is, and leads from a task to where the assessment is chosen', async () => {
    const { user, tab, connect } = await start();
    expect(screen.getByText(/想看每件事对应多少分：先在上面选一份自评/)).toBeTruthy();
    expect(screen.queryByRole('columnheader', { name: '对应评分项' })).toBe(null);
    await tab('行政指导');
    await user.click(await screen.findByRole('button', { name: '先到“本周”选一份自评' }));
    await screen.findByRole('region', { name: '本周' });
    await connect();
    expect(await screen.findByText(/还没有选对应评分项/)).toBeTruthy();
  });

  it('tells each item, counts one that is shared once, promises nothing, and takes a link back', async () => {
    const { user, tab, connect, choose } = await start();
    await connect();
    await tab('年度任务');
    await user.click(screen.getByText('制定方案'));
    await choose('实施方案', /^1\.2 /);
    await user.click(screen.getByText('领导重视'));
    await choose('1.2', /^1\.2 /);
    await choose('3.4', /^3\.4 /);
    await tab('举报投诉');
    await choose('1.2', /^1\.2 /);
    await tab('本周');
    const sum = await within(screen.getByRole('region', { name: '本周' })).findByRole('status');
    await waitFor(() => expect(sum.textContent).toContain('本页的事项对应 2 个评分项，按参考标准满分 3 分'));
    expect(sum.textContent).toContain('做了不等于得分，以验收评分为准');
    expect(cells(/^制定方案/)[2]).toBe('1.2 满分 2 分，已得 2 分');
    expect(cells(/^领导重视/)[2]).toContain('3.4 满分 1 分');
    await user.click(screen.getByRole('button', { name: '撤销' }));
    await user.click(screen.getByRole('button', { name: '撤销' }));
    await waitFor(() => expect(cells(/^领导重视/)[2]).toBe('1.2 满分 2 分，已得 2 分'));
  });

  it('tells plainly that the assessment is gone, and keeps what was chosen', async () => {
    const { host, user, openYear, tab, connect, choose } = await start();
    await connect();
    await tab('年度任务');
    await user.click(screen.getByText('制定方案'));
    await choose('实施方案', /^1\.2 /);
    await user.click(screen.getByRole('button', { name: /年度工作/ }));
    await host.settled();
    const listed = await host.elsewhere('listAssessments', {});
    const [sample] = (listed as { value: { assessments: { id: string }[] } }).value.assessments;
    await host.elsewhere('removeAssessment', { id: sample!.id });
    await user.click(await screen.findByRole('button', { name: /首页/ }));
    await openYear();
    expect(await screen.findByText(/^数据文件夹里找不到对应的自评“示例市城市管理/)).toBeTruthy();
    expect(cells(/^制定方案/)[2]).toBe('1.2 年度实施方案');
    await tab('年度任务');
    await user.click(screen.getByText('制定方案', { selector: '[role=row] *' }));
    expect(
      within(screen.getByRole('complementary', { name: '填写这一项' })).getByTitle('1.2 年度实施方案'),
    ).toBeTruthy();
  });
});

describe('a ratio of a ledger', () => {
  /** The dialog that fills one of two visits into an assessment. */
  async function filling(host: TestHost) {
    const day = '2026-02-01';
    const opinion = '未交回';
    keepRegisters(host, {
      visits: [
        { day, opinion, visited: '2026-03-01' },
        { day, opinion },
      ],
    });
    const { user } = startApp(host);
    await user.click(await screen.findByRole('button', { name: '年度工作' }));
    await user.click(await screen.findByRole('button', { name: /^打开 示例局2026年/ }));
    const nav = await screen.findByRole('navigation', { name: '年度任务和台账' });
    await user.click(within(nav).getByRole('button', { name: '执法回访' }));
    await user.click(await screen.findByRole('button', { name: '填入自评…' }));
    const dialog = within(await screen.findByRole('dialog', { name: '把回访比例填入自评' }));
    return { user, dialog, fill: dialog.getByRole('button', { name: /^填\s?入$/ }) };
  }

  it('says what to do first where there is no assessment', async () => {
    const { dialog, fill } = await filling(new TestHost({ resources: repository }));
    await dialog.findByText('还没有自评，请先在首页新建');
    expect(fill).toHaveProperty('disabled', true);
  });

  it('is filled into the item that is chosen, beside what stands there', async () => {
    const host = new TestHost();
    host.keep(completeAssessment());
    const { user, dialog, fill } = await filling(host);
    await user.click(dialog.getByRole('combobox', { name: /^哪一个评分项/ }));
    await user.click(await screen.findByText('2.3 回访比例', { selector: '.ant-select-item *' }));
    await dialog.findByText('现在是 30 ÷ 100，将被替换');
    await user.click(fill);
    await screen.findByText(/已把 1 ÷ 2 填入/);
    expect(host.assessment().entries['2.3']?.input).toMatchObject({ numerator: 1, denominator: 2 });
  });
});
