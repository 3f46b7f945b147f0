import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { useRollup } from '../../renderer/state/rollup-store.ts';
import type { Progress } from '../../shared/registers/progress.ts';
import { repository } from '../repository.ts';
import { progress, task, uuid } from '../unit/shared/registers/rollup/fixtures.ts';
import { startApp } from './app.tsx';
import { TestHost } from './host.ts';

let host: TestHost;
let user: ReturnType<typeof startApp>['user'];

const CATEGORY = 'county-government';
const nameOf = (index: number): string => `示例${index + 1}区政府`;

/** Of a unit: every fourth is late with its second task, every fifth has no PDF of its first. */
function handedIn(index: number, part: Partial<Progress> = {}): Progress {
  const id = 1000 + index * 10;
  return progress({
    ...{ origin: uuid(id), unit: nameOf(index), category: CATEGORY },
    tasks: [
      task(1, { id: uuid(id + 1), state: '已完成', formal: index % 5 !== 0 }),
      task(2, { id: uuid(id + 2), state: index % 4 === 0 ? '进行中' : '已完成', formal: true }),
    ],
    ...part,
  });
}

const fileOf = (each: Progress, name = `${each.unit}.json`) => new File([JSON.stringify(each)], name);

beforeEach(async () => {
  host = new TestHost({ resources: repository });
  ({ user } = startApp(host));
  await user.click(await screen.findByRole('button', { name: /年度工作/ }));
  await user.click(await screen.findByText('多单位汇总'));
  await user.click(await screen.findByRole('button', { name: '新建第一份汇总' }));
  fireEvent.change(await screen.findByLabelText('办公室名称'), { target: { value: '示例市办公室' } });
  await user.click(screen.getByRole('button', { name: '新建' }));
  await screen.findByRole('navigation', { name: '年度任务汇总' });
  await goTo('过期清单');
});

const goTo = (name: string) =>
  user.click(within(screen.getByRole('navigation', { name: '年度任务汇总' })).getByRole('button', { name }));

async function take(files: readonly File[]): Promise<string[]> {
  await user.upload(screen.getByLabelText('导入进度表', { selector: 'input' }), [...files]);
  const table = await screen.findByRole('table', { name: '收件结果' });
  const lines = within(table)
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent);
  await user.click(screen.getByRole('button', { name: '知道了' }));
  await waitFor(() => expect(screen.queryByRole('table', { name: '收件结果' })).toBeNull());
  return lines;
}

it('asks before a second one of the same office and year', async () => {
  await user.click(screen.getByRole('button', { name: '年度工作' }));
  await user.click(await screen.findByRole('button', { name: /新建汇总/ }));
  fireEvent.change(await screen.findByLabelText('办公室名称'), { target: { value: '示例市办公室' } });
  expect(await screen.findByRole('button', { name: '另建一份' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '打开已有的' }));
  await screen.findByRole('navigation', { name: '年度任务汇总' });
});

it('takes the files of 40 units, and shows who is late with what', async () => {
  const files = Array.from({ length: 40 }, (_, index) => fileOf(handedIn(index)));
  const other = fileOf(handedIn(0, { year: 2025 }), '去年.json');
  const lines = await take([...files, other, new File(['x'], '坏.json')]);
  expect(lines).toHaveLength(42);
  expect(lines[0]).toContain('坏.json—读不懂');
  expect(lines[1]).toContain('年份不同这是2025年的，本汇总是2026年的；没有收下。');
  expect(
    lines
      .slice(2)
      .every((line) => line?.includes('收下新增单位，2 项任务；没有可比的任务表，时限没有核对。')),
  ).toBe(true);
  expect(screen.getByRole('status', { name: '进展' }).textContent).toBe(
    '40 个单位，已报送 40；过期 10 项，涉及 10 个单位',
  );
  const late = screen.getByRole('grid', { name: '过期的任务' });
  expect(within(late).getAllByRole('row')).toHaveLength(11);
  expect(within(late).getAllByRole('row')[1]?.textContent).toContain(`${nameOf(0)}事项2材料22026-06-20`);

  await goTo('总表');
  const grid = screen.getByRole('grid', { name: '任务进度' });
  expect(within(grid).getAllByRole('row')).toHaveLength(41);
  expect(within(grid).getByRole('columnheader', { name: /事项2/ }).textContent).toContain('30/40 过期10');
  expect(within(grid).getAllByRole('row')[1]?.textContent).toMatch(/^示例1区政府1\/21无PDF过期\d+天$/);
  await user.click(screen.getByLabelText('只看过期的'));
  expect(within(grid).getAllByRole('row')).toHaveLength(11);
  expect(within(grid).queryByRole('columnheader', { name: /事项1/ })).toBeNull();
});

