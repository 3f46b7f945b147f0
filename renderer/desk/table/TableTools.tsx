import { SearchOutlined } from '@ant-design/icons';
import { Button, Input, type InputRef, Select } from 'antd';
import { type Ref, useState } from 'react';
import { CANDIDATE_STATE_LABELS, type Candidate } from '../../../shared/review/candidate.ts';
import { type TableView, useDesk, useOpenDesk } from '../../state/desk-store.ts';
import { CANDIDATE_COLUMNS } from '../../../shared/review/candidate-columns.ts';
import { PlaceDialog } from '../bodies/PlaceDialog.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { compareWords } from '../compare-words.ts';

const FIELDS = (['body', 'superior', 'industry', 'region', 'level'] as const).map((field) => ({
  field,
  label: CANDIDATE_COLUMNS[field].title,
  of: CANDIDATE_COLUMNS[field].value,
}));
const NO_FILTER: Partial<TableView> = {
  search: '',
  state: 'all',
  body: undefined,
  superior: undefined,
  industry: undefined,
  region: undefined,
  level: undefined,
};

interface Props {
  readonly candidates: readonly Candidate[];
  readonly shown: number;
  readonly searchRef: Ref<InputRef>;
  readonly onLeaveSearch: () => void;
}

/** Search and filters of 核验总表, and what can be done with the chosen rows. */
export function TableTools({ candidates, shown, searchRef, onLeaveSearch }: Props) {
  const view = useDesk((state) => state.view);
  const selected = useDesk((state) => state.selected);
  const { look, select, goTo } = useDesk.getState();
  const { desk } = useOpenDesk();
  const isProvincial = desk.level === 'province';
  const [placing, setPlacing] = useState(false);
  return (
    <div className="desk-tools">
      <Input
        ref={searchRef}
        allowClear
        style={{ width: 210 }}
        aria-label="搜索推荐包"
        placeholder="搜索单位、行业、封签码（/）"
        prefix={<SearchOutlined aria-hidden />}
        value={view.search}
        onChange={({ target }) => look({ search: target.value })}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Escape') look({ search: '' });
          if (!['Escape', 'ArrowDown', 'Enter'].includes(event.key)) return;
          event.preventDefault();
          onLeaveSearch();
        }}
      />
      <Segments<TableView['state']>
        aria-label="按状态筛选"
        value={view.state}
        onChange={(state) => look({ state })}
        options={[
          { value: 'all', label: `全部 ${candidates.length}` },
          ...(['pending', 'reviewing', 'done'] as const).map((value) => ({
            value,
            label: `${CANDIDATE_STATE_LABELS[value]} ${candidates.filter(({ state }) => state === value).length}`,
          })),
        ]}
      />
      {FIELDS.filter(({ field }) => isProvincial || field !== 'body').map(({ field, label, of }) => (
        <Select<string>
          key={field}
          allowClear
          showSearch
          aria-label={`按${label}筛选`}
          placeholder={label}
          style={{ width: 112 }}
          popupMatchSelectWidth={false}
          value={view[field]}
          onChange={(value?: string) => look({ [field]: value })}
          options={[...new Set(candidates.map(of))]
            .sort(compareWords)
            .map((value) => ({ value, label: value || '（未录入）' }))}
        />
      ))}
      {shown < candidates.length && (
        <>
          <span>显示 {shown} 份</span>
          <Button size="small" onClick={() => look(NO_FILTER)}>
            取消筛选
          </Button>
        </>
      )}
      <span className="desk-push">
        {selected.length > 0 && (
          <>
            已选 {selected.length} 份{' '}
            <Button
              size="small"
              type="primary"
              disabled={selected.length < 2}
              title={selected.length < 2 ? '至少选 2 份才能比较' : undefined}
              onClick={() => goTo('compare')}
            >
              比较
            </Button>{' '}
            {isProvincial && (
              <>
                <Button size="small" onClick={() => setPlacing(true)}>
                  设推荐单位…
                </Button>{' '}
              </>
            )}
            <Button size="small" onClick={() => select([])}>
              清除
            </Button>
          </>
        )}
      </span>
      {placing && (
        <PlaceDialog
          rows={candidates.filter(({ key }) => selected.includes(key))}
          onClose={() => setPlacing(false)}
        />
      )}
    </div>
  );
}
