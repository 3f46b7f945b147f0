import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { read, utils } from 'xlsx';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { repository } from '../repository.ts';
import { startApp } from './app.tsx';
import { TestHost } from './host.ts';
import { keepYear } from './kept-year.ts';

it('says which places were reached in which of five years, by earlier years of the same unit too', async () => {
  const host = new TestHost({ resources: repository });
  const talk = (day: string, area: string) => ({ kind: '微宣讲', day, matter: '讲行政指导', area });
  keepYear(host, '示例局', 2025, { outreach: [talk('2025-05-01', '甲县')] });
  keepYear(host, '别的单位', 2025, { outreach: [talk('2025-06-01', '丙县')] });
  keepYear(host, '示例局', 2026, {
    outreach: [
      talk('2026-03-01', '乙县、丁县'),
      talk('2026-12-20', '丙县'),
      talk('2025-07-01', '戊县'),
      talk('', '戊县'),
    ],
    places: [{ place: '甲县' }, { place: '乙县' }, { place: '丙县', due: '2026-12-10' }, { place: '戊县' }],
  });
  const { user } = startApp(host);
  await user.click(await screen.findByRole('button', { name: '年度工作' }));
  await user.click(await screen.findByRole('button', { name: /^打开 示例局2026年/ }));
  await user.click(await screen.findByRole('button', { name: '宣讲覆盖' }));
  await user.click(await screen.findByText('覆盖'));
  const summary = () =>
    within(screen.getByRole('region', { name: '宣讲覆盖' }))
      .getAllByRole('status')
      .at(-1)?.textContent;
  await waitFor(() =>
    expect(summary()).toMatch(
      /^已讲到 1\/4 处：2026年新增 1，.*还没有讲到 3 处：甲县、丙县（有计划）、戊县。$/,
    ),
  );
  await screen.findByText(/同一单位其他年份：2025年/);
  expect(screen.getByText(/名单里没有的：丁县/)).toBeTruthy();
  expect(
    screen.getByText(/有 1 次微宣讲没有日期或认不出：往年的按登记在哪一年的年度工作算，今年的不算讲到/),
  ).toBeTruthy();
  expect(screen.getByText('有 2 次微宣讲的日期不在2026至2030年，没有计入。')).toBeTruthy();

  fireEvent.change(screen.getByLabelText('第一年'), { target: { value: '2024' } });
  fireEvent.blur(screen.getByLabelText('第一年'));
  await waitFor(() =>
    expect(summary()).toMatch(
      /^已讲到 3\/4 处：2024年新增 0，2025年新增 2，2026年新增 1，.*1 处：丙县（有计划）。$/,
    ),
  );
  const line = screen.getByRole('row', { name: /丙县/ });
  expect(line.textContent).toMatch(/计划.*计划：2026-12-20 讲行政指导.*2026-12-10$/);

  await user.click(screen.getByRole('button', { name: '导出表格' }));
  await waitFor(() => expect(host.exports()).toHaveLength(1));
  const book = read(readFileSync(host.exports()[0]!));
  const text = utils.sheet_to_csv(book.Sheets['覆盖情况']!);
  expect(text).toContain('已讲到 3/4 处');
  expect(text).toMatch(/甲县,,2025-05-01 讲行政指导,/);
});