it('goes on with newer files, and replaces nothing by older ones', async () => {
  await take([fileOf(handedIn(0))]);
  const exportedAt = '2026-11-19T01:00:00.000Z';
  expect(await take([fileOf(handedIn(0, { exportedAt })), fileOf(handedIn(0))])).toEqual([
    expect.stringContaining('较旧') as string,
    expect.stringContaining('重复已经收过同一份') as string,
  ]);
  const done = handedIn(0, { exportedAt: '2026-11-21T01:00:00.000Z' });
  const tasks = done.tasks.map((each) => ({ ...each, state: '已完成' }));
  expect(await take([fileOf({ ...done, tasks })])).toEqual([expect.stringContaining('更新') as string]);
  expect(screen.getByRole('status', { name: '进展' }).textContent).toContain('过期 0 项');
});

it('shows the office what a file says in its own favour: days after the year, nothing applies', async () => {
  const tasks = (part: object) => handedIn(0).tasks.map((each) => ({ ...each, state: '未开始', ...part }));
  const lines = await take([
    fileOf(handedIn(0, { tasks: tasks({ due: '2027-12-31' }) })),
    fileOf(handedIn(1, { tasks: tasks({ state: '不适用' }) })),
  ]);
  expect(lines[0]).toContain('时限不在本年 2 项，请核实');
  expect(lines[1]).toContain('不适用 2 项，请核实');
  expect(screen.getByRole('status', { name: '进展' }).textContent).toContain('过期 0 项');
  expect(screen.getByRole('status', { name: '进展' }).textContent).toContain('待核实 2 个单位');
  const doubts = screen.getByRole('list', { name: '待核实' });
  await user.click(within(doubts).getByRole('button', { name: `${nameOf(1)}：不适用 2 项，请核实` }));
  const pane = await screen.findByRole('complementary', { name: `${nameOf(1)}的任务` });
  expect(within(pane).getAllByText('单位报不适用，请核实')).toHaveLength(2);
  await goTo('单位与收件');
  expect(screen.getByRole('table', { name: '单位' }).textContent).toContain('时限不在本年 2 项，请核实');
  await goTo('本周');
  await screen.findByRole('button', { name: `${nameOf(0)}：时限不在本年 2 项，请核实：材料1、材料2` });
});

it('leads from 搜索全部 to the task of the very unit', async () => {
  await take([fileOf(handedIn(0)), fileOf(handedIn(1))]);
  fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
  await user.type(await screen.findByRole('combobox', { name: '搜索全部' }), '示例2区 材料2');
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1));
  const found = screen.getByRole('group', { name: '汇总的任务' });
  expect(found.textContent).toContain('示例2区政府：事项2');
  await user.click(within(found).getByRole('option'));
  await screen.findByRole('complementary', { name: `${nameOf(1)}的任务` });
  expect(screen.getByRole('grid', { name: '任务进度' })).toBeTruthy();
});

