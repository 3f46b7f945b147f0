import type { PaneName } from '../../items/Panes.tsx';
import type { TabEntry } from '../../ui/TabRow.tsx';

/** Where the window is too narrow for both panes of a step. */
export const SPLIT_TABS: readonly TabEntry<PaneName>[] = [
  { name: 'tree', label: '目录' },
  { name: 'item', label: '内容' },
];
