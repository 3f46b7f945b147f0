import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { useRollup } from '../../renderer/state/rollup-store.ts';
import type { Rollup } from '../../shared/registers/rollup/schema.ts';
import { repository } from '../repository.ts';
import { CLEAN, sample } from '../unit/shared/registers/cases/samples.ts';
import { startApp } from './app.tsx';
import { TestHost } from './host.ts';

let host: TestHost;
let user: ReturnType<typeof startApp>['user'];

const [ONE, TWO, THREE] = CLEAN;
const text = (name: string, content: string) => new File([content], name);
const rollup = () => useRollup.getState().open?.value as Rollup;
const goTo = (name: string) =>
  user.click(within(screen.getByRole('navigation', { name: '年度任务汇总' })).getByRole('button', { name }));
const status = () => screen.getByRole('status', { name: '征集进展' }).textContent;
const show = (view: string) => user.click(screen.getByRole('radio', { name: view }));

beforeEach(async () => {
  host = new TestHost({ resources: repository });
  ({ user } = startApp(host));
  await user.click(await screen.findByRole('button', { name: /年度工作/ }));
  await user.click(await screen.findByText('多单位汇总'));
  await user.click(await screen.findByRole('button', { name: '新建第一份汇总' }));
  fireEvent.change(await screen.findByLabelText('办公室名称'), { target: { value: '示例市办公室' } });
  await user.click(screen.getByRole('button', { name: '新建' }));
  await screen.findByRole('navigation', { name: '年度任务汇总' });
  await user.click(screen.getByRole('button', { name: '添加单位' }));
  fireEvent.change(await screen.findByLabelText('单位名称，一行一个'), {
    target: { value: '示例甲区政府\n示例乙区政府\n示例市教育局' },
  });
  fireEvent.mouseDown(screen.getByLabelText('类别和任务'));
  fireEvent.click(await screen.findByTitle('以后再选（先不带任务）'));
  await user.click(screen.getByRole('button', { name: '添加 3 个单位' }));
  await waitFor(() => expect(rollup().units).toHaveLength(3));
  await goTo('典型案例');
});

async function choose(label: string, title: string): Promise<void> {
  fireEvent.mouseDown(screen.getByLabelText(label));
  const options = await screen.findAllByTitle(title);
  fireEvent.click(options.at(-1)!);
}

/** Takes files in for a unit, and answers the lines of the receipts. */
async function collect(files: readonly File[], unit?: string): Promise<string[]> {
  await user.upload(screen.getByLabelText('收案例', { selector: 'input' }), [...files]);
  await screen.findByRole('table', { name: '要收的文件' });
  if (unit !== undefined) await choose('都是哪个单位的', unit);
  await user.click(screen.getByRole('button', { name: '收下' }));
  const table = await screen.findByRole('table', { name: '收件结果' });
  const lines = within(table)
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent);
  await user.click(screen.getByRole('button', { name: '知道了' }));
  await waitFor(() => expect(screen.queryByRole('table', { name: '收件结果' })).toBeNull());
  return lines;
}

const type = (label: string | RegExp, value: string) => {
  const field = screen.getByLabelText(label);
  fireEvent.change(field, { target: { value } });
  fireEvent.blur(field);
};
const rows = () =>
  within(screen.getByRole('grid', { name: '典型案例' }))
    .getAllByRole('row')
    .slice(1);

it('tells what became of every file, and asks whose it is', async () => {
  const lines = await collect(
    [text('甲.txt', sample(ONE)), text('甲.pptx', 'PPT'), text('空.txt', ''), text('讲解.mp4', '视频')],
    '示例甲区政府',
  );
  expect(lines).toEqual([
    expect.stringMatching(/^空\.txt示例甲区政府没有收下这份文件是空的/) as string,
    expect.stringMatching(/^甲\.pptx示例甲区政府附件附件，与案例文件同名，归到/) as string,
    expect.stringMatching(/^讲解\.mp4示例甲区政府附件附件，已存；请在“附件与光盘”里选/) as string,
    expect.stringMatching(/^甲\.txt示例甲区政府收下收下“/) as string,
  ]);
  expect((await collect([text('再来.txt', sample(ONE))]))[0]).toContain(
    '重复已经收过同一份：示例甲区政府“甲.txt”',
  );
  expect(await collect([text('乙.txt', sample(TWO))])).toEqual([
    expect.stringMatching(/^乙\.txt没有选单位收下.*还没有选单位。$/) as string,
  ]);
  expect(rows()).toHaveLength(2);
  expect(rows()[1]?.textContent).toContain('没有选单位');
  // The unit that is shown is the one to begin with.
  await choose('看哪个单位的案例', '示例乙区政府');
  expect(screen.getByText('这个单位还没有案例。')).toBeTruthy();
  expect((await collect([text('丙.txt', sample(THREE))]))[0]).toContain('丙.txt示例乙区政府收下');
});