it('lets the office put a task right, with a reason, and take that back', async () => {
  await take([fileOf(handedIn(0))]);
  fireEvent.click(within(screen.getByRole('grid', { name: '过期的任务' })).getAllByRole('row')[1]!);
  const pane = screen.getByRole('complementary', { name: `${nameOf(0)}的任务` });
  // Of the one that is done alone.
  expect(pane.textContent.match(/完成日期：[\d-]*/g)).toEqual(['完成日期：2026-06-01']);
  await user.click(within(pane).getByRole('button', { name: '更正 材料2' }));
  const dialog = await screen.findByRole('dialog');
  fireEvent.mouseDown(within(dialog).getByLabelText('进度'));
  fireEvent.click(await screen.findByTitle('已完成'));
  await user.click(within(dialog).getByRole('button', { name: '更正' }));
  expect(dialog.textContent).toContain('请写明更正的理由');
  expect(useRollup.getState().failure).toBeUndefined();
  fireEvent.change(within(dialog).getByLabelText('理由'), { target: { value: '现场看过' } });
  await user.click(within(dialog).getByRole('button', { name: '更正' }));
  await waitFor(() =>
    expect(screen.getByRole('status', { name: '进展' }).textContent).toContain('过期 0 项'),
  );
  expect(pane.textContent).toContain('更正为“已完成”：现场看过');
  await goTo('总表');
  expect(screen.getByRole('grid', { name: '任务进度' }).textContent).toContain('已完成*');
  await user.click(screen.getByRole('button', { name: '撤回更正' }));
  await waitFor(() =>
    expect(screen.getByRole('status', { name: '进展' }).textContent).toContain('过期 1 项'),
  );
});

it('lets the office say by which day a task counts, in place of the unit’s', async () => {
  await take([fileOf(handedIn(0))]);
  fireEvent.click(within(screen.getByRole('grid', { name: '过期的任务' })).getAllByRole('row')[1]!);
  const pane = screen.getByRole('complementary', { name: `${nameOf(0)}的任务` });
  await user.click(within(pane).getByRole('button', { name: '更正 材料2' }));
  const dialog = await screen.findByRole('dialog');
  const day = within(dialog).getByLabelText(/^时限按哪一天/);
  fireEvent.change(day, { target: { value: '1月31日' } });
  fireEvent.change(within(dialog).getByLabelText('理由'), { target: { value: '已批准延期' } });
  await user.click(within(dialog).getByRole('button', { name: '更正' }));
  expect(dialog.textContent).toContain('缺年份');
  fireEvent.change(day, { target: { value: '2027.1.31' } });
  await user.click(within(dialog).getByRole('button', { name: '更正' }));
  await waitFor(() =>
    expect(screen.getByRole('status', { name: '进展' }).textContent).toContain('过期 0 项'),
  );
  expect(pane.textContent).toMatch(/按2027-01-31计（单位报2026-\d\d-\d\d）/);
  expect(pane.textContent).toContain('，时限按2027-01-31：已批准延期');
});

it('adds units of a list with the tasks of their table; they count as not done', async () => {
  await user.click(screen.getByRole('button', { name: '添加单位' }));
  const names = await screen.findByLabelText('单位名称，一行一个');
  fireEvent.change(names, { target: { value: '附件：\n一、示例甲区政府\n示例乙区政府\n示例 甲区政府' } });
  expect(within(screen.getByRole('list', { name: '要添加的单位' })).getAllByRole('listitem')).toHaveLength(2);
  expect(screen.getByText(/没有当作单位的：“附件：”/)).toBeTruthy();
  fireEvent.mouseDown(screen.getByLabelText('类别和任务'));
  fireEvent.click(await screen.findByTitle('照郑州市2017年任务分解：各县（市、区）政府'));
  await user.click(screen.getByRole('button', { name: '添加 2 个单位' }));
  await waitFor(() =>
    expect(screen.getByRole('status', { name: '进展' }).textContent).toContain(
      '2 个单位，已报送 0；过期 22 项',
    ),
  );
  await goTo('单位与收件');
  const unit = screen.getByLabelText('第 1 个单位的名称');
  fireEvent.change(unit, { target: { value: '示例乙区政府' } });
  fireEvent.blur(unit);
  expect(await screen.findByText(/汇总里已有这个名称，没有保存/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '移除示例乙区政府' }));
  await waitFor(() => expect(useRollup.getState().open?.value).toMatchObject({ units: [{}] }));
});

