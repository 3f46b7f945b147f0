import {
  CheckCircleOutlined,
  CloseCircleOutlined,
  DisconnectOutlined,
  SyncOutlined,
} from '@ant-design/icons';
import { Button } from 'antd';
import type { SaveState } from './save-queue.ts';

const STATES = {
  saved: { icon: <CheckCircleOutlined aria-hidden />, label: '已保存' },
  saving: { icon: <SyncOutlined aria-hidden />, label: '正在保存' },
  offline: { icon: <DisconnectOutlined aria-hidden />, label: '连接已断开' },
  words: { icon: <CloseCircleOutlined aria-hidden />, label: '有内容没保存' },
  failed: { icon: <CloseCircleOutlined aria-hidden />, label: '没有保存' },
} as const;

/** `words`: all that was sent is saved, but a field holds words that are refused or could not be saved. */
type Shown = SaveState | 'words';

/** 已保存 appears only after the host has answered, which it does after fsync. `toWords`: the way to words that are not saved. */
export function SaveStatus({ state, toWords }: { state: Shown; toWords?: (() => void) | undefined }) {
  const { icon, label } = STATES[state];
  return (
    <span className="document-save-state" role="status">
      {state === 'words' && toWords ? (
        <Button size="small" danger icon={icon} title="转到没保存的内容" onClick={toWords}>
          {label}
        </Button>
      ) : (
        <>
          {icon} {label}
        </>
      )}
    </span>
  );
}
