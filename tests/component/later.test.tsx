import { render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
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
