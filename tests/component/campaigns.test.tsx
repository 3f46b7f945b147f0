import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { campaignSchema } from '../../shared/campaign/schema.ts';
import { startApp, startWith, step } from './app.tsx';
import { officialOf } from '../unit/shared/scoring/fixtures.ts';
import { standardSchema } from '../../shared/standard/schema.ts';
import { assessment, STANDARD } from './fixtures.ts';
import { TestHost } from './host.ts';

const SOURCE = { document: '测发〔2026〕1号', clause: '一' };

/** With what a unit answers; invented. */
const campaign = (parts: object = {}) =>
  campaignSchema.parse({
    ...{ version: 3, id: 'own-2026', title: '2026年验收', shortTitle: '2026年验收', kind: 'acceptance' },
    passScore: { points: '85', source: SOURCE, words: '85分以上', whose: '某市' },
    cultivation: { source: SOURCE },
    conditions: [{ code: 'condition-1', title: '有专门机构', source: SOURCE }],
    vetoes: [{ code: 'veto-1', title: '有重大舆情', source: SOURCE }],
    industries: ['城市管理', '税务'],
    ...parts,
  });

const DATED = [
  {
    ...{ code: 'a', label: '报送', by: 'unit', date: '2099-11-25', words: '11月25日前' },
    ...{ late: '视为自动放弃', source: SOURCE },
  },
];

