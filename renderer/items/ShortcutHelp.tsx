import { Button } from 'antd';
import { QuestionCircleOutlined } from '@ant-design/icons';
import { useHelp } from '../ui/help-store.ts';

/** The way to the keys in 使用说明. */
export function ShortcutHelp() {
  return (
    <Button
      size="small"
      type="text"
      icon={<QuestionCircleOutlined aria-hidden />}
      onClick={() => useHelp.getState().show('keys')}
    >
      键盘操作
    </Button>
  );
}
