import {
  CheckCircleOutlined,
  CloseCircleOutlined,
  DisconnectOutlined,
  SyncOutlined,
} from '@ant-design/icons';
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

/** 已保存 appears only after the host has answered, which it does after fsync. */
export function SaveStatus({ state }: { state: Shown }) {
  const { icon, label } = STATES[state];
  return (
    <span className="document-save-state" role="status">
      {icon} {label}
    </span>
  );
}
