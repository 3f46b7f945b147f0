import { app, dialog, Menu, type MenuItemConstructorOptions } from 'electron';
import type { Command, PlainCommand } from '../../shared/contract/contract.ts';
import { openOrTell } from './system-open.ts';
import type { ZoomStep } from './zoom.ts';

interface Options {
  /** The data folder. */
  readonly root: string;
  /** To the page of the window. */
  readonly send: (command: Command) => void;
  readonly zoom: (step: ZoomStep) => void;
}

/** 文件 / 编辑 / 视图 / 帮助, by Alt and the letter too. What belongs to the work itself is done by the page. */
export function setMenu({ root, send, zoom }: Options): void {
  /** The key is only told here: the page has it in both doors, and knows whether a field or an input method wants it. */
  const ask = (label: string, name: PlainCommand, accelerator?: string): MenuItemConstructorOptions => ({
    ...{ label, id: name, click: () => send({ name }) },
    ...(accelerator !== undefined && { accelerator, registerAccelerator: false }),
  });
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        label: '文件(&F)',
        submenu: [
          ask('保存(&S)', 'save', 'CmdOrCtrl+S'),
          ask('打印(&P)…', 'print', 'CmdOrCtrl+P'),
          ask('存为 PDF(&D)…', 'pdf'),
          { type: 'separator' },
          { label: '打开数据文件夹(&O)', click: () => void openOrTell(root) },
          { type: 'separator' },
          ask('关闭打开的内容(&C)', 'close', 'CmdOrCtrl+W'),
          { label: '退出(&X)', role: 'quit' },
        ],
      },
      {
        label: '编辑(&E)',
        submenu: [
          ask('撤销(&U)', 'undo', 'CmdOrCtrl+Z'),
          ask('重做(&R)', 'redo', 'CmdOrCtrl+Y'),
          { type: 'separator' },
          { label: '剪切(&T)', role: 'cut' },
          { label: '复制(&C)', role: 'copy' },
          { label: '粘贴(&P)', role: 'paste' },
          { label: '全选(&A)', role: 'selectAll' },
          { type: 'separator' },
          ask('查找(&F)', 'find', 'CmdOrCtrl+F'),
          ask('搜索全部(&K)', 'search', 'CmdOrCtrl+K'),
        ],
      },
      {
        label: '视图(&V)',
        submenu: [ask('后退(&B)', 'back', 'Alt+Left'), { type: 'separator' }, ...view(zoom)],
      },
      {
        label: '帮助(&H)',
        submenu: [
          ask('使用说明(&H)', 'help', 'F1'),
          { label: '关于标兵自评(&A)', click: () => void about(root) },
        ],
      },
    ]),
  );
}

function view(zoom: Options['zoom']): MenuItemConstructorOptions[] {
  // The window takes these keys itself, those of the number pad too.
  const step = (label: string, to: ZoomStep, accelerator: string): MenuItemConstructorOptions => ({
    ...{ label, accelerator, registerAccelerator: false, click: () => zoom(to) },
  });
  const items: MenuItemConstructorOptions[] = [
    step('放大(&I)', 'in', 'CmdOrCtrl+='),
    step('缩小(&O)', 'out', 'CmdOrCtrl+-'),
    step('实际大小(&R)', 'usual', 'CmdOrCtrl+0'),
    { type: 'separator' },
    { label: '全屏(&F)', role: 'togglefullscreen' },
  ];
  return app.isPackaged
    ? items
    : [...items, { type: 'separator' }, { label: '开发者工具', role: 'toggleDevTools' }];
}

function about(root: string): Promise<unknown> {
  return dialog.showMessageBox({
    type: 'info',
    title: '关于标兵自评',
    message: `标兵自评 ${app.getVersion()}`,
    detail: `离线使用，不连接网络。\n数据文件夹：${root}`,
    buttons: ['确定'],
  });
}
