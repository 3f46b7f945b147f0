import type { Ref } from 'react';
import { Input, type InputRef, Segmented } from 'antd';
import { SearchOutlined } from '@ant-design/icons';
import { FILTER_LABELS, type TreeFilter } from './tree-rows.ts';
import { ItemTree } from './ItemTree.tsx';

interface Props extends React.ComponentProps<typeof ItemTree> {
  readonly filter: TreeFilter;
  /** Carried over from another edition: only then is anything to be confirmed. */
  readonly carried: boolean;
  readonly search: string;
  readonly searchRef: Ref<InputRef>;
  readonly onFilter: (filter: TreeFilter) => void;
  readonly onSearch: (text: string) => void;
  readonly onLeaveSearch: () => void;
}

/** Search, filter and the tree. */
export function TreePane({
  filter,
  carried,
  search,
  searchRef,
  onFilter,
  onSearch,
  onLeaveSearch,
  ...tree
}: Props) {
  const { unconfirmed, ...labels } = FILTER_LABELS;
  const filters = carried ? { ...labels, unconfirmed } : labels;
  return (
    <section className="scoring-left" aria-label="评分项目录">
      <Input
        ref={searchRef}
        allowClear
        aria-label="搜索评分项"
        placeholder="搜索编号、标题、评分标准"
        prefix={<SearchOutlined aria-hidden />}
        value={search}
        onChange={(event) => onSearch(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Escape') onSearch('');
          if (event.key !== 'Escape' && event.key !== 'ArrowDown' && event.key !== 'Enter') return;
          event.preventDefault();
          onLeaveSearch();
        }}
      />
      <Segmented
        size="small"
        aria-label="筛选评分项"
        value={filter}
        onChange={onFilter}
        options={Object.entries(filters).map(([value, label]) => ({
          value: value as TreeFilter,
          label,
        }))}
      />
      <ItemTree {...tree} />
    </section>
  );
}
