import type { Ref } from 'react';
import { Input, type InputRef } from 'antd';
import { SearchOutlined } from '@ant-design/icons';
import { Segments } from '../ui/Segments.tsx';

export interface FilterChoice<Filter extends string> {
  readonly value: Filter;
  readonly label: string;
}

interface Props<Filter extends string> {
  readonly filters: readonly FilterChoice<Filter>[];
  readonly filter: Filter;
  readonly search: string;
  readonly searchRef: Ref<InputRef>;
  readonly onFilter: (filter: Filter) => void;
  readonly onSearch: (text: string) => void;
  /** Enter or down: on to what was found. Escape: back to what was shown before. */
  readonly onLeaveSearch: (isFound: boolean) => void;
}

/** Search and filter above the tree of a standard. */
export function ItemFinder<Filter extends string>(props: Props<Filter>) {
  const { filters, filter, search, searchRef, onFilter, onSearch, onLeaveSearch } = props;
  return (
    <>
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
          if (event.key !== 'Escape' && event.key !== 'ArrowDown' && event.key !== 'Enter') return;
          event.preventDefault();
          onLeaveSearch(event.key !== 'Escape');
        }}
      />
      <Segments<Filter>
        size="small"
        aria-label="筛选评分项"
        value={filter}
        onChange={onFilter}
        options={[...filters]}
      />
    </>
  );
}
