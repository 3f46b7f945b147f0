import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { laterDialog } from '../../renderer/ui/later.ts';

it('says of a part that does not arrive that the program is gone, and leaves the rest of the page', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  const Part = laterDialog<object>(() => Promise.reject(new TypeError('Failed to fetch')));
  render(
    <main>
      <p>仍在这里</p>
      <Part />
    </main>,
  );
  await screen.findByText('与本机程序的连接已断开');
  expect(screen.getByText('仍在这里')).toBeTruthy();
  expect(warn).toHaveBeenCalledOnce();
});

afterEach(() => void vi.useRealTimers());

it('shows that a dialog is on its way where that lasts, and gives it up by Escape', async () => {
  vi.useFakeTimers();
  const Part = laterDialog<{ onClose: () => void }>(
    () => new Promise(() => undefined),
    ({ onClose }) => onClose(),
  );
  const [close, below] = [vi.fn(), vi.fn()];
  const { rerender } = render(<Part onClose={close} />);
  document.addEventListener('keydown', below);
  await act(() => vi.advanceTimersByTimeAsync(299));
  expect(screen.queryByText('正在载入')).toBeNull();
  await act(() => vi.advanceTimersByTimeAsync(1));
  expect(screen.getByText('正在载入')).toBeTruthy();
  fireEvent.keyDown(document.body, { key: 'a' });
  expect([close.mock.calls.length, below.mock.calls.length]).toEqual([0, 1]);
  fireEvent.keyDown(document.body, { key: 'Escape' });
  expect([close.mock.calls.length, below.mock.calls.length]).toEqual([1, 1]);
  rerender(<p>仍在这里</p>);
  expect(screen.queryByText('正在载入')).toBeNull();
  fireEvent.keyDown(document.body, { key: 'Escape' });
  expect([close.mock.calls.length, below.mock.calls.length]).toEqual([1, 2]);
  document.removeEventListener('keydown', below);
});

it('leaves Escape alone where what is on its way is not to be given up', async () => {
  vi.useFakeTimers();
  const Part = laterDialog<object>(() => new Promise(() => undefined));
  const below = vi.fn();
  document.addEventListener('keydown', below);
  render(<Part />);
  await act(() => vi.advanceTimersByTimeAsync(300));
  expect(screen.getByText('正在载入')).toBeTruthy();
  fireEvent.keyDown(document.body, { key: 'Escape' });
  expect(below).toHaveBeenCalledOnce();
  document.removeEventListener('keydown', below);
});