it('asks for the category of units, and says beside its totals who is not in them until it is chosen', async () => {
  await user.click(screen.getByRole('button', { name: '添加单位' }));
  fireEvent.change(await screen.findByLabelText('单位名称，一行一个'), { target: { value: '示例甲区政府' } });
  await user.click(screen.getByRole('button', { name: '添加 1 个单位' }));
  expect(await screen.findByText(/^请选择类别。/)).toBeTruthy();
  fireEvent.mouseDown(screen.getByLabelText('类别和任务'));
  fireEvent.click(await screen.findByTitle('以后再选（先不带任务）'));
  await user.click(screen.getByRole('button', { name: '添加 1 个单位' }));
  const status = () => screen.getByRole('status', { name: '进展' }).textContent;
  await waitFor(() =>
    expect(status()).toBe('1 个单位，已报送 0；过期 0 项，涉及 0 个单位；另有 1 个单位没有选类别，没有算'),
  );
  for (const screenName of ['过期清单', '总表', '本周']) {
    await goTo(screenName);
    expect(status()).toContain('另有 1 个单位没有选类别，没有算');
  }
  expect(screen.getByRole('list', { name: '办公室要办的' }).textContent).toBe('1 个单位没有选类别，没有算');
  await user.click(screen.getByRole('button', { name: '年度工作' }));
  expect((await screen.findByRole('row', { name: /示例市办公室2026年/ })).textContent).toContain(
    '另有 1 个单位没有选类别，没有算',
  );
  await user.click(await screen.findByRole('button', { name: /首页/ }));
  await screen.findByText(/1 个单位没有报送进度表；办公室要办的 1 件；另有 1 个单位没有选类别，没有算/);
  await user.click(screen.getByRole('button', { name: '查看 示例市办公室2026年' }));
  await user.click(await screen.findByRole('button', { name: '去选类别' }));
  fireEvent.mouseDown(screen.getByLabelText('示例甲区政府的类别'));
  fireEvent.click(await screen.findByTitle('各县（市、区）政府'));
  await waitFor(() => expect(status()).toBe('1 个单位，已报送 0；过期 11 项，涉及 1 个单位'));
  expect(screen.queryByRole('button', { name: '去选类别' })).toBeNull();
  // Nothing was handed in or said of it: another category brings other tasks.
  fireEvent.mouseDown(screen.getByLabelText('示例甲区政府的类别'));
  fireEvent.click(await screen.findByTitle('法律法规授权组织'));
  await screen.findByRole('cell', { name: '9 项' });
});

it('keeps 督查、通报、加扣分 with the number that the office enters, and offers none', async () => {
  await take([fileOf(handedIn(0))]);
  await goTo('督查、通报、加扣分');
  await user.click(screen.getByRole('button', { name: '新增一条' }));
  const pane = await screen.findByRole('complementary', { name: '填写这一条' });
  expect(within(pane).queryByLabelText('分值')).toBeNull();
  const type = (label: string, value: string) => {
    fireEvent.change(within(pane).getByLabelText(label), { target: { value } });
    fireEvent.blur(within(pane).getByLabelText(label));
  };
  type('单位', nameOf(0));
  type('依据', '郑依法行政领办〔2017〕36号 三（三）');
  fireEvent.mouseDown(within(pane).getByLabelText('类型'));
  fireEvent.click(await screen.findByTitle('考核扣分'));
  const points = await within(pane).findByLabelText('分值');
  expect(points).toHaveProperty('value', '');
  type('分值', '0.5');
  await waitFor(() =>
    expect(screen.getByRole('grid', { name: '督查、通报、加扣分列表' }).textContent).toContain(
      '考核扣分-0.5',
    ),
  );
  expect(screen.getByRole('list', { name: '按单位合计' }).textContent).toBe(
    `${nameOf(0)}：加 0 分，扣 0.5 分`,
  );
  type('分值', '0');
  await waitFor(() =>
    expect(screen.getByRole('grid', { name: '督查、通报、加扣分列表' }).textContent).toContain('考核扣分0'),
  );
  // What moves no points keeps none.
  fireEvent.mouseDown(within(pane).getByLabelText('类型'));
  fireEvent.click(await screen.findByTitle('通报批评'));
  await waitFor(() =>
    expect(useRollup.getState().open?.value).toMatchObject({ points: [{ kind: '通报批评' }] }),
  );
  const { points: kept } = useRollup.getState().open?.value as { points: object[] };
  expect(kept[0]).not.toHaveProperty('points');
});

