import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { findDataFolder } from '../services/data-root/find.ts';
import { MovingHost } from '../services/moving-host.ts';
import { UserError } from '../../shared/values/errors.ts';
import { openDoor } from './door.ts';
import { type Opener, writeOpener } from './opener.ts';
import { readOptions } from './options.ts';

declare const __VERSION__: string;

/** dist/local/server.mjs: two folders below what the program brings along. */
const resources = resolve(import.meta.dirname, '../..');
const options = readOptions(process.argv.slice(2));
if ('said' in options) {
  console.log(options.said);
  process.exit(options.code);
}

const host = new MovingHost({
  found: findDataFolder(options.root === undefined ? [] : [`--root=${options.root}`]),
  moved: tellFolder,
  ...{ door: 'local', version: __VERSION__, resources },
});
const rendererFolder = join(resources, 'dist/renderer');
let opener: Opener | undefined;
const door = await openDoor({ host, rendererFolder, entered: removeOpener });

const first = door.newLink();
console.log(`标兵自评已启动，请用本机浏览器打开：\n\n  ${first}\n`);
tellFolder(host.root);
console.log('地址只能用一次。要在别的浏览器中打开，请按回车键取得新的地址。退出请按 Ctrl+C。\n');
if (options.opensBrowser && hasDisplay()) await openBrowser(first);

process.stdin.on('data', () => {
  removeOpener();
  console.log(`  ${door.newLink()}\n`);
});

let closing = false;
async function close(): Promise<void> {
  if (closing) return;
  closing = true;
  removeOpener();
  await door.close();
  await host.close();
  console.log('内容已保存，程序已退出。');
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void close());

function tellFolder(root: string): void {
  console.log(`数据文件夹：${root}`);
}

function hasDisplay(): boolean {
  if (process.platform === 'win32' || process.platform === 'darwin') return true;
  return Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

/** Its link is spent or void. What cannot be removed now goes with the folder around it when the program ends. */
function removeOpener(): void {
  opener?.remove().catch((error: unknown) => console.error(error));
  opener = undefined;
}

/** Tried, never relied on: the address is on the screen. */
async function openBrowser(link: string): Promise<void> {
  try {
    opener = await writeOpener(await host.stagingFolder(), link);
  } catch (error) {
    // The data folder cannot be written to: the pages will say so, in words.
    console.error(error instanceof UserError ? error.failure.message : error);
    console.log('没有自动打开浏览器，请自行打开上面的地址。');
    return;
  }
  const [program, ...before] =
    process.platform === 'win32'
      ? ['rundll32', 'url.dll,FileProtocolHandler']
      : [process.platform === 'darwin' ? 'open' : 'xdg-open'];
  const child = spawn(program, [...before, opener.path], { stdio: 'ignore', detached: true });
  child.on('error', () => console.log('没有找到浏览器，请自行打开上面的地址。'));
  child.unref();
}
