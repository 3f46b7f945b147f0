// `npm start`: the desktop window where an Electron runtime and a display are there, otherwise the local door.
//   npm start -- --local             always the local door
//   npm start -- --root=FOLDER       another data folder (as BIAOBING_ROOT)
//   npm start -- --no-open           do not open a browser by itself
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, root } from './build.mjs';

const QUICK_FAILURE_MS = 15_000;
const args = process.argv.slice(2);

/** Why no desktop window can be opened here; undefined where it can. */
function obstacle() {
  if (args.includes('--local')) return '按要求';
  if (!electronProgram()) return '本机没有桌面运行环境（Electron）';
  if (!hasDisplay()) return '本机没有图形显示';
  // Chromium refuses to run as root inside its sandbox.
  if (process.getuid?.() === 0 && process.platform === 'linux' && !args.includes('--no-sandbox')) {
    return '以 root 身份运行时不能打开桌面窗口';
  }
  return undefined;
}

function hasDisplay() {
  if (process.platform === 'win32' || process.platform === 'darwin') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** The runtime's program if it is there. Asking the `electron` package itself would start its download. */
function electronProgram() {
  const wrapper = join(root, 'node_modules/electron');
  const pathFile = join(wrapper, 'path.txt');
  const named = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : undefined;
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const usual = process.platform === 'win32' ? 'electron.exe' : 'electron';
  const program = override ? join(override, named ?? usual) : named && join(wrapper, 'dist', named);
  return program && existsSync(program) ? program : undefined;
}

/** Answers 'opened' once the window was closed, or 'failed' where the runtime could not start here. */
async function openDesktop() {
  await build(['renderer', 'desktop']);
  const started = Date.now();
  const child = spawn(electronProgram(), [root, ...args], { stdio: 'inherit' });
  // Ctrl+C reaches the child by itself; this process waits until it has saved and closed.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill('SIGTERM'));
  const code = await new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('exit', (exitCode) => resolve(exitCode ?? 1));
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(signal);
  if (code !== 0 && Date.now() - started < QUICK_FAILURE_MS) return 'failed';
  process.exitCode = code;
  return 'opened';
}

async function openLocalDoor(reason) {
  console.log(`${reason}，改用浏览器打开。`);
  const building = build(['renderer', 'local']);
  const slow = setTimeout(() => console.log('首次启动，正在准备界面，请稍候……'), 500);
  await building;
  clearTimeout(slow);
  await import('../dist/local/server.mjs');
}

const reason = obstacle();
if (reason) await openLocalDoor(reason);
else if ((await openDesktop()) === 'failed') await openLocalDoor('桌面窗口没有打开');
