import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Assessment } from '../../shared/assessment/schema.ts';
import { startApp } from './app.tsx';
import { assessment } from './fixtures.ts';
import { TestHost } from './host.ts';
import { packagedAssessment, packageFile } from './packages.ts';

const NAME = '测试市城市管理局';
const BACKUP = '11月1日备份';

/** The folder was copied on 1 November; the original was changed on the 19th. */
function copied(value: Assessment = assessment()) {
  const host = new TestHost();
  const kept = host.keep({ ...value, updatedAt: '2026-11-01T08:00:00.000Z' });
  const original = host.folderOf(kept);
  const line = (at: string) => `${JSON.stringify({ at, who: '甲', what: 'setUnit' })}\n`;
  writeFileSync(join(original, 'journal.jsonl'), line('2026-11-01T08:00:00.000Z'));
  cpSync(original, join(host.root, BACKUP), { recursive: true });
  const lines = ['2026-11-01T08:00:00.000Z', '2026-11-18T08:00:00.000Z', '2026-11-19T08:00:00.000Z'];
  writeFileSync(join(original, 'journal.jsonl'), lines.map(line).join(''));
  host.keep({ ...value, updatedAt: '2026-11-19T08:00:00.000Z' });
  return { host, original: basename(original), backup: join(host.root, BACKUP) };
}

/** The lines of the table, without its head. */
const linesOf = (dialog: Pick<typeof screen, 'getAllByRole'>) =>
  dialog.getAllByRole('row').filter((row) => within(row).queryAllByRole('button').length > 0);

it('asks which folder is meant, newest first, and opens that one', async () => {
  const { host, original, backup } = copied();
  const before = readFileSync(join(backup, 'assessment.json'), 'utf8');
  const { user } = startApp(host);
  expect(await screen.findByText('有 2 个文件夹')).toBeTruthy();
  expect(screen.queryByRole('button', { name: `移除 ${NAME}` })).toBeNull();
  await user.click(screen.getByRole('button', { name: `打开 ${NAME}` }));
  const dialog = within(await screen.findByRole('dialog', { name: '打开这份自评：选一个文件夹' }));
  await dialog.findByText(original);
  const rows = linesOf(dialog);
  expect(rows.map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(new RegExp(`^${original} 最近改动2026-11-19 .*0 分3 次`)),
    expect.stringMatching(new RegExp(`^${BACKUP} 2026-11-01 .*0 分1 次`)),
  ]);
  expect(host.inputsOf('openDocument')).toEqual([]);
  await user.click(dialog.getByRole('button', { name: `打开 ${original}` }));
  await screen.findByRole('heading', { name: '单位与活动' });
  await user.click(screen.getByRole('button', { name: '首页' }));
  await screen.findByRole('button', { name: '新建自评' });
  expect(readFileSync(join(backup, 'assessment.json'), 'utf8')).toBe(before);
});

it('moves a folder aside from there, and asks no more', async () => {
  const { host, original, backup } = copied();
  const { user } = startApp(host);
  await user.click(await screen.findByRole('button', { name: `选文件夹 ${NAME}` }));
  await user.click(await screen.findByRole('button', { name: `移走 ${BACKUP}` }));
  expect(existsSync(backup)).toBe(true);
  await user.click(await screen.findByRole('button', { name: '移走' }));
  expect(await screen.findByText('这份自评现在只有这一个文件夹了。')).toBeTruthy();
  expect(existsSync(backup)).toBe(false);
  const last = await screen.findByRole<HTMLButtonElement>('button', { name: `移走 ${original}` });
  expect(last.disabled).toBe(true);
  await user.click(screen.getByRole('button', { name: '关闭' }));
  await screen.findByRole('button', { name: `移除 ${NAME}` });
  await user.click(await screen.findByRole('button', { name: `打开 ${NAME}` }));
  await screen.findByRole('heading', { name: '单位与活动' });
});

it('asks as well where a package leads to an assessment that several folders hold', async () => {
  const { host, original } = copied(packagedAssessment());
  const { user } = startApp(host);
  await screen.findByText('有 2 个文件夹');
  const input = screen.getByLabelText('打开推荐包', { selector: 'input' });
  await user.upload(input, await packageFile('某局.zip'));
  await user.click(await screen.findByRole('button', { name: '打开已有的档案' }));
  await user.click(await screen.findByRole('button', { name: `打开 ${original}` }));
  await screen.findByRole('heading', { name: '单位与活动' });
});

it('does not open a folder that cannot be read, and says why', async () => {
  const { host, original } = copied();
  writeFileSync(join(host.root, original, 'standard.json'), '{}');
  const { user } = startApp(host);
  await user.click(await screen.findByRole('button', { name: `打开 ${NAME}` }));
  const open = await screen.findByRole<HTMLButtonElement>('button', { name: `打开 ${original}` });
  expect(open.disabled).toBe(true);
  const dialog = within(screen.getByRole('dialog', { name: '打开这份自评：选一个文件夹' }));
  expect(dialog.getByText(/standard\.json 已被改动或损坏/)).toBeTruthy();
  await waitFor(() => expect(host.inputsOf('openDocument')).toEqual([]));
});

it('shows seconds, and calls none of them the last that was changed where two say the same time', async () => {
  const { host, original, backup } = copied();
  const at = (seconds: string) => `2026-11-19T08:00:${seconds}.000Z`;
  const put = (folder: string, updatedAt: string) => {
    const path = join(folder, 'assessment.json');
    const stored = JSON.parse(readFileSync(path, 'utf8')) as object;
    writeFileSync(path, JSON.stringify({ ...stored, updatedAt }));
  };
  put(backup, at('07'));
  put(join(host.root, original), at('09'));
  const { user } = startApp(host);
  const open = async () => {
    await user.click(await screen.findByRole('button', { name: `打开 ${NAME}` }));
    const dialog = within(await screen.findByRole('dialog', { name: '打开这份自评：选一个文件夹' }));
    await dialog.findByText(original);
    return linesOf(dialog);
  };
  const [first, second] = await open();
  expect(first?.textContent).toMatch(/最近改动2026-11-19 \d\d:00:09/);
  expect(second?.textContent).toMatch(/2026-11-19 \d\d:00:07/);
  await user.click(screen.getByRole('button', { name: '关闭' }));
  put(backup, at('09'));
  const [one, other] = await open();
  expect(one?.textContent).toContain(original);
  expect(other?.textContent).toContain(BACKUP);
  expect(screen.queryByText('最近改动')).toBeNull();
});
