import { PlusOutlined, SearchOutlined } from '@ant-design/icons';
import { Button, Input, Segmented, Space } from 'antd';
import { registerOf, type RegisterName } from '../../shared/registers/kinds.ts';
import { fieldOf } from '../../shared/registers/entry.ts';
import { hasOwnForm } from '../../shared/registers/year/columns.ts';
import { entriesOf } from '../../shared/registers/year/entries.ts';
import type { Year } from '../../shared/registers/year/schema.ts';
import type { Source } from '../../shared/standard/schema.ts';
import { sourceWords } from '../../shared/standard/source-words.ts';
import { useOpenYear } from '../state/year-store.ts';
import { addEntry } from './add-entry.ts';
import { ColumnsButton } from './forms/ColumnsDialog.tsx';
import { CarrySites } from './sites/CarrySites.tsx';
import { TakeResults } from './sites/TakeResults.tsx';
import { ImportTable } from './table-import/ImportTable.tsx';
import { limitWords } from './RegisterPaper.tsx';
import { LinkField } from './LinkField.tsx';
import { RegisterExports } from './RegisterExports.tsx';
import { ProgressButton } from './ProgressButton.tsx';
import { Ratios } from './Ratios.tsx';

export type RegisterView = 'entries' | 'months' | 'tables' | 'coverage' | 'ranks' | 'steps' | 'told';

interface Props {
  readonly name: RegisterName;
  readonly view: RegisterView;
  readonly setView: (view: RegisterView) => void;
  readonly search: string;
  readonly setSearch: (search: string) => void;
  readonly count: number;
  readonly found: number;
}

/** What can be done with a register as a whole. */
export function RegisterBar({ name, view, setView, search, setSearch, count, found }: Props) {
  const { value } = useOpenYear();
  const { unit, about } = registerOf(name);
  const sources = sourcesOf(value, name);
  // Nobody would see it among the months.
  const add = () => {
    setView('entries');
    void addEntry(name);
  };
  return (
    <header>
      <Space wrap>
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={add}>
          新增一{unit}
        </Button>
        <ImportTable name={name} />
        {name === 'sites' && <TakeResults />}
        {name === 'sites' && <CarrySites />}
        <RegisterExports name={name} />
        {name === 'tasks' && <ProgressButton id={value.id} />}
        {name !== 'tasks' && <ColumnsButton name={name} />}
        <Segmented<RegisterView>
          value={view}
          onChange={setView}
          options={[
            { value: 'entries', label: '登记' },
            { value: 'months', label: '按月统计' },
            ...(name === 'tasks' ? [] : [{ value: 'tables' as const, label: '统计表' }]),
            ...(name === 'places' ? [{ value: 'coverage' as const, label: '覆盖' }] : []),
            ...(name === 'contest' ? [{ value: 'ranks' as const, label: '名次' }] : []),
            ...(name === 'sites' ? [{ value: 'steps' as const, label: '各步进度' }] : []),
            ...(name === 'notices' ? [{ value: 'told' as const, label: '传达情况' }] : []),
          ]}
        />
        {view === 'entries' && (
          <Input
            allowClear
            aria-label="查找"
            className="registers-search"
            prefix={<SearchOutlined aria-hidden />}
            placeholder="查找"
            value={search}
            onChange={({ target }) => setSearch(target.value)}
          />
        )}
        <span className="ui-muted" role="status">
          {found === count || view !== 'entries' ? `共 ${count} ${unit}` : `找到 ${found}/${count} ${unit}`}
        </span>
      </Space>
      <p className="registers-about ui-muted">
        {about}
        {name !== 'tasks' &&
          (hasOwnForm(value, name)
            ? '栏目按本单位的格式，在参考格式上改的。'
            : '表格栏目是参考格式，可以改。')}
        {name === 'tasks' && limitWords(entriesOf(value, name), value)}
      </p>
      {sources.length > 0 && (
        <p className="registers-about ui-muted">依据：{sourceWords({ sources: [] }, sources).join('；')}</p>
      )}
      <Ratios name={name} />
      {name !== 'tasks' && (
        <div className="registers-linked">
          <LinkField place={{ register: name }} />
        </div>
      )}
    </header>
  );
}

/** Of tasks only the notices that some of them come from: an office's own have no source of ours. */
function sourcesOf(year: Year, name: RegisterName): readonly Source[] {
  const { sources } = registerOf(name);
  if (name !== 'tasks') return sources;
  const stated = entriesOf(year, name).map((task) => fieldOf(task, 'source'));
  return sources.filter(({ document }) => stated.some((source) => source.includes(document)));
}
