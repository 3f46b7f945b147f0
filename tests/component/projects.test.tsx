import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Assessment } from '../../shared/assessment/schema.ts';
import { startApp } from './app.tsx';
import { assessment, completeAssessment } from './fixtures.ts';
import { TestHost } from './host.ts';
import { keepYear } from './kept-year.ts';
import { keptYear } from './year.ts';

/** Ids as `keepYear` gives them: the projects are the first ones. */
const id = (n: number): string => `0b0f3c2a-1111-4d8e-8a5e-00000000000${n}`;
const PAIR = { name: '与示例甲局结对', type: '结对子、传帮带', role: '示范点', state: '进行中' };

async function opened(registers: Parameters<typeof keepYear>[3]) {
  const host = new TestHost();
  const whole = completeAssessment();
  const other = {
    ...whole,
    id: '7f1c2f60-2f0a-4d57-9d7e-0d0f0a3f4a12',
    unit: { ...whole.unit, name: '示例甲局' },
    entries: {
      ...whole.entries,
      '2.1': { ...whole.entries['2.1']!, input: { kind: 'checklist' as const, met: ['before'] } },
    },
  };
  host.keep(assessment());
  host.keep(other);
  const { entries } = whole;
  host.keep({
    ...{ ...whole, id: '7f1c2f60-2f0a-4d57-9d7e-0d0f0a3f4a13', unit: { ...whole.unit, name: '示例丙局' } },
    entries: {
      ...entries,
      '1.1': { ...entries['1.1']!, input: { kind: 'award', points: 1000 } },
    },
  });
  keepYear(host, '示例局', 2026, registers);
  const { user } = startApp(host);
  await user.click(await screen.findByRole('button', { name: '年度工作' }));
  await user.click(await screen.findByRole('button', { name: /^打开 示例局2026年/ }));
  await user.click(await screen.findByRole('button', { name: '结对与试点' }));
  const tab = (name: string) =>
    user.click(
      within(screen.getByRole('navigation', { name: '结对与试点各表' })).getByRole('button', { name }),
    );
  return { host, user, tab, other };
}

const rows = (of: string) =>
  within(screen.getByRole('grid', { name: `${of}列表` })).getAllByRole('row').length - 1;

it('shows with a project what was done for it, and adds to it', async () => {
  const { host, user, tab } = await opened({
    projects: [PAIR, { name: '告知引导试点' }],
    steps: [
      { project: id(1), day: '2026-03-05', form: '座谈交流', matter: '交流做法' },
      { project: id(2), day: '2026-04-05', form: '座谈会', matter: '试点座谈' },
    ],
  });
  await user.click(await screen.findByRole('row', { name: /与示例甲局结对/ }));
  const part = await screen.findByRole('region', { name: '活动' });
  expect(within(part).getByText('1 次')).toBeTruthy();
  expect(within(part).getByText('交流做法')).toBeTruthy();
  await user.click(within(part).getByRole('button', { name: /新增一次/ }));
  await screen.findByRole('grid', { name: '项目活动列表' });
  expect(rows('项目活动')).toBe(2);
  await user.type(await screen.findByRole('textbox', { name: '内容' }), '第二次');
  await tab('结对与试点');
  await waitFor(() =>
    expect(keptYear(host).registers['steps']?.[2]?.fields).toMatchObject({
      project: id(1),
      matter: '第二次',
    }),
  );
  expect(within(await screen.findByRole('region', { name: '活动' })).getByText('2 次')).toBeTruthy();
});

it('tells of rows without a project, shows them alone, and takes them back in', async () => {
  const { user, tab } = await opened({
    projects: [PAIR],
    differences: [
      { project: id(9), item: '失去项目的一项' },
      { project: id(1), item: '有项目的一项' },
    ],
  });
  await tab('对标差距');
  await screen.findByText(/^1 项没有所属项目：项目已经移除，或者没有选。内容都在/);
  expect(rows('对标差距')).toBe(2);
  await user.click(screen.getByRole('button', { name: '只看这些' }));
  expect(rows('对标差距')).toBe(1);
  await user.click(screen.getByRole('row', { name: /失去项目的一项/ }));
  await user.click(await screen.findByRole('combobox', { name: '所属项目' }));
  await user.click(await screen.findByText('与示例甲局结对', { selector: '.ant-select-item *' }));
  await waitFor(() => expect(screen.queryByText(/没有所属项目/)).toBeNull());
  expect(rows('对标差距')).toBe(2);
});

