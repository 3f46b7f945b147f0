import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it, onTestFinished, vi } from 'vitest';
import { HOST_LOST } from '../../renderer/ui/call/client.ts';
import type { Assessment } from '../../shared/assessment/schema.ts';
import { saveState, startWith } from './app.tsx';
import { assessment } from './fixtures.ts';
import { DISK_FULL, type TestHost } from './host.ts';

/** Whoever works on the same assessment: another page, another program; and a host that does not answer. */

const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
const lookAgain = () => fireEvent.focus(window);
const type = (label: string, text: string) => {
  fireEvent.change(field(label), { target: { value: text } });
  fireEvent.blur(field(label));
};

async function opened() {
  const started = await startWith(assessment());
  const kept = started.host.assessment();
  const ref = { document: 'assessment', id: kept.id } as const;
  const change = async (edit: object, base?: unknown) => {
    const reply = await started.host.elsewhere('changeDocument', {
      ...ref,
      step: { do: 'edit', edit, base },
    });
    expect(reply).toMatchObject({ ok: true });
  };
  return { ...started, kept, change };
}

/** As a sync client does. */
function replaceFile(host: TestHost, change: (stored: Assessment) => object): void {
  const path = join(host.folderOf(host.assessment()), 'assessment.json');
  const stored = JSON.parse(readFileSync(path, 'utf8')) as Assessment;
  writeFileSync(path, JSON.stringify({ ...stored, ...change(stored) }));
}

const unit = (fields: object) => ({ kind: 'setUnit', unit: fields });

it('shows what another page has filled in, and keeps what is filled in here', async () => {
  const { host, kept, change } = await opened();
  await change(unit({ region: '西区' }), { region: kept.unit.region });
  type('行业', '交通');
  await waitFor(() => expect(host.assessment().unit).toMatchObject({ region: '西区', industry: '交通' }));
  await waitFor(() => expect(field('地域').value).toBe('西区'));
});

it.each([
  { pick: '用这里的', industry: '交通' },
  { pick: '用那边的', industry: '城管' },
])('shows both texts where both changed one field: $pick', async ({ pick, industry }) => {
  const { host, user, kept, change } = await opened();
  fireEvent.change(field('行业'), { target: { value: '交通' } });
  await change(unit({ industry: '城管' }), { industry: kept.unit.industry });
  fireEvent.blur(field('行业'));
  const notice = await screen.findByText(/“行业”刚在另一个窗口改过/);
  const alert = notice.closest<HTMLElement>('[role=alert]')!;
  expect(within(alert).getByText('交通')).toBeTruthy();
  expect(within(alert).getByText('城管')).toBeTruthy();
  expect(host.assessment().unit.industry).toBe('城管');
  await user.click(within(alert).getByRole('button', { name: pick }));
  await waitFor(() => expect(saveState()).toBe('saved'));
  expect(host.assessment().unit.industry).toBe(industry);
  await waitFor(() => expect(field('行业').value).toBe(industry));
  expect(screen.queryByText(/刚在另一个窗口改过/)).toBeNull();
});

it('does not overwrite what came while words were typed, though it is shown by then', async () => {
  const { host, kept, change } = await opened();
  fireEvent.change(field('行业'), { target: { value: '交通' } });
  await change(unit({ industry: '城管', region: '西区' }), {
    industry: kept.unit.industry,
    region: kept.unit.region,
  });
  lookAgain();
  await waitFor(() => expect(field('地域').value).toBe('西区'));
  fireEvent.blur(field('行业'));
  await screen.findByText(/“行业”刚在另一个窗口改过/);
  expect(host.assessment().unit.industry).toBe('城管');
});

it('takes back what was done here, not what another page did since', async () => {
  const { host, user, change } = await opened();
  type('行业', '交通');
  await waitFor(() => expect(host.assessment().unit.industry).toBe('交通'));
  await change(unit({ region: '西区' }), { region: host.assessment().unit.region });
  await user.click(screen.getByRole('button', { name: '撤销' }));
  await waitFor(() => expect(host.assessment().unit.industry).not.toBe('交通'));
  expect(host.assessment().unit.region).toBe('西区');
});

it('asks about a file that was replaced, place by place, and goes on with what is picked', async () => {
  const { host, user } = await opened();
  replaceFile(host, (stored) => ({ unit: { ...stored.unit, region: '同步来的' } }));
  type('行业', '交通');
  await user.click(await screen.findByRole('button', { name: '核对两边的不同' }));
  const dialog = await screen.findByRole('dialog', { name: '两边的不同' });
  const row = within(dialog).getByRole('row', { name: /地域/ });
  expect(within(row).getByRole('radio', { name: '地域：用文件里的' })).toHaveProperty('checked', true);
  await user.click(within(dialog).getByRole('button', { name: '按选定的继续' }));
  await waitFor(() => expect(host.assessment().unit).toMatchObject({ region: '同步来的', industry: '交通' }));
  await waitFor(() => expect(saveState()).toBe('saved'));
  expect(screen.queryByRole('button', { name: '核对两边的不同' })).toBeNull();
});

it('keeps what is filled in while the host does not answer, says so, and saves it once it does', async () => {
  const { host, user } = await opened();
  host.failing.set('changeDocument', HOST_LOST).set('documentNow', HOST_LOST);
  type('行业', '交通');
  type('地域', '西区');
  await screen.findByText(/2 处改动留在本页，还没有保存/);
  expect(saveState()).toBe('offline');
  // What was not sent yet is simply taken off again.
  await user.click(screen.getByRole('button', { name: '撤销' }));
  await screen.findByText(/1 处改动留在本页，还没有保存/);
  host.failing.clear();
  lookAgain();
  await waitFor(() => expect(host.assessment().unit.industry).toBe('交通'));
  await waitFor(() => expect(saveState()).toBe('saved'));
  expect(host.assessment().unit.region).not.toBe('西区');
});

it('leaves when that is wanted, though the host does not answer', async () => {
  const { host, user } = await opened();
  vi.spyOn(console, 'error').mockReturnValue();
  onTestFinished(() => {
    vi.restoreAllMocks();
  });
  for (const name of ['changeDocument', 'documentNow', 'closeDocument'] as const)
    host.failing.set(name, HOST_LOST);
  type('行业', '交通');
  await screen.findByText(/1 处改动留在本页/);
  await user.click(screen.getByRole('button', { name: '首页' }));
  await user.click(await screen.findByRole('button', { name: /放弃改动/ }));
  await screen.findByRole('heading', { name: '标兵自评' });
});

it('saves words that could not be saved with the next change, and says until then that they are not', async () => {
  const { host } = await opened();
  host.failing.set('changeDocument', DISK_FULL);
  type('行业', '交通');
  await screen.findByText('磁盘已满');
  host.failing.clear();
  type('地域', '西区');
  await waitFor(() => expect(host.assessment().unit).toMatchObject({ industry: '交通', region: '西区' }));
  await screen.findByText('已保存');
});

it('does not say 已保存 beside words that are refused', async () => {
  await opened();
  type('行业', '长'.repeat(60));
  await screen.findByText('有内容没保存');
  expect(screen.queryByText('已保存')).toBeNull();
  type('行业', '交通');
  await screen.findByText('已保存');
});
