import { app, type BrowserWindow, dialog, session } from 'electron';
import { dirname, join } from 'node:path';
import type { Host } from '../services/host.ts';
import { findDataFolder } from '../services/data-root/find.ts';
import { MovingHost } from '../services/moving-host.ts';
import { asksWhere } from './ask-where.ts';
import { asksBeforeClosing } from './closing.ts';
import { givesContextMenu } from './context-menu.ts';
import { reopensPage, toldOfFaults } from './crash.ts';
import { pickDataFolder, tellOfOther } from './data-folder.ts';
import { type Handed, handedFiles } from './handed-files.ts';
import { listen, tellPage } from './ipc.ts';
import { LastFolders } from './last-folders.ts';
import { setMenu } from './menu.ts';
import { pathPicker } from './pick-paths.ts';
import { registerScheme, servePages } from './protocol.ts';
import { savePdf } from './save-pdf.ts';
import { closeNetwork, lockContents, lockSession } from './security.ts';
import { spawnUtilityReader } from './spawn-reader.ts';
import { reportedAt, writeReport } from './reports.ts';
import { openWithSystem, showInFolder } from './system-open.ts';
import { openWindow } from './window.ts';

// dist/desktop/main.cjs: two folders below the program, in the repository as in the package.
const program = join(__dirname, '../..');
let window: BrowserWindow | undefined;
let host: MovingHost | undefined;

app.setName('标兵自评');
// Whoever starts it with --no-sandbox (root in a container) has none to enable; children would not start.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
// In every session: what Chromium itself says, its keys in the menu too, is Chinese as the rest.
if (!app.commandLine.hasSwitch('lang')) app.commandLine.appendSwitch('lang', 'zh-CN');
closeNetwork();
registerScheme();
app.on('web-contents-created', (_event, contents) => lockContents(contents));

const found = findDataFolder(process.argv);
if (app.requestSingleInstanceLock({ root: found.root })) {
  toldOfFaults(() => window);
  app.on('second-instance', (_event, args, folder, data) => {
    showWindow();
    if (!window || !host) return;
    tellOfOther(window, { running: host.root, data });
    hand(host, handedFiles(args.slice(1), { folder, program }));
  });
  app.whenReady().then(start).catch(fail);
} else {
  app.quit();
}

async function start(): Promise<void> {
  const stateFolder = app.getPath('userData');
  const last = new LastFolders(stateFolder, dirname(found.root));
  const askWhere = asksWhere(() => window, last);
  const showMenu = (root: string) =>
    setMenu({
      root,
      send: (command) => tellPage(window, command),
      zoom: (step) => opened.zoom.step(step),
    });
  let onWork = (): void => undefined;
  host = new MovingHost({
    found,
    pickFolder: () => pickDataFolder(window),
    moved: showMenu,
    door: 'desktop',
    version: app.getVersion(),
    resources: app.isPackaged ? process.resourcesPath : program,
    openPath: openWithSystem,
    showInFolder,
    pickPaths: pathPicker(() => window, last),
    askWhere,
    savePdf: async (name) => window && savePdf(window, name, askWhere),
    onWork: () => onWork(),
    spawnReader: spawnUtilityReader,
  });
  await lockSession(session.defaultSession);
  servePages(session.defaultSession, { host, rendererFolder: join(program, 'dist/renderer') });
  listen(host, () => window?.webContents);
  showMenu(host.root);
  const handed = handedFiles(process.argv.slice(1), { folder: process.cwd(), program });
  host.handFiles(handed.packages);
  const opened = openWindow({
    preload: join(__dirname, 'preload.cjs'),
    icon: join(program, 'dist/icon.png'),
    stateFolder,
  });
  window = opened.window;
  onWork = asksBeforeClosing(window, host, (command) => tellPage(window, command));
  reopensPage(window);
  givesContextMenu(window, () => tellPage(window, { name: 'saveShown' }));
  // macOS hands files over by an event, not as arguments.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    if (host) hand(host, handedFiles([path], { folder: '' }));
  });
  endAfterSaving(host);
  window.once('ready-to-show', () => tellOfOthers(handed.others));
}

function hand(host: Pick<Host, 'handFiles'>, { packages, others }: Handed): void {
  tellOfOthers(others);
  if (packages.length === 0) return;
  host.handFiles(packages);
  tellPage(window, { name: 'verify' });
}

/** What was handed over and is nothing that the program opens. */
function tellOfOthers(others: readonly string[]): void {
  if (others.length === 0 || !window) return;
  void dialog.showMessageBox(window, {
    ...{ type: 'info', title: '标兵自评', buttons: ['知道了'], noLink: true },
    message: '这些不是推荐包，没有打开',
    detail: `${others.join('\n')}\n\n用本程序打开的是推荐包、自查包和反馈包（.zip）。佐证材料请在自评里添加，标准请在标准库里导入。`,
  });
}

/**
 * Closing the window lets the page say its last words first (it commits what is being typed before it unloads).
 * The program ends when everything is on the disk and the folders are released.
 */
function endAfterSaving(host: MovingHost): void {
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
  const report = writeReport('start or end', error);
  dialog.showErrorBox(
    '标兵自评遇到问题',
    `程序没有正常完成。已保存的内容都在数据文件夹里。请重新启动程序。${reportedAt(report)}`,
  );
  app.exit(1);
}