/** The dialog with both sides chosen; `other` and `mine`: by which name. */
async function comparing(user: ReturnType<typeof startApp>['user'], mine: RegExp, other: RegExp) {
  await user.click(await screen.findByRole('row', { name: /与示例甲局结对/ }));
  await user.click(await screen.findByRole('button', { name: '从自评档案比较' }));
  const title = await screen.findByText('从自评档案比较：与示例甲局结对');
  const dialog = title.closest<HTMLElement>('[role="dialog"]')!;
  const choose = async (label: string, of: RegExp) => {
    await user.click(within(dialog).getByRole('combobox', { name: label }));
    const found = await screen.findAllByText(of, { selector: '.ant-select-item .projects-archive' });
    await user.click(found[found.length - 1]!);
  };
  await choose('本单位的自评', mine);
  await choose('对方的自评', other);
  return dialog;
}

it('makes differences of the items that the user ticks in two assessments, and keeps by what', async () => {
  const { host, user } = await opened({ projects: [PAIR] });
  const name = assessment().unit.name || '未录入单位名称';
  const dialog = await comparing(user, new RegExp(`^${name}`, 'u'), /^示例甲局.*自评 .* 分$/u);
  expect(within(dialog).getByText(/“打开推荐包”，选“以此为蓝本新建”/)).toBeTruthy();
  expect(await within(dialog).findByText(/不是这份年度工作的单位“示例局”，请核对/)).toBeTruthy();
  const told = await within(dialog).findByText(
    /^比较依据（随差距登记）：\d{4}-\d\d-\d\d登记时按.*“示例甲局”/,
  );
  expect(within(dialog).getByText(/^示例甲局.*自评 .* 分.*修改$/u)).toBeTruthy();
  const table = await within(dialog).findByRole('table', { name: '得分不同的评分项' });
  const [first] = within(table).getAllByRole('checkbox');
  await user.click(first!);
  await user.click(within(dialog).getByRole('button', { name: '登记 1 项' }));
  await waitFor(() =>
    expect(keptYear(host).registers['differences']?.[0]?.fields).toMatchObject({
      ...{ project: id(1), state: '未落实' },
      gap: expect.stringMatching(/^对方自评 .* 分，本单位还没有评（满分 .* 分）$/) as string,
      basis: expect.stringMatching(/^\d{4}-\d\d-\d\d登记时按.*“示例甲局”.*按参考标准自评/) as string,
    }),
  );
  expect(told.textContent).toContain(keptYear(host).registers['differences']?.[0]?.fields['basis']);
  expect(await screen.findByText('1 项，已落实 0 项')).toBeTruthy();
});

it.each<[string, (other: Assessment) => Assessment, number]>([
  [
    'another score',
    (other) => ({
      ...other,
      entries: {
        ...other.entries,
        '1.1': { ...other.entries['1.1']!, input: { kind: 'award', points: 900 } },
      },
    }),
    0,
  ],
  [
    'what is not ticked',
    (other) => ({
      ...other,
      entries: {
        ...other.entries,
        '2.1': { ...other.entries['2.1']!, input: { kind: 'checklist', met: [] } },
      },
    }),
    1,
  ],
  ['no difference left in what is ticked', (other) => ({ ...other, entries: {} }), 0],
])('registers nothing of a comparison that has changed since it was shown: %s', async (_, change, left) => {
  const { host, user, other } = await opened({ projects: [PAIR] });
  const dialog = await comparing(user, /^示例丙局/, /^示例甲局.*自评 .* 分$/u);
  const table = await within(dialog).findByRole('table', { name: '得分不同的评分项' });
  await user.click(within(table).getAllByRole('checkbox')[0]!);
  host.keep(change(other));
  await user.click(within(dialog).getByRole('button', { name: '登记 1 项' }));
  const told = await within(dialog).findByText(/自评改过或者换了日期，还没有登记/);
  await waitFor(() => expect(document.activeElement?.contains(told)).toBe(true));
  expect(document.activeElement).not.toBe(document.body);
  expect(keptYear(host).registers['differences'] ?? []).toEqual([]);
  const again = await within(dialog).findByRole('button', { name: `登记 ${left} 项` });
  if (left === 0) return;
  await user.click(again);
  await waitFor(() => expect(keptYear(host).registers['differences']).toHaveLength(1));
});

