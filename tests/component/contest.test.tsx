import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { repository } from '../repository.ts';
import { startApp } from './app.tsx';
import { TestHost } from './host.ts';
import { keepYear } from './kept-year.ts';

type Row = readonly [team: string, name: string, theory: string, simulation?: string, cheat?: string];

async function opened(...rows: Row[]) {
  const host = new TestHost({ resources: repository });
  keepYear(host, '示例局', 2026, {
    contest: rows.map(([team, name, theory, simulation = '', cheat = '']) => ({
      ...{ team, name, theory, simulation, cheat },
    })),
  });
  const { user } = startApp(host);
  await user.click(await screen.findByRole('button', { name: '年度工作' }));
  await user.click(await screen.findByRole('button', { name: /^打开 示例局2026年/ }));
  await user.click(await screen.findByRole('button', { name: '比武成绩' }));
  await user.click(await screen.findByText('名次'));
  return user;
}

const places = (): (string | null)[][] =>
  within(screen.getByRole('table', { name: '名次' }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map(({ textContent }) => textContent));

it('shows the place of each team, and the rule with its source', async () => {
  await opened(
    ['甲队', '王一', '88'],
    ['甲队', '王二', '88.5'],
    ['甲队', '', '', '90'],
    ['乙局', '李一', '95', '', '是'],
  );
  await screen.findByRole('table', { name: '名次' });
  expect(places()).toEqual([
    ['1', '甲队', '2', '88.25', '90.00', '89.30', ''],
    ['2', '乙局', '1', '0.00', '—', '0.00', '只参加理论测试；1 人作弊，理论成绩按零分计算'],
  ]);
  expect(screen.queryByText(/按没有作弊计算/)).toBeNull();
  expect(screen.getByText(/理论测试平均得分×40%\+模拟执法×60%.*附件1 三/)).toBeTruthy();
});

it('ranks nobody while a row is wrong, names it, and leads to it', async () => {
  const user = await opened(['甲队', '王一', '88'], ['甲队', '王二', '缺考'], ['', '', '77']);
  await screen.findByText(/^有 2 处要改，改好才有名次/);
  expect(screen.queryByRole('table', { name: '名次' })).toBeNull();
  const wrong = screen.getByRole('list', { name: '要改的行' });
  expect(within(wrong).getByText(/没有成绩的怎样计算，文件没有写明/)).toBeTruthy();
  expect(within(wrong).getByRole('button', { name: '第 3 行' })).toBeTruthy();
  await user.click(within(wrong).getByRole('button', { name: '甲队 王二' }));
  const mark = await screen.findByLabelText('理论成绩');
  await user.clear(mark);
  await user.type(mark, '0');
  await user.click(screen.getByText('名次'));
  await screen.findByText(/^有 1 处要改/);
});

it('says that nobody has said who cheated', async () => {
  await opened(['甲队', '王一', '88']);
  await screen.findByText('“作弊”一栏都空着，按没有作弊计算');
});

it('says what to do where nothing is registered', async () => {
  await opened();
  await waitFor(() => expect(screen.getByText(/还没有成绩。请在“登记”里导入成绩表/)).toBeTruthy());
});