function laid(host: TestHost, value = campaign()): TestHost {
  const folder = join(host.root, '推荐活动');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${value.id}.json`), JSON.stringify(z.encode(campaignSchema, value)));
  return host;
}

async function library(host = new TestHost()) {
  const { user } = startApp(host);
  await user.click(await screen.findByRole('button', { name: '标准库' }));
  await screen.findByRole('heading', { name: '推荐活动' });
  return { user, host };
}

function type(label: string, value: string, within_: HTMLElement = document.body) {
  const [input] = within(within_).getAllByLabelText(label);
  fireEvent.change(input!, { target: { value } });
  fireEvent.blur(input!);
}

it('a campaign is made from a notice, told what is missing, and put into the library', async () => {
  const { user, host } = await library();
  await user.click(screen.getByRole('button', { name: '新建活动' }));
  await user.click(await screen.findByRole('menuitem', { name: '标兵推荐' }));
  await screen.findByLabelText('名称');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('名称')));
  await user.click(screen.getByRole('checkbox', { name: '推荐分数线' }));
  await user.click(screen.getByRole('button', { name: '保存到推荐活动' }));

  const found = await screen.findByRole('group', { name: '检查结果' });
  expect(within(found).getByText('2 处改好后才能保存')).toBeTruthy();
  await user.click(within(found).getByRole('button', { name: '推荐分数线没有填' }));
  expect(document.activeElement).toBe(screen.getByLabelText('分数'));
  type('分数', '９０分');
  type('名称', '2027年推荐');
  type('文号', '测发〔2027〕1号');
  await waitFor(() => expect(screen.queryByRole('group', { name: '检查结果' })).toBeNull());
  await user.click(screen.getByRole('button', { name: '保存到推荐活动' }));
  await screen.findByRole('button', { name: '编辑2027年推荐' });
  const [name = ''] = readdirSync(join(host.root, '推荐活动')).filter((each) => each.endsWith('.json'));
  const kept = JSON.parse(readFileSync(join(host.root, '推荐活动', name), 'utf8')) as unknown;
  expect(campaignSchema.parse(kept)).toMatchObject({ title: '2027年推荐', passScore: { points: 9000 } });
});

it('days that are none are counted, named by their lines, and found by a click', async () => {
  const { user } = await library();
  await user.click(screen.getByRole('button', { name: '新建活动' }));
  await user.click(await screen.findByRole('menuitem', { name: '示范点验收' }));
  await screen.findByLabelText('名称');
  type('名称', '2027年验收');
  type('日期', '6月中旬', screen.getByRole('group', { name: '期限 1' }));
  type('日期', '2027年2月30日', screen.getByRole('group', { name: '期限 2' }));
  await user.click(screen.getByRole('button', { name: '保存到推荐活动' }));
  const found = within(await screen.findByRole('group', { name: '检查结果' }));
  await found.findByText('2 处改好后才能保存');
  await user.click(found.getByRole('button', { name: '期限 2，日期写得不对，没有保存' }));
  const [second] = within(screen.getByRole('group', { name: '期限 2' })).getAllByLabelText('日期');
  expect(document.activeElement).toBe(second);
  type('日期', '', screen.getByRole('group', { name: '期限 1' }));
  type('日期', '2027-11-25', screen.getByRole('group', { name: '期限 2' }));
  await waitFor(() => expect(screen.queryByText(/写得不对/)).toBeNull());
});

it('bodies are pasted as a list, with their own numbers', async () => {
  const { user } = await library();
  await user.click(screen.getByRole('button', { name: '新建活动' }));
  await user.click(await screen.findByRole('menuitem', { name: '标兵推荐' }));
  await user.click(await screen.findByRole('checkbox', { name: '通知写了名额' }));
  await user.click(await screen.findByRole('button', { name: '粘贴名单…' }));
  fireEvent.change(await screen.findByLabelText('推荐单位名单'), {
    target: { value: '郑州市\t3\n开封市\n郑州市' },
  });
  await user.click(screen.getByRole('button', { name: '添加 2 个' }));
  const second = within(await screen.findByRole('group', { name: '推荐单位 2' }));
  expect(second.getByLabelText<HTMLInputElement>('推荐单位').value).toBe('开封市');
  const first = within(screen.getByRole('group', { name: '推荐单位 1' }));
  expect(first.getByLabelText<HTMLInputElement>('名额（个）').value).toBe('3');
});

it('a list that is too long is refused in words', async () => {
  const { user } = await library();
  await user.click(screen.getByRole('button', { name: '新建活动' }));
  await user.click(await screen.findByRole('menuitem', { name: '标兵推荐' }));
  await screen.findByLabelText('名称');
  type('行业（每行一个）', Array.from({ length: 502 }, (_, at) => `业${at}`).join('\n'));
  await screen.findByText('最多 500 行，多了 2 行，没有保存；请删减');
});

it('a campaign without a day shows the words of its notice, or that none was entered', async () => {
  const unit = { code: 'd', label: '报送', by: 'unit', date: '', source: SOURCE };
  const host = laid(new TestHost(), campaign({ deadlines: [{ ...unit, words: '11月底前' }] }));
  laid(host, campaign({ id: 'own-2', title: '2027年验收' }));
  await library(host);
  const cellOf = async (title: string) =>
    (await screen.findByRole('button', { name: `编辑${title}` })).closest('tr')!.textContent;
  expect(await cellOf('2026年验收')).toContain('“11月底前”');
  expect(await cellOf('2026年验收')).toContain('本机的');
  expect(await cellOf('2027年验收')).toContain('没有填日期');
});

it('a new desk is called after the campaign that is chosen, until it is named', async () => {
  const other = campaign({ id: 'own-2', title: '2027年推荐', shortTitle: '推荐' });
  const { user } = startApp(laid(laid(new TestHost()), other));
  await user.click(await screen.findByRole('button', { name: '核验台' }));
  await user.click((await screen.findAllByRole('button', { name: '新建核验台' }))[0]!);
  const name = await screen.findByLabelText<HTMLInputElement>('名称');
  await waitFor(() => expect(name.value).not.toBe(''));
  const choose = async (title: string) => {
    fireEvent.mouseDown(screen.getByLabelText(/^(推荐|验收)活动$/));
    const options = await screen.findAllByText(new RegExp(`^${title}`));
    fireEvent.click(options.at(-1)!);
  };
  await choose('2027年推荐');
  await waitFor(() => expect(name.value).toBe('推荐'));
  await choose('2026年验收');
  await waitFor(() => expect(name.value).toBe('2026年验收'));
  // In the words of what is chosen.
  await screen.findByLabelText('验收活动');
  await screen.findByText('期限、名额和自查参考线按这里选的活动判断。');
  await user.clear(name);
  await user.type(name, '第二批');
  await choose('2027年推荐');
  expect(name.value).toBe('第二批');
});

it('a new desk begins with an official standard where there is one', async () => {
  const host = laid(new TestHost());
  const official = officialOf({ ...STANDARD, id: 'own-official', title: '正式验收标准', statement: '' });
  mkdirSync(join(host.root, '标准库'), { recursive: true });
  const json = JSON.stringify(z.encode(standardSchema, official));
  writeFileSync(join(host.root, '标准库', 'own-official.json'), json);
  const { user } = startApp(host);
  await user.click(await screen.findByRole('button', { name: '核验台' }));
  await user.click((await screen.findAllByRole('button', { name: '新建核验台' }))[0]!);
  const dialog = within(await screen.findByRole('dialog'));
  await dialog.findByText(/^正式验收标准/);
});

it('half a campaign is found again, with its lines in order, and can be given up', async () => {
  const { user } = await library();
  await user.click(screen.getByRole('button', { name: '新建活动' }));
  await user.click(await screen.findByRole('menuitem', { name: '示范点验收' }));
  await screen.findByLabelText('名称');
  await user.click(screen.getByRole('button', { name: '上移期限 2' }));
  await user.click(screen.getByRole('button', { name: '标准库' }));
  await user.click(await screen.findByRole('button', { name: '继续编辑未命名' }));
  await screen.findByLabelText('名称');
  type('名称', '做了一半');
  await user.click(screen.getByRole('button', { name: '标准库' }));
  await user.click(await screen.findByRole('button', { name: '继续编辑做了一半' }));
  const first = await screen.findByRole('group', { name: '期限 1' });
  expect(within(first).getByLabelText<HTMLInputElement>('做什么').value).toBe('对培育对象进行指导');
  await user.click(screen.getByRole('button', { name: '标准库' }));
  await user.click(await screen.findByRole('button', { name: '放弃做了一半' }));
  await user.click(await screen.findByRole('button', { name: '放弃' }));
  await waitFor(() => expect(screen.queryByText(/没有做完/)).toBeNull());
});

it('of those that come with the program none can be changed; an own one can be changed and moved away', async () => {
  const { user, host } = await library(laid(new TestHost()));
  await user.click(await screen.findByRole('button', { name: '编辑2026年验收' }));
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('名称').value).toBe('2026年验收'));
  await user.click(screen.getByRole('button', { name: '标准库' }));
  expect(await screen.findAllByRole('button', { name: /^编辑/ })).toHaveLength(1);
  await user.click(screen.getByRole('button', { name: '移走2026年验收' }));
  await user.click(await screen.findByRole('button', { name: '移走' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: '移走2026年验收' })).toBeNull());
  expect(readdirSync(join(host.root, '已删除'))).toHaveLength(1);
});

it('the unit answers the conditions, and records 培育对象 and 指导', async () => {
  const { host, user } = await startWith({ ...assessment(), campaign: campaign({ deadlines: DATED }) });
  await user.click(
    within(screen.getByRole('radiogroup', { name: '有专门机构' })).getByRole('radio', { name: '是' }),
  );
  await user.click(
    within(screen.getByRole('radiogroup', { name: '有重大舆情' })).getByRole('radio', { name: '否' }),
  );
  type('列为培育对象的文件', '测发〔2026〕2号');
  await user.click(screen.getByRole('button', { name: '添加指导记录' }));
  const record = await screen.findByRole('group', { name: '指导 1' });
  type('谁来指导', '某市司法局', record);
  await waitFor(() =>
    expect(host.assessment()).toMatchObject({
      answers: { 'condition-1': true, 'veto-1': false },
      unit: { cultivation: { document: '测发〔2026〕2号', date: '' } },
      guidance: [{ by: '某市司法局' }],
    }),
  );
  expect(screen.getByText('通知原话：“85分以上”')).toBeTruthy();
  expect(screen.getByText(/某市的要求/)).toBeTruthy();
  expect(screen.getByText('逾期：“视为自动放弃”')).toBeTruthy();
  expect(screen.getByText('城市管理、税务')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '移除指导 1' }));
  await waitFor(() => expect(host.assessment().guidance).toEqual([]));
});

it('a campaign that was changed since is told of, with what differs, and taken over', async () => {
  const changed = campaign({ passScore: { points: '88', source: SOURCE } });
  const host = laid(new TestHost(), changed);
  const { user } = await startWith({ ...assessment(), campaign: campaign() }, undefined, host);
  expect(await screen.findByText('不同之处：验收分数线')).toBeTruthy();
  // Before it is handed out, too.
  await user.click(step('资格审查与导出'));
  expect(await screen.findByText('不同之处：验收分数线')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '更新为最新内容' }));
  await waitFor(() => expect(host.assessment().campaign).toEqual(changed));
  expect(screen.queryByText(/后来改过/)).toBeNull();
});
