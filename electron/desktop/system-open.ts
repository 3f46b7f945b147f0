import { clipboard, dialog, shell } from 'electron';
import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UserError } from '../../shared/values/errors.ts';

/** Milliseconds after which a program that was started is taken to have opened what it was given. */
const STARTED_AFTER = 4000;

/**
 * Opens a file or a folder with the system's program. A UserError with the path where that does not succeed: on Linux
 * Electron starts `xdg-open` and never learns what came of it, so it is started here.
 */
export async function openWithSystem(path: string): Promise<void> {
  const problem = process.platform === 'linux' ? await run('xdg-open', [path]) : await shell.openPath(path);
  if (problem !== '') throw notOpened(path, problem);
}

/** The same for the menu: where it does not succeed, a dialog says so and gives the path. */
export async function openOrTell(path: string): Promise<void> {
  try {
    await openWithSystem(path);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { message, effect, remedy } = error.failure;
    const { response } = await dialog.showMessageBox({
      type: 'warning',
      title: '标兵自评',
      message,
      detail: `${effect}${remedy}\n\n${path}`,
      buttons: ['复制位置', '知道了'],
      defaultId: 1,
      cancelId: 1,
      noLink: true,
    });
    if (response === 0) void clipboard.writeText(path);
  }
}

/** Shows a file in its folder; where no file manager answers on Linux, the folder at least. */
export async function showInFolder(path: string): Promise<void> {
  if (process.platform !== 'linux') shell.showItemInFolder(path);
  else if ((await run('dbus-send', showItems(path))) !== '') await openWithSystem(dirname(path));
}

/** Asks the file manager (org.freedesktop.FileManager1). In its arguments a comma parts two items. */
function showItems(path: string): string[] {
  const uri = pathToFileURL(path).href.replaceAll(',', '%2C');
  return [
    ...['--session', '--print-reply', '--dest=org.freedesktop.FileManager1', '/org/freedesktop/FileManager1'],
    ...['org.freedesktop.FileManager1.ShowItems', `array:string:${uri}`, 'string:'],
  ];
}

/** Why it did not succeed, in Chinese; empty where it did. */
function run(program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore', detached: true });
    const timer = setTimeout(() => resolve(''), STARTED_AFTER);
    const end = (problem: string) => {
      clearTimeout(timer);
      resolve(problem);
    };
    child.on('error', () => end(`系统里没有打开文件用的 ${program}`));
    child.on('exit', (code) => end(code === 0 ? '' : '系统里没有能打开它的程序，或打开没有成功'));
    child.unref();
  });
}

function notOpened(path: string, problem: string): UserError {
  return new UserError({
    code: 'not-opened',
    message: `没有打开：${problem}。`,
    effect: '没有改动任何内容。',
    remedy: '请复制下面的位置，在文件管理器里打开。',
    path,
  });
}
