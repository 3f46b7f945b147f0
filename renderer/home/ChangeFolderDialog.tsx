import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import type { CallOutput } from '../../shared/contract/contract.ts';
import { call } from '../ui/call/client.ts';
import { useHost } from '../ui/call/host-store.ts';
import { useCall } from '../ui/call/use-call.ts';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import './home.css';

interface Props {
  folder: CallOutput<'dataFolder'>;
  onClose: () => void;
  onChanged: (changed: NonNullable<CallOutput<'changeDataFolder'>['changed']>) => void;
}

/** 换一个文件夹: by the system's dialog on the desktop; a page in a browser is told no paths, so there it is typed. */
export function ChangeFolderDialog({ folder: { root, others, named }, onClose, onChanged }: Props) {
  const isDesktop = useHost((state) => state.info?.door) === 'desktop';
  const [path, setPath] = useState('');
  const { run, busy, failure, dismiss } = useCall();

  const use = async (chosen?: string) => {
    const answer = await run(() => call('changeDataFolder', chosen === undefined ? {} : { path: chosen }));
    if (answer?.changed) onChanged(answer.changed);
  };

  return (
    <Modal
      open
      centered
      title="换一个文件夹"
      okText={isDesktop ? '选择文件夹…' : '用这个文件夹'}
      okButtonProps={{ loading: busy, disabled: !isDesktop && path.trim() === '' }}
      onOk={() => void use(isDesktop ? undefined : path)}
      onCancel={onClose}
    >
      <FailureNotice failure={failure} onClose={dismiss} />
      <p className="home-folder">现在的数据文件夹：{root}</p>
      <p>
        它留在原处，不移动、不复制、不删除；要用回它，再到这里选它。选的文件夹里有别的文件时，用其中的“标兵自评”，没有就新建。
        {named && '这次启动指定了数据文件夹，换的文件夹只用到程序退出。'}
      </p>
      {others.map((other) => (
        <p key={other} className="home-folder">
          也有内容：{other}{' '}
          <Button size="small" aria-label={`换到 ${other}`} onClick={() => void use(other)}>
            换到这里
          </Button>
        </p>
      ))}
      {!isDesktop && (
        <Form component="div" layout="vertical">
          <Form.Item label="文件夹的完整路径" htmlFor="data-folder-path">
            <Input
              id="data-folder-path"
              autoComplete="off"
              spellCheck={false}
              value={path}
              onChange={({ target }) => setPath(target.value)}
              onPressEnter={() => path.trim() !== '' && void use(path)}
            />
          </Form.Item>
        </Form>
      )}
    </Modal>
  );
}
