import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Campaign } from '../../shared/campaign/schema.ts';
import { officialOf } from '../unit/shared/scoring/fixtures.ts';
import { startApp } from './app.tsx';
import { DESK_ID } from './desk.ts';
import { CAMPAIGN, STANDARD } from './fixtures.ts';
import { TestHost } from './host.ts';
import { withLayout } from './layout.ts';

withLayout({ height: 600 });

const source = { document: '测字〔2027〕1号', clause: '二' };
const OPEN: Pick<Campaign, 'conditions' | 'materials' | 'vetoes'> = {
  conditions: [{ code: 'court', title: '近两年没有败诉', by: 'office', words: '', whose: '', source }],
  materials: CAMPAIGN.materials.map((each) => ({ ...each, limits: { words: 3000, formats: [] } })),
  vetoes: [{ code: 'fraud', title: '弄虚作假', by: 'office', words: '', whose: '', source }],
};

it('names what the office has not judged before it says of the rest that it is met', async () => {
  const host = new TestHost();
  const campaign = { ...CAMPAIGN, ...OPEN };
  host.desk.create(officialOf({ ...STANDARD, statement: '' }), { campaign });
  host.desk.put({ name: '甲局', verified: true });
  const { user } = startApp(host);
  await user.click(await screen.findByRole('button', { name: '核验台' }));
  await user.click(await screen.findByRole('button', { name: '打开 测试核验台' }));
  const nav = within(await screen.findByRole('navigation', { name: '核验台' }));
  await user.click(nav.getByRole('button', { name: '核验总表' }));
  const table = within(await screen.findByRole('grid', { name: '核验总表' }));
  expect(table.getByText('3 项待认定')).toBeTruthy();
  await user.click(table.getByText('第 1 版', { exact: false }));
  const detail = within(screen.getByRole('region', { name: '本行情况' }));
  expect(detail.getByText('“近两年没有败诉”待主办机关认定')).toBeTruthy();
  expect(detail.getByText('“弄虚作假”待主办机关认定')).toBeTruthy();
  expect(detail.getByText('“综合汇报材料”3000 字以内待核验人核对')).toBeTruthy();
  expect(detail.queryByText(/没有发现问题/)).toBeNull();
  expect(
    detail.getByText(/^2项待主办机关认定，材料的字数、时长待核验人核对，.*其余符合推荐条件$/),
  ).toBeTruthy();
  await user.click(nav.getByRole('button', { name: '排名与择优' }));
  const order = within(await screen.findByRole('grid', { name: '排名' }));
  expect(
    order.getByText(/^2项待主办机关认定，材料的字数、时长待核验人核对，.*其余符合推荐条件$/),
  ).toBeTruthy();
});

it('waits for a package whose folder is gone until somebody says that it is not to be', async () => {
  const host = new TestHost();
  host.desk.create(officialOf({ ...STANDARD, statement: '' }), {
    ...{ campaign: CAMPAIGN, choices: [{ key: '1'.padStart(16, '0'), reason: '' }] },
  });
  host.desk.put({ name: '甲局', verified: true });
  const packages = { ['0'.repeat(16)]: '乙局.zip' };
  const list = { version: 1, desk: DESK_ID, packages, units: { ['0'.repeat(16)]: '乙局' } };
  writeFileSync(join(host.desk.folder, 'packages.json'), JSON.stringify(list));
  const { user } = startApp(host);
  await user.click(await screen.findByRole('button', { name: '核验台' }));
  await user.click(await screen.findByRole('button', { name: '打开 测试核验台' }));
  const nav = within(await screen.findByRole('navigation', { name: '核验台' }));
  await user.click(nav.getByRole('button', { name: '排名与择优' }));
  await waitFor(() =>
    expect(document.body.textContent).toMatch(/收过的推荐包有1份现在读取不到：“乙局（乙局\.zip）”/),
  );
  await user.click(nav.getByRole('button', { name: '收件' }));
  const title = '1 份收过的推荐包找不到文件夹，不在列表里：“乙局（乙局.zip）”';
  await user.click(await screen.findByRole('button', { name: `详情：${title}` }));
  await user.click(screen.getByRole('button', { name: '不再等它' }));
  const asked = within((await screen.findByText(/^以后不再提示/)).closest<HTMLElement>('[role=dialog]')!);
  await user.click(asked.getByRole('button', { name: '不再等它' }));
  await waitFor(() => expect(screen.queryByText(/找不到文件夹/)).toBe(null));
});
