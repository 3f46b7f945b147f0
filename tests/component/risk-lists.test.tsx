import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { act, screen, waitFor, within } from '@testing-library/react';
import PizZip from 'pizzip';
import { expect, it } from 'vitest';
import type { Entry } from '../../shared/registers/entry.ts';
import { repository } from '../repository.ts';
import { startApp } from './app.tsx';
import { TestHost } from './host.ts';
import { keepYear } from './kept-year.ts';

async function opened(registers: Record<string, Entry['fields'][]>, label: string) {
  const host = new TestHost({ resources: repository });
  keepYear(host, '示例局', 2026, registers);
  const { user } = startApp(host);
  await user.click(await screen.findByRole('button', { name: '年度工作' }));
  await user.click(await screen.findByRole('button', { name: /^打开 示例局2026年/ }));
  const nav = await screen.findByRole('navigation', { name: '年度任务和台账' });
  await user.click(within(nav).getByRole('button', { name: label }));
  return { host, user, nav };
}

const POINTS = ['无照经营', '占道经营', '超范围经营'];

it('keeps the order of a list, asks for no day of a new one, and hands it on as .docx', async () => {
  const { host, user } = await opened(
    { prevention: POINTS.map((point, n) => ({ point, measures: '提示', doneOn: `2026-0${n + 1}-01` })) },
    '法律风险防控清单',
  );
  const shown = () =>
    within(screen.getByRole('grid', { name: '法律风险防控清单列表' }))
      .getAllByRole('row')
      .slice(1)
      .map((row) => row.children[0]?.textContent);
  expect(shown()).toEqual(POINTS);
  expect(screen.getByText(/7月上旬前梳理的是省市场监管局等六个省直单位/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '新增一项' }));
  await user.type(await screen.findByLabelText('风险点'), '虚假宣传');
  expect(screen.getByLabelText('落实日期')).toHaveProperty('value', '');
  await waitFor(() => expect(shown()).toEqual([...POINTS, '虚假宣传']));

  await user.click(screen.getByRole('button', { name: '导出 Word（.docx）' }));
  await waitFor(() => expect(host.exports()).toHaveLength(1));
  const [path = ''] = host.exports();
  expect(basename(path)).toMatch(/^2026年行政相对人法律风险防控清单-示例局.*\.docx$/);
  const xml = new PizZip(readFileSync(path)).file('word/document.xml')?.asText() ?? '';
  const text = xml.replace(/<[^>]*>/gu, '');
  for (const point of [...POINTS, '虚假宣传']) expect(text).toContain(point);
});

const listed = (name = '法律风险防控清单') =>
  within(screen.getByRole('grid', { name: `${name}列表` }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.children[0]?.textContent);

it('is in the order of the office: moved by button and by keys, a new one behind the chosen', async () => {
  const { user } = await opened({ prevention: POINTS.map((point) => ({ point })) }, '法律风险防控清单');
  const [a, b, c] = POINTS;
  await user.click(screen.getByText(b!));
  await user.click(await screen.findByRole('button', { name: `下移 ${b}` }));
  await waitFor(() => expect(listed()).toEqual([a, c, b]));
  // It is the last one now: the focus stays with what moves it.
  expect(screen.getByRole('button', { name: `下移 ${b}` })).toHaveProperty('disabled', true);
  expect(document.activeElement).toBe(screen.getByRole('button', { name: `上移 ${b}` }));

  screen.getByRole('grid').focus();
  await user.keyboard('{Alt>}{ArrowUp}{ArrowUp}{ArrowUp}{/Alt}');
  await waitFor(() => expect(listed()).toEqual([b, a, c]));
  // The first one is read out, and goes down, as any other.
  const [, first] = screen.getAllByRole('row');
  expect(screen.getByRole('grid').getAttribute('aria-activedescendant')).toBe(first?.id);
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await waitFor(() => expect(listed()).toEqual([a, b, c]));
  await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
  await waitFor(() => expect(listed()).toEqual([b, a, c]));
  await user.keyboard('{ArrowDown}');
  await user.click(screen.getByRole('button', { name: '再增一项（Ctrl+Enter）' }));
  await user.type(await screen.findByLabelText('风险点'), '虚假宣传');
  await waitFor(() => expect(listed()).toEqual([b, a, '虚假宣传', c]));
});

it('shows a new one whatever is searched for, and what is typed in it', async () => {
  const { user } = await opened({ prevention: POINTS.map((point) => ({ point })) }, '法律风险防控清单');
  await user.type(screen.getByLabelText('查找'), '占道');
  await waitFor(() => expect(listed()).toEqual(['占道经营']));
  await user.click(screen.getByRole('button', { name: '新增一项' }));
  await user.type(await screen.findByLabelText('风险点'), '虚假宣传');
  await waitFor(() => expect(listed()).toEqual(['占道经营', '虚假宣传']));
  expect(screen.getByText('找到 1/4 项')).toBeTruthy();
  // Nor among the months.
  await user.click(screen.getByText('按月统计'));
  await user.click(screen.getByRole('button', { name: '新增一项' }));
  await waitFor(() => expect(listed()).toHaveLength(2));
});

it('has no order of its own in a ledger', async () => {
  const { user } = await opened({ guidance: [{ party: '甲' }, { party: '乙' }] }, '行政指导');
  await user.click(screen.getByText('甲'));
  await screen.findByRole('button', { name: '再增一件（Ctrl+Enter）' });
  expect(screen.queryByRole('button', { name: /^上移/ })).toBeNull();
});

it('tells in 本周 what was to be done by a day and is not', async () => {
  const { user, nav } = await opened(
    {
      dangers: [
        { point: '文书送达', due: '2020-01-01', state: '未落实' },
        { point: '罚没物品', due: '2020-01-01', state: '已落实' },
      ],
    },
    '本周',
  );
  const row = await screen.findByRole('row', { name: /文书送达/ });
  expect(row.textContent).toMatch(/落实期限已过期\d+天/);
  expect(screen.queryByText(/罚没物品/)).toBeNull();
  await user.click(within(row).getByRole('button', { name: '到执法风险清单办理 文书送达' }));
  expect(within(nav).getByRole('button', { name: '执法风险清单' }).getAttribute('aria-current')).toBe('page');
  expect(screen.getByText(/单个重大事项的评估登记在“执法风险评估”/)).toBeTruthy();
});

it('is printed under the title of its paper, which says what it leaves out', async () => {
  await opened(
    { prevention: [{ point: '无照经营', basis: '《示例条例》第十条', note: '见附件' }] },
    '法律风险防控清单',
  );
  await screen.findByRole('grid');
  act(() => void window.dispatchEvent(new Event('beforeprint')));
  const paper = document.querySelector('.ui-print-sheet')!;
  expect(paper.textContent).toContain('2026年行政相对人法律风险防控清单');
  expect(paper.textContent).toContain('未列：法律依据、备注（见导出的表格）');
  act(() => void window.dispatchEvent(new Event('afterprint')));
});

it('is no paper of a ledger', async () => {
  await opened({ guidance: [{ party: '甲' }] }, '行政指导');
  expect(screen.queryByRole('button', { name: '导出 Word（.docx）' })).toBeNull();
});