it('begins with the week of all units, each line leading to its place', async () => {
  await take([fileOf(handedIn(0))]);
  await user.click(screen.getByRole('button', { name: '添加单位' }));
  fireEvent.change(await screen.findByLabelText('单位名称，一行一个'), { target: { value: '示例乙区政府' } });
  fireEvent.mouseDown(screen.getByLabelText('类别和任务'));
  fireEvent.click(await screen.findByTitle('以后再选（先不带任务）'));
  await user.click(screen.getByRole('button', { name: '添加 1 个单位' }));
  await waitFor(() => expect(useRollup.getState().open?.value).toMatchObject({ units: [{}, {}] }));
  await goTo('本周');
  const table = screen.getByRole('table', { name: '各单位本周' });
  expect(within(table).getAllByRole('row')).toHaveLength(3);
  expect(within(table).getAllByRole('row')[1]?.textContent).toMatch(
    /^示例1区政府过期 1 项：材料2（过期\d+天）已完成、没有PDF正式文件 1 项：材料1$/,
  );
  expect(within(table).getAllByRole('row')[2]?.textContent).toBe('示例乙区政府没有报送进度表');
  await user.click(within(table).getByRole('button', { name: '示例乙区政府：没有报送进度表' }));
  expect(screen.getByRole('table', { name: '单位' })).toBeTruthy();
  await goTo('本周');
  await user.click(screen.getByRole('button', { name: /^示例1区政府：过期 1 项/ }));
  expect(screen.getByRole('complementary', { name: '示例1区政府的任务' })).toBeTruthy();
  expect(screen.getByRole('grid', { name: '任务进度' })).toBeTruthy();
});

it('has its other side on the unit’s own tasks: a file to hand in', async () => {
  const tasks = { from: 'plan', plan: 'zhengzhou-2017', category: CATEGORY };
  await host.elsewhere('createYear', { unit: '示例甲区政府', category: CATEGORY, year: 2026, tasks });
  await user.click(screen.getByRole('button', { name: '年度工作' }));
  await user.click(await screen.findByText('本单位'));
  await user.click(await screen.findByRole('button', { name: '打开 示例甲区政府2026年' }));
  await user.click(await screen.findByRole('button', { name: '年度任务' }));
  await user.click(await screen.findByRole('button', { name: '导出进度表' }));
  await waitFor(() =>
    expect(host.exports()).toEqual([expect.stringMatching(/\/年度任务进度-示例甲区政府2026年-.*\.json$/)]),
  );
});

it('takes one that is older by its time where the office says so, as one step that can be undone', async () => {
  await take([fileOf(handedIn(0))]);
  const exportedAt = '2026-10-20T01:00:00.000Z';
  const old = handedIn(0, { exportedAt, tasks: [task(1, { id: uuid(1001), state: '进行中' })] });
  await user.upload(screen.getByLabelText('导入进度表', { selector: 'input' }), [fileOf(old, '旧.json')]);
  await user.click(await screen.findByRole('button', { name: `按这一份更新：${nameOf(0)} 旧.json` }));
  const table = screen.getByRole('table', { name: '收件结果' });
  expect(await within(table).findByText('更新')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^按这一份更新/ })).toBeNull();
  await user.click(screen.getByRole('button', { name: '知道了' }));
  expect(useRollup.getState().open?.value).toMatchObject({ units: [{ tasks: [{ state: '进行中' }] }] });
  await user.click(screen.getByRole('button', { name: /撤销/ }));
  await waitFor(() =>
    expect(useRollup.getState().open?.value).toMatchObject({ units: [{ tasks: [{}, {}] }] }),
  );
});

