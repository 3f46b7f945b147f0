import { useAnswer } from '../../ui/call/use-call.ts';
import { Button, Drawer, Table, type TableColumnsType } from 'antd';
import { useCallback, useState } from 'react';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { call } from '../../ui/call/client.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { showTime } from '../../ui/show.ts';
import { useAsk } from '../../ui/use-ask.ts';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { useAssessment } from '../../state/assessment-store.ts';
import { useOpen } from '../../state/derived.ts';
import { OrphanedEvidence } from './OrphanedEvidence.tsx';

type Backup = CallOutput<'listBackups'>['backups'][number];

/** Copies that the program made by itself. Restoring one can be undone. */
export function BackupsDrawer({ onClose }: { onClose: () => void }) {
  const { id } = useOpen().assessment;
  const restoreBackup = useAssessment((state) => state.restoreBackup);
  const { value, failure } = useAnswer(useCallback(() => call('listBackups', { id }), [id]));
  const backups = value?.backups;
  const [opener] = useState(() => document.activeElement);
  useReturnFocus();
  const ask = useAsk(() => opener);

  const restore = async (name: string) => {
    if (await restoreBackup(name)) onClose();
  };
  const columns: TableColumnsType<Backup> = [
    { title: '备份时间', width: 150, render: (_, { savedAt }) => showTime(savedAt) },
    { title: '单位', dataIndex: 'unit' },
    { title: '已评', width: 70, render: (_, { scored }) => `${scored} 项` },
    {
      title: '操作',
      width: 80,
      render: (_, backup) => (
        <Button
          size="small"
          aria-label={`恢复 ${showTime(backup.savedAt)} 的备份`}
          onClick={() =>
            ask({
              title: `恢复到 ${showTime(backup.savedAt)} 的备份？`,
              content: '现在的内容会换成备份里的内容；恢复后可以撤销。',
              okText: '恢复',
              cancelText: '不恢复',
              onOk: () => restore(backup.name),
            })
          }
        >
          恢复
        </Button>
      ),
    },
  ];
  return (
    <Drawer open title="备份与恢复" size={560} onClose={onClose}>
      <p className="ui-muted">程序会自动备份评分和填写的内容。恢复备份不会删除任何佐证材料。</p>
      <FailureNotice failure={failure} />
      {backups?.length === 0 && value?.newer === 0 && (
        <EmptyState text="还没有备份。程序会在使用中自动备份。" />
      )}
      {backups && backups.length > 0 && (
        <Table
          size="small"
          rowKey="name"
          columns={columns}
          dataSource={backups}
          pagination={false}
          scroll={{ x: 480 }}
        />
      )}
      {value !== undefined && value.newer > 0 && (
        <p className="ui-muted">
          另有 {value.newer} 份由更新版本的程序保存，本程序不能恢复；文件原样保留，请升级本程序后再恢复。
        </p>
      )}
      <OrphanedEvidence id={id} />
    </Drawer>
  );
}
