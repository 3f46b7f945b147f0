import { screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { startWith, step } from './app.tsx';
import { assessment } from './fixtures.ts';
import { withLayout } from './layout.ts';

withLayout({ height: 900 });

beforeEach(() => {
  const query = { matches: true, addEventListener: vi.fn(), removeEventListener: vi.fn() };
  vi.spyOn(window, 'matchMedia').mockReturnValue(query as unknown as MediaQueryList);
});

const shownTab = () => screen.getByRole('tab', { selected: true }).textContent;
// One that is hidden has a name for nobody but this test.
const panel = (name: string) => screen.getByLabelText(name, { selector: '[role=tabpanel]' });

async function scoring() {
  const { user } = await startWith({ ...assessment(), id: crypto.randomUUID() });
  await user.click(step('逐项自评'));
  await screen.findByRole('tablist', { name: '目录、评分项和佐证' });
  return user;
}

it('shows one pane of the work at a time, by tabs with the arrow keys', async () => {
  const user = await scoring();
  expect(screen.getAllByRole('tab').map((tab) => tab.textContent)).toEqual(['目录', '评分', '佐证']);
  expect(shownTab()).toBe('评分');
  expect(panel('评分').hidden).toBe(false);
  expect(panel('评分项目录').hidden).toBe(true);
  await user.click(screen.getByRole('tab', { name: '评分' }));
  await user.keyboard('{ArrowRight}');
  expect(shownTab()).toBe('佐证');
  expect(document.activeElement?.textContent).toBe('佐证');
  expect(panel('本项佐证材料').hidden).toBe(false);
  await user.keyboard('{ArrowRight}');
  expect(shownTab()).toBe('目录');
  const tab = screen.getByRole('tab', { name: '目录' });
  expect(tab.getAttribute('aria-controls')).toBe(panel('评分项目录').id);
});

it('goes from an item of the tree to its answer, and back by Escape', async () => {
  const user = await scoring();
  await user.click(screen.getByRole('tab', { name: '目录' }));
  await user.click(screen.getByRole('treeitem', { name: /^1\.2 / }));
  expect(shownTab()).toBe('评分');
  expect(screen.getByRole('heading', { name: /^1\.2 / })).toBeDefined();
  expect(document.activeElement).toBe(panel('评分'));
  await user.keyboard('{Escape}');
  expect(shownTab()).toBe('目录');
  expect(document.activeElement).toBe(screen.getByRole('tree', { name: '评分项' }));
  // The keys pass rows without leaving the tree; Enter goes to the editor.
  await user.keyboard('{ArrowUp}');
  expect(shownTab()).toBe('目录');
  await user.keyboard('{Enter}');
  expect(shownTab()).toBe('评分');
  expect(panel('评分').contains(document.activeElement)).toBe(true);
});

it('shows what a filter or a search finds', async () => {
  const user = await scoring();
  await user.click(screen.getByRole('button', { name: /^未评 \d+ 项$/ }));
  expect(shownTab()).toBe('目录');
  await user.click(screen.getByRole('tab', { name: '佐证' }));
  await user.keyboard('{Control>}f{/Control}');
  expect(shownTab()).toBe('目录');
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: '搜索评分项' }));
});
