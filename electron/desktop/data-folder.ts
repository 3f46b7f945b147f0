import { type BrowserWindow, dialog } from 'electron';
import * as z from 'zod';
import { thisSystem } from '../services/data-root/system.ts';

/** Asks for a data folder; undefined where the dialog was left. */
export async function pickDataFolder(window: BrowserWindow | undefined): Promise<string | undefined> {
  const options = {
    title: '选择数据文件夹',
    buttonLabel: '用这个文件夹',
    properties: ['openDirectory' as const, 'createDirectory' as const],
  };
  const chosen = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
  return chosen.canceled ? undefined : chosen.filePaths[0];
}

/** What a second start hands over; one of another version may hand over something else. */
const secondStart = z.object({ root: z.string() });

/** A second start only shows the window that is there: where it was for another data folder, that is said. */
export function tellOfOther(
  window: BrowserWindow,
  { running, data }: { readonly running: string; readonly data: unknown },
): void {
  const second = secondStart.safeParse(data);
  const { real } = thisSystem();
  if (!second.success || real(second.data.root) === real(running)) return;
  void dialog.showMessageBox(window, {
    type: 'info',
    title: '标兵自评',
    message: '标兵自评已经打开，用的是另一个数据文件夹',
    detail:
      `正在用的：${running}\n这次要打开的：${second.data.root}\n\n` +
      '窗口里仍是正在用的文件夹；两个文件夹里的内容都没有改动。\n' +
      '要用另一个，请在首页按“换一个文件夹”，或先退出程序再启动。',
    buttons: ['知道了'],
    noLink: true,
  });
}
