import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { ItemTree } from '../../renderer/items/ItemTree.tsx';
import { ROW_HEIGHT } from '../../renderer/ui/list/Tree.tsx';
import type { TreeRow } from '../../renderer/items/tree-rows.ts';
import { withLayout } from './layout.ts';

const HEIGHT = 680;
withLayout({ height: HEIGHT });

const many = Array.from({ length: 2000 }, (_, index): TreeRow => ({
  kind: 'entry',
  key: `i:${index + 1}`,
  code: String(index + 1),
  title: `评分项${index + 1}`,
  level: 2,
  group: 'item',
  state: 'unscored',
  score: 0,
  fullScore: 100,
  lost: false,
  noEvidence: false,
  unconfirmed: false,
  damaged: false,
  vetoed: false,
}));

it('draws only the rows in sight, and every row is still within reach', async () => {
  const onSelect = vi.fn();
  render(
    <ItemTree
      rows={many}
      selected="1"
      wrong={new Set()}
      onSelect={onSelect}
      onPick={vi.fn()}
      onToggle={vi.fn()}
      onEnter={vi.fn()}
    />,
  );
  const drawn = screen.getAllByRole('treeitem').length;
  expect(drawn).toBeGreaterThanOrEqual(HEIGHT / ROW_HEIGHT);
  expect(drawn).toBeLessThan(HEIGHT / ROW_HEIGHT + 20);
  screen.getByRole('tree').focus();
  await userEvent.keyboard('{End}');
  expect(onSelect).toHaveBeenLastCalledWith('2000');
});

it('goes to the entry at hand by Enter where a fold or a filter hides it', async () => {
  const onEnter = vi.fn();
  render(
    <ItemTree
      rows={many.slice(0, 3)}
      selected="1000"
      wrong={new Set()}
      onSelect={vi.fn()}
      onPick={vi.fn()}
      onToggle={vi.fn()}
      onEnter={onEnter}
    />,
  );
  screen.getByRole('tree').focus();
  await userEvent.keyboard('{Enter}');
  expect(onEnter).toHaveBeenCalledOnce();
});