it('keeps one that nobody knows the order of, until the office says what it goes by', async () => {
  await take([fileOf(handedIn(0))]);
  const other = (state: string) => handedIn(0, { tasks: [task(1, { id: uuid(1001), state })] });
  await user.upload(screen.getByLabelText('导入进度表', { selector: 'input' }), [
    fileOf(other('进行中'), '甲.json'),
    fileOf(other('已完成'), '乙.json'),
  ]);
  await user.click(await screen.findByRole('button', { name: '知道了' }));
  await goTo('单位与收件');
  const units = screen.getByRole('table', { name: '单位' });
  expect(units.textContent).toContain('另有先后不明、没有用的进度表 2 份，请核实');
  await user.click(within(units).getByRole('button', { name: `不用这一份：${nameOf(0)} 甲.json` }));
  await waitFor(() => expect(units.textContent).toContain('没有用的进度表 1 份'));
  await user.click(within(units).getByRole('button', { name: `按这一份更新：${nameOf(0)} 乙.json` }));
  await waitFor(() => expect(units.textContent).not.toContain('先后不明'));
  expect(useRollup.getState().open?.value).toMatchObject({ units: [{ tasks: [{ state: '已完成' }] }] });
});

it('marks what is not saved, says where it is, and leads there from every screen', async () => {
  await goTo('督查、通报、加扣分');
  await user.click(screen.getByRole('button', { name: '新增一条' }));
  await user.click(await screen.findByRole('button', { name: '新增一条' }));
  const grid = () => screen.getByRole('grid', { name: '督查、通报、加扣分列表' });
  const lines = () => within(grid()).getAllByRole('row').slice(1);
  await waitFor(() => expect(lines()).toHaveLength(2));
  const day = () => screen.getByLabelText<HTMLInputElement>(/^日期/);
  fireEvent.change(screen.getByLabelText('单位'), { target: { value: '甲局' } });
  await user.clear(day());
  await user.type(day(), '上星期');
  await user.tab();
  await waitFor(() =>
    expect(lines().filter((row) => row.textContent.includes('有内容没保存'))).toEqual([
      within(grid()).getByRole('row', { name: /甲局/ }),
    ]),
  );
  await user.click(lines().find((row) => !row.textContent.includes('甲局'))!);
  await user.click(screen.getByRole('button', { name: '导出表格' }));
  await screen.findByText(/请改好标红的地方（点上方的“有内容没保存”会转到那里），再导出/);

  await goTo('单位与收件');
  await user.click(screen.getByRole('button', { name: /年度工作$/ }));
  await screen.findByText(/没保存的内容在：“督查、通报、加扣分”的“\d{4}-\d\d-\d\d 甲局 督查”/);
  await user.click(screen.getByRole('button', { name: '留在这里' }));
  await waitFor(() => expect(document.activeElement).toBe(day()));
  expect(day().value).toBe('上星期');
  await user.clear(day());
  await user.type(day(), '2026-03-05');
  await user.tab();
  await waitFor(() => expect(screen.queryByText('有内容没保存')).toBe(null));

  await goTo('典型案例');
  const least = () => screen.getByLabelText<HTMLInputElement>('每个单位至少几篇');
  fireEvent.change(least(), { target: { value: '若干' } });
  fireEvent.blur(least());
  await goTo('本周');
  await user.click(await screen.findByRole('button', { name: '有内容没保存' }));
  await waitFor(() => expect(document.activeElement).toBe(least()));
});
