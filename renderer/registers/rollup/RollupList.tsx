import { PlusOutlined } from '@ant-design/icons';
import { Button, Skeleton, Space, Table, Tag } from 'antd';
import { useState } from 'react';
import type { RollupSummary } from '../../../shared/contract/contract.ts';
import { useOpening } from '../../state/document/use-opening.tsx';
import { useRollup } from '../../state/rollup-store.ts';
import { AreaTitle } from '../../ui/AreaTitle.tsx';
import { BrokenFolders } from '../../ui/BrokenFolders.tsx';
import { call } from '../../ui/call/client.ts';
import { useListing } from '../../ui/call/use-listing.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { FolderPath } from '../../ui/FolderPath.tsx';
import { SeveralFolders } from '../../ui/SeveralFolders.tsx';
import { showTime } from '../../ui/show.ts';
import { ToDataFolder } from '../../ui/ToDataFolder.tsx';
import { WhoseYears } from '../WhoseYears.tsx';
import { NewRollup } from './NewRollup.tsx';

const listRollups = async () => (await call('listRollups', {})).rollups;

/** Every roll-up of the data folder, and a new one. */
export function RollupList() {
  const { listed: rollups, failure, reload } = useListing(listRollups);
  const [creating, setCreating] = useState(false);
  const opening = useOpening({
    document: 'rollup',
    what: '这份年度任务汇总',
    openById: useRollup.getState().openRollup,
    onRemoved: () => void reload(),
  });
  const readable = rollups?.filter(({ problem }) => !problem);
  return (
    <main className="ui-page">
      <AreaTitle title="年度工作" about="多个单位的年度任务：谁还差什么，督查、通报、加扣分。">
        <Space>
          <WhoseYears />
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setCreating(true)}>
            新建汇总
          </Button>
        </Space>
      </AreaTitle>
      <FailureNotice failure={opening.failure} onClose={opening.dismiss} />
      <FailureNotice
        failure={failure}
        onRetry={() => void reload()}
        actions={<ToDataFolder failure={failure} />}
      />
      {rollups && <BrokenFolders folders={rollups} />}
      {!rollups && !failure && <Skeleton active={false} />}
      {readable?.length === 0 && (
        <EmptyState text="还没有汇总。办公室每年建一份，再导入各单位报来的进度表。">
          <Button type="primary" onClick={() => setCreating(true)}>
            新建第一份汇总
          </Button>
        </EmptyState>
      )}
      {readable && readable.length > 0 && <RollupTable rollups={readable} {...opening} />}
      {creating && <NewRollup onClose={() => setCreating(false)} onCreated={(id) => opening.open(id)} />}
      {opening.dialog}
    </main>
  );
}

interface TableProps extends Pick<ReturnType<typeof useOpening>, 'open' | 'opening'> {
  readonly rollups: RollupSummary[];
}

function RollupTable({ rollups, open, opening }: TableProps) {
  return (
    <Table<RollupSummary>
      size="small"
      rowKey="id"
      tableLayout="fixed"
      dataSource={rollups}
      scroll={{ x: 900 }}
      pagination={false}
      columns={[
        {
          title: '年度任务汇总',
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
        { title: '单位', width: 160, render: (_, { units, received }) => `已报送 ${received}/${units}` },
        {
          title: '过期任务',
          width: 110,
          render: (_, { late }) => late > 0 && <Tag color="red">{late} 项</Tag>,
        },
        { title: '最近修改', width: 140, render: (_, { updatedAt }) => showTime(updatedAt) },
        { title: '保存位置', render: (_, { folder }) => <FolderPath folder={folder} /> },
      ]}
    />
  );
}