it('leaves out by name what programs leave behind', async () => {
  const files = [text('甲.txt', sample(ONE)), text('~$甲.docx', '锁'), text('Thumbs.db', '缩略图')];
  const choose = async () => {
    fireEvent.change(screen.getByLabelText('收案例', { selector: 'input' }), { target: { files } });
    await screen.findByText('收 1 个文件：案例文稿 1，附件 0；不收 2 个');
  };
  await choose();
  await user.click(screen.getByRole('button', { name: '取消' }));
  await waitFor(() => expect(screen.queryByRole('table', { name: '要收的文件' })).toBeNull());
  expect(rollup().cases).toEqual([]);
  await choose();
  await user.click(screen.getByRole('button', { name: '收下' }));
  const dialog = await screen.findByRole('dialog', { name: /./ });
  await waitFor(() =>
    expect(dialog.ownerDocument.body.textContent).toContain('系统或办公软件自己留下的文件，不是案例，没有收'),
  );
  await user.click(screen.getByRole('button', { name: '知道了' }));
  expect(rows()).toHaveLength(1);
});

it('is found by 搜索全部, which opens the case itself', async () => {
  await collect([text('甲.txt', sample(ONE)), text('乙.txt', sample(TWO))], '示例甲区政府');
  const { id, title } = rollup().cases[1]!;
  fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
  await user.type(await screen.findByRole('combobox', { name: '搜索全部' }), title);
  const found = await screen.findByRole('group', { name: '征集的案例' });
  await waitFor(() => expect(within(found).getAllByRole('option')).toHaveLength(1));
  expect(found.textContent).toContain(`示例甲区政府：${title}`);
  await user.click(within(found).getByRole('option'));
  await screen.findByRole('complementary', { name: /^案例：/ });
  expect(useRollup.getState().theCase).toBe(id);
});

it('begins with the unit that a folder bears the name of, and guesses from no other name', async () => {
  const inFolder = (folder: string, name: string, content: string) =>
    Object.defineProperty(text(name, content), 'webkitRelativePath', { value: `${folder}/${name}` });
  const files = [
    inFolder('收件/示例 乙区政府', '甲.txt', sample(ONE)),
    inFolder('收件/示例乙区政府的材料', '示例乙区政府.txt', sample(TWO)),
  ];
  fireEvent.change(screen.getByLabelText('收文件夹', { selector: 'input' }), { target: { files } });
  const table = await screen.findByRole('table', { name: '要收的文件' });
  expect(
    within(table)
      .getAllByRole('row')
      .map((row) => row.querySelector('td:last-child')?.textContent),
  ).toEqual([undefined, '示例乙区政府', '没有选单位']);
  await user.click(screen.getByRole('button', { name: '收下' }));
  await user.click(await screen.findByRole('button', { name: '知道了' }));
  const [, unit] = rollup().units;
  expect(rollup().cases.map((each) => each.unit)).toEqual([unit?.id, '']);
});

it('says who is short of how many, by what the office says of each unit', async () => {
  await collect([text('甲.txt', sample(ONE))], '示例甲区政府');
  expect(status()).toBe('共 1 篇，已评分 0，入选 0；0 个单位还差 0 篇，3 个单位没有选要求');
  await show('各单位数量');
  await user.click(screen.getByRole('button', { name: '应当推选' }));
  await waitFor(() => expect(status()).toContain('3 个单位还差 5 篇'));
  expect(screen.queryByText(/还没有选要求/)).toBeNull();
  await choose('示例市教育局的要求', '积极推选');
  await waitFor(() => expect(status()).toContain('2 个单位还差 3 篇'));
  const lines = within(screen.getByRole('table', { name: '各单位数量' })).getAllByRole('row');
  expect(lines[1]?.textContent).toMatch(/^示例乙区政府.*0 篇2 篇$/);
  expect(lines[3]?.textContent).toMatch(/^示例市教育局.*0 篇$/);
  type('每个单位至少几篇', '1');
  await waitFor(() => expect(status()).toContain('1 个单位还差 1 篇'));
  type('截止日期', '2020-11-06');
  await goTo('本周');
  await user.click(
    await screen.findByRole('button', { name: /^示例乙区政府：典型案例还差 1 篇，已过截止日\d+天$/ }),
  );
  expect(screen.getByRole('table', { name: '各单位数量' })).toBeTruthy();
});

