import { app, type BrowserWindow, dialog, session, shell } from 'electron';
import { join } from 'node:path';
import { createHost, type Host } from '../services/host.ts';
import { dataRoot } from '../services/base/data-root.ts';
import { listen } from './ipc.ts';
import { setMenu } from './menu.ts';
import { CHANNEL } from './origin.ts';
import { registerScheme, servePages } from './protocol.ts';
import { savePdf } from './save-pdf.ts';
import { closeNetwork, lockContents, lockSession } from './security.ts';
import { spawnUtilityReader } from './spawn-reader.ts';
import { openWindow } from './window.ts';

// dist/desktop/main.cjs: two folders below the program, in the repository as in the package.
const program = join(__dirname, '../..');
let window: BrowserWindow | undefined;

app.setName('标兵自评');
// Whoever starts it with --no-sandbox (root in a container) has none to enable; children would not start.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
closeNetwork();
registerScheme();
app.on('web-contents-created', (_event, contents) => lockContents(contents));

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', showWindow);
  app.whenReady().then(start).catch(fail);
} else {
  app.quit();
}

async function start(): Promise<void> {
  const root = dataRoot(process.argv, app.getPath('documents'));
  const host = createHost({
    root,
    door: 'desktop',
    version: app.getVersion(),
    resources: app.isPackaged ? process.resourcesPath : program,
    openPath: async (path) => {
      const problem = await shell.openPath(path);
      if (problem !== '') throw new Error(problem);
    },
    showInFolder: (path) => shell.showItemInFolder(path),
    savePdf: async (name) => window && savePdf(window, name),
    spawnReader: spawnUtilityReader,
  });
  await lockSession(session.defaultSession);
  servePages(session.defaultSession, { host, rendererFolder: join(program, 'dist/renderer') });
  listen(host, () => window?.webContents);
  setMenu({ root, send: (command) => window?.webContents.send(CHANNEL, command) });
  window = openWindow({
    preload: join(__dirname, 'preload.cjs'),
    icon: join(program, 'dist/icon.png'),
    stateFolder: app.getPath('userData'),
  });
  endAfterSaving(host);
}

/**
 * Closing the window lets the page say its last words first (it commits what is being typed before it unloads).
 * The program ends when everything is on the disk and the folders are released.
 */
function endAfterSaving(host: Host): void {
  let ending = false;
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (ending) return;
    ending = true;
    host.close().then(() => app.exit(0), fail);
  });
}

function showWindow(): void {
  if (!window) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}

function fail(error: unknown): void {
  console.error(error);
  dialog.showErrorBox('标兵自评遇到问题', '程序没有正常完成。已保存的内容都在数据文件夹里。请重新启动程序。');
  app.exit(1);
}
