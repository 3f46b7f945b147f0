import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { createHost } from '../services/host.ts';
import { dataRoot } from '../services/data-root.ts';
import { openDoor } from './door.ts';

declare const __VERSION__: string;

/** dist/local/server.mjs: two folders below what the program brings along. */
const resources = resolve(import.meta.dirname, '../..');
const args = process.argv.slice(2);
const root = dataRoot(args);

const host = createHost({ root, door: 'local', version: __VERSION__, resources });
const door = await openDoor({ host, rendererFolder: join(resources, 'dist/renderer') });

const first = door.newLink();
console.log(`标兵自评已启动，请用本机浏览器打开：\n\n  ${first}\n`);
console.log(`数据文件夹：${root}`);
console.log('地址只能用一次。要在别的浏览器中打开，请按回车键取得新的地址。退出请按 Ctrl+C。\n');
if (!args.includes('--no-open') && hasDisplay()) openBrowser(first);

process.stdin.on('data', () => console.log(`  ${door.newLink()}\n`));

let closing = false;
async function close(): Promise<void> {
  if (closing) return;
  closing = true;
  await door.close();
  await host.close();
  console.log('内容已保存，程序已退出。');
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void close());

function hasDisplay(): boolean {
  if (process.platform === 'win32' || process.platform === 'darwin') return true;
  return Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

/** Tried, never relied on: the address is on the screen. */
function openBrowser(link: string): void {
  const [program, ...before] =
    process.platform === 'win32'
      ? ['rundll32', 'url.dll,FileProtocolHandler']
      : [process.platform === 'darwin' ? 'open' : 'xdg-open'];
  const child = spawn(program, [...before, link], { stdio: 'ignore', detached: true });
  child.on('error', () => console.log('没有找到浏览器，请自行打开上面的地址。'));
  child.unref();
}