it('marks by the office’s own scale, keeps ties, chooses nothing by itself and asks why', async () => {
  await collect(
    [text('甲.txt', sample(ONE)), text('乙.txt', sample(TWO)), text('丙.txt', sample(THREE))],
    '示例甲区政府',
  );
  expect(screen.queryByLabelText(/的得分$/)).toBeNull();
  type('满分', '100');
  const marks = await screen.findAllByLabelText<HTMLInputElement>(/的得分$/);
  expect(marks.map(({ value, placeholder }) => [value, placeholder])).toEqual(
    marks.map(() => ['', '未评分']),
  );
  const mark = (index: number, value: string) => {
    fireEvent.change(marks[index]!, { target: { value } });
    fireEvent.blur(marks[index]!);
  };
  mark(0, '101');
  expect(screen.getByText('不能大于 100，没有保存')).toBeTruthy();
  mark(0, '92.5');
  mark(1, '92.5');
  mark(2, '80');
  await waitFor(() => expect(status()).toContain('已评分 3，入选 0'));
  type('满分', '90');
  expect(screen.getByText('有 2 篇案例的得分比它高，先改得分再改满分，没有保存')).toBeTruthy();
  type('满分', '100');
  await waitFor(() => expect(screen.queryByText(/先改得分再改满分/)).toBe(null));
  const ranks = () =>
    rows().map(
      (row) => /并列\d|\d(?=\D*$)/u.exec(row.querySelectorAll('[role=gridcell]')[5]?.textContent ?? '')?.[0],
    );
  expect(ranks()).toEqual(['并列1', '并列1', '3']);
  const pick = screen.getAllByRole('checkbox', { name: /入选$/ });
  await user.click(pick[2]!);
  await waitFor(() => expect(screen.getAllByText('得分更高没有入选，请写理由')).toHaveLength(2));
  fireEvent.click(rows()[0]!);
  const pane = await screen.findByRole('complementary', { name: /^案例：/ });
  type('没有入选的理由', '已向上级推荐过');
  await waitFor(() => expect(screen.getAllByText('得分更高没有入选，请写理由')).toHaveLength(1));
  // The text that was read, with what was found in it.
  expect(within(pane).getByLabelText<HTMLTextAreaElement>(/^案例全文/).value).toBe(sample(ONE));
  expect(within(pane).getByRole('status').textContent).toContain('未发现错误');
  await goTo('本周');
  expect(await screen.findByRole('button', { name: '1 篇案例得分更高没有入选，没有写理由' })).toBeTruthy();
});

it('finds what is wrong with a case, and shows where', async () => {
  await collect([text('甲.txt', `${sample(ONE)}\n此事由我局办理。`)], '示例甲区政府');
  expect(rows()[0]?.textContent).toMatch(/2 处错误/);
  await collect([text('乙.txt', `${sample(TWO)}\n身份证号410105199003071234。`)], '示例甲区政府');
  await waitFor(() => expect(rows().some((row) => row.textContent?.includes('1 条建议'))).toBe(true));
  fireEvent.click(rows()[0]!);
  const pane = await screen.findByRole('complementary', { name: /^案例：/ });
  await user.click(within(pane).getByRole('button', { name: /“我局”/ }));
  const area = within(pane).getByLabelText<HTMLTextAreaElement>(/^案例全文/);
  expect(area.value.slice(area.selectionStart, area.selectionEnd)).toBe('我局');
});

it('gives an attachment to the case that the office names, and lays the chosen out for the disc', async () => {
  await collect([text('甲.txt', sample(ONE)), text('讲解.mp4', '视频')], '示例甲区政府');
  await show('附件与光盘');
  expect(screen.getByText(/^还没有入选的案例/)).toBeTruthy();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '导出入选案例（0）' }).disabled).toBe(true);
  await choose('讲解.mp4归哪一篇', rollup().cases[0]?.title ?? '');
  await waitFor(() => expect(screen.queryByText(/^还没有归到案例的附件/)).toBeNull());
  await show('案例');
  await user.click(screen.getByRole('checkbox', { name: /入选$/ }));
  expect(await screen.findByText('入选了还没有评分')).toBeTruthy();
  await show('附件与光盘');
  const disc = screen.getByRole('table', { name: '光盘目录' });
  expect(within(disc).getAllByRole('row')[2]?.textContent).toMatch(
    /^1附件01-示例甲区政府-.*\/讲解\.mp46 字节[0-9a-f]{16}$/,
  );
  await user.click(screen.getByRole('button', { name: '导出清单' }));
  await user.click(screen.getByRole('button', { name: '导出入选案例（1）' }));
  await waitFor(() =>
    expect(host.exports()).toEqual([
      expect.stringMatching(/\/典型案例光盘-示例市办公室2026年-.*\.zip$/),
      expect.stringMatching(/\/典型案例清单-示例市办公室2026年-.*\.xlsx$/),
    ]),
  );
  await user.click(screen.getByRole('button', { name: '撤销' }));
  await waitFor(() => expect(rollup().cases[0]?.chosen).toBe(false));
});
