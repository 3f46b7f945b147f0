import { readFileSync } from 'node:fs';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Entry } from '../../shared/registers/entry.ts';
import { repository } from '../repository.ts';
import { startApp } from './app.tsx';
import { TestHost } from './host.ts';
import { keepYear } from './kept-year.ts';

async function opened(registers: Record<string, Entry['fields'][]>, label: string, more: object = {}) {
  const host = new TestHost({ resources: repository });
  keepYear(host, '示例市司法局', 2022, registers, more);
  const { user } = startApp(host);
  await user.click(await screen.findByRole('button', { name: '年度工作' }));
  await user.click(await screen.findByRole('button', { name: /^打开 示例市司法局2022年/ }));
  const nav = await screen.findByRole('navigation', { name: '年度任务和台账' });
  await user.click(within(nav).getByRole('button', { name: label }));
  return { host, user };
}

async function choose(user: Awaited<ReturnType<typeof opened>>['user'], label: string, option: RegExp) {
  await user.click(screen.getByRole('combobox', { name: label }));
  await user.click(await screen.findByText(option, { selector: '.ant-select-item-option-content' }));
}

const UNITS = ['甲局', '乙局', '丙局', '丁局', '戊局'].map((unit) => ({
  ...{ unit, rank: '正科级', type: '法治机构', clean: '是' },
  summary: '组织领导，人员力量，工作举措，亮点经验，任务落实，获得的荣誉',
}));
const shown = (label: string) =>
  within(screen.getByRole('grid', { name: label }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].slice(0, 2).map(({ textContent }) => textContent));

it('checks a list by the notice that is chosen, keeps its order, and exports the tables and the hand-in', async () => {
  const { host, user } = await opened({ commendedUnits: UNITS }, '推荐表扬');
  expect(await screen.findByText('核对：1 处要核对')).toBeTruthy();
  await choose(user, '按哪个通知', /表现突出的单位和个人推荐（2022年）/);
  expect(await screen.findByText(/没有选推荐单位是哪一类，单位名额没有核对/)).toBeTruthy();
  expect(screen.getByText(/期限：“于10月31日之前，择优推荐”/)).toBeTruthy();
  await choose(user, '推荐单位是哪一类', /^省辖市$/);
  expect(await screen.findByText('推荐了 5 个单位，省辖市可以推荐 4 个，多 1 个')).toBeTruthy();

  await user.click(screen.getByText('丁局'));
  expect(await screen.findByText('推荐顺序：第 4 位，共 5')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '上移 丁局：正科级' }));
  await waitFor(() =>
    expect(shown('推荐表扬单位列表').map(([, name]) => name)).toEqual([
      '甲局',
      '乙局',
      '丁局',
      '丙局',
      '戊局',
    ]),
  );
  screen.getByRole('grid', { name: '推荐表扬单位列表' }).focus();
  await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
  await waitFor(() => expect(shown('推荐表扬单位列表')[1]).toEqual(['2', '丁局']));

  await user.click(screen.getByRole('button', { name: '导出汇总表（.docx）' }));
  await waitFor(() => expect(host.exports()).toHaveLength(1));
  await user.click(screen.getByRole('button', { name: '导出报送材料（.zip）' }));
  await waitFor(() => expect(host.exports()).toHaveLength(2));
  expect(host.exports().join()).toMatch(
    /推荐对象汇总表-示例市司法局2022年.*\.docx.*推荐表扬-示例市司法局2022年.*\.zip|推荐表扬-示例市司法局2022年.*\.zip.*推荐对象汇总表-示例市司法局2022年.*\.docx/u,
  );
});

it('tells that the notice was changed in the library, and takes it where that is asked for', async () => {
  const file = 'scoring-standards/campaigns/henan-biaoyang-2022.json';
  const before = readFileSync(file, 'utf8').replace('于10月31日之前', '于9月30日之前');
  const { user } = await opened({ commendedUnits: UNITS.slice(0, 1) }, '推荐表扬', {
    commendationNotice: JSON.parse(before) as unknown,
  });
  await screen.findByText(/期限：“于9月30日之前/);
  await user.click(await screen.findByRole('button', { name: '更新为最新内容' }));
  await screen.findByText(/期限：“于10月31日之前/);
  expect(screen.queryByText(/这里还是原来的内容/)).toBeNull();
});

it('counts the text of a person, and takes ticks for what it says in other words', async () => {
  const { user } = await opened(
    { commendedPersons: [{ name: '甲', unit: '示例局', post: '科长', grade: '正科级', clean: '是' }] },
    '推荐表扬',
  );
  const family = screen.getByRole('navigation', { name: '推荐表扬各表' });
  await user.click(within(family).getByRole('button', { name: '推荐表扬个人' }));
  await choose(user, '按哪个通知', /表现突出的单位和个人推荐（2022年）/);
  await user.click(within(screen.getByRole('grid')).getByText('甲'));
  expect(await screen.findByText('甲没有个人工作总结')).toBeTruthy();
  await user.type(screen.getByRole('textbox', { name: '个人工作总结' }), '取得的荣誉');
  expect(await screen.findByText('5 字，不超过 1000 字')).toBeTruthy();
  await user.tab();
  await user.click(await screen.findByRole('checkbox', { name: /个人从事法治或执法工作简历/ }));
  expect(await screen.findByText(/甲的个人工作总结没有看到：服务型行政执法工作实践；/)).toBeTruthy();
});

it('takes words and ticks for what the text of a 标兵 must say', async () => {
  const file = 'scoring-standards/campaigns/henan-biaobing-experience-2022.json';
  const notice = JSON.parse(readFileSync(file, 'utf8')) as { materials: object[] };
  const [text, ...others] = notice.materials;
  const checklist = ['基本情况', '主要成效'].map((label, n) => ({ code: `p${n}`, label }));
  const { user } = await opened({ experiences: [{ unit: '示例局', text: '基本情况：甲' }] }, '标兵材料', {
    experienceNotice: { ...notice, materials: [{ ...text, checklist }, ...others] },
  });
  await user.click(within(await screen.findByRole('grid')).getByText('示例局'));
  expect(await screen.findByText(/示例局的文字材料没有看到：主要成效；/)).toBeTruthy();
  await user.click(screen.getByRole('checkbox', { name: '主要成效' }));
  await waitFor(() => expect(screen.queryByText(/没有看到/)).toBeNull());
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: '主要成效' }).checked).toBe(true);
});
