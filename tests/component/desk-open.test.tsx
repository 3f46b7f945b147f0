import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { render, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Campaign } from '../../shared/campaign/schema.ts';
import { officialOf } from '../unit/shared/scoring/fixtures.ts';
import { HandedNotice } from '../../renderer/desk/inbox/HandedNotice.tsx';
import { receiptSchema } from '../../shared/review/receipt.ts';
import { REVIEW_LOST_REMARK } from '../../shared/review/words.ts';
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

/** A desk with 甲局 that something was done to, at its 收件. */
async function startInbox(spoil: (host: TestHost, key: string) => void) {
  const host = new TestHost();
  host.desk.create(officialOf({ ...STANDARD, statement: '' }), { campaign: CAMPAIGN });
  const key = host.desk.put({ name: '甲局', verified: true });
  spoil(host, key);
  const started = startApp(host);
  await started.user.click(await screen.findByRole('button', { name: '核验台' }));
  await started.user.click(await screen.findByRole('button', { name: '打开 测试核验台' }));
  const nav = within(await screen.findByRole('navigation', { name: '核验台' }));
  await started.user.click(nav.getByRole('button', { name: '收件' }));
  return { ...started, host, key };
}

it('asks once more before it takes a word that nothing is missing, which cannot be taken back', async () => {
  const { user } = await startInbox(({ desk }) => writeFileSync(join(desk.folder, 'packages.json'), '{'));
  const title = '收过哪些推荐包的记录丢失过，请核对收存的 1 份有没有缺少';
  expect(await screen.findByText(title)).toBeTruthy();
  const vouch = () => user.click(screen.getByRole('button', { name: '已核对，没有缺少' }));
  const asked = async () =>
    within((await screen.findByText(/^以后不再提示/)).closest<HTMLElement>('[role=dialog]')!);
  await vouch();
  await user.click((await asked()).getByRole('button', { name: '再核对' }));
  await waitFor(() => expect(screen.queryByText(/^以后不再提示/)).toBe(null));
  expect(screen.getByText(title)).toBeTruthy();
  await vouch();
  await user.click((await asked()).getByRole('button', { name: '已核对，没有缺少' }));
  await waitFor(() => expect(screen.queryByText(title)).toBe(null));
});

it('names whose review is gone in one line, and says the rest where that is asked for', async () => {
  const { user, key } = await startInbox(({ desk }, put) =>
    rmSync(join(desk.folder, 'packages', put, 'review.json')),
  );
  const title = '1 份推荐包的核验记录不见了，要重新核验：“甲局（甲局.zip）”';
  const more = await screen.findByRole('button', { name: `详情：${title}` });
  expect(screen.queryByText(new RegExp(`packages/${key}`))).toBe(null);
  await user.click(more);
  expect(screen.getByText(new RegExp(`packages/${key}`))).toBeTruthy();
  await user.click(screen.getByRole('button', { name: `收起：${title}` }));
  expect(screen.queryByText(new RegExp(`packages/${key}`))).toBe(null);
});

it('says each thing once, and takes a word that an older copy of a review is whole', async () => {
  const { user } = await startInbox(({ desk }, put) => {
    const path = (name: string) => join(desk.folder, 'packages', put, name);
    renameSync(path('review.json'), path('review.previous.json'));
  });
  const title = '1 份推荐包的核验记录用的是较早的一份，请核对补齐：“甲局（甲局.zip）”';
  await user.click(await screen.findByRole('button', { name: `详情：${title}` }));
  expect(screen.getAllByText(/最后一次保存的改动可能不在其中/)).toHaveLength(1);
  await user.click(screen.getByRole('button', { name: '已核对，没有缺少' }));
  const asked = within((await screen.findByText(/^以后不再提示/)).closest<HTMLElement>('[role=dialog]')!);
  await user.click(asked.getByRole('button', { name: '已核对，没有缺少' }));
  await waitFor(() => expect(screen.queryByText(title)).toBe(null));
  const nav = within(screen.getByRole('navigation', { name: '核验台' }));
  await user.click(nav.getByRole('button', { name: '导出' }));
  expect(screen.queryByText(/较早的一份/)).toBe(null);
});

it('says that the desk’s own record is an older one until somebody has looked', async () => {
  const { user } = await startInbox(({ desk }) => {
    const path = join(desk.folder, 'packages.json');
    const list = JSON.parse(readFileSync(path, 'utf8')) as object;
    const deskFile = { savedAt: '2099-01-01T00:00:00.000Z', isOlder: false };
    writeFileSync(path, JSON.stringify({ ...list, deskFile }));
  });
  const title = '核验台自己的记录用的是较早的一份，请核对推荐单位、选择、更正和调整';
  expect(await screen.findByText(title)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '已核对，没有缺少' }));
  const asked = within((await screen.findByText(/^以后不再提示/)).closest<HTMLElement>('[role=dialog]')!);
  await user.click(asked.getByRole('button', { name: '已核对，没有缺少' }));
  await waitFor(() => expect(screen.queryByText(title)).toBe(null));
});

it('tells on the page of a review that it is lost until something is saved in it, and again when that is undone', async () => {
  const { user } = await startInbox(({ desk }, put) =>
    rmSync(join(desk.folder, 'packages', put, 'review.json')),
  );
  const nav = within(await screen.findByRole('navigation', { name: '核验台' }));
  await user.click(nav.getByRole('button', { name: '核验总表' }));
  await user.dblClick(
    within(await screen.findByRole('grid', { name: '核验总表' })).getByText('第 1 版', { exact: false }),
  );
  const told = () => screen.queryByText(/核验记录 review\.json 不见了/);
  await waitFor(() => expect(told()).toBeTruthy());
  await user.click(await screen.findByRole('button', { name: '核验结论' }));
  const conclusion = await screen.findByRole('textbox', { name: /核验结论|结论/ });
  await user.type(conclusion, '重新看过');
  await user.tab();
  await waitFor(() => expect(told()).toBe(null));
  await user.click(screen.getByRole('button', { name: /^撤销/ }));
  await waitFor(() => expect(told()).toBeTruthy());
});

it('is no good news that a package came whose review is gone', async () => {
  const { host, key } = await startInbox(() => undefined);
  const receipt = receiptSchema.parse(
    JSON.parse(readFileSync(join(host.desk.folder, 'packages', key, 'receipt.json'), 'utf8')),
  );
  const shown = (remarks: string[]) =>
    render(
      <HandedNotice
        handed={{
          ...{ total: 1, unpacked: [], unread: [], stopped: false },
          outcomes: [{ fileName: '甲局.zip', receipt: { ...receipt, remarks } }],
        }}
        standings={new Map()}
        onClose={() => undefined}
      />,
    );
  const fine = shown([]);
  expect(within(fine.container).getByRole('alert').className).toContain('success');
  fine.unmount();
  const lost = shown([REVIEW_LOST_REMARK]);
  expect(within(lost.container).getByRole('alert').className).toContain('warning');
  expect(lost.container.textContent).toContain('1 份原来的核验记录已经不在核验台里，要重新核验');
  expect(lost.container.textContent).toContain('“甲局（甲局.zip）”');
});
