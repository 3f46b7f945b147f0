import { Alert } from 'antd';
import { unsavedBefore } from './handover.ts';

/** What the page before this one could not save waits for its document. */
export function HandedOverNotice() {
  const before = unsavedBefore();
  if (!before) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={`上一个页面有 ${before.edits.length} 处改动还没有保存`}
      description="请打开原来填写的那一份（自评、核验台，或标准库里没有做完的活动和标准），打开后会接着保存；在那之前请不要关闭本页。"
    />
  );
}
