import { screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { AREAS } from '../../renderer/areas.tsx';
import { later } from '../../renderer/ui/later.ts';
import { startApp } from './app.tsx';

// An area that is on its way for as long as it is looked at.
const Screen = later<object>(() => new Promise(() => undefined));
const all = AREAS as (typeof AREAS)[number][];
afterEach(() => void all.splice(2));

it('shows that an area is on its way, not an empty page', async () => {
  all.push({ name: 'slow', label: '很慢', icon: null, Screen });
  const { user } = startApp();
  await user.click(await screen.findByRole('button', { name: '很慢' }));
  expect(await screen.findByText('正在载入')).toBeTruthy();
});