it('takes back the tick of the item alone that has changed since it was shown', async () => {
  const { host, user, other } = await opened({ projects: [PAIR] });
  const name = assessment().unit.name || '未录入单位名称';
  const dialog = await comparing(user, new RegExp(`^${name}`, 'u'), /^示例甲局.*自评 .* 分$/u);
  const table = await within(dialog).findByRole('table', { name: '得分不同的评分项' });
  const boxes = within(table).getAllByRole('checkbox');
  for (const box of boxes) await user.click(box);
  const code = '1.1' as keyof typeof other.entries;
  const entry = { ...other.entries[code], input: { kind: 'award' as const, points: 900 } };
  host.keep({ ...other, entries: { ...other.entries, [code]: entry } });
  const register = () => within(dialog).getByRole('button', { name: /^登记 \d+ 项$/ });
  expect(register().textContent).toBe(`登记 ${boxes.length} 项`);
  await user.click(register());
  await within(dialog).findByText(/自评改过或者换了日期，还没有登记/);
  expect(boxes.length).toBeGreaterThan(1);
  expect(register().textContent).toBe(`登记 ${boxes.length - 1} 项`);
});

it('keeps what is ticked in both lists, and refuses one assessment on both sides in words', async () => {
  const { user } = await opened({ projects: [PAIR] });
  const dialog = await comparing(user, /^示例丙局/, /^示例甲局/);
  const tickFirst = async () => {
    const table = await within(dialog).findByRole('table', { name: '得分不同的评分项' });
    await user.click(within(table).getAllByRole('checkbox')[0]!);
  };
  await tickFirst();
  await user.click(within(dialog).getByText(/^本单位得分高的/));
  await tickFirst();
  expect(within(dialog).getByRole('button', { name: '登记 2 项' })).toBeTruthy();
  await user.click(within(dialog).getByText(/^对方得分高的/));
  expect(within(dialog).getByRole('button', { name: '登记 2 项' })).toBeTruthy();
  await user.click(within(dialog).getByRole('combobox', { name: '对方的自评' }));
  const found = await screen.findAllByText(/^示例丙局/, { selector: '.ant-select-item .projects-archive' });
  await user.click(found[found.length - 1]!);
  expect(within(dialog).getByText(/^两边选的是同一份自评，没有比较/)).toBeTruthy();
  expect(within(dialog).queryByRole('table')).toBe(null);
});

it('counts no blank row, and offers no words for 所属项目', async () => {
  const { user, tab } = await opened({
    projects: [PAIR],
    differences: [
      { project: id(1), state: '未落实' },
      { project: id(1), item: '1.1', state: '已落实' },
    ],
  });
  await user.click(await screen.findByRole('row', { name: /与示例甲局结对/ }));
  expect(await screen.findByText('1 项，已落实 1 项，另有 1 项空白')).toBeTruthy();
  await tab('对标差距');
  await user.click(screen.getByRole('button', { name: /^栏目/ }));
  expect(await screen.findByText('所属项目的选项：“结对与试点”里登记的，不在这里加')).toBeTruthy();
  expect(screen.queryByLabelText('所属项目 另加选项')).toBe(null);
  expect(screen.queryByText(new RegExp(id(1), 'u'))).toBe(null);
});
