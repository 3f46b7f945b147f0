import { screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { arrive, handOver } from '../../renderer/state/document/handover.ts';
import { repository } from '../repository.ts';
import { startApp } from './app.tsx';
import { TestHost } from './host.ts';
import { fieldKey, leave } from './left.ts';
import { keepYear, keptYear } from './year.ts';

const id = '0b0f3c2a-1111-4d8e-8a5e-0f6f0f3c2a11';
const entry = '0b0f3c2a-1111-4d8e-8a5e-0f6f0f3c2a10';
const REF = { document: 'year', id };
const FIELD = fieldKey(REF, entry, 'matter');

it('saves the words that came with the address, and asks nothing of those left in the same field before', async () => {
  const edit = { kind: 'setEntry', register: 'guidance', id: entry, fields: { matter: '断电前，断电后' } };
  const all = { ref: REF, title: '示例局2026年', edits: [{ edit, base: {} }], fields: [FIELD] };
  window.location.hash = `#unsaved=${encodeURIComponent(JSON.stringify(all))}`;
  arrive();
  expect(window.location.hash).toBe('');
  const host = new TestHost({ resources: repository });
  keepYear(host, [], [{ party: '张某' }]);
  expect(keptYear(host).registers.guidance?.[0]?.id).toBe(entry);
  leave(host, 'words', { words: { [FIELD]: { text: '断电前', told: false, meant: [''] } } });
  const { user } = startApp(host);
  await screen.findByText('请打开“示例局2026年”（年度工作），打开后会接着保存；在那之前请不要关闭本页。');
  await user.click(await screen.findByRole('button', { name: '年度工作' }));
  await user.click(await screen.findByText('示例局2026年'));
  await waitFor(() => expect(keptYear(host).registers.guidance?.[0]?.fields.matter).toBe('断电前，断电后'));
  await screen.findByText('已保存');
  expect(screen.queryByText('有上次没来得及保存的文字')).toBeNull();
  await waitFor(() => expect(host.leftovers()).toEqual([]));
  await user.click(screen.getByRole('button', { name: '年度工作' }));
  await screen.findByText('示例局2026年');
  expect(screen.queryByText('最近的改动没有保存')).toBeNull();
});

it('opens no address that is longer than every browser takes', () => {
  const open = vi.spyOn(window, 'open').mockReturnValue(null);
  const handed = (length: number) =>
    handOver('http://127.0.0.1:1/', {
      ...{ ref: REF, title: '示例局2026年', fields: [] },
      edits: [{ edit: 'x'.repeat(length), base: {} }],
    });
  handed(0);
  const rest = 1_000_000 - String(open.mock.calls[0]?.[0]).length;
  expect([handed(rest), handed(rest + 1), open.mock.calls.length]).toEqual([true, false, 2]);
  open.mockRestore();
});
