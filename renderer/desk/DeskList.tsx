import { PlusOutlined } from '@ant-design/icons';
import { Button, Skeleton, Table } from 'antd';
import { useState } from 'react';
import type { DeskSummary } from '../../shared/contract/contract.ts';
import { call } from '../ui/call/client.ts';
import { AreaTitle } from '../ui/AreaTitle.tsx';
import { BrokenFolders } from '../ui/BrokenFolders.tsx';
import { useOpening } from '../state/document/use-opening.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FolderPath } from '../ui/FolderPath.tsx';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { ToDataFolder } from '../ui/ToDataFolder.tsx';
import { showTime } from '../ui/show.ts';
import { SeveralFolders } from '../ui/SeveralFolders.tsx';
import { useDesk } from '../state/desk-store.ts';
import { useListing } from '../ui/call/use-listing.ts';
import { NewDesk } from './NewDesk.tsx';

const listDesks = async () => (await call('listDesks', {})).desks;

/** Every desk of the data folder, and a new one. */
export function DeskList() {
  const { listed: desks, failure, reload } = useListing(listDesks);
  const [creating, setCreating] = useState(false);
  const {
    open,
    opening,
    failure: openFailure,
    dismiss,
    dialog,
  } = useOpening({
    document: 'desk',
    what: '这个核验台',
    openById: useDesk.getState().openDesk,
    onRemoved: () => void reload(),
  });
  const readable = desks?.filter(({ problem }) => !problem);

  return (
    <main className="ui-page">
      <AreaTitle title="核验台" about="收推荐包，逐项核验，排名择优，导出汇总。">
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setCreating(true)}>
          新建核验台
        </Button>
      </AreaTitle>
      <FailureNotice failure={openFailure} onClose={dismiss} />
      <FailureNotice
        failure={failure}
        onRetry={() => void reload()}
        actions={<ToDataFolder failure={failure} />}
      />
      {desks && <BrokenFolders folders={desks} />}
      {!desks && !failure && <Skeleton active={false} />}
      {readable?.length === 0 && (
        <EmptyState text="还没有核验台。一次推荐活动建一个，收到的推荐包都放在里面。">
          <Button type="primary" onClick={() => setCreating(true)}>
            新建第一个核验台
          </Button>
        </EmptyState>
      )}
      {readable && readable.length > 0 && (
        <Table<DeskSummary>
          size="small"
          rowKey="id"
          tableLayout="fixed"
          dataSource={readable}
          scroll={{ x: 900 }}
          pagination={false}
          columns={[
            {
              title: '核验台',
              width: 300,
              render: (_, desk) => (
                <>
                  <Button
                    type="link"
                    className="ui-link-left"
                    aria-label={`打开 ${desk.title}`}
                    loading={opening === desk.id}
                    onClick={() => void open(desk.id, desk.copies)}
                  >
                    {desk.title}
                  </Button>
                  <SeveralFolders copies={desk.copies} />
                  <div className="ui-muted">{desk.campaign}</div>
                </>
              ),
            },
            { title: '验收标准', dataIndex: 'standardTitle', width: 220 },
            { title: '推荐包', width: 80, render: (_, desk) => `${desk.packages} 份` },
            { title: '最近修改', width: 140, render: (_, desk) => showTime(desk.updatedAt) },
            {
              title: '保存位置',
              render: (_, { folder }) => <FolderPath folder={folder} />,
            },
          ]}
        />
      )}
      {creating && <NewDesk onClose={() => setCreating(false)} onCreated={open} />}
      {dialog}
    </main>
  );
}
