import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Entry } from '../../shared/registers/entry.ts';
import { repository } from '../repository.ts';
import { officialOf } from '../unit/shared/scoring/fixtures.ts';
import { startApp } from './app.tsx';
import { TestDesk } from './desk.ts';
import { CAMPAIGN, STANDARD } from './fixtures.ts';
import { TestHost } from './host.ts';
import { keepYear } from './kept-year.ts';

type Sites = Entry['fields'][];

async function opened(host: TestHost, sites: Sites, notices: Sites = []) {
  keepYear(host, '示例市法治办', 2026, { sites, notices });
  const { user } = startApp(host);
  await user.click(await screen.findByRole('button', { name: '年度工作' }));
  await user.click(await screen.findByRole('button', { name: /^打开 示例市法治办2026年/ }));
  const nav = await screen.findByRole('navigation', { name: '年度任务和台账' });
  await user.click(within(nav).getByRole('button', { name: '示范点名录' }));
  return user;
}

type User = Awaited<ReturnType<typeof opened>>;
const hostOf = () => new TestHost({ resources: repository });
/** Name, level and 命名文号 of each row. */
const listed = () =>
  within(screen.getByRole('grid', { name: '示范点名录列表' }))
    .getAllByRole('row')
    .slice(1)
    .map(({ children }) => [children[0], children[3], children[4]].map((cell) => cell?.textContent));
const ok = (dialog: HTMLElement, name: RegExp) =>
  within(dialog).getByRole<HTMLButtonElement>('button', { name });

async function ofDesk(user: User): Promise<HTMLElement> {
  await user.click(screen.getByRole('button', { name: '从核验台取结果' }));
  const dialog = await screen.findByRole('dialog', { name: '从核验台取结果' });
  await user.click(within(dialog).getByRole('combobox', { name: '哪个核验台' }));
  await user.click(await screen.findByText(/^测试核验台/, { selector: '.ant-select-item-option-content' }));
  await within(dialog).findByRole('region', { name: '可以带来的单位' });
  return dialog;
}

const deskOf = (host: TestHost, isOfficial: boolean, kind: 'acceptance' | 'recommendation' = 'acceptance') =>
  new TestDesk(host.root).create(isOfficial ? officialOf(STANDARD) : STANDARD, {
    campaign: { ...CAMPAIGN, kind },
    choices: [{ key: '0000000000000001', reason: '' }],
  });

it('takes the result of a desk with its day, and not before the day is one', async () => {
  const host = hostOf();
  deskOf(host, true).put({ name: '甲区税务局', verified: true });
  const user = await opened(host, [{ name: '乙局', level: '标兵' }]);
  const dialog = await ofDesk(user);
  expect(within(dialog).getByLabelText<HTMLInputElement>('带来甲区税务局').checked).toBe(true);
  const day = within(dialog).getByLabelText(/^验收日期/);
  await user.type(day, '2026-02-30');
  await user.tab();
  await within(dialog).findByLabelText('验收日期（没有这一天，不算验收过）');
  expect(ok(dialog, /^登记 1 个$/).disabled).toBe(true);
  await user.clear(day);
  await user.type(day, '2026-10-10');
  await user.tab();
  await within(dialog).findByText('验收日期：2026-10-10');
  await user.click(ok(dialog, /^登记 1 个$/));
  await waitFor(() =>
    expect(listed()).toEqual([
      ['乙局', '标兵', '—'],
      ['甲区税务局', '培育对象', '—'],
    ]),
  );
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(listed()).toHaveLength(1));
});

it('leaves an official score where a desk is only for checking oneself', async () => {
  const host = hostOf();
  deskOf(host, false).put({ name: '甲区税务局', verified: true });
  const user = await opened(host, [
    { name: '甲区税务局', level: '标兵', score: '88.50', checked: '2026-05-01' },
  ]);
  const dialog = await ofDesk(user);
  expect(
    within(dialog).getByText(/^名录里已有验收（2026-05-01.88\.50），仅供自查的得分不登记$/),
  ).toBeTruthy();
  await user.click(within(dialog).getByRole('button', { name: '全选' }));
  expect(within(dialog).queryByText(/^验收得分：/)).toBeNull();
  expect(within(dialog).getByText('第1行“甲区税务局”')).toBeTruthy();
});

