import { PlusOutlined } from '@ant-design/icons';
import { Button, Skeleton, Space, Table, Tag } from 'antd';
import { useState } from 'react';
import type { YearSummary } from '../../shared/contract/contract.ts';
import { useOpening } from '../state/document/use-opening.tsx';
import { useYear } from '../state/year-store.ts';
import { AreaTitle } from '../ui/AreaTitle.tsx';
import { BrokenFolders } from '../ui/BrokenFolders.tsx';
import { call } from '../ui/call/client.ts';
import { useListing } from '../ui/call/use-listing.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { FolderPath } from '../ui/FolderPath.tsx';
import { SeveralFolders } from '../ui/SeveralFolders.tsx';
import { showTime } from '../ui/show.ts';
import { ToDataFolder } from '../ui/ToDataFolder.tsx';
import { NewYear } from './NewYear.tsx';
import { WhoseYears } from './WhoseYears.tsx';

const listYears = async () => (await call('listYears', {})).years;

/** Every year of the data folder, and a new one. */
export function YearList() {
  const { listed: years, failure, reload } = useListing(listYears);
  const [creating, setCreating] = useState(false);
  const {
    open,
    opening,
    failure: openFailure,
    dismiss,
    dialog,
  } = useOpening({
    document: 'year',
    what: '这份年度工作',
    openById: useYear.getState().openYear,
    onRemoved: () => void reload(),
  });
  const readable = years?.filter(({ problem }) => !problem);
  return (
    <main className="ui-page">
      <AreaTitle title="年度工作" about="年度任务和台账：到期提醒、登记、材料、统计。">
        <Space>
          <WhoseYears />
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setCreating(true)}>
            新建年度工作
          </Button>
        </Space>
      </AreaTitle>
      <FailureNotice failure={openFailure} onClose={dismiss} />
      <FailureNotice
        failure={failure}
        onRetry={() => void reload()}
        actions={<ToDataFolder failure={failure} />}
      />
      {years && <BrokenFolders folders={years} />}
      {!years && !failure && <Skeleton active={false} />}
      {readable?.length === 0 && (
        <EmptyState text="还没有年度工作。每个单位每年建一份，任务、台账和材料都放在里面。">
          <Button type="primary" onClick={() => setCreating(true)}>
            新建第一份年度工作
          </Button>
        </EmptyState>
      )}
      {readable && readable.length > 0 && (
        <Table<YearSummary>
          size="small"
          rowKey="id"
          tableLayout="fixed"
          dataSource={readable}
          scroll={{ x: 900 }}
          pagination={false}
          columns={[
            {
              title: '年度工作',
              width: 300,
              render: (_, { id, title, copies }) => (
                <>
                  <Button
                    type="link"
                    className="ui-link-left"
                    aria-label={`打开 ${title}`}
                    loading={opening === id}
                    onClick={() => void open(id, copies)}
                  >
                    {title}
                  </Button>
                  <SeveralFolders copies={copies} />
                </>
              ),
            },
            { title: '年度任务', width: 190, render: (_, year) => <TaskCount {...year} /> },
            { title: '台账', width: 90, render: (_, { entries }) => `${entries} 条` },
            { title: '最近修改', width: 140, render: (_, { updatedAt }) => showTime(updatedAt) },
            { title: '保存位置', render: (_, { folder }) => <FolderPath folder={folder} /> },
          ]}
        />
      )}
      {creating && (
        <NewYear years={readable ?? []} onClose={() => setCreating(false)} onCreated={(id) => open(id)} />
      )}
      {dialog}
    </main>
  );
}

function TaskCount({ tasks, done, late, soon }: Pick<YearSummary, 'tasks' | 'done' | 'late' | 'soon'>) {
  return (
    <>
      已办 {done}/{tasks}
      {late > 0 && <Tag color="red">{`过期 ${late}`}</Tag>}
      {soon > 0 && <Tag color="orange">{`7天内 ${soon}`}</Tag>}
    </>
  );
}
