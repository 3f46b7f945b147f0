import { Button, Popover } from 'antd';
import { QuestionCircleOutlined } from '@ant-design/icons';
import { PICK_HELP } from './rules/quick-pick.ts';
import './item.css';

type Shortcuts = readonly (readonly [keys: string, meaning: string])[];

const SCORING: Shortcuts = [
  ['↑ ↓', '目录里上一行、下一行'],
  ['← →', '收起、展开一级指标'],
  ['Enter', '从目录进入评分'],
  ['Esc', '从评分回到目录'],
  PICK_HELP,
  ['↑ ↓（数字框内）', '加减一档'],
  ['Ctrl+Enter 或 Alt+↓', '下一项未评或未答的'],
  ['Ctrl+F 或 /', '搜索'],
  ['Ctrl+Z / Ctrl+Y', '撤销、重做'],
];

export function ShortcutHelp({ shortcuts = SCORING }: { readonly shortcuts?: Shortcuts }) {
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title="键盘操作"
      content={
        <dl className="items-shortcuts">
          {shortcuts.map(([keys, meaning]) => (
            <div key={keys}>
              <dt>{keys}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      }
    >
      <Button size="small" type="text" icon={<QuestionCircleOutlined aria-hidden />}>
        键盘操作
      </Button>
    </Popover>
  );
}
