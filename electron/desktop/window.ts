import { BrowserWindow, dialog, type Rectangle, screen } from 'electron';
import { join } from 'node:path';
import { HOME } from './origin.ts';
import { placementIn } from './placement.ts';
import { keepWindowState, readWindowState } from './window-state.ts';
import { USUAL, Zoom } from './zoom.ts';

export interface WindowOptions {
  preload: string;
  icon: string;
  /** Folder for the remembered size; never the user's data. */
  stateFolder: string;
}

export interface OpenedWindow {
  readonly window: BrowserWindow;
  readonly zoom: Zoom;
}

export function openWindow({ preload, icon, stateFolder }: WindowOptions): OpenedWindow {
  const stateFile = join(stateFolder, 'window.json');
  const kept = readWindowState(stateFile);
  const { workArea } = kept ? screen.getDisplayMatching(kept) : screen.getPrimaryDisplay();
  const { bounds, minimum, maximized } = placementIn(workArea, kept);
  const window = new BrowserWindow({
    title: '标兵自评',
    icon,
    ...bounds,
    minWidth: minimum.width,
    minHeight: minimum.height,
    backgroundColor: '#ffffff',
    show: false,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      experimentalFeatures: false,
      zoomFactor: (kept?.zoom ?? USUAL) / 100,
    },
  });
  const zoom = new Zoom(window, kept?.zoom ?? USUAL);
  const normal = followNormalBounds(window, bounds);
  staysOnScreen(window);
  window.once('ready-to-show', () => {
    if (maximized) window.maximize();
    window.show();
  });
  window.on('close', () => {
    keepWindowState(stateFile, { ...normal(), maximized: window.isMaximized(), zoom: zoom.percent });
  });
  window.webContents.on('will-prevent-unload', (event) => {
    if (mayLeaveWords(window)) event.preventDefault();
  });
  void window.loadURL(HOME);
  return { window, zoom };
}

/**
 * Where the window stands while it is not maximised. Not what the system answers: of a window that was maximised before
 * it was shown, some window managers know no other size; it gets its former one as soon as it is un-maximised.
 */
function followNormalBounds(window: BrowserWindow, first: Rectangle): () => Rectangle {
  let normal = first;
  let timer: NodeJS.Timeout | undefined;
  let returning = false;
  const isPlain = () => !window.isMaximized() && !window.isMinimized() && !window.isFullScreen();
  const look = () => {
    clearTimeout(timer);
    // A window is told of its new size before it is told that it is maximised.
    timer = setTimeout(() => {
      if (window.isDestroyed() || !isPlain() || returning) return;
      normal = window.getBounds();
    }, SETTLED_MS);
  };
  window.on('resize', look);
  window.on('move', look);
  window.on('unmaximize', () => {
    returning = true;
    const { workArea } = screen.getDisplayMatching(normal);
    window.setBounds(placementIn(workArea, { ...normal, maximized: false }).bounds);
    setTimeout(() => (returning = false), SETTLED_MS);
  });
  window.on('closed', () => clearTimeout(timer));
  return () => (isPlain() ? window.getBounds() : normal);
}

/** Milliseconds until the system has told all that belongs to one change of a window. */
const SETTLED_MS = 400;

/** Also where a screen is unplugged, or its size or scale changes, while the program runs. */
function staysOnScreen(window: BrowserWindow): void {
  const fit = () => {
    const now = window.getNormalBounds();
    const { workArea } = screen.getDisplayMatching(now);
    const { bounds, minimum } = placementIn(workArea, { ...now, maximized: window.isMaximized() });
    window.setMinimumSize(minimum.width, minimum.height);
    if (!window.isMaximized() && !window.isFullScreen()) window.setBounds(bounds);
  };
  const events = ['display-added', 'display-removed', 'display-metrics-changed'] as const;
  for (const event of events) screen.on(event as 'display-added', fit);
  window.on('closed', () => {
    for (const event of events) screen.off(event as 'display-added', fit);
  });
}

/** The page holds words that are not saved. Electron itself would keep the window open without a word. */
function mayLeaveWords(window: BrowserWindow): boolean {
  const chosen = dialog.showMessageBoxSync(window, {
    type: 'warning',
    title: '标兵自评',
    message: '有填写的内容没有保存',
    detail:
      '写明“没有保存”或“未计入”的地方（逐项自评左侧标有“输入有误”，台账列表里标有“有内容没保存”），现在关闭就没有了；以前保存的内容都在。',
    buttons: ['留在这里', '放弃并关闭'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return chosen === 1;
}