it('takes the list of the year before, a newer confirmation for the naming, and names what it leaves', async () => {
  const host = hostOf();
  keepYear(host, '示例市法治办', 2025, {
    sites: [
      {
        ...{ name: '甲局', level: '省级示范点', number: '示法〔2019〕1号', named: '2019-12-20' },
        ...{ confirmed: '2025-10-20', confirmNumber: '豫法〔2025〕20号' },
      },
      { name: '乙局', level: '市级示范点', number: '示法〔2019〕2号', confirmNumber: '豫法〔2025〕21号' },
      { name: '丙局', code: '11410100MB00000018' },
      { name: '丙局' },
      { name: '丁局' },
      { name: '丁局' },
      { level: '标兵' },
    ],
  });
  keepYear(host, '又一个市', 2026, { sites: [{ name: '别处' }] });
  keepYear(host, '示例市法治办', 2027, { sites: [{ name: '以后的' }] });
  const user = await opened(host, []);
  await user.click(screen.getByRole('button', { name: '从上一年带来' }));
  const dialog = await screen.findByRole('dialog', { name: '从上一年带来示范点名录' });
  await within(dialog).findByText('命名文号：豫法〔2025〕20号');
  expect(within(dialog).getByText('命名日期：2025-10-20')).toBeTruthy();
  expect(within(dialog).getByText(/级别请核对/)).toBeTruthy();
  expect(within(dialog).getByText(/没有填确认日期，不算已确认，命名照原来的/)).toBeTruthy();
  expect(within(dialog).getAllByText('同名，请核对是不是同一单位')).toHaveLength(2);
  expect(within(dialog).getByRole('note').textContent).toMatch(
    /没有列入的 2 行：第6行丁局：.*第7行.*没有填单位名称/u,
  );
  await user.click(within(dialog).getByRole('combobox', { name: '哪一年' }));
  expect(screen.queryByText(/^又一个市/, { selector: '.ant-select-item-option-content' })).toBeNull();
  expect(screen.queryByText(/2027年/, { selector: '.ant-select-item-option-content' })).toBeNull();
  await user.click(screen.getByText(/^示例市法治办2025年/, { selector: '.ant-select-item-option-content' }));
  await user.click(within(dialog).getByRole('button', { name: '全选' }));
  await user.click(within(dialog).getByLabelText('带来甲局'));
  await user.click(ok(dialog, /^带来 2 个$/));
  await waitFor(() =>
    expect(listed()).toEqual([
      ['甲局', '省级示范点', '豫法〔2025〕20号'],
      ['丁局', '—', '—'],
    ]),
  );
  await user.keyboard('{Control>}z{/Control}');
  await screen.findByText(/^还没有登记/);
});

it("offers another unit's list, and takes it by choice alone", async () => {
  const host = hostOf();
  keepYear(host, '又一个市', 2025, { sites: [{ name: '别处' }] });
  const user = await opened(host, []);
  await user.click(screen.getByRole('button', { name: '从上一年带来' }));
  const dialog = await screen.findByRole('dialog', { name: '从上一年带来示范点名录' });
  await within(dialog).findByText('没有本单位以前年度的名录，可以选别的单位的');
  expect(within(dialog).queryByLabelText('带来别处')).toBeNull();
  expect(ok(dialog, /^带来 0 个$/).disabled).toBe(true);
  await user.click(within(dialog).getByRole('combobox', { name: '哪一年' }));
  await user.click(
    await screen.findByText(/^又一个市2025年.*不是本单位的/, { selector: '.ant-select-item-option-content' }),
  );
  await within(dialog).findByLabelText('带来别处');
});

it('ticks to whom a notice was passed on, tells a day to come, and takes it all back', async () => {
  const sites = [
    { name: '甲局\u202e', level: '标兵' },
    { name: '乙局', level: '标兵' },
  ];
  const notices: Sites = [
    { title: '推荐通知', number: '示法〔2026〕1号' },
    { title: '推荐通知', received: '2026-03-01' },
  ];
  const user = await opened(hostOf(), sites, notices);
  await user.click(screen.getByRole('button', { name: '通知传达' }));
  await user.click(await screen.findByText('传达情况'));
  await user.click(screen.getByRole('combobox', { name: '哪一份通知' }));
  await user.click(
    await screen.findByText('推荐通知（示法〔2026〕1号）', { selector: '.ant-select-item-option-content' }),
  );
  await user.click(screen.getByRole('button', { name: '全部已传达（今天）' }));
  await screen.findByText('已传达 2/2 个示范点');
  const day = screen.getByLabelText('甲局[U+202E]的传达日期');
  await user.clear(day);
  await user.type(day, '2999-01-01');
  await user.tab();
  await screen.findByText('已传达 1/2 个示范点（1 个的传达日期没有算，原因见各行）');
  await user.click(screen.getByRole('button', { name: '全部取消' }));
  await screen.findByText('已传达 0/2 个示范点');
  await user.keyboard('{Control>}z{/Control}');
  await screen.findByText(/^已传达 1\/2 个示范点/);
});
