import { expect, it, onTestFinished, vi } from 'vitest';
import { Jobs } from '../../../../../electron/services/base/jobs.ts';
import { UserError } from '../../../../../shared/values/errors.ts';

const FAULT = new TypeError('undefined is not a function');
const TOLD = new UserError({ code: 'disk-full', message: '满', effect: '没有', remedy: '清理' });

it.each([
  ['an internal error', () => Promise.reject(FAULT), 'internal', [FAULT]],
  ['what the user is told in words', () => Promise.reject(TOLD), 'disk-full', []],
  ['a cancellation', () => Promise.reject(new DOMException('Cancelled', 'AbortError')), 'cancelled', []],
] as const)('notes for support, with its stack, of %s inside a job', async (_, task, code, noted) => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  onTestFinished(() => log.mockRestore());
  const jobs = new Jobs();
  const id = jobs.start('正在做', task);
  await vi.waitFor(() => expect(jobs.status(id)?.state).not.toBe('running'));
  expect(jobs.status(id)?.failure?.code).toBe(code);
  expect(JSON.stringify(jobs.status(id))).not.toContain('not a function');
  expect(log.mock.calls.map(([error]) => error as unknown)).toEqual(noted);
});

it('keeps what became of the last hundred', async () => {
  const jobs = new Jobs();
  const ids = Array.from({ length: 101 }, () => jobs.start('正在做', () => Promise.reject(TOLD)));
  await vi.waitFor(() => expect(jobs.running()).toBe(false));
  expect(ids.map((id) => jobs.status(id)?.state)).toEqual([undefined, ...Array<string>(100).fill('failed')]);
});
