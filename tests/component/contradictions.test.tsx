import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { repository } from '../repository.ts';
import { startApp, startWith, step } from './app.tsx';
import { assessment, STANDARD } from './fixtures.ts';
import { TestHost } from './host.ts';
import { keepRegisters } from './year.ts';

const VISITS: Record<string, string>[] = [
  { day: '2026-03-05', case: '1号', party: '甲公司', opinion: '未交回', visited: '2026-03-01' },
  { day: '2026-03-06', case: '2号', party: '乙公司', opinion: '未交回', visited: '2026-03-10' },
  { day: '2026-03-07', case: '2号', party: '丙公司', opinion: '未交回' },
];
const DAYS = '“回访日期”早于“送达日期”，没有算回访，请核对';

it('what cannot be true is not counted, and told beside the share and in the entry', async () => {
  const host = new TestHost({ resources: repository });
  keepRegisters(host, { visits: VISITS });
  const { user } = startApp(host);
  await user.click(await screen.findByRole('button', { name: '年度工作' }));
  await user.click(await screen.findByRole('button', { name: /^打开 示例局2026年/ }));
  const nav = await screen.findByRole('navigation', { name: '年度任务和台账' });
  await user.click(within(nav).getByRole('button', { name: '执法回访' }));
  const ratios = await screen.findByRole('list', { name: '比例' });
  expect(ratios.textContent).toContain('回访比例：1 ÷ 2 = 50.00%');
  expect(ratios.textContent).toContain('1行“回访日期”早于“送达日期”（1号：甲公司），没有算回访，请核对');
  expect(ratios.textContent).toContain('1行的“案号”前面的行已经有（2号：丙公司），只算前面的那一行，请核对');
  await user.click(screen.getByText('甲公司'));
  const pane = () => screen.getByRole('complementary', { name: '填写这一件' });
  expect(within(pane()).getByText(DAYS)).toBeTruthy();
  await user.click(screen.getByText('丙公司'));
  const twin = '“案号”与另一行（2号：乙公司）相同：同一案号只算一件，请核对';
  expect(within(pane()).getByText(twin)).toBeTruthy();
});

it('and in the dialog that offers sentences, none of which is ticked before', async () => {
  const host = new TestHost({ resources: repository });
  keepRegisters(host, { visits: VISITS });
  const { user } = await startWith(assessment(), STANDARD, host);
  await user.click(step('文书'));
  await user.click(await screen.findByRole('button', { name: '从年度工作填数据…' }));
  const dialog = await screen.findByRole('dialog', { name: '从年度工作填数据' });
  await within(dialog).findByText(/1行“回访日期”早于“送达日期”（1号：甲公司），没有算回访，请核对/);
  const share = within(dialog).getByRole<HTMLInputElement>('checkbox', { name: /回访比例50\.00%/ });
  expect(share.checked).toBe(false);
});
