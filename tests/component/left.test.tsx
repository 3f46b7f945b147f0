import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { workName } from '../../electron/services/files/work-names.ts';
import { pageId } from '../../renderer/ui/call/page-id.ts';
import { startApp, startWith } from './app.tsx';
import { assessment } from './fixtures.ts';
import { TestHost } from './host.ts';
import { resetStores } from './zustand.ts';

describe('what a page before this one left', () => {
  it('is said at the start where it was cut off', async () => {
    const host = new TestHost();
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    const folder = join(host.root, '.temporary');
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, workName('note').replace(`-${process.pid}-`, `-${gone}-`)),
      JSON.stringify({ version: 1, title: '导出并核对', since: '2026-11-20T01:00:00.000Z' }),
    );
    const { user } = startApp(host);
    const dialog = await screen.findByRole('dialog', { name: /有工作可能没有做完/ });
    expect(dialog.textContent).toContain('导出并核对（2026-11-20');
    await user.click(screen.getByRole('button', { name: '知道了' }));
    await waitFor(() => expect(screen.queryByText(/有工作可能没有做完/)).toBeNull());
  });

  it('is put back into its fields and saved: the words of the last second before a crash', async () => {
    const { host, user } = await startWith(assessment());
    await user.type(screen.getByLabelText('联系人'), '甲');
    const words = await waitFor(() => {
      const all = host.inputsOf('keepWords') as { words: Record<string, string> }[];
      const typed = all.find(({ words: each }) => Object.values(each).includes('甲'));
      expect(typed).toBeTruthy();
      return typed?.words ?? {};
    });
    await waitFor(() => expect(host.assessment().unit.contact.name).toBe('甲'));
    // The page of now has gone, with other words typed.
    cleanup();
    const left = Object.fromEntries(Object.keys(words).map((field) => [field, '甲乙丙']));
    await window.biaobing?.call('keepWords', { words: left }, pageId());
    resetStores();

    // Loaded anew, the page goes on where it was.
    startApp(host);
    await screen.findByRole('heading', { name: '单位与活动' });
    expect(screen.getByLabelText<HTMLInputElement>('联系人').value).toBe('甲乙丙');
    await waitFor(() => expect(host.assessment().unit.contact.name).toBe('甲乙丙'));
    // Nothing is left to be found a second time.
    await waitFor(() => expect(host.inputsOf('keepWords').at(-1)).toEqual({ words: {} }));
  });
});
