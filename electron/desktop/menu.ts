import { app, dialog, Menu, type MenuItemConstructorOptions } from 'electron';
import { openOrTell } from './system-open.ts';

/** 文件 / 编辑 / 视图 / 帮助. What belongs to the work itself is in the page, where both doors have it. */
export function setMenu(root: string): void {
  const view: MenuItemConstructorOptions[] = [
    { label: '放大', role: 'zoomIn', accelerator: 'CmdOrCtrl+=' },
    { label: '缩小', role: 'zoomOut' },
    { label: '实际大小', role: 'resetZoom' },
    { type: 'separator' },
    { label: '全屏', role: 'togglefullscreen' },
  ];
  if (!app.isPackaged) view.push({ type: 'separator' }, { label: '开发者工具', role: 'toggleDevTools' });
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        label: '文件',
        submenu: [
          { label: '打开数据文件夹', click: () => void openOrTell(root) },
          { type: 'separator' },
          { label: '退出', role: 'quit' },
        ],
      },
      {
        label: '编辑',
        submenu: [
          { label: '剪切', role: 'cut' },
          { label: '复制', role: 'copy' },
          { label: '粘贴', role: 'paste' },
          { label: '全选', role: 'selectAll' },
        ],
      },
      { label: '视图', submenu: view },
      { label: '帮助', submenu: [{ label: '关于标兵自评', click: () => void about(root) }] },
    ]),
  );
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
