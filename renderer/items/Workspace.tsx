import type { ReactNode } from 'react';
import type { Place } from '../../shared/standard/places.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { type FilterChoice, ItemFinder } from './ItemFinder.tsx';
import { ItemTree } from './ItemTree.tsx';
import { Panes } from './Panes.tsx';
import { TreePane } from './TreePane.tsx';
import type { Workspace as Space } from './use-workspace.ts';
import './panes.css';

interface Props<Filter extends string> {
  readonly space: Space<Filter>;
  readonly filters: readonly FilterChoice<Filter>[];
  /** What the work on one entry is called: 评分, 核验. */
  readonly work: string;
  /** What is said where the standard has no entry for the unit. */
  readonly empty: string;
  /** Widths of its own. */
  readonly className?: string;
  /** The line above all three. */
  readonly bar?: ReactNode;
  /** The entry at hand, and its evidence. */
  readonly children: (place: Place) => ReactNode;
}

/** The work on the entries of a standard, one by one: the tree, the entry at hand, its evidence. */
export function Workspace<Filter extends string>(props: Props<Filter>) {
  const { space, filters, work, empty, className, bar, children } = props;
  const { place, code, panes, finder, tree } = space;
  const { root, pane, setPane } = panes;
  if (!place) return <EmptyState text={empty} />;
  return (
    <>
      <Panes
        label="目录、评分项和佐证"
        tabs={[
          { name: 'tree', label: '目录' },
          { name: 'item', label: work },
          { name: 'evidence', label: '佐证' },
        ]}
        at={pane}
        onGo={setPane}
        code={code}
        className={className === undefined ? 'items-panes' : `items-panes ${className}`}
        ref={root}
        bar={bar}
      >
        <TreePane label="评分项目录" tools={<ItemFinder filters={filters} {...finder} />}>
          <ItemTree {...tree} />
        </TreePane>
        {children(place)}
      </Panes>
    </>
  );
}
