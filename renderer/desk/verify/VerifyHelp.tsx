import { PICK_HELP } from '../../items/rules/quick-pick.ts';
import { ShortcutHelp } from '../../items/ShortcutHelp.tsx';

const SHORTCUTS = [
  ['Ctrl+Enter 或 Alt+↓', '下一项待核或缺理由的'],
  ['=', '同意自评'],
  PICK_HELP,
  ['Y / N', '认可、不予认可正在看的佐证'],
  ['Enter / Esc', '从目录进入评分、回到目录'],
  ['↑ ↓ ← →', '目录里移动、收起和展开'],
  ['↑ ↓（数字框内）', '加减一档'],
  ['Ctrl+F 或 /', '搜索'],
  ['Ctrl+Z / Ctrl+Y', '撤销、重做'],
] as const;

export function VerifyHelp() {
  return <ShortcutHelp shortcuts={SHORTCUTS} />;
}
