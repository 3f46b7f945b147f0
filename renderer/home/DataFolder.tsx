import { Alert, Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { CallOutput } from '../../shared/contract/contract.ts';
import { call } from '../ui/call/client.ts';
import { useHost } from '../ui/call/host-store.ts';
import { useAnswer } from '../ui/call/use-call.ts';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { laterDialog } from '../ui/later.ts';
import './home.css';

const ChangeFolderDialog = laterDialog(
  async () => ({
    default: (await import('./ChangeFolderDialog.tsx')).ChangeFolderDialog,
  }),
  ({ onClose }) => onClose(),
);

const askFolder = () => call('dataFolder', {});

type Changed = NonNullable<CallOutput<'changeDataFolder'>['changed']>;

/** 数据文件夹 on 首页: which it is, why it cannot be used, and the way to another one. `reloadLists`: it may hold others now. */
export function useDataFolder(reloadLists: () => void) {
  const { version } = useHost((state) => state.info) ?? {};
  const { value: folder, failure, retry } = useAnswer(askFolder);
  const [choosing, setChoosing] = useState(false);
  const [changed, setChanged] = useState<Changed>();

  const reload = () => {
    void retry();
    reloadLists();
  };
  const change = <Button onClick={() => setChoosing(true)}>换一个文件夹</Button>;
  const onChanged = (to: Changed) => {
    setChoosing(false);
    setChanged(to);
    void useHost.getState().load();
    reload();
  };

  const notices: ReactNode = (
    <>
      <FailureNotice failure={folder?.problem ?? failure} onRetry={reload} actions={change} />
      <FailureNotice failure={folder?.note} tone="warning" />
      {changed && (
        <Alert
          type="success"
          showIcon
          title={`数据文件夹已换成：${changed.root}`}
          description={whatChanged(changed)}
          closable={{ onClose: () => setChanged(undefined), 'aria-label': '关闭提示' }}
        />
      )}
      {choosing && folder && (
        <ChangeFolderDialog folder={folder} onClose={() => setChoosing(false)} onChanged={onChanged} />
      )}
    </>
  );
  const line: ReactNode = (
    <footer className="ui-muted home-folder">
      数据文件夹：{folder?.root}（全部内容只存在这台电脑上） · 版本 {version}
      {folder && !folder.problem && <div>{change}</div>}
      {folder?.others.map((path) => (
        <div key={path}>另一个数据文件夹也有内容：{path}</div>
      ))}
    </footer>
  );
  return { problem: folder?.problem, notices, line, change, reload };
}

function whatChanged({ root, former, inside, holds, remembered }: Changed): string {
  return [
    inside ? '选的文件夹里有别的文件，用的是其中的“标兵自评”。' : '',
    holds ? '里面原有的内容都已列出。' : '这是空文件夹，可以新建自评。',
    former === root ? '' : `程序没有移动、改动原来的文件夹：${former}。要用回它，请再换一次。`,
    remembered ? '以后启动都用这个文件夹。' : '这次换的文件夹只用到程序退出。',
  ].join('');
}
